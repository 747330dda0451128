import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lists, Pair, type PersonId, readSnapshot, takeSnapshot } from '../src/index.ts'
import { listInput, MEMBERS, PERSONS, TOKENS } from './arbitraries.ts'

const hash = (person: PersonId): number => (person * 7) % 5

describe('snapshot', () => {
  it('SNAP1 lists read back count, list and relate as before, under the same numbers', () => {
    const proofs = fc.uniqueArray(fc.tuple(fc.constantFrom(...TOKENS), fc.constantFrom(...MEMBERS)), {
      selector: ([token]) => token,
      maxLength: 5,
    })
    const inputs = fc.array(listInput, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(inputs, proofs, fc.subarray(PERSONS, { maxLength: 3 }), fc.nat(4), (inputs, proofs, nevers, gone) => {
        const lists = new Lists()
        for (const input of inputs) lists.add(input)
        for (const [token, member] of proofs) lists.prove(token, member)
        for (const person of nevers) lists.never(person)
        const ids = [...lists.ids()]
        if (gone < ids.length) lists.remove(ids[gone]!)
        const next = ids[gone + 1]
        if (next !== undefined && lists.lengthOf(next) > 0) lists.blank(next, 0)
        const back = readSnapshot(takeSnapshot(lists))
        expect([...back.ids()]).toEqual([...lists.ids()])
        expect(everything(back)).toStrictEqual(everything(lists))
      }),
    )
  })

  it('SNAP1 given knowers come along', () => {
    const lists = new Lists({ knowers: 'given' })
    lists.add({ persons: [7] })
    lists.setKnowers(7 as PersonId, 40)
    expect(readSnapshot(takeSnapshot(lists)).knowersOf(7 as PersonId)).toBe(40)
  })

  it('SNAP1 a buffer of another kind, another version, or a cut one is refused', () => {
    const lists = new Lists()
    lists.add({ persons: [1, 2, 3] })
    const good = takeSnapshot(lists)
    const words = new Uint32Array(good.slice(0))
    words[1] = 99
    expect(() => readSnapshot(words.buffer)).toThrow('version 99')
    expect(() => readSnapshot(new ArrayBuffer(64))).toThrow('not a snapshot')
    expect(() => readSnapshot(new ArrayBuffer(3))).toThrow('too short')
    expect(() => readSnapshot(good.slice(0, good.byteLength - 4))).toThrow('ends inside a list')
  })
})

const everything = (lists: Lists): unknown[] => {
  const pair = new Pair(lists)
  const ids = [...lists.ids()]
  return ids.flatMap((a) =>
    ids.map((b) => (a === b ? lists.inputOf(a) : [pair.count(a, b), pair.mutual(a, b, hash), pair.relation(a, b)])),
  )
}
