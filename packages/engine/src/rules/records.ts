/**
 * The records that rules work on: small, plain values that can be kept anywhere. A pair's is symmetric: what each side
 * has done stands under `a` and `b`, the lower id first, and `swapped` gives the same pair as the other side sees it.
 */
import { POLICY } from './policy.ts'
import type { StepMemory } from './step.ts'
import { endOfDay, type Seconds } from './units.ts'

/** Which side of a pair does something. */
export type Side = 'a' | 'b'

/** What one side has said and been told of the other. */
export interface PairSide {
  /** How often they have said *not now*, and when last (ENC3). Kept 30 days; after two, until an account is deleted. */
  readonly notNow: number
  readonly notNowAt?: Seconds
  /** Until when it holds around. In a room it holds until the room closes, and is kept there (`SaidInRoom`). */
  readonly notNowAroundUntil?: Seconds
  /** *I know them*, said by a member (ENC2). Until taken back. */
  readonly knowsThem: boolean
  /** REV6. Until taken back. */
  readonly blocks: boolean
  /** ENC6. Until taken back. */
  readonly mutes: boolean
  /** When they were last notified of the other (ENC3). Kept 30 days. */
  readonly toldAt?: Seconds
}

/**
 * Two people, whatever rooms they are in: outlives presence as *pair*. It names no room, and each of its times is the
 * midnight after what it tells of (`endOfDay`): it says neither where nor at what hour (PRES3).
 */
export interface PairRecord {
  readonly a: PairSide
  readonly b: PairSide
  /** The last step shown to two members (MUT4). Kept 30 days. */
  readonly step?: StepMemory
  /** What Around counted last, and when (MUT4). Kept 30 days. */
  readonly counted?: StepMemory
  /** When Around last showed them to each other (ENC3). Kept 30 days. */
  readonly shownAroundAt?: Seconds
  /** ENC7: neither sees the other around until then. */
  readonly hiddenUntil?: Seconds
}

const UNTOUCHED: PairSide = { notNow: 0, knowsThem: false, blocks: false, mutes: false }

export const newPair = (): PairRecord => ({ a: UNTOUCHED, b: UNTOUCHED })

/** The pair with its sides exchanged. */
export const swapped = (pair: PairRecord): PairRecord => ({ ...pair, a: pair.b, b: pair.a })

export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a')

/** A pair in which one side has changed. */
export const withSide = (pair: PairRecord, side: Side, change: Partial<PairSide>): PairRecord => ({
  ...pair,
  [side]: { ...pair[side], ...change },
})

/** One side has been notified of the other. */
export const noteTold = (pair: PairRecord, side: Side, now: Seconds): PairRecord =>
  withSide(pair, side, { toldAt: endOfDay(now) })

/** Whether something that is kept for 30 days is still kept. */
export const isRecent = (at: Seconds | undefined, now: Seconds): boolean => at !== undefined && now - at < POLICY.memory

/** The pair without what is kept for 30 days only and is older; undefined where nothing is left (PRES3, DATA2). */
export const pairKept = (pair: PairRecord, now: Seconds): PairRecord | undefined => {
  const { step, counted, shownAroundAt, hiddenUntil } = pair
  const a = sideKept(pair.a, now)
  const b = sideKept(pair.b, now)
  const rest = {
    ...(step && isRecent(step.at, now) && { step }),
    ...(counted && isRecent(counted.at, now) && { counted }),
    ...(shownAroundAt !== undefined && isRecent(shownAroundAt, now) && { shownAroundAt }),
    ...(hiddenUntil !== undefined && now < hiddenUntil && { hiddenUntil }),
  }
  const isEmpty = a === UNTOUCHED && b === UNTOUCHED && Object.keys(rest).length === 0
  return isEmpty ? undefined : { a, b, ...rest }
}

const sideKept = (side: PairSide, now: Seconds): PairSide => {
  const { knowsThem, blocks, mutes, toldAt, notNowAt, notNowAroundUntil } = side
  const isForEver = side.notNow >= POLICY.notNowForEver
  const kept = {
    ...(isRecent(toldAt, now) && { toldAt: toldAt! }),
    ...(!isForEver && isRecent(notNowAt, now) && { notNowAt: notNowAt! }),
    ...(!isForEver && now < (notNowAroundUntil ?? 0) && { notNowAroundUntil: notNowAroundUntil! }),
  }
  const notNow = isForEver || kept.notNowAt !== undefined ? side.notNow : 0
  const isEmpty = notNow === 0 && !knowsThem && !blocks && !mutes && Object.keys(kept).length === 0
  return isEmpty ? UNTOUCHED : { notNow, knowsThem, blocks, mutes, ...kept }
}
