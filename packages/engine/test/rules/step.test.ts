import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mayCountAround,
  peopleStep,
  STEPS,
  type Step,
  type StepMemory,
  stepInRoom,
  stepOf,
  sumShown,
} from '../../src/rules/index.ts'
import { days, justBefore, NOON, step } from './people.ts'

const counts = fc.oneof(fc.nat(12), fc.nat(300))

describe('steps', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 3],
    [4, 3],
    [5, 5],
    [9, 5],
    [10, 10],
    [24, 10],
    [25, 25],
    [49, 25],
    [50, 50],
    [99, 50],
    [100, 100],
    [4000, 100],
  ])('MUT4 %i mutual friends are shown as %i+', (mutualFriends, shown) => {
    expect(stepOf(mutualFriends)).toBe(shown)
  })

  it('MUT4 in a room a step never falls, whatever the sequence of counts', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1 }), (sequence) => {
        let shown: Step = 0
        let most = 0
        for (const mutualFriends of sequence) {
          const next = stepInRoom({ mutualFriends, shownHere: shown }, NOON)
          expect(next).toBeGreaterThanOrEqual(shown)
          shown = next
          most = Math.max(most, mutualFriends)
        }
        expect(shown).toBe(stepOf(most))
      }),
    )
  })

  it('MUT4 what two members were shown stays in every room for 30 days, and is gone after exactly 30', () => {
    const memory: StepMemory = { step: 25, at: NOON }
    expect(stepInRoom({ mutualFriends: 2, shownHere: 0, memory }, justBefore(days(30)))).toBe(25)
    expect(stepInRoom({ mutualFriends: 2, shownHere: 0, memory }, days(30))).toBe(1)
    expect(stepInRoom({ mutualFriends: 2, shownHere: 25, memory }, days(30))).toBe(25)
    expect(stepInRoom({ mutualFriends: 60, shownHere: 0, memory }, NOON)).toBe(50)
  })

  it('MUT4 guests have no memory: a guest with one friend is shown 1+ in the next room', () => {
    expect(stepInRoom({ mutualFriends: 1, shownHere: 0 }, NOON)).toBe(1)
  })

  it('MUT4 around a pair is counted again after exactly 30 days', () => {
    expect(mayCountAround(undefined, NOON)).toBe(true)
    expect(mayCountAround(NOON, justBefore(days(30)))).toBe(false)
    expect(mayCountAround(NOON, days(30))).toBe(true)
  })

  it('MUT4 a step is one of the seven, or none', () => {
    fc.assert(
      fc.property(counts, step, (mutualFriends, shownHere) => {
        expect(STEPS).toContain(stepInRoom({ mutualFriends, shownHere }, NOON))
        expect(stepOf(mutualFriends)).toBeLessThanOrEqual(mutualFriends)
      }),
    )
  })
})

describe('people and sums', () => {
  it.each([
    [0, 0],
    [1, 1],
    [4, 4],
    [5, 5],
    [9, 5],
    [10, 10],
    [24, 10],
    [25, 25],
    [99, 50],
    [249, 100],
    [999, 500],
    [4999, 2500],
    [7000, 5000],
  ])('GST3 %i people present are said to be %i', (people, said) => {
    expect(peopleStep(people)).toBe(said)
  })

  it('TOP2 a sum shows from five on, in steps', () => {
    expect(sumShown(0)).toBeUndefined()
    expect(sumShown(4)).toBeUndefined()
    expect(sumShown(5)).toBe(5)
    expect(sumShown(9)).toBe(5)
    expect(sumShown(26)).toBe(25)
  })
})
