/** All rooms that are held in memory: every one that has not been forgotten. */
import { createHash } from 'node:crypto'
import { roomsThatAreOne, type Seconds } from '@kith/engine/rules'
import type { PersonKey, StoredRoom, UnixSeconds } from '../../store/store.ts'
import type { RoomNeeds } from '../needs.ts'
import { Refusal } from '../refusal.ts'
import type { Attendant } from './attendant.ts'
import { roomView } from './faces.ts'
import { comeIn, goOut } from './happenings.ts'
import { loadRoom } from './keeping.ts'
import { closesAt, forgottenAt, LiveRoom } from './live-room.ts'

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** What is done when a room has been closed, and when it is to be forgotten. */
export interface RoomEnds {
  closed(room: LiveRoom): Promise<void>
  forgotten(room: LiveRoom): Promise<void>
}

export class RoomRegistry {
  readonly needs: RoomNeeds
  readonly #byId = new Map<string, LiveRoom>()
  /** Those with each code: *same again* keeps it. */
  readonly #byCode = new Map<string, LiveRoom[]>()
  #ends: RoomEnds | undefined
  #ending: Promise<void> = Promise.resolve()

  constructor(needs: RoomNeeds) {
    this.needs = needs
  }

  onEnds(ends: RoomEnds): void {
    this.#ends = ends
  }

  get rooms(): LiveRoom[] {
    return [...this.#byId.values()]
  }

  /** `no-room` where none has this code; one that has ended is there until it is forgotten. */
  byCode(code: string): LiveRoom {
    const room = this.find(code)
    if (!room) throw new Refusal('no-room')
    return room
  }

  /** The one that is open, else the next to come, else the last that has ended. */
  find(code: string): LiveRoom | undefined {
    const now = this.needs.clock.now()
    const rooms = this.withCode(code)
    return rooms.find((room) => room.stateAt(now) !== 'ended') ?? rooms.at(-1)
  }

  /** All rooms with a code that are not forgotten, the earliest first. */
  withCode(code: string): readonly LiveRoom[] {
    return this.#byCode.get(code) ?? []
  }

  byId(id: string): LiveRoom | undefined {
    return this.#byId.get(id)
  }

  /** Refuses where the room is not open now. */
  open(code: string): LiveRoom {
    const room = this.byCode(code)
    const state = room.stateAt(this.needs.clock.now())
    if (state === 'ended') throw new Refusal('room-ended')
    if (state === 'before') throw new Refusal('not-begun')
    return room
  }

  /** Somebody who is in the room now; refuses where they are not. */
  here(room: LiveRoom, person: PersonKey): Attendant {
    const attendant = room.attendant(person)
    if (!attendant?.here) throw new Refusal(attendant?.removed ? 'room-ended' : 'not-here')
    return attendant
  }

  host(room: LiveRoom, person: PersonKey): Attendant {
    const attendant = room.attendant(person)
    if (!attendant?.isHost) throw new Refusal('not-host')
    return attendant
  }

  /** The other rooms that are one with this one (CON4): of one host, and beginning within 24 hours of each other. */
  oneWith(room: LiveRoom): LiveRoom[] {
    const isOfOneHost = ({ state }: LiveRoom) => state.hosts.some((host) => room.state.hosts.includes(host))
    const rooms = [room, ...this.rooms.filter((other) => other !== room && isOfOneHost(other))]
    const first = roomsThatAreOne(rooms.map((one) => one.room.begins as Seconds))
    return rooms.filter((other, index) => other !== room && first[index] === first[0])
  }

  add(stored: StoredRoom): LiveRoom {
    const room = new LiveRoom(stored, this.needs)
    this.#hold(room)
    return room
  }

  /** After a restart: everything that the store and the bus hold, put back as it was. */
  async load(): Promise<void> {
    const now = this.needs.clock.now()
    const stored = await this.needs.store.rooms.endedSince(now - 24 * 3600 - 60)
    const all = new Map([...(await this.needs.store.rooms.notEnded(now)), ...stored].map((room) => [room.id, room]))
    for (const one of [...all.values()].sort((x, y) => x.begins - y.begins)) {
      const room = new LiveRoom(one, this.needs)
      await loadRoom(room)
      this.#hold(room)
      await this.#putBack(room)
    }
  }

  /** Those who were here are here again; what has passed meanwhile happens now. */
  async #putBack(room: LiveRoom): Promise<void> {
    await room.turn((turn) => {
      const isOpen = room.stateAt(turn.now) === 'open'
      for (const attendant of [...room.attendants.values()].filter(({ here }) => here)) {
        room.attendants.set(attendant.person, { ...attendant, here: false })
        if (isOpen && turn.now < attendant.until) comeIn(room, attendant.person, {}, turn)
        else turn.attendants.add(attendant.person)
      }
    })
    for (const { person, here, until } of room.attendants.values()) if (here) this.stayUntil(room, person, until)
  }

  /** Somebody's presence ends by itself (PRES1), unless the room closes by then. */
  stayUntil(room: LiveRoom, person: PersonKey, until: UnixSeconds): void {
    const isBeforeClosing = until < closesAt(room.room)
    room.deadline(`stay ${person}`, isBeforeClosing ? until : undefined, (turn) => {
      const attendant = room.attendant(person)
      if (!attendant?.here || turn.now < attendant.until) return
      goOut(room, person, {}, turn)
      turn.tell(() => this.needs.telling.tell(person, { kind: 'room-over', code: room.room.code, why: 'time' }))
    })
  }

  /** (Re)sets when the room closes and is forgotten; to be called whenever its times have changed. */
  schedule(room: LiveRoom): void {
    const now = this.needs.clock.now()
    const { begins } = room.room
    room.deadline('begins', begins > now ? begins : undefined, (turn) => turn.tell(() => this.#tellDoorsOpen(room)))
    room.deadline('closes', closesAt(room.room) > now ? closesAt(room.room) : now, () => this.#closed(room))
    room.deadline('forgotten', forgottenAt(room.room), () => this.#forgotten(room))
  }

  /** Those who chose topics and brought their people before are told that they can come in. */
  #tellDoorsOpen(room: LiveRoom): void {
    const now = this.needs.clock.now()
    for (const attendant of room.attendants.values())
      this.needs.telling.tell(attendant.person, { kind: 'room', room: roomView(room, attendant, now) })
  }

  #hold(room: LiveRoom): void {
    this.#byId.set(room.room.id, room)
    const rooms = [...this.withCode(room.room.code), room].sort((x, y) => x.room.begins - y.room.begins)
    this.#byCode.set(room.room.code, rooms)
    this.schedule(room)
  }

  /** Not inside the turn of the deadline: what follows takes turns of its own. */
  #closed(room: LiveRoom): void {
    this.#later(() => this.#ends?.closed(room))
  }

  #forgotten(room: LiveRoom): void {
    this.#later(async () => {
      await this.#ends?.forgotten(room)
      this.#byId.delete(room.room.id)
      const others = this.withCode(room.room.code).filter((other) => other !== room)
      if (others.length > 0) this.#byCode.set(room.room.code, others)
      else this.#byCode.delete(room.room.code)
      room.end()
    })
  }

  #later(work: () => Promise<void> | undefined): void {
    const run = async () => work()
    this.#ending = this.#ending.then(run).catch((error) => this.needs.log.error({ error }, 'a room did not end'))
  }

  /** Waits until every room that has ended or is to be forgotten is dealt with. */
  idle(): Promise<void> {
    return this.#ending
  }
}
