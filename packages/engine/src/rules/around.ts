/**
 * Two people around: everything that can happen between them, as one pure step. The card comes with its notification, to
 * both at once, and not before both are free and near (ENC4, ENC6); then it stands wherever they go (PRES4).
 */
import { block, cardAround, iKnowThem, nothingSaid, notNowAround, shownAround } from './card.ts'
import type { Quiet } from './hush.ts'
import { type AroundNotices, aroundDue, toldAround } from './notify.ts'
import { POLICY } from './policy.ts'
import { isRecent, type PairRecord, type Side } from './records.ts'
import { mayCountAround, type Step, stepOf } from './step.ts'
import { after, endOfDay, NEVER_DUE, type Seconds } from './units.ts'

export interface AroundPerson {
  /** The step from which somebody is shown (ENC1). */
  readonly threshold: number
  /** Of this person: shared by all their pairs. */
  readonly notices: AroundNotices
  readonly quiet: Quiet
}

export interface AroundState {
  readonly pair: PairRecord
  readonly a: AroundPerson
  readonly b: AroundPerson
  /** Both have stopped, in cells that touch (`areNear`). */
  readonly near: boolean
  /** Each has the other, by proof or by statement (ENC2). */
  readonly known: boolean
  /** While their card stands: until when. */
  readonly cardUntil?: Seconds
}

export type AroundEvent =
  /** They have come near. Confirmed friends as counted now (MUT3), or nothing where `mayCountAround` says no (MUT4). */
  | { readonly kind: 'near'; readonly mutualFriends?: number; readonly known: boolean }
  /** One of them has gone on, left or lapsed. */
  | { readonly kind: 'apart' }
  /** A `dueAt` has come, or a hush, mute or threshold has changed. */
  | { readonly kind: 'due' }
  | { readonly kind: 'not-now'; readonly side: Side }
  | { readonly kind: 'i-know-them'; readonly side: Side }
  | { readonly kind: 'block'; readonly side: Side }
  /** ENC7: `until` is the follower's `hiddenUntil`. */
  | { readonly kind: 'followed'; readonly until: Seconds }

export type AroundEffect =
  /** On both screens, and one notification for each. */
  { readonly kind: 'card-appears'; readonly step: Step; readonly until: Seconds } | { readonly kind: 'card-goes' }

export interface AroundStep {
  readonly state: AroundState
  readonly effects: readonly AroundEffect[]
  readonly dueAt: Seconds
}

export const inAround = (state: AroundState, event: AroundEvent, now: Seconds): AroundStep => {
  const { pair } = state
  switch (event.kind) {
    case 'near':
      return show({ ...state, near: true, known: event.known, pair: counted(pair, event.mutualFriends, now) }, now)
    case 'apart':
      return show({ ...state, near: false }, now)
    case 'due':
      return show(state, now)
    case 'not-now':
      return take(state, notNowAround(pair, event.side, now), now)
    case 'i-know-them':
      return take(state, iKnowThem({ pair, said: nothingSaid() }, event.side, 'member').pair, now)
    case 'block':
      return take(state, block(pair, event.side, true), now)
    case 'followed':
      return take(state, { ...pair, hiddenUntil: event.until }, now)
    default:
      return event satisfies never
  }
}

/** MUT4: a count of less than 30 days ago stands, whatever has been counted since. */
const counted = (pair: PairRecord, mutualFriends: number | undefined, now: Seconds): PairRecord =>
  mutualFriends === undefined || !mayCountAround(pair.counted?.at, now)
    ? pair
    : { ...pair, counted: { step: stepOf(mutualFriends), at: endOfDay(now) } }

const take = (state: AroundState, pair: PairRecord, now: Seconds): AroundStep => {
  if (state.cardUntil === undefined) return show({ ...state, pair }, now)
  const { state: next, dueAt } = show({ ...withoutCard(state), pair }, now)
  return { state: next, effects: [{ kind: 'card-goes' }], dueAt }
}

const withoutCard = ({ cardUntil: _, ...rest }: AroundState): AroundState => rest

/** The card that stands, or goes at its end; else the one that is due now, or when it is. */
const show = (state: AroundState, now: Seconds): AroundStep => {
  const { pair, a, b, cardUntil } = state
  if (cardUntil !== undefined && now < cardUntil) return { state, effects: [], dueAt: cardUntil }
  if (cardUntil !== undefined) return { ...show(withoutCard(state), now), effects: [{ kind: 'card-goes' }] }
  const step = pair.counted && isRecent(pair.counted.at, now) ? pair.counted.step : 0
  const facts = { step, thresholdA: a.threshold, thresholdB: b.threshold, known: state.known }
  const isWanted = state.near && cardAround(pair, facts, now)
  const dueAt = isWanted ? aroundDue({ ...a, mutes: pair.a.mutes }, { ...b, mutes: pair.b.mutes }, now) : NEVER_DUE
  return dueAt > now ? { state, effects: [], dueAt } : appear(state, step, now)
}

const appear = (state: AroundState, step: Step, now: Seconds): AroundStep => {
  const until = after(now, POLICY.aroundCard)
  const told = (person: AroundPerson): AroundPerson => ({ ...person, notices: toldAround(person.notices, now) })
  const shown = { ...state, pair: shownAround(state.pair, now), a: told(state.a), b: told(state.b), cardUntil: until }
  return { state: shown, effects: [{ kind: 'card-appears', step, until }], dueAt: until }
}
