/**
 * The records that rules work on: small, plain values that can be kept anywhere. A pair's is symmetric: what each side
 * has done stands under `a` and `b`, the lower id first, and `swapped` gives the same pair as the other side sees it.
 */
import type { StepMemory } from './step.ts'
import type { Seconds } from './units.ts'

/** Which side of a pair does something. */
export type Side = 'a' | 'b'

/** What one side has said and been told of the other. */
export interface PairSide {
  /** How often they have said *not now* (ENC3). Kept 30 days; after two, until an account is deleted. */
  readonly notNow: number
  /** In which room they last said it (it holds there until the room closes), and until when it holds around. */
  readonly notNowRoom?: string
  readonly notNowAroundUntil?: Seconds
  /** *I know them* (ENC2): a guest's holds in the rooms where it was said, a member's until taken back. */
  readonly knowsThem?: { readonly rooms: readonly string[] } | 'kept'
  /** REV6. Until taken back. */
  readonly blocks: boolean
  /** ENC6. Until taken back. */
  readonly mutes: boolean
  /** When they were last notified of the other (ENC3). Kept 30 days. */
  readonly toldAt?: Seconds
}

/** Two people, whatever rooms they are in: outlives presence as *pair* (PRES3). */
export interface PairRecord {
  readonly a: PairSide
  readonly b: PairSide
  /** The last step shown to two members (MUT4). Kept 30 days. */
  readonly step?: StepMemory
  /** When Around last counted them (MUT4) and last showed them to each other (ENC3). Kept 30 days. */
  readonly countedAroundAt?: Seconds
  readonly shownAroundAt?: Seconds
  /** ENC7: neither sees the other around until then. */
  readonly hiddenUntil?: Seconds
}

const UNTOUCHED: PairSide = { notNow: 0, blocks: false, mutes: false }

export const newPair = (): PairRecord => ({ a: UNTOUCHED, b: UNTOUCHED })

/** The pair with its sides exchanged. */
export const swapped = (pair: PairRecord): PairRecord => ({ ...pair, a: pair.b, b: pair.a })

export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a')

/** A pair in which one side has changed. */
export const withSide = (pair: PairRecord, side: Side, change: Partial<PairSide>): PairRecord => ({
  ...pair,
  [side]: { ...pair[side], ...change },
})
