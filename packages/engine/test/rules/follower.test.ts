import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cameAfter,
  type FollowRecord,
  type FollowStep,
  followForgiven,
  type Metres,
  notFollowed,
  type Seconds,
} from '../../src/rules/index.ts'
import { DAY } from '../../src/rules/units.ts'
import { days, hours, justBefore, midnight, NOON } from './people.ts'

/** Cells along a street, named by their metre. */
const along = (one: string, other: string): Metres => Math.abs(Number(one) - Number(other)) as Metres

const comes = (comings: readonly (readonly [metre: number, at: Seconds])[]): FollowStep[] => {
  let record: FollowRecord = notFollowed()
  return comings.map(([metre, at]) => {
    const step = cameAfter(record, String(metre), along, at)
    record = step.record
    return step
  })
}

const warns = (...comings: (readonly [metre: number, at: Seconds])[]): boolean =>
  comes(comings).at(-1)!.hiddenUntil !== undefined

describe('somebody who keeps coming after you', () => {
  it('ENC7 three places, each 2 km from the others, on two days: you are told, and both are hidden for 30 days', () => {
    const steps = comes([
      [0, NOON],
      [2000, hours(3)],
      [4000, days(1)],
    ])
    expect(steps.map(({ hiddenUntil }) => hiddenUntil)).toEqual([undefined, undefined, midnight(31)])
    expect(steps[2]!.record).toEqual(notFollowed())
  })

  it('ENC7 exactly 2 km is far enough, a metre less is not', () => {
    expect(warns([0, NOON], [2000, days(1)], [4000, days(2)])).toBe(true)
    expect(warns([0, NOON], [2000, days(1)], [3999, days(2)])).toBe(false)
  })

  it('ENC7 two places are not enough, however often, nor is one day', () => {
    expect(warns([0, NOON], [5000, days(1)], [0, days(2)], [5000, days(3)], [0, days(4)])).toBe(false)
    expect(warns([0, NOON], [3000, hours(1)], [6000, hours(2)], [9000, hours(11)])).toBe(false)
    expect(warns([0, NOON], [3000, hours(1)], [6000, hours(12)])).toBe(true)
  })

  it('ENC7 three places of one day, and one of them again the next day', () => {
    expect(warns([0, NOON], [3000, hours(1)], [6000, hours(2)], [3000, days(1)])).toBe(true)
  })

  it('ENC7 looks at seven days, today among them', () => {
    expect(warns([0, NOON], [3000, days(3)], [6000, justBefore(midnight(6))])).toBe(true)
    expect(warns([0, NOON], [3000, days(3)], [6000, midnight(6)])).toBe(false)
  })

  it('PRES3 remembers days and not hours, and each place once a day', () => {
    const steps = comes([
      [0, NOON],
      [0, hours(1)],
      [0, days(1)],
    ])
    const day = Math.floor(NOON / DAY)
    const comings = [
      { day, cell: '0' },
      { day: day + 1, cell: '0' },
    ]
    expect(steps.at(-1)!.record).toEqual({ comings })
  })

  it('ENC7 a wave between the two ends it', () => {
    expect(cameAfter(followForgiven(), '6000', along, days(2)).hiddenUntil).toBeUndefined()
    expect(followForgiven().comings).toEqual([])
  })

  it('ENC7 warns exactly when three of the comings of seven days are far apart and not all of one day', () => {
    const coming = fc.record({ metre: fc.integer({ min: 0, max: 8 }), wait: fc.nat(2 * DAY) })
    let warned = 0
    fc.assert(
      fc.property(fc.array(coming, { maxLength: 9 }), (all) => {
        let record = notFollowed()
        let now = NOON as number
        let kept: { metre: number; at: number }[] = []
        for (const { metre, wait } of all) {
          now += wait
          const step = cameAfter(record, String(metre * 700), along, now as Seconds)
          record = step.record
          const day = (at: number) => Math.floor(at / DAY)
          kept = [...kept.filter(({ at }) => day(now) - day(at) < 7), { metre: metre * 700, at: now }]
          const isFar = (x: number, y: number) => Math.abs(x - y) >= 2000
          const follows = kept.some((x) =>
            kept.some((y) =>
              kept.some((z) => {
                const onDays = new Set([x, y, z].map(({ at }) => day(at)))
                return isFar(x.metre, y.metre) && isFar(y.metre, z.metre) && isFar(x.metre, z.metre) && onDays.size > 1
              }),
            ),
          )
          expect(step.hiddenUntil).toBe(follows ? (day(now) + 31) * DAY : undefined)
          if (follows) [kept, warned] = [[], warned + 1]
        }
      }),
    )
    expect(warned).toBeGreaterThan(20)
  })
})
