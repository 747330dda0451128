import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AroundNotices,
  aroundDue,
  cardAround,
  newPair,
  noAroundNotices,
  noQuiet,
  type PairRecord,
  type Seconds,
  STEPS,
  shownAround,
  stepOf,
  toldAround,
} from '../../src/rules/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/rules/units.ts'
import { NOON } from './people.ts'

const PEOPLE = 6
const THRESHOLDS = [1, 3, 3, 5, 3, 10]

interface Told {
  readonly who: number
  readonly of: number
  readonly at: number
}

const encounter = fc.record({
  two: fc.subarray([...Array(PEOPLE).keys()], { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[number, number]>,
  mutualFriends: fc.oneof(fc.nat(6), fc.nat(30)),
  wait: fc.oneof(fc.nat(20 * MINUTE), fc.nat(20 * MINUTE), fc.nat(8 * HOUR), fc.nat(30 * DAY)),
  hush: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(HOUR) }),
})
type Encounter = typeof encounter extends fc.Arbitrary<infer One> ? One : never
const encounters = fc.array(encounter, { minLength: 20, maxLength: 150, size: 'max' })

/** Six people meet again and again; whoever can be told is told at once. The log is of each who was told. */
const walk = (all: readonly Encounter[]): { told: Told[]; hushed: Told[]; low: Told[] } => {
  const notices: AroundNotices[] = Array.from({ length: PEOPLE }, noAroundNotices)
  const hushUntil: number[] = Array(PEOPLE).fill(0)
  const pairs = new Map<string, PairRecord>()
  const log = { told: [] as Told[], hushed: [] as Told[], low: [] as Told[] }
  let now = NOON as number
  for (const { two, mutualFriends, wait, hush } of all) {
    const [a, b] = two
    now += wait
    if (hush > 0) hushUntil[a] = now + hush
    const at = now as Seconds
    const side = (one: number) => ({
      notices: notices[one]!,
      quiet: { ...noQuiet(), own: hushUntil[one]! as Seconds },
      mutes: false,
    })
    const pair = pairs.get(`${a} ${b}`) ?? newPair()
    const [thresholdA, thresholdB] = [THRESHOLDS[a]!, THRESHOLDS[b]!]
    const facts = { step: stepOf(mutualFriends), thresholdA, thresholdB, known: false }
    if (!cardAround(pair, facts, at) || aroundDue(side(a), side(b), at) > at) continue
    pairs.set(`${a} ${b}`, shownAround(pair, at))
    for (const [who, of] of [
      [a, b],
      [b, a],
    ] as const) {
      notices[who] = toldAround(notices[who]!, at)
      log.told.push({ who, of, at })
      if (now < hushUntil[who]!) log.hushed.push({ who, of, at })
      if (mutualFriends < THRESHOLDS[who]!) log.low.push({ who, of, at })
    }
  }
  return log
}

const inAllWalks = (check: (log: ReturnType<typeof walk>) => void): void => {
  let told = 0
  fc.assert(
    fc.property(encounters, (all) => {
      const log = walk(all)
      told += log.told.length
      check(log)
    }),
  )
  expect(told).toBeGreaterThan(500)
}

const timesOf = (told: readonly Told[], who: number): number[] =>
  told.filter((one) => one.who === who).map(({ at }) => at)

describe('all that was ever told around', () => {
  it('ENC4 never more than 3 in any 24 hours, for either side', () => {
    let most = 0
    inAllWalks(({ told }) => {
      for (let who = 0; who < PEOPLE; who++) {
        const times = timesOf(told, who)
        for (const from of times) {
          const inADay = times.filter((at) => at >= from && at - from < DAY).length
          most = Math.max(most, inADay)
          expect(inADay).toBeLessThanOrEqual(3)
        }
      }
    })
    expect(most).toBe(3)
  })

  it('ENC4 never closer than 30 minutes, for either side', () => {
    inAllWalks(({ told }) => {
      for (let who = 0; who < PEOPLE; who++) {
        const times = timesOf(told, who)
        for (const [i, at] of times.entries()) if (i > 0) expect(at - times[i - 1]!).toBeGreaterThanOrEqual(30 * MINUTE)
      }
    })
  })

  it('ENC3 never the same pair twice in 30 days', () => {
    inAllWalks(({ told }) => {
      for (const one of told)
        for (const later of told)
          if (later.at > one.at && later.who === one.who && later.of === one.of)
            expect(later.at - one.at).toBeGreaterThanOrEqual(30 * DAY)
    })
  })

  it('ENC6 never in a hush of either, ENC1 never below the threshold of either', () => {
    inAllWalks(({ hushed, low }) => expect([hushed, low]).toEqual([[], []]))
  })

  it('ENC1 a threshold is a step', () => {
    for (const threshold of THRESHOLDS) expect(STEPS).toContain(threshold)
  })
})
