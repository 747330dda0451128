import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange } from '../../src/state/arrange.ts'
import { card, id } from './people.ts'

const cards = fc
  .uniqueArray(fc.record({ name: fc.constantFrom(...'abcdefgh'), place: fc.integer({ min: 0, max: 5 }) }), {
    selector: (one) => one.name,
  })
  .map((some) => some.map(({ name, place }) => card(name, { place })))

describe('the order of cards', () => {
  it('is by place while nobody touches the list, equals always the same way (ENC5)', () => {
    const some = [card('b', { place: 1 }), card('a', { place: 1 }), card('c', { place: 9 })]
    expect(arrange([], some, false)).toEqual([id('c'), id('a'), id('b')])
    expect(arrange([id('b')], [...some].reverse(), false)).toEqual([id('c'), id('a'), id('b')])
  })

  it('moves nothing under a finger: who was shown keeps the place, gone or not, and who comes waits at the end', () => {
    fc.assert(
      fc.property(cards, cards, (before, after) => {
        const shown = arrange([], before, false)
        const held = arrange(shown, after, true)
        expect(held.slice(0, shown.length)).toEqual(shown)
        for (const { id: one } of after) expect(held.filter((other) => other === one)).toHaveLength(1)
      }),
    )
  })

  it('catches up when the finger is lifted', () => {
    fc.assert(
      fc.property(cards, cards, (before, after) => {
        const held = arrange(arrange([], before, false), after, true)
        expect(arrange(held, after, false)).toEqual(arrange([], after, false))
      }),
    )
  })
})
