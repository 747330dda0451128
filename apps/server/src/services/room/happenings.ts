/** What can happen between people in a room, each as one step of the rules with its effects on everybody's cards. */
import { APART, type PairRow } from '@kith/engine'
import { inRoom, type PairFacts, type RoomEvent, type Seconds } from '@kith/engine/rules'
import type { PersonKey } from '../../store/store.ts'
import type { HeldList } from '../floor/held-list.ts'
import type { Attendance, Attendant } from './attendant.ts'
import { type Between, sideOf } from './between.ts'
import { tellOwn } from './faces.ts'
import type { LiveRoom } from './live-room.ts'
import { keepState, pairState } from './notices.ts'
import type { Turn } from './turn.ts'

/** One step between two, by the rules. */
export const happen = (room: LiveRoom, between: Between, event: RoomEvent, turn: Turn): void => {
  const { state, dueAt } = inRoom(pairState(room, between), event, turn.now as Seconds)
  keepState(room, between, state, turn)
  for (const side of ['a', 'b'] as const) if (Number.isFinite(dueAt[side])) turn.due.add(between[side])
}

/** Somebody says something of somebody: *not now*, *I know them*, a block. */
export const say = (
  room: LiveRoom,
  person: PersonKey,
  other: PersonKey,
  kind: 'not-now' | 'i-know-them' | 'block',
  turn: Turn,
): void => {
  const between = room.betweenThem(person, other)
  happen(room, between, { kind, side: sideOf(between, person) }, turn)
}

/** What the engine told, carried out. */
export const applyRows = (room: LiveRoom, rows: readonly PairRow[], turn: Turn): void => {
  for (const row of rows) {
    const one = room.byPresence.get(row.a)
    const other = room.byPresence.get(row.b)
    if (one === undefined || other === undefined) continue
    const strength = row.change === APART ? 0 : row.strength
    const between = { ...room.betweenThem(one, other), strength }
    happen(room, between, eventOf(room, row, one, other), turn)
  }
}

const eventOf = (room: LiveRoom, row: PairRow, one: PersonKey, other: PersonKey): RoomEvent => {
  const areHere = room.attendant(one)!.here && room.attendant(other)!.here
  if (row.change === APART && !areHere) return { kind: 'apart' }
  return { kind: 'facts', facts: factsOf(room, row, one, other) }
}

const factsOf = (room: LiveRoom, row: PairRow, one: PersonKey, other: PersonKey): PairFacts => {
  const facts = { mutualFriends: row.mutual, sharedTopics: row.sharedTopics, bothRecognisable: false }
  return row.knowEachOther ? { ...facts, known: knownOf(room, one, other) } : facts
}

const knownOf = (room: LiveRoom, one: PersonKey, other: PersonKey): NonNullable<PairFacts['known']> => {
  const lists = [room.attendant(one)!.list, room.attendant(other)!.list] as const
  if (!lists[0] || !lists[1]) return { bothOnlineOnly: false, byProof: false }
  const { aKnowsB, bKnowsA, byProof } = room.needs.floor.relation(lists[0].id, lists[1].id)
  return { bothOnlineOnly: aKnowsB === 'online-only' && bKnowsA === 'online-only', byProof }
}

/** What each sees of the other may have changed although nothing that they share has: names, comings and goings. */
export const showAnew = (room: LiveRoom, person: PersonKey, turn: Turn): void => {
  for (const other of room.attendants.values()) {
    if (other.person === person) continue
    const isOnScreen = room.seen.get(other.person)?.has(person) || room.seen.get(person)?.has(other.person)
    const isNamed = room.attendant(person)?.shownName !== undefined || other.shownName !== undefined
    if (isOnScreen || isNamed) room.setBetween(room.betweenThem(person, other.person), turn)
  }
}

/** What two share is asked for anew: something that kept their card away was taken back. */
export const countAnew = (room: LiveRoom, one: PersonKey, other: PersonKey, turn: Turn): void => {
  const [me, them] = [room.attendant(one)!, room.attendant(other)!]
  if (!me.here || !them.here) return
  const rows = room.needs.floor.leave(me.presence)
  const back = stand(room, me)
  const row = [...back, ...rows].find(({ a, b }) => [a, b].includes(them.presence))
  if (row) applyRows(room, [row], turn)
}

/** Somebody is here from now on, with what is sealed and tapped. */
export const comeIn = (room: LiveRoom, person: PersonKey, change: Partial<Attendance>, turn: Turn): Attendant => {
  const attendant = room.set(person, { ...change, here: true, admitted: true }, turn)
  applyRows(room, stand(room, attendant), turn)
  showAnew(room, person, turn)
  turn.faces = true
  return attendant
}

/** Somebody is here no longer; what is sealed stays until the room is forgotten (CON4). */
export const goOut = (room: LiveRoom, person: PersonKey, change: Partial<Attendance>, turn: Turn): void => {
  const attendant = room.set(person, { ...change, here: false }, turn)
  applyRows(room, room.needs.floor.leave(attendant.presence), turn)
  showAnew(room, person, turn)
  room.seen.delete(person)
  turn.faces = true
}

/** A list is sealed for somebody who is here (CON4); the rules have allowed it. */
export const sealList = (
  room: LiveRoom,
  person: PersonKey,
  held: HeldList,
  seal: Attendance['seal'],
  turn: Turn,
): void => {
  const before = room.attendant(person)!.list
  const list = room.needs.floor.hold(held)
  const attendant = room.set(person, { list, seal }, turn)
  turn.lists.add(person)
  applyRows(room, stand(room, attendant), turn)
  if (before) room.needs.floor.letGo(before)
  tellOwn(room, person, turn)
  turn.faces = true
}

export const tap = (room: LiveRoom, person: PersonKey, tapped: Attendance['tapped'], turn: Turn): void => {
  const attendant = room.set(person, { ...(tapped && { tapped }) }, turn)
  if (attendant.here) applyRows(room, stand(room, attendant), turn)
  tellOwn(room, person, turn)
  turn.faces = true
}

const stand = (room: LiveRoom, attendant: Attendant): PairRow[] =>
  room.needs.floor.enter(attendant.presence, room.place, attendant.list?.id, room.topicNumbers(attendant))
