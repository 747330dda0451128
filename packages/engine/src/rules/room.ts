/**
 * Two people in one room: everything that can happen between them, as one pure step. What it returns is to be kept, its
 * effects carried out, and `due` said again at `dueAt`; cards only ever come and go for both at once (REV6).
 */
import {
  block,
  cardInRoom,
  iKnowThem,
  notNowInRoom,
  type PairFacts,
  type PairInRoom,
  type SaidInRoom,
  type Shown,
} from './card.ts'
import type { Quiet } from './hush.ts'
import { cardCame, cardWent, type NoticeCard, noNotices, noticesDue, type RoomNotices, takeNotices } from './notify.ts'
import { noteTold, otherSide, type PairRecord, type Side } from './records.ts'
import { stepInRoom } from './step.ts'
import { endOfDay, type Seconds } from './units.ts'

export interface RoomPerson {
  readonly id: string
  readonly who: 'guest' | 'member'
  /** The step from which they are told (ENC1). */
  readonly threshold: number
  /** Of this person in this room: shared by all their pairs there. */
  readonly notices: RoomNotices
  readonly quiet: Quiet
}

export interface RoomState {
  /** Of the two, in whatever room. */
  readonly pair: PairRecord
  /** Of the two in this room: kept until 24 hours after it has closed. */
  readonly said: SaidInRoom
  readonly shown: Shown
  readonly a: RoomPerson
  readonly b: RoomPerson
}

export type RoomEvent =
  /** Both are here and have sealed; what they share is new, or has changed, be it to nothing. */
  | { readonly kind: 'facts'; readonly facts: PairFacts }
  /** One of them has left. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'not-now'; readonly side: Side }
  | { readonly kind: 'i-know-them'; readonly side: Side }
  | { readonly kind: 'block'; readonly side: Side }
  /** A `dueAt` has come. `holds` is asked of the side's other pairs, as `mayTellOf` says it of each. */
  | { readonly kind: 'due'; readonly holds: (side: Side, other: string) => boolean }

export type RoomEffect =
  /** On both screens. */
  | { readonly kind: 'card-appears' | 'card-changes'; readonly shown: Shown }
  | { readonly kind: 'card-goes' }
  /** One notification for one side. To be noted (`noteTold`) on the pairs with the others; on this pair it is. */
  | { readonly kind: 'notify'; readonly side: Side; readonly others: readonly string[] }

export interface RoomStep {
  readonly state: RoomState
  readonly effects: readonly RoomEffect[]
  readonly dueAt: Readonly<Record<Side, Seconds>>
}

export const inRoom = (state: RoomState, event: RoomEvent, now: Seconds): RoomStep => {
  switch (event.kind) {
    case 'facts':
      return show(state, shownFor(state, event.facts, now), now)
    case 'apart':
      return takeCard(state, state, now)
    case 'not-now':
      return takeCard(state, notNowInRoom(state, event.side, now), now)
    case 'i-know-them':
      return takeCard(state, iKnowThem(state, event.side, state[event.side].who), now)
    case 'block':
      return takeCard(state, { pair: block(state.pair, event.side, true), said: state.said }, now)
    case 'due':
      return tell(state, event.holds, now)
    default:
      return event satisfies never
  }
}

/** Whether one side may be told of the other now: the card is there, and is one that notifies them. */
export const mayTellOf = (state: RoomState, side: Side, now: Seconds): boolean =>
  cardCame(noNotices(), noticeCard(state, side), now).waiting.length > 0

const shownFor = (state: RoomState, facts: PairFacts, now: Seconds): Shown => {
  const { pair, said, shown } = state
  const memory = bothMembers(state) && pair.step ? { memory: pair.step } : {}
  const step = stepInRoom({ mutualFriends: facts.mutualFriends, shownHere: shown.step, ...memory }, now)
  const card = cardInRoom(pair, said, facts, step)
  return card === 'none' ? gone(shown) : { card, step, topics: facts.sharedTopics }
}

const gone = ({ step }: Shown): Shown => ({ card: 'none', step, topics: 0 })

const takeCard = (state: RoomState, { pair, said }: PairInRoom, now: Seconds): RoomStep =>
  show({ ...state, pair, said }, gone(state.shown), now)

const show = (before: RoomState, shown: Shown, now: Seconds): RoomStep => {
  const lastShown = { ...before, pair: remembered(before, now) }
  const state = { ...lastShown, shown, pair: remembered({ ...lastShown, shown }, now) }
  const told = { ...state, a: noticed(state, 'a', now), b: noticed(state, 'b', now) }
  return done(told, change(before.shown, shown), now)
}

const change = (before: Shown, shown: Shown): readonly RoomEffect[] => {
  if (shown.card === 'none') return before.card === 'none' ? [] : [{ kind: 'card-goes' }]
  const kind = before.card === 'none' ? 'card-appears' : 'card-changes'
  const isSame = before.card === shown.card && before.step === shown.step && before.topics === shown.topics
  return isSame ? [] : [{ kind, shown }]
}

/** MUT4: a step that two members are shown stays for 30 days from when they were last shown it. */
const remembered = (state: RoomState, now: Seconds): PairRecord => {
  const { pair, shown } = state
  if (!bothMembers(state) || shown.card === 'none' || shown.step === 0) return pair
  const kept = pair.step ? stepInRoom({ mutualFriends: 0, shownHere: 0, memory: pair.step }, now) : 0
  return kept > shown.step ? pair : { ...pair, step: { step: shown.step, at: endOfDay(now) } }
}

const bothMembers = ({ a, b }: RoomState): boolean => a.who === 'member' && b.who === 'member'

const noticeCard = ({ pair, shown, ...people }: RoomState, side: Side): NoticeCard => ({
  other: people[otherSide(side)].id,
  card: shown.card,
  mutualFriends: shown.step,
  threshold: people[side].threshold,
  side: pair[side],
})

const noticed = (state: RoomState, side: Side, now: Seconds): RoomPerson => {
  const card = noticeCard(state, side)
  const { notices } = state[side]
  const next = mayTellOf(state, side, now) ? cardCame(notices, card, now) : cardWent(notices, card.other)
  return { ...state[side], notices: next }
}

const tell = (before: RoomState, holds: (side: Side, other: string) => boolean, now: Seconds): RoomStep => {
  let state = before
  const effects: RoomEffect[] = []
  for (const side of ['a', 'b'] as const) {
    const person = state[side]
    const other = state[otherSide(side)].id
    const holdsHere = (id: string) => (id === other ? mayTellOf(state, side, now) : holds(side, id))
    const { notices, told } = takeNotices(person.notices, person.quiet, holdsHere, now)
    state = { ...state, [side]: { ...person, notices } }
    if (told.includes(other)) state = { ...state, pair: noteTold(state.pair, side, now) }
    if (told.length > 0) effects.push({ kind: 'notify', side, others: told })
  }
  return done(state, effects, now)
}

const done = (state: RoomState, effects: readonly RoomEffect[], now: Seconds): RoomStep => {
  const due = ({ notices, quiet }: RoomPerson): Seconds => noticesDue(notices, quiet, now)
  return { state, effects, dueAt: { a: due(state.a), b: due(state.b) } }
}
