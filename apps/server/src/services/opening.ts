/** Opening a room, opening the same again, and becoming its host by a link. */
import { randomBytes, randomInt } from 'node:crypto'
import { CODE_LENGTH, CODE_LETTERS, type Input, type Output, type RoomView } from '@kith/protocol'
import type { PersonKey, StoredRoom, UnixSeconds } from '../store/store.ts'
import { Refusal } from './refusal.ts'
import { roomFace } from './room/faces.ts'
import { closesAt, forgottenAt, type LiveRoom } from './room/live-room.ts'
import { hashOfKey, type RoomRegistry } from './room/registry.ts'
import type { Rooms } from './rooms.ts'

const DAY = 86_400
const HOUR = 3600
/** How far ahead a room can be opened, and how long one lasts that a guest opens (SAFE2). */
const MOST_AHEAD = 60 * DAY
const LONGEST = DAY
const USUAL = 3 * HOUR
const MOST_HOST_ADDRESSES = 20

export interface Times {
  readonly begins: UnixSeconds
  readonly ends: UnixSeconds
}

export class Opening {
  readonly #registry: RoomRegistry
  readonly #rooms: Rooms

  constructor(registry: RoomRegistry, rooms: Rooms) {
    this.#registry = registry
    this.#rooms = rooms
  }

  get #needs() {
    return this.#registry.needs
  }

  async open(
    input: Input<'rooms.open'>,
    host: PersonKey,
    address: string,
    madeUp = false,
  ): Promise<Output<'rooms.open'>> {
    const times = roomTimes(input, this.#needs.clock.now())
    const hostKey = newKey()
    const stored: StoredRoom = {
      id: this.#needs.newId(),
      code: await this.#newCode(),
      name: tidy(input.name, 'name'),
      size: input.size,
      ...times,
      topics: distinct(input.topics ?? [], 'topics'),
      spots: distinct(input.spots ?? [], 'spots'),
      byNod: input.byNod ?? false,
      hostKeyHash: hashOfKey(hostKey),
      hostName: input.hostName?.trim() ?? '',
      madeUp,
    }
    return { room: await this.#establish(stored, host, address), hostKey }
  }

  /** Same again: the code, name, topics and spots of a room at another time. */
  async again(
    before: LiveRoom,
    asked: Partial<Times>,
    host: PersonKey,
    address: string,
  ): Promise<Output<'host.again'>> {
    const now = this.#needs.clock.now()
    const last = closesAt(before.room)
    const next = roomTimes({ ...asked, begins: asked.begins ?? Math.max(now, last) }, now)
    if (next.begins < last) throw new Refusal('bad-input', { field: 'begins', rule: 'after the room before has ended' })
    const hostKey = newKey()
    const { closedAt: _, ...kept } = before.room
    const stored: StoredRoom = { ...kept, ...next, id: this.#needs.newId(), hostKeyHash: hashOfKey(hostKey) }
    await this.#establish(stored, host, address)
    return { room: roomFace(this.#registry.byId(stored.id)!, now, host), hostKey }
  }

  /** The host link: whoever holds it is host. */
  async becomeHost(code: string, key: string, person: PersonKey, address: string): Promise<RoomView> {
    const room = this.#registry.byCode(code)
    if (!room.state.hostKeyHashes.includes(hashOfKey(key))) throw new Refusal('not-host')
    await this.#needs.guests.keepFor(person, room.room.id, forgottenAt(room.room))
    const guest = await this.#needs.guests.get(person)
    const attendant = await room.turn((turn) => {
      const { hosts, hostAddresses } = room.state
      room.state = {
        ...room.state,
        hosts: [...new Set([...hosts, person])],
        hostAddresses: [...new Set([...hostAddresses, address])].slice(-MOST_HOST_ADDRESSES),
      }
      turn.stateChanged = true
      room.set(person, { isHost: true, admitted: true, hushUntil: guest.hushUntil, hasPairs: guest.hasPairs }, turn)
      const isOpen = room.stateAt(turn.now) === 'open'
      return isOpen ? this.#rooms.comeIn(room, person, undefined, turn) : room.attendant(person)!
    })
    return this.#rooms.view(room, attendant)
  }

  async #establish(stored: StoredRoom, host: PersonKey, address: string): Promise<RoomView> {
    await this.#needs.store.rooms.add(stored)
    const room = this.#registry.add(stored)
    await this.#needs.guests.keepFor(host, stored.id, forgottenAt(stored))
    const { hostName, hostKeyHash } = stored
    const attendant = await room.turn((turn) => {
      room.state = { ...room.state, hosts: [host], hostAddresses: [address], hostKeyHashes: [hostKeyHash] }
      turn.stateChanged = true
      room.set(host, { isHost: true }, turn)
      if (room.stateAt(turn.now) === 'open') return this.#rooms.comeIn(room, host, hostName || undefined, turn)
      return room.set(host, { admitted: true, ...(hostName && { shownName: hostName }) }, turn)
    })
    if (hostName) await this.#needs.guests.note(host, { name: hostName })
    return this.#rooms.view(room, attendant)
  }

  async #newCode(): Promise<string> {
    for (;;) {
      const code = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
      if (!this.#registry.find(code) && !(await this.#needs.store.rooms.byCode(code))) return code
    }
  }
}

const newKey = (): string => randomBytes(32).toString('base64url')

/** Now and three hours unless said; up to 60 days ahead, and a day long at most. */
export const roomTimes = (asked: Partial<Times>, now: UnixSeconds): Times => {
  const begins = Math.max(asked.begins ?? now, now)
  const ends = asked.ends ?? begins + USUAL
  if (begins > now + MOST_AHEAD) throw new Refusal('bad-input', { field: 'begins', rule: 'at most 60 days ahead' })
  if (ends <= begins) throw new Refusal('bad-input', { field: 'ends', rule: 'after it begins' })
  if (ends > begins + LONGEST)
    throw new Refusal('bad-input', { field: 'ends', rule: 'at most 24 hours after it begins' })
  return { begins, ends }
}

const tidy = (text: string, field: string): string => {
  const tidied = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (tidied === '') throw new Refusal('bad-input', { field, rule: 'not only spaces' })
  return tidied
}

export const distinct = (texts: readonly string[], field: string): string[] => [
  ...new Set(texts.map((text, index) => tidy(text, `${field}/${index}`))),
]
