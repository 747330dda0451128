import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothingSealed, roomsThatAreOne, type SealRecord, type Seconds, seal } from '../../src/rules/index.ts'
import { HOUR } from '../../src/rules/units.ts'
import { hours, justBefore, NOON } from './people.ts'

/** Seals lists that each have ten more. */
const sealed = (times: number, who: 'guest' | 'member'): SealRecord => {
  let record = nothingSealed()
  for (let i = 1; i <= times; i++) {
    const result = seal(record, who, { identifiers: 10 * i, added: 10 })
    if (!result.ok) throw new Error(result.refusal)
    record = result.record
  }
  return record
}

const more = { identifiers: 100, added: 70 }

describe('sealing', () => {
  it('CON4 a guest seals twice, a member three times', () => {
    expect(seal(sealed(1, 'guest'), 'guest', more)).toEqual({ ok: true, record: { sealings: 2, identifiers: 100 } })
    expect(seal(sealed(2, 'guest'), 'guest', more)).toEqual({ ok: false, refusal: 'no-more-sealings' })
    expect(seal(sealed(2, 'member'), 'member', more)).toMatchObject({ ok: true })
    expect(seal(sealed(3, 'member'), 'member', more)).toEqual({ ok: false, refusal: 'no-more-sealings' })
  })

  it('CON4 a guest who becomes a member has sealed what they have sealed: once more, not three times', () => {
    const third = seal(sealed(2, 'guest'), 'member', more)
    expect(third).toMatchObject({ ok: true, record: { sealings: 3 } })
    expect(third.ok && seal(third.record, 'member', { identifiers: 101, added: 1 })).toMatchObject({ ok: false })
  })

  it('CON4 each time only with more in it', () => {
    const once = sealed(1, 'member')
    expect(seal(once, 'member', { identifiers: 11, added: 1 })).toMatchObject({ ok: true })
    expect(seal(once, 'member', { identifiers: 10, added: 0 })).toEqual({ ok: false, refusal: 'nothing-new' })
    expect(seal(once, 'member', { identifiers: 11, added: 0 })).toEqual({ ok: false, refusal: 'nothing-new' })
    expect(seal(nothingSealed(), 'member', { identifiers: 10, added: 0 })).toMatchObject({ ok: true })
  })

  it('CON4 something else in place of what was there is not more', () => {
    const once = sealed(1, 'member')
    expect(seal(once, 'member', { identifiers: 10, added: 10 })).toEqual({ ok: false, refusal: 'nothing-new' })
    expect(seal(once, 'member', { identifiers: 9, added: 2 })).toEqual({ ok: false, refusal: 'nothing-new' })
  })

  it('CON4 an empty list is never sealed, and costs nothing', () => {
    expect(seal(nothingSealed(), 'guest', { identifiers: 0, added: 0 })).toEqual({ ok: false, refusal: 'empty' })
    expect(seal(nothingSealed(), 'guest', { identifiers: 1, added: 1 })).toMatchObject({ ok: true })
  })

  it.each([
    ['guest', 5000],
    ['member', 10_000],
  ] as const)('CON4 a %s seals at most %i identifiers', (who, most) => {
    expect(seal(nothingSealed(), who, { identifiers: most, added: most })).toMatchObject({ ok: true })
    const over = { identifiers: most + 1, added: most + 1 }
    expect(seal(nothingSealed(), who, over)).toEqual({ ok: false, refusal: 'too-large' })
  })

  it('CON4 sealings never exceed the limits, and lists only grow, whatever is tried', () => {
    const attempt = fc.record({ identifiers: fc.nat(40), added: fc.nat(40) })
    let most = 0
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), fc.nat(30), (attempts, becomesMember) => {
        let record = nothingSealed()
        for (const [i, list] of attempts.entries()) {
          const who = i < becomesMember ? 'guest' : 'member'
          const before = record
          const result = seal(record, who, list)
          if (!result.ok) continue
          record = result.record
          most = Math.max(most, record.sealings)
          expect(record.sealings).toBe(before.sealings + 1)
          expect(record.sealings).toBeLessThanOrEqual(who === 'guest' ? 2 : 3)
          expect(record.identifiers).toBeGreaterThan(before.identifiers)
        }
      }),
    )
    expect(most).toBe(3)
  })
})

describe('rooms that are one', () => {
  it('CON4 rooms that begin less than 24 hours apart are one; at exactly 24 hours they are two', () => {
    expect(roomsThatAreOne([NOON, justBefore(hours(24))])).toEqual([0, 0])
    expect(roomsThatAreOne([NOON, hours(24)])).toEqual([0, 1])
  })

  it('CON4 a third room joins two that are far apart, in whatever order they are given', () => {
    expect(roomsThatAreOne([hours(40), NOON, hours(20), hours(90)])).toEqual([0, 0, 0, 3])
    expect(roomsThatAreOne([])).toEqual([])
  })

  it('CON4 two rooms are one exactly when a chain of rooms less than 24 hours apart joins them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 8 }), (starts) => {
        const begins = starts.map((n) => hours(n))
        const first = roomsThatAreOne(begins as Seconds[])
        const joined = starts.map((_, i) => i)
        for (let round = 0; round < starts.length; round++)
          for (const i of starts.keys())
            for (const j of starts.keys())
              if (Math.abs(begins[i]! - begins[j]!) < 24 * HOUR) joined[i] = Math.min(joined[i]!, joined[j]!)
        expect(first).toEqual(joined)
      }),
    )
  })
})
