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
  type SaidHere,
  type SaidInRoom,
  type Seconds,
  STEPS,
} from '../../src/rules/index.ts'

/** Noon of some day. */
export const NOON = (20_000 * DAY + 12 * HOUR) as Seconds

export const minutes = (n: number, from: number = NOON): Seconds => (from + n * MINUTE) as Seconds
export const hours = (n: number, from: number = NOON): Seconds => (from + n * HOUR) as Seconds
export const days = (n: number, from: number = NOON): Seconds => (from + n * DAY) as Seconds
/** The midnight after noon, and so many days later: what happened that day is remembered by it. */
export const midnight = (n = 0): Seconds => days(n, NOON + 12 * HOUR)
export const justBefore = (t: number): Seconds => (t - 1) as Seconds

export const strangers: PairFacts = { mutualFriends: 0, sharedTopics: 0, bothRecognisable: false }

export const ROOMS = ['library', 'choir'] as const

export const step = fc.constantFrom(...STEPS)

const recently = fc.integer({ min: -31, max: 0 }).map((n) => midnight(n))
const until = fc.integer({ min: -1, max: 30 }).map((n) => midnight(n))

const side: fc.Arbitrary<PairSide> = fc.record(
  {
    notNow: fc.nat(2),
    notNowAt: recently,
    notNowAroundUntil: until,
    knowsThem: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    blocks: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    mutes: fc.boolean(),
    toldAt: recently,
  },
  { requiredKeys: ['notNow', 'knowsThem', 'blocks', 'mutes'] },
)

const memory = fc.record({ step, at: recently })

export const pairs: fc.Arbitrary<PairRecord> = fc.record(
  { a: side, b: side, step: memory, counted: memory, shownAroundAt: recently, hiddenUntil: until },
  { requiredKeys: ['a', 'b'] },
)

const saidHere = fc.constantFrom<SaidHere>('nothing', 'nothing', 'nothing', 'not-now', 'i-know-them')
export const saidInRoom: fc.Arbitrary<SaidInRoom> = fc.record({ a: saidHere, b: saidHere })

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
