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

/** What stands on both screens. The step stays when the card goes: it must not fall when the card comes back (MUT4). */
export interface Shown {
  readonly card: Card
  readonly step: Step
  readonly topics: number
}

export const nothingShown = (): Shown => ({ card: 'none', step: 0, topics: 0 })

/**
 * The card of two people in a room, the same for both. `step` is the one to be shown (`stepInRoom`), not the count: a
 * card whose count has fallen to nothing would else say so by going (MUT4).
 */
export const cardInRoom = (pair: PairRecord, facts: PairFacts, step: Step, room: string): Card => {
  if (isKeptApart(pair) || saidInRoom(pair.a, room) || saidInRoom(pair.b, room)) return 'none'
  const { known } = facts
  if (known && !known.bothOnlineOnly) return 'none'
  if (known?.byProof) return facts.bothRecognisable ? 'online-by-name' : 'online'
  return step > 0 || facts.sharedTopics > 0 ? 'shared' : 'none'
}

/** What Around asks besides: the step as counted over confirmed friends (MUT3), and both sides' thresholds (ENC1). */
export interface AroundFacts {
  readonly step: Step
  readonly thresholdA: number
  readonly thresholdB: number
  /** Each has the other, however: friends get no card around. */
  readonly known: boolean
}

/** Whether two people may be shown to each other around. The card comes with a notification, so none may be too soon. */
export const cardAround = (pair: PairRecord, facts: AroundFacts, now: Seconds): boolean => {
  if (isKeptApart(pair) || facts.known || now < (pair.hiddenUntil ?? 0)) return false
  if (saidAround(pair.a, now) || saidAround(pair.b, now)) return false
  if (isRecent(pair.shownAroundAt, now) || isRecent(pair.a.toldAt, now) || isRecent(pair.b.toldAt, now)) return false
  return facts.step > 0 && facts.step >= facts.thresholdA && facts.step >= facts.thresholdB
}

/** Around has shown two people to each other, and so has told both. */
export const shownAround = (pair: PairRecord, now: Seconds): PairRecord => ({
  ...pair,
  a: { ...pair.a, toldAt: now },
  b: { ...pair.b, toldAt: now },
  shownAroundAt: now,
})

const isRecent = (at: Seconds | undefined, now: Seconds): boolean => at !== undefined && now - at < POLICY.memory

/** Blocks (REV6), *I know them* that is kept (ENC2), and *not now* said twice by one of them (ENC3) hold everywhere. */
const isKeptApart = ({ a, b }: PairRecord): boolean =>
  a.blocks || b.blocks || a.knowsThem === 'kept' || b.knowsThem === 'kept' || a.notNow >= 2 || b.notNow >= 2

const saidInRoom = (side: PairSide, room: string): boolean =>
  side.notNowRoom === room || (typeof side.knowsThem === 'object' && side.knowsThem.rooms.includes(room))

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
export const iKnowThem = (pair: PairRecord, side: Side, who: 'guest' | 'member', room: string): PairRecord => {
  const before = pair[side].knowsThem
  if (who === 'member' || before === 'kept') return withSide(pair, side, { knowsThem: 'kept' })
  const rooms = (before?.rooms ?? []).filter((one) => one !== room)
  return withSide(pair, side, { knowsThem: { rooms: [...rooms, room] } })
}

export const iKnowThemTakenBack = (pair: PairRecord, side: Side): PairRecord => {
  const { knowsThem: _, ...rest } = pair[side]
  return { ...pair, [side]: rest }
}

export const block = (pair: PairRecord, side: Side, blocks: boolean): PairRecord => withSide(pair, side, { blocks })
