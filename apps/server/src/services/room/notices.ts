/** Notifications in a room (ENC3, ENC4, ENC6): when somebody is due, what they are told of, and what a hush holds back. */
import {
  eventNotice,
  heldDue,
  holdEvent,
  inRoom,
  mayTellOf,
  noteTold,
  noticesDue,
  otherSide,
  type RoomState as PairState,
  POLICY,
  type Quiet,
  type Seconds,
  type Side,
  takeHeld,
} from '@kith/engine/rules'
import type { LiveEvent } from '@kith/protocol'
import type { PersonKey } from '../../store/store.ts'
import type { Attendant } from './attendant.ts'
import { type Between, sideOf } from './between.ts'
import type { LiveRoom } from './live-room.ts'
import type { Turn } from './turn.ts'

export const quietOf = (room: LiveRoom, attendant: Attendant): Quiet => ({
  own: attendant.hushUntil as Seconds,
  room: room.state.hushUntil as Seconds,
  introduction: attendant.quietUntil as Seconds,
})

/** The two and what is between them, as the rules take it. */
export const pairState = (room: LiveRoom, between: Between): PairState => {
  const person = (key: PersonKey) => {
    const attendant = room.attendant(key)!
    const { notices } = attendant
    return { id: key, who: 'guest' as const, threshold: POLICY.threshold, notices, quiet: quietOf(room, attendant) }
  }
  const { pair, said, shown, a, b } = between
  return { pair, said, shown, a: person(a), b: person(b) }
}

/** Keeps what a rule has made of the two. */
export const keepState = (room: LiveRoom, between: Between, state: PairState, turn: Turn): void => {
  for (const side of ['a', 'b'] as const) {
    const { notices } = state[side]
    if (room.attendant(between[side])!.notices !== notices) room.set(between[side], { notices }, turn)
  }
  room.setBetween({ ...between, pair: state.pair, said: state.said, shown: state.shown }, turn)
}

/** Everybody whose notifications may be due: tells them, or says when to ask again. */
export const runDue = (room: LiveRoom, turn: Turn): void => {
  for (const person of turn.due) {
    const attendant = room.attendant(person)
    if (!attendant?.here) continue
    tellWaiting(room, person, turn)
    tellHeld(room, person, turn)
    askAgain(room, person, turn.now)
  }
}

const tellWaiting = (room: LiveRoom, person: PersonKey, turn: Turn): void => {
  const attendant = room.attendant(person)!
  const [other] = attendant.notices.waiting
  if (other === undefined || noticesDue(attendant.notices, quietOf(room, attendant), turn.now as Seconds) > turn.now)
    return
  const between = room.betweenThem(person, other)
  const holds = (side: Side, third: string) => {
    const viewer = between[side]
    const theirs = room.betweenThem(viewer, third)
    return (
      room.attendant(third) !== undefined &&
      mayTellOf(pairState(room, theirs), sideOf(theirs, viewer), turn.now as Seconds)
    )
  }
  const { state, effects } = inRoom(pairState(room, between), { kind: 'due', holds }, turn.now as Seconds)
  keepState(room, between, state, turn)
  for (const effect of effects) {
    if (effect.kind !== 'notify') continue
    const viewer = between[effect.side]
    const here = between[otherSide(effect.side)]
    for (const third of effect.others) if (third !== here) noteToldOf(room, viewer, third, turn)
    ring(room, viewer, { kind: 'notice', about: 'cards', room: room.room.code, cards: effect.others.length }, turn)
  }
}

const noteToldOf = (room: LiveRoom, viewer: PersonKey, other: PersonKey, turn: Turn): void => {
  const between = room.betweenThem(viewer, other)
  room.setBetween({ ...between, pair: noteTold(between.pair, sideOf(between, viewer), turn.now as Seconds) }, turn)
}

const tellHeld = (room: LiveRoom, person: PersonKey, turn: Turn): void => {
  const attendant = room.attendant(person)!
  const { held, told } = takeHeld(attendant.held, quietOf(room, attendant), () => true, turn.now as Seconds)
  if (held !== attendant.held) room.set(person, { held }, turn)
  if (told.length > 0) ring(room, person, { kind: 'notice', about: 'hush-over', room: room.room.code }, turn)
}

/** A wave, an introduction or a message: rung about now, when the hush is over, or never (ENC4). */
export const ringAbout = (
  room: LiveRoom,
  person: PersonKey,
  other: PersonKey,
  notice: Extract<LiveEvent, { kind: 'notice' }>,
  turn: Turn,
): void => {
  const attendant = room.attendant(person)
  if (!attendant) return
  const between = room.betweenThem(person, other)
  const side = sideOf(between, person)
  const when = eventNotice(
    quietOf(room, attendant),
    between.pair[side],
    between.pair[otherSide(side)].blocks,
    turn.now as Seconds,
  )
  if (when === 'now') ring(room, person, notice, turn)
  if (when !== 'held') return
  room.set(person, { held: holdEvent(attendant.held, `${notice.about} ${other}`) }, turn)
  turn.due.add(person)
}

const ring = (room: LiveRoom, person: PersonKey, notice: Extract<LiveEvent, { kind: 'notice' }>, turn: Turn): void =>
  turn.tell(() => room.needs.telling.tell(person, notice))

/** Has somebody asked again when their pause or hush is over. */
const askAgain = (room: LiveRoom, person: PersonKey, now: number): void => {
  const attendant = room.attendant(person)!
  const quiet = quietOf(room, attendant)
  const at = Math.min(
    noticesDue(attendant.notices, quiet, now as Seconds),
    heldDue(attendant.held, quiet, now as Seconds),
  )
  const isEver = Number.isFinite(at)
  room.deadline(`notices ${person}`, isEver ? Math.max(at, now + 1) : undefined, (turn) => turn.due.add(person))
}
