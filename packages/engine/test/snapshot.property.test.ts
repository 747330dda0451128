import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Lists, Pair, type PersonId, readSnapshot, takeSnapshot } from '../src/index.ts'
import { change, listInput, PERSONS, ready } from './arbitraries.ts'
import { OracleLists } from './oracle.ts'
import { expectAllSame, world } from './world.ts'

const inputs = fc.array(listInput, { minLength: 2, maxLength: 5 })
const changes = fc.array(change, { maxLength: 10 })

it('SNAP1 lists read back are what the oracle says of the lists written, and change on as those would', () => {
  fc.assert(
    fc.property(inputs, changes, changes, (inputs, before, after) => {
      const { lists, oracle } = world(inputs, before)
      const back = readSnapshot(takeSnapshot(lists))
      const pair = new Pair(back)
      expectAllSame(pair, oracle)
      for (const what of after) ready(back, oracle, what)?.make()
      expectAllSame(pair, oracle)
      for (const person of oracle.persons()) expect(back.knowersOf(person as PersonId)).toBe(oracle.knowersOf(person))
      expect(back.size).toBe(oracle.lists.size - 1)
    }),
  )
})

it('SNAP1 LIST5 given knowers are read back with the lists, and strengths with them', () => {
  const numbers = fc.array(fc.integer({ min: 2, max: 100_000 }), {
    minLength: PERSONS.length,
    maxLength: PERSONS.length,
  })
  fc.assert(
    fc.property(inputs, changes, numbers, (inputs, changes, numbers) => {
      const lists = new Lists({ knowers: 'given' })
      const oracle = new OracleLists()
      oracle.given = new Map(PERSONS.map((person, at) => [person, numbers[at]!]))
      for (const [person, knowers] of oracle.given) lists.setKnowers(person as PersonId, knowers)
      for (const input of inputs) oracle.add(lists.add(input), input)
      for (const what of changes) ready(lists, oracle, what)?.make()
      expectAllSame(new Pair(readSnapshot(takeSnapshot(lists))), oracle)
    }),
    { numRuns: 50 },
  )
})
