/** Card or none (ENC1, ENC2, ENC3, REV6, TOP3): asked for both at once, so that neither sees what the other does not. */
import { POLICY } from './policy.ts'
import type { PairRecord, PairSide, Side } from './records.ts'
import { withSide } from './records.ts'
import type { Step } from './step.ts'
import { after, type Seconds } from './units.ts'

/** How two people have each other in their lists (ENC2), as the engine's `Pair.relation` says it. */
export interface KnownToEachOther {
  /** Both keep the other as *online only*. */
  readonly bothOnlineOnly: boolean
  /** Each has the other by what the other has proved. */
  readonly byProof: boolean
}

/** What the engine says of a pair, and what both have switched on. */
export interface PairFacts {
  readonly mutualFriends: number
  readonly sharedTopics: number
  /** Absent unless each has the other. */
  readonly known?: KnownToEachOther
  /** Both have switched on *people I know online may recognise me*. */
  readonly bothRecognisable: boolean
}

/**
 * `none`; `shared`: friends, topics or both; `online`: "someone you know online is here"; `online-by-name`: by each one's
 * own label.
 */
export type Card = 'none' | 'shared' | 'online' | 'online-by-name'

/** The card of two people in a room, the same for both. */
export const cardInRoom = (pair: PairRecord, facts: PairFacts, room: string): Card => {
  if (isKeptApart(pair) || saidInRoom(pair.a, room) || saidInRoom(pair.b, room)) return 'none'
  const { known } = facts
  if (known && !known.bothOnlineOnly) return 'none'
  if (known?.byProof) return facts.bothRecognisable ? 'online-by-name' : 'online'
  return facts.mutualFriends > 0 || facts.sharedTopics > 0 ? 'shared' : 'none'
}

/** What Around asks besides: the step as counted over confirmed friends (MUT3), and both sides' thresholds (ENC1). */
export interface AroundFacts {
  readonly step: Step
  readonly thresholdA: number
  readonly thresholdB: number
  /** Each has the other, however: friends get no card around. */
  readonly known: boolean
}

/** Whether two people may be shown to each other around. */
export const cardAround = (pair: PairRecord, facts: AroundFacts, now: Seconds): boolean => {
  if (isKeptApart(pair) || facts.known || now < (pair.hiddenUntil ?? 0)) return false
  if (saidAround(pair.a, now) || saidAround(pair.b, now)) return false
  if (pair.shownAroundAt !== undefined && now - pair.shownAroundAt < POLICY.memory) return false
  return facts.step > 0 && facts.step >= facts.thresholdA && facts.step >= facts.thresholdB
}

/** Blocks (REV6), *I know them* that is kept (ENC2), and *not now* said twice by one of them (ENC3) hold everywhere. */
const isKeptApart = ({ a, b }: PairRecord): boolean =>
  a.blocks || b.blocks || a.knowsThem === 'kept' || b.knowsThem === 'kept' || a.notNow >= 2 || b.notNow >= 2

const saidInRoom = (side: PairSide, room: string): boolean =>
  side.notNowRoom === room || (typeof side.knowsThem === 'object' && side.knowsThem.room === room)

const saidAround = (side: PairSide, now: Seconds): boolean => now < (side.notNowAroundUntil ?? 0)

/** *Not now* in a room: takes the card from both until it closes. Saying it again in the same room is once. */
export const notNowInRoom = (pair: PairRecord, side: Side, room: string): PairRecord =>
  pair[side].notNowRoom === room ? pair : withSide(pair, side, { notNow: pair[side].notNow + 1, notNowRoom: room })

/** *Not now* around: for 30 days. */
export const notNowAround = (pair: PairRecord, side: Side, now: Seconds): PairRecord =>
  saidAround(pair[side], now)
    ? pair
    : withSide(pair, side, { notNow: pair[side].notNow + 1, notNowAroundUntil: after(now, POLICY.memory) })

/** *I know them*: a guest's holds until the room closes, a member's until it is taken back. */
export const iKnowThem = (pair: PairRecord, side: Side, who: 'guest' | 'member', room: string): PairRecord =>
  withSide(pair, side, { knowsThem: who === 'member' ? 'kept' : { room } })

export const iKnowThemTakenBack = (pair: PairRecord, side: Side): PairRecord => {
  const { knowsThem: _, ...rest } = pair[side]
  return { ...pair, [side]: rest }
}

export const block = (pair: PairRecord, side: Side, blocks: boolean): PairRecord => withSide(pair, side, { blocks })
