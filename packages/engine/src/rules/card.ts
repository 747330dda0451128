/** Card or none (ENC1, ENC2, ENC3, REV6, TOP3): asked for both at once, so that neither sees what the other does not. */
import { POLICY } from './policy.ts'
import type { PairRecord, PairSide, Side } from './records.ts'
import { isRecent, noteTold, withSide } from './records.ts'
import type { Step } from './step.ts'
import { after, endOfDay, type Seconds } from './units.ts'

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

/** What one side has said of the other in one room; kept with the room (PRES3), and over when it closes. */
export type SaidHere = 'nothing' | 'not-now' | 'i-know-them'
export type SaidInRoom = Readonly<Record<Side, SaidHere>>

export const nothingSaid = (): SaidInRoom => ({ a: 'nothing', b: 'nothing' })

/**
 * The card of two people in a room, the same for both. `step` is the one to be shown (`stepInRoom`), not the count: a
 * card whose count has fallen to nothing would else say so by going (MUT4).
 */
export const cardInRoom = (pair: PairRecord, said: SaidInRoom, facts: PairFacts, step: Step): Card => {
  if (isKeptApart(pair) || said.a !== 'nothing' || said.b !== 'nothing') return 'none'
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
  ...noteTold(noteTold(pair, 'a', now), 'b', now),
  shownAroundAt: endOfDay(now),
})

/** Blocks (REV6), *I know them* said by a member (ENC2), and *not now* said twice by one (ENC3) hold everywhere. */
export const isKeptApart = ({ a, b }: PairRecord): boolean =>
  a.blocks || b.blocks || a.knowsThem || b.knowsThem || saidTwice(a) || saidTwice(b)

const saidTwice = (side: PairSide): boolean => side.notNow >= POLICY.notNowForEver

const saidAround = (side: PairSide, now: Seconds): boolean => now < (side.notNowAroundUntil ?? 0)

/** A pair, and what has been said in one room. */
export interface PairInRoom {
  readonly pair: PairRecord
  readonly said: SaidInRoom
}

/** *Not now* in a room: takes the card from both until it closes. Saying it again in the same room is once. */
export const notNowInRoom = ({ pair, said }: PairInRoom, side: Side, now: Seconds): PairInRoom =>
  said[side] === 'not-now' ? { pair, said } : { pair: onceMore(pair, side, now), said: { ...said, [side]: 'not-now' } }

/** *Not now* around: for 30 days. */
export const notNowAround = (pair: PairRecord, side: Side, now: Seconds): PairRecord =>
  saidAround(pair[side], now)
    ? pair
    : withSide(onceMore(pair, side, now), side, { notNowAroundUntil: after(endOfDay(now), POLICY.memory) })

/** Said once, it is remembered for 30 days; said again by then, for ever. */
const onceMore = (pair: PairRecord, side: Side, now: Seconds): PairRecord => {
  const { notNow, notNowAt } = pair[side]
  const before = saidTwice(pair[side]) || isRecent(notNowAt, now) ? notNow : 0
  return withSide(pair, side, { notNow: before + 1, notNowAt: endOfDay(now) })
}

/** *I know them*: a guest's holds until the room closes, a member's until it is taken back. */
export const iKnowThem = ({ pair, said }: PairInRoom, side: Side, who: 'guest' | 'member'): PairInRoom => {
  if (who === 'member') return { pair: withSide(pair, side, { knowsThem: true }), said }
  return { pair, said: said[side] === 'nothing' ? { ...said, [side]: 'i-know-them' } : said }
}

/** It does not take back a *not now*. */
export const iKnowThemTakenBack = ({ pair, said }: PairInRoom, side: Side): PairInRoom => ({
  pair: withSide(pair, side, { knowsThem: false }),
  said: said[side] === 'i-know-them' ? { ...said, [side]: 'nothing' } : said,
})

export const block = (pair: PairRecord, side: Side, blocks: boolean): PairRecord => withSide(pair, side, { blocks })
