/** Rooms from outside and inside: looking, joining, leaving, sealing, tapping topics. */
import { admit, presenceUntil, type Seconds, seal, sumShown, type WaitReason } from '@kith/engine/rules'
import type { Output, RoomFace, RoomView, WallView } from '@kith/protocol'
import type { PersonKey } from '../store/store.ts'
import { addedTo, identifiersIn } from './floor/held-list.ts'
import { Refusal } from './refusal.ts'
import type { Attendant } from './room/attendant.ts'
import { roomFace, roomView, wavesWaiting } from './room/faces.ts'
import { comeIn, goOut, sealList, tap } from './room/happenings.ts'
import { closesAt, forgottenAt, type LiveRoom } from './room/live-room.ts'
import type { RoomRegistry } from './room/registry.ts'
import type { Turn } from './room/turn.ts'

/** A guest whose request fails halfway is gone after so long. */
const NOT_YET_IN = 3600
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
      return { you: 'in' as const, room: this.view(room, this.comeIn(room, person, firstName, turn)) }
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

  /** Somebody comes in, whom nothing keeps at the door. */
  comeIn(room: LiveRoom, person: PersonKey, firstName: string | undefined, turn: Turn): Attendant {
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
      this.comeIn(room, person, attendant.shownName, turn)
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
}

const MOST_TAPS = 5

const SEAL_REFUSALS = {
  'too-large': 'list-too-large',
  'no-more-sealings': 'no-more-sealings',
  'nothing-new': 'nothing-new',
} as const
