/** How a room in memory and what the bus and the store hold of it stay equal: written with each turn, read at a start. */
import type { BusChange } from '../../bus/bus.ts'
import type { PersonKey } from '../../store/store.ts'
import type { HeldList } from '../floor/held-list.ts'
import { type Attendance, attendanceOf } from './attendant.ts'
import { betweenKey, readBetween, writeBetween } from './between.ts'
import { forgottenAt, type LiveRoom } from './live-room.ts'
import { readRoomState, writeRoomState } from './room-state.ts'
import type { Turn } from './turn.ts'

/** What is kept of people and pairs is looked at again after so long, and forgotten where nothing is left. */
const PAIR_LOOKED_AT_AFTER = 31 * 86_400

export const roomKeys = (id: string) => ({
  state: `room:{${id}}`,
  people: `room:{${id}}:people`,
  lists: `room:{${id}}:lists`,
  pairs: `room:{${id}}:pairs`,
})

/** Writes what a turn has changed: records of pairs to the store, all else to the bus in one piece. */
export const keepTurn = async (room: LiveRoom, turn: Turn): Promise<void> => {
  await keepRecords(room, turn)
  const until = forgottenAt(room.room)
  const keys = roomKeys(room.room.id)
  const { attendants, between } = room
  const people = [...turn.attendants].filter((person) => attendants.has(person))
  const lists = [...turn.lists].filter((person) => attendants.get(person)?.list)
  const pairs = [...turn.kept].filter((key) => between.has(key))
  const written = [
    { key: keys.state, fields: turn.stateChanged ? { state: writeRoomState(room.state) } : {} },
    { key: keys.people, fields: fieldsOf(people, (person) => JSON.stringify(attendanceOf(attendants.get(person)!))) },
    { key: keys.lists, fields: fieldsOf(lists, (person) => JSON.stringify(attendants.get(person)!.list!.held)) },
    { key: keys.pairs, fields: fieldsOf(pairs, (key) => writeBetween(between.get(key)!)) },
  ].filter(({ fields }) => Object.keys(fields).length > 0)
  await room.needs.bus.commit(written.map(({ key, fields }): BusChange => ({ kind: 'write', key, fields, until })))
}

const fieldsOf = (names: readonly string[], write: (name: string) => string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, write(name)]))

const keepRecords = async (room: LiveRoom, turn: Turn): Promise<void> => {
  if (turn.records.size === 0) return
  const { store, hashes } = room.needs
  const keepUntil = turn.now + PAIR_LOOKED_AT_AFTER
  const pairs = [...turn.records].map(([key, record]) => ({ two: key.split(' ') as [PersonKey, PersonKey], record }))
  await store.pairs.put(pairs.map(({ two, record }) => ({ key: hashes.pairKey(...two), record, keepUntil })))
  for (const { two } of pairs) for (const person of two) await notePairs(room, person)
}

const notePairs = async (room: LiveRoom, person: PersonKey): Promise<void> => {
  const attendant = room.attendants.get(person)
  if (!attendant || attendant.hasPairs) return
  room.attendants.set(person, { ...attendant, hasPairs: true })
  await room.needs.guests.note(person, { pairs: '1' })
}

/** Reads what the bus and the store hold of a room. Nothing is counted yet, and nobody is told. */
export const loadRoom = async (room: LiveRoom): Promise<void> => {
  const state = await room.needs.bus.readField(roomKeys(room.room.id).state, 'state')
  if (state) room.state = readRoomState(state)
  await loadPeople(room)
  await loadPairs(room)
  await loadRecords(room)
}

const loadPeople = async (room: LiveRoom): Promise<void> => {
  const { bus, floor } = room.needs
  const keys = roomKeys(room.room.id)
  const lists = await bus.read(keys.lists)
  for (const [person, text] of await bus.read(keys.people)) {
    const attendance: Attendance = JSON.parse(text)
    const list = lists.get(person)
    const standing = list === undefined ? {} : { list: floor.hold(JSON.parse(list) as HeldList) }
    const attendant = room.arrive(person, attendance.joinedAt)
    room.attendants.set(person, { ...attendant, ...attendance, ...standing, hasPairs: true })
  }
}

const loadPairs = async (room: LiveRoom): Promise<void> => {
  const { bus, store } = room.needs
  const read = await bus.read(roomKeys(room.room.id).pairs)
  const pairs = [...read].map(([key, text]) => ({ key, ...readBetween(text) }))
  const waveIds = pairs.flatMap(({ waveId }) => (waveId === undefined ? [] : [waveId]))
  const waves = new Map((await store.waves.byIds(waveIds)).map((wave) => [wave.id, wave]))
  for (const { key, step, said, waveId, introduction } of pairs) {
    const [a, b] = key.split(' ') as [PersonKey, PersonKey]
    const stored = waveId === undefined ? undefined : waves.get(waveId)
    const wave = stored && { wave: { id: stored.id, record: stored.wave, ...(introduction && { introduction }) } }
    const fresh = room.newBetween(a, b)
    room.hold(key, { ...fresh, said, shown: { ...fresh.shown, step }, ...wave })
  }
}

const loadRecords = async (room: LiveRoom): Promise<void> => {
  const { store, hashes } = room.needs
  const pairs = [...room.between.values()]
  const keys = pairs.map(({ a, b }) => hashes.pairKey(a, b))
  const records = await store.pairs.byKeys(keys)
  for (const [index, between] of pairs.entries()) {
    const pair = records.get(keys[index]!)
    if (pair) room.hold(betweenKey(between.a, between.b), { ...between, pair })
  }
}
