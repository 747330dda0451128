/** Shorthand of the rules' tests: times, pairs in every state, and what the engine may say of them. */
import fc from 'fast-check'
import {
  type Card,
  DAY,
  HOUR,
  MINUTE,
  type PairFacts,
  type PairRecord,
  type PairSide,
  type Seconds,
  STEPS,
} from '../../src/rules/index.ts'

/** Noon of some day. */
export const NOON = (20_000 * DAY + 12 * HOUR) as Seconds

export const minutes = (n: number, from: number = NOON): Seconds => (from + n * MINUTE) as Seconds
export const hours = (n: number, from: number = NOON): Seconds => (from + n * HOUR) as Seconds
export const days = (n: number, from: number = NOON): Seconds => (from + n * DAY) as Seconds
export const justBefore = (t: number): Seconds => (t - 1) as Seconds

export const strangers: PairFacts = { mutualFriends: 0, sharedTopics: 0, bothRecognisable: false }

export const ROOMS = ['library', 'choir'] as const

export const step = fc.constantFrom(...STEPS)

const recently = fc.integer({ min: NOON - 31 * DAY, max: NOON }).map((t) => t as Seconds)

const side: fc.Arbitrary<PairSide> = fc.record(
  {
    notNow: fc.nat(2),
    notNowRoom: fc.constantFrom(...ROOMS),
    notNowAroundUntil: recently.map((t) => (t + 30 * DAY) as Seconds),
    knowsThem: fc.oneof(
      fc.constant('kept' as const),
      fc.subarray([...ROOMS]).map((rooms) => ({ rooms })),
    ),
    blocks: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    mutes: fc.boolean(),
    toldAt: recently,
  },
  { requiredKeys: ['notNow', 'blocks', 'mutes'] },
)

export const pairs: fc.Arbitrary<PairRecord> = fc.record(
  { a: side, b: side, shownAroundAt: recently, hiddenUntil: recently.map((t) => (t + 30 * DAY) as Seconds) },
  { requiredKeys: ['a', 'b'] },
)

export const facts: fc.Arbitrary<PairFacts> = fc.record(
  {
    mutualFriends: fc.oneof(fc.nat(6), fc.nat(120)),
    sharedTopics: fc.nat(2),
    known: fc.record({ bothOnlineOnly: fc.boolean(), byProof: fc.boolean() }),
    bothRecognisable: fc.boolean(),
  },
  { requiredKeys: ['mutualFriends', 'sharedTopics', 'bothRecognisable'] },
)

export const CARDS: readonly Card[] = ['none', 'shared', 'online', 'online-by-name']
