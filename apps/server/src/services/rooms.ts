/** Rooms from outside and inside: opening, joining, leaving, sealing. */
import { randomBytes, randomInt } from 'node:crypto'
import { admit, presenceUntil, type Seconds, seal, sumShown, type WaitReason } from '@kith/engine/rules'
import {
  CODE_LENGTH,
  CODE_LETTERS,
  type Input,
  type Output,
  type RoomFace,
  type RoomView,
  type WallView,
} from '@kith/protocol'
import type { PersonKey, StoredRoom, UnixSeconds } from '../store/store.ts'
import { addedTo, identifiersIn } from './floor/held-list.ts'
import { Refusal } from './refusal.ts'
import type { Attendant } from './room/attendant.ts'
import { roomFace, roomView, wavesWaiting } from './room/faces.ts'
import { comeIn, goOut, sealList, tap } from './room/happenings.ts'
import { closesAt, forgottenAt, type LiveRoom } from './room/live-room.ts'
import { hashOfKey, type RoomRegistry } from './room/registry.ts'
import type { Turn } from './room/turn.ts'

const DAY = 86_400
const HOUR = 3600
/** How far ahead a room can be opened, and how long one lasts that a guest opens (SAFE2). */
const MOST_AHEAD = 60 * DAY
const LONGEST = DAY
const USUAL = 3 * HOUR
/** A guest whose request fails halfway is gone after so long. */
const NOT_YET_IN = HOUR
/** Of a made-up evening nothing outlives the room. */
const NOT_YET_IN_MADE_UP = 60

export interface Joining {
  readonly person: PersonKey
  /** Keyed hash of the network address (GST1). */
  readonly address: string
  readonly firstName?: string
}

export class Rooms {
  readonly #registry: RoomRegistry
  /** Where phones can reach this server; absent where they cannot. */
  readonly #publicUrl: string | undefined

  readonly #tellWaves: (person: PersonKey) => Promise<void>

  constructor(registry: RoomRegistry, publicUrl: string | undefined, tellWaves: (person: PersonKey) => Promise<void>) {
    this.#registry = registry
    this.#publicUrl = publicUrl
    this.#tellWaves = tellWaves
  }

  get #needs() {
    return this.#registry.needs
  }

  /** A guest who has no room yet; for methods that make a session. */
  newGuest(madeUp = false): Promise<PersonKey> {
    return this.#needs.guests.create(this.#needs.clock.now() + (madeUp ? NOT_YET_IN_MADE_UP : NOT_YET_IN), madeUp)
  }

  /** Whoever calls, or somebody new: who was in a made-up evening is somebody else among real people. */
  async guestFor(person: PersonKey | undefined): Promise<PersonKey> {
    const guest = person === undefined ? undefined : await this.#needs.guests.find(person)
    return guest && !guest.madeUp ? guest.person : this.newGuest()
  }

  /** Whether somebody has business in a room of real people that has not ended. */
  async isInRoom(person: PersonKey): Promise<boolean> {
    const guest = await this.#needs.guests.find(person)
    const now = this.#needs.clock.now()
    const isOpen = (id: string) => this.#registry.byId(id)?.stateAt(now) === 'open'
    return (
      guest !== undefined &&
      !guest.madeUp &&
      guest.rooms.some((id) => isOpen(id) && this.#registry.byId(id)?.attendant(person)?.here)
    )
  }

  async open(
    input: Input<'rooms.open'>,
    host: PersonKey,
    address: string,
    madeUp = false,
  ): Promise<Output<'rooms.open'>> {
    const now = this.#needs.clock.now()
    const times = roomTimes(input, now)
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
  async again(before: LiveRoom, times: { begins?: number; ends?: number }, host: PersonKey, address: string) {
    const now = this.#needs.clock.now()
    const last = closesAt(before.room)
    const next = roomTimes(
      { begins: times.begins ?? Math.max(now, last), ...(times.ends !== undefined && { ends: times.ends }) },
      now,
    )
    if (next.begins < last) throw new Refusal('bad-input', { field: 'begins', rule: 'after the room before has ended' })
    const hostKey = newKey()
    const { closedAt: _, ...kept } = before.room
    const stored: StoredRoom = { ...kept, ...next, id: this.#needs.newId(), hostKeyHash: hashOfKey(hostKey) }
    await this.#establish(stored, host, address)
    const room = this.#registry.byId(stored.id)!
    return { room: roomFace(room, now, host), hostKey }
  }

  async #establish(stored: StoredRoom, host: PersonKey, address: string): Promise<RoomView> {
    await this.#needs.store.rooms.add(stored)
    const room = this.#registry.add(stored)
    await this.#needs.guests.keepFor(host, stored.id, forgottenAt(stored))
    const name = stored.hostName
    const attendant = await room.turn((turn) => {
      room.state = {
        ...room.state,
        hosts: [host],
        hostAddresses: [address],
        hostKeyHashes: [stored.hostKeyHash],
      }
      turn.stateChanged = true
      room.set(host, { isHost: true }, turn)
      if (room.stateAt(turn.now) === 'open') return this.#comeIn(room, host, name || undefined, turn)
      return room.set(host, { admitted: true, ...(name && { shownName: name }) }, turn)
    })
    if (name) await this.#needs.guests.note(host, { name })
    return this.view(room, attendant)
  }

  peek(code: string, person?: PersonKey): RoomFace {
    return roomFace(this.#registry.byCode(code), this.#needs.clock.now(), person)
  }

  view(room: LiveRoom, attendant: Attendant): RoomView {
    return roomView(room, attendant, this.#needs.clock.now())
  }

  wall(code: string): WallView {
    const room = this.#registry.byCode(code)
    return {
      face: roomFace(room, this.#needs.clock.now()),
      wavesWaiting: sumShown(wavesWaiting(room)) ?? 0,
      introductions: sumShown(room.state.introductions) ?? 0,
      ...(this.#publicUrl && { link: `${this.#publicUrl}/r/${code}` }),
    }
  }

  /** Before a guest is made for it: refuses where there is no such room, or it has ended. */
  async mayJoin(code: string, person?: PersonKey): Promise<void> {
    const room = this.#registry.byCode(code)
    // A made-up evening is one visitor's own; nobody else comes in.
    if (room.room.madeUp && !(await this.#isOfEvening(room, person))) throw new Refusal('no-room')
    if (room.stateAt(this.#needs.clock.now()) === 'ended') throw new Refusal('room-ended')
  }

  /** The visitor of a made-up evening, or one of its made-up people who has no room yet. */
  async #isOfEvening(room: LiveRoom, person: PersonKey | undefined): Promise<boolean> {
    const guest = person === undefined ? undefined : await this.#needs.guests.find(person)
    return guest?.madeUp === true && guest.rooms.every((id) => id === room.room.id)
  }

  async join(code: string, joining: Joining): Promise<Output<'rooms.join'>> {
    const room = this.#registry.byCode(code)
    const { person } = joining
    const firstName = joining.firstName?.trim() || undefined
    if (room.attendant(person)?.removed) throw new Refusal('room-ended')
    await this.#needs.guests.keepFor(person, room.room.id, forgottenAt(room.room))
    if (firstName) await this.#needs.guests.note(person, { name: firstName })
    const guest = await this.#needs.guests.get(person)
    return room.turn(async (turn) => {
      if (room.stateAt(turn.now) === 'ended') throw new Refusal('room-ended')
      const known = room.attendant(person)
      // What was sealed in a room that is one with this one counts here, also when that one is forgotten (CON4).
      const sealed = this.#sealedElsewhere(room, person)?.seal
      if (!known)
        room.set(
          person,
          { hushUntil: guest.hushUntil, hasPairs: guest.hasPairs, ...(sealed && { seal: sealed }) },
          turn,
        )
      if (room.stateAt(turn.now) === 'before') return this.#waitForDoors(room, person, firstName, turn)
      const waits = known?.admitted ? undefined : this.#admit(room, joining, turn)
      if (waits) return this.#wait(room, person, waits, firstName, turn)
      await room.loadPairs(person)
      return { you: 'in' as const, room: this.view(room, this.#comeIn(room, person, firstName, turn)) }
    })
  }

  /** Before the doors open one can choose topics and bring one's people. */
  #waitForDoors(room: LiveRoom, person: PersonKey, firstName: string | undefined, turn: Turn): Output<'rooms.join'> {
    const attendant = room.set(person, { ...(firstName && { shownName: firstName }) }, turn)
    return { you: 'in', room: this.view(room, attendant) }
  }

  #admit(room: LiveRoom, { address, firstName, person }: Joining, turn: Turn): WaitReason | undefined {
    const hostsAddress = room.state.hostAddresses.includes(address)
    const result = admit(
      room.state.admission,
      { address, hostsAddress, answered: room.answered.has(person) },
      turn.now as Seconds,
    )
    if (!result.ok) {
      if (result.waits === 'nod' && !firstName) throw new Refusal('name-needed')
      return result.waits
    }
    room.state = { ...room.state, admission: result.admission }
    turn.stateChanged = true
    return undefined
  }

  #wait(
    room: LiveRoom,
    person: PersonKey,
    why: WaitReason,
    firstName: string | undefined,
    turn: Turn,
  ): Output<'rooms.join'> {
    const name = firstName ?? room.attendant(person)?.waiting?.name ?? ''
    room.set(person, { waiting: { why, since: turn.now, name }, ...(firstName && { shownName: firstName }) }, turn)
    turn.faces = true
    return { you: 'waiting', why }
  }

  #comeIn(room: LiveRoom, person: PersonKey, firstName: string | undefined, turn: Turn): Attendant {
    const until = Math.min(presenceUntil('room', turn.now as Seconds), closesAt(room.room))
    const known = room.attendant(person)
    const { waiting: _, ...rest } = known ?? {}
    if (known?.waiting) room.attendants.set(person, rest as Attendant)
    const joinedAt = known?.admitted ? {} : { joinedAt: turn.now }
    const attendant = comeIn(room, person, { until, ...joinedAt, ...(firstName && { shownName: firstName }) }, turn)
    this.#registry.stayUntil(room, person, until)
    turn.tell(() => {
      const view = this.view(room, room.attendant(person)!)
      this.#needs.telling.tell(person, { kind: 'room', room: view })
    })
    return attendant
  }

  /** The host lets somebody in who waits, or not. */
  async answer(room: LiveRoom, person: PersonKey, letIn: boolean, turn: Turn): Promise<void> {
    const attendant = room.attendant(person)
    if (!attendant?.waiting) return
    const { code } = room.room
    if (letIn) {
      room.answered.add(person)
      const waits = this.#admit(room, { person, address: '', firstName: attendant.waiting.name }, turn)
      if (waits) return
      turn.tell(() => this.#needs.telling.tell(person, { kind: 'answered', code, letIn: true }))
      this.#comeIn(room, person, attendant.shownName, turn)
      return
    }
    const { waiting: _, ...rest } = attendant
    room.attendants.set(person, rest)
    turn.attendants.add(person)
    turn.faces = true
    turn.tell(() => this.#needs.telling.tell(person, { kind: 'answered', code, letIn: false }))
  }

  async leave(code: string, person: PersonKey): Promise<void> {
    const room = this.#registry.byCode(code)
    await room.turn((turn) => {
      const attendant = room.attendant(person)
      if (!attendant) return
      if (attendant.waiting) {
        const { waiting: _, ...rest } = attendant
        room.attendants.set(person, rest)
        turn.attendants.add(person)
        turn.faces = true
      }
      if (attendant.here) goOut(room, person, {}, turn)
      turn.tell(() => this.#needs.telling.tell(person, { kind: 'room-over', code, why: 'left' }))
    })
    await this.#tellWaves(person)
  }

  /** CON4: asks who is here. What was sealed in a room that is one with this one stands here as it was sealed there. */
  async seal(code: string, person: PersonKey): Promise<RoomView> {
    const room = this.#registry.byCode(code)
    const list = await this.#needs.guests.list(person)
    await room.turn(async (turn) => {
      const attendant = this.#registry.here(room, person)
      if (!list) throw new Refusal('no-list')
      const before = attendant.list ? attendant : this.#sealedElsewhere(room, person)
      const added = addedTo(before?.list?.held, list)
      await room.loadPairs(person)
      if (!attendant.list && before?.list && added === 0)
        return sealList(room, person, before.list.held, before.seal, turn)
      const record = before?.seal ?? attendant.seal
      const result = seal(record, 'guest', { identifiers: identifiersIn(list), added })
      if (!result.ok) throw new Refusal(result.refusal === 'empty' ? 'no-list' : SEAL_REFUSALS[result.refusal])
      sealList(room, person, list, result.record, turn)
    })
    return this.view(room, room.attendant(person)!)
  }

  /** Where they have sealed most often, among the rooms that are one with this one. */
  #sealedElsewhere(room: LiveRoom, person: PersonKey): Attendant | undefined {
    const elsewhere = this.#registry.oneWith(room).flatMap((other) => other.attendant(person) ?? [])
    return elsewhere.filter(({ list }) => list).sort((x, y) => y.seal.sealings - x.seal.sealings)[0]
  }

  /** TOP1: once in a room. */
  async tap(code: string, person: PersonKey, host: readonly number[], own: readonly string[]): Promise<RoomView> {
    const room = this.#registry.byCode(code)
    const attendant = await room.turn((turn) => {
      const known = room.attendant(person)
      if (!known || known.removed) throw new Refusal('not-here')
      if (known.tapped) throw new Refusal('topics-tapped')
      const tapped = { host: [...new Set(host)], own: [...new Set(own)] }
      const bad = tapped.host.find((index) => index >= room.room.topics.length)
      if (bad !== undefined) throw new Refusal('bad-input', { field: 'host', rule: `the room has no topic ${bad}` })
      if (tapped.host.length + tapped.own.length > MOST_TAPS)
        throw new Refusal('bad-input', { field: 'host', rule: `at most ${MOST_TAPS} topics together` })
      tap(room, person, tapped, turn)
      return room.attendant(person)!
    })
    return this.view(room, attendant)
  }

  /** The host link: whoever holds it is host. */
  async becomeHost(code: string, key: string, person: PersonKey, address: string): Promise<RoomView> {
    const room = this.#registry.byCode(code)
    if (!room.state.hostKeyHashes.includes(hashOfKey(key))) throw new Refusal('not-host')
    await this.#needs.guests.keepFor(person, room.room.id, forgottenAt(room.room))
    const guest = await this.#needs.guests.get(person)
    const attendant = await room.turn((turn) => {
      room.state = {
        ...room.state,
        hosts: [...new Set([...room.state.hosts, person])],
        hostAddresses: [...new Set([...room.state.hostAddresses, address])].slice(-20),
      }
      turn.stateChanged = true
      room.set(person, { isHost: true, admitted: true, hushUntil: guest.hushUntil, hasPairs: guest.hasPairs }, turn)
      return room.stateAt(turn.now) === 'open' ? this.#comeIn(room, person, undefined, turn) : room.attendant(person)!
    })
    return this.view(room, attendant)
  }

  async #newCode(): Promise<string> {
    for (;;) {
      const code = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
      if (!this.#registry.find(code) && !(await this.#needs.store.rooms.byCode(code))) return code
    }
  }
}

const MOST_TAPS = 5

const SEAL_REFUSALS = {
  'too-large': 'list-too-large',
  'no-more-sealings': 'no-more-sealings',
  'nothing-new': 'nothing-new',
} as const

const newKey = (): string => randomBytes(32).toString('base64url')

/** Now and three hours unless said; up to 60 days ahead, and a day long at most. */
export const roomTimes = (
  input: { begins?: number; ends?: number },
  now: UnixSeconds,
): { begins: number; ends: number } => {
  const begins = Math.max(input.begins ?? now, now)
  const ends = input.ends ?? begins + USUAL
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
