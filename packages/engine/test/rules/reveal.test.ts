import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byStrength, listed, mostlyFrom, newListing, type Side, showFiveMore } from '../../src/rules/index.ts'

const SCHOOL = 1

describe('before an introduction', () => {
  it('REV1 mostly from school: more than half of five or more', () => {
    expect(mostlyFrom(5, [2, 3])).toBe(SCHOOL)
    expect(mostlyFrom(7, [1, 4, 2])).toBe(SCHOOL)
    expect(mostlyFrom(5, new Uint16Array([0, 0, 0, 5]))).toBe(3)
  })

  it('REV1 exactly half is not most', () => {
    expect(mostlyFrom(6, [3, 3])).toBe(-1)
    expect(mostlyFrom(6, [2, 3, 1])).toBe(-1)
    expect(mostlyFrom(6, [2, 4])).toBe(SCHOOL)
  })

  it('REV1 of four or fewer nothing is said', () => {
    expect(mostlyFrom(4, [0, 4])).toBe(-1)
    expect(mostlyFrom(0, [])).toBe(-1)
  })
})

describe('after two waves', () => {
  it('REV5 the waves ask for five; each further five needs the tap of both', () => {
    const ana = showFiveMore(newListing(), 'a')
    const both = showFiveMore(ana, 'b')
    expect(listed(newListing(), 23)).toBe(5)
    expect(listed(ana, 23)).toBe(5)
    expect(listed(both, 23)).toBe(10)
  })

  it('REV5 no more than may be named', () => {
    expect(listed(newListing(), 3)).toBe(3)
    expect(listed({ a: 9, b: 9 }, 48)).toBe(48)
    expect(listed({ a: 9, b: 8 }, 48)).toBe(45)
  })

  it('REV5 taps are not saved up: Ana alone gets five, however often, and one tap of Ben shows five more', () => {
    let listing = newListing()
    for (let i = 0; i < 9; i++) listing = showFiveMore(listing, 'a')
    expect(listed(listing, 100)).toBe(5)
    listing = showFiveMore(showFiveMore(listing, 'b'), 'b')
    expect(listed(listing, 100)).toBe(10)
  })

  it('REV5 whoever taps, what is listed grows by five with the agreement of both, and is the same for both', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Side>('a', 'b'), { maxLength: 30 }), (taps) => {
        let listing = newListing()
        let turned = newListing()
        const asked = new Set<Side>()
        let expected = 5
        for (const side of taps) {
          listing = showFiveMore(listing, side)
          turned = showFiveMore(turned, side === 'a' ? 'b' : 'a')
          asked.add(side)
          if (asked.size === 2) {
            expected += 5
            asked.clear()
          }
          expect(listed(listing, 1000)).toBe(expected)
          expect(listed(turned, 1000)).toBe(expected)
        }
      }),
    )
  })
})

describe('the order of cards', () => {
  it('ENC5 by strength, the strongest first; equals by hash', () => {
    const people = [
      { name: 'ana', strength: 1.5, hash: 9 },
      { name: 'ben', strength: 4, hash: 7 },
      { name: 'carla', strength: 1.5, hash: 2 },
    ]
    const shown = people.toSorted((x, y) => byStrength(x.strength, x.hash, y.strength, y.hash))
    expect(shown.map(({ name }) => name)).toEqual(['ben', 'carla', 'ana'])
  })

  it('ENC5 the order does not hang on who came first', () => {
    const someone = fc.record({ strength: fc.constantFrom(0, 0.5, 1, 2), hash: fc.nat() })
    const arrivals = fc.uniqueArray(someone, { selector: ({ hash }) => hash })
    fc.assert(
      fc.property(arrivals, (people) => {
        const order = (all: typeof people) => all.toSorted((x, y) => byStrength(x.strength, x.hash, y.strength, y.hash))
        expect(order(people.toReversed())).toEqual(order(people))
      }),
    )
  })
})
