/** The host's desk (look.md 9, GST1–3, SAFE2, ENC6). Every method has been asked for the host's right before. */
import { randomBytes } from 'node:crypto'
import { addPlaces } from '@kith/engine/rules'
import type { DeskView, Input, RoomView } from '@kith/protocol'
import type { PersonKey, StoredRoom, UnixSeconds } from '../store/store.ts'
import { distinct, roomTimes } from './opening.ts'
import { Refusal } from './refusal.ts'
import { deskView, doorId, forHosts, roomView } from './room/faces.ts'
import { goOut } from './room/happenings.ts'
import { forgottenAt, type LiveRoom } from './room/live-room.ts'
import { hashOfKey, type RoomRegistry } from './room/registry.ts'
import type { Rooms } from './rooms.ts'

/** "Everybody look now" is one short call; again after so long. */
const CALL_PAUSE = 5 * 60
const LONGEST_HUSH = 4 * 3600

export class Hosts {
  readonly #registry: RoomRegistry
  readonly #rooms: Rooms

  constructor(registry: RoomRegistry, rooms: Rooms) {
    this.#registry = registry
    this.#rooms = rooms
  }

  get #needs() {
    return this.#registry.needs
  }

  /** The room, where the caller is its host. */
  of(code: string, person: PersonKey): LiveRoom {
    const room = this.#registry.byCode(code)
    this.#registry.host(room, person)
    return room
  }

  async desk(room: LiveRoom): Promise<DeskView> {
    return deskView(room, this.#needs.clock.now(), await this.#needs.store.reports.ofRoom(room.room.id))
  }

  async link(room: LiveRoom): Promise<string> {
    const key = randomBytes(32).toString('base64url')
    await room.turn((turn) => {
      room.state = { ...room.state, hostKeyHashes: [...room.state.hostKeyHashes, hashOfKey(key)].slice(-50) }
      turn.stateChanged = true
    })
    return key
  }

  async hush(room: LiveRoom, until: UnixSeconds): Promise<void> {
    await room.turn((turn) => {
      room.state = { ...room.state, hushUntil: Math.min(until, turn.now + LONGEST_HUSH) }
      turn.stateChanged = true
      turn.faces = true
      for (const { person } of room.here()) turn.due.add(person)
      room.deadline('hush', room.state.hushUntil > turn.now ? room.state.hushUntil : undefined, (later) => {
        later.faces = true
      })
    })
  }

  async callAll(room: LiveRoom): Promise<void> {
    await room.turn((turn) => {
      const again = room.state.calledAt + CALL_PAUSE
      if (turn.now < again) throw new Refusal('too-much', { retryAfter: again - turn.now })
      room.state = { ...room.state, calledAt: turn.now }
      turn.stateChanged = true
      const notice = { kind: 'notice' as const, about: 'look-now' as const, room: room.room.code }
      turn.tell(() => {
        for (const { person } of room.here()) this.#needs.telling.tell(person, notice)
      })
    })
  }

  /** As many places again; whoever waited because there were none comes in, in the order of their coming. */
  async admitMore(room: LiveRoom): Promise<DeskView> {
    await room.turn(async (turn) => {
      room.state = { ...room.state, admission: addPlaces(room.state.admission) }
      turn.stateChanged = true
      turn.faces = true
      const waiting = [...room.attendants.values()].filter(({ waiting }) => waiting?.why === 'full')
      waiting.sort((x, y) => x.waiting!.since - y.waiting!.since)
      for (const { person } of waiting) await this.#rooms.answer(room, person, true, turn)
    })
    return this.desk(room)
  }

  async answer(room: LiveRoom, door: string, letIn: boolean): Promise<DeskView> {
    await room.turn(async (turn) => {
      const attendant = [...room.attendants.values()].find(
        ({ person, waiting }) => waiting && doorId(room, person) === door,
      )
      if (attendant) await this.#rooms.answer(room, attendant.person, letIn, turn)
    })
    return this.desk(room)
  }

  async change(room: LiveRoom, host: PersonKey, input: Input<'host.change'>): Promise<RoomView> {
    const { room: before } = room
    const change: Partial<StoredRoom> = {
      ...(input.name !== undefined && { name: input.name.trim() || before.name }),
      ...(input.ends !== undefined && { ends: this.#end(before, input.ends) }),
      ...(input.spots && { spots: distinct(input.spots, 'spots') }),
      ...(input.byNod !== undefined && { byNod: input.byNod }),
      ...(input.topics && { topics: this.#topics(room, distinct(input.topics, 'topics')) }),
    }
    await room.turn(async (turn) => {
      await this.#needs.store.rooms.update(before.id, change)
      room.room = { ...before, ...change }
      if (input.byNod !== undefined) {
        room.state = { ...room.state, admission: { ...room.state.admission, byNod: input.byNod } }
        turn.stateChanged = true
      }
      turn.faces = true
    })
    if (input.ends !== undefined) await this.#longer(room)
    return roomView(room, room.attendant(host)!, this.#needs.clock.now())
  }

  #end(before: StoredRoom, ends: UnixSeconds): UnixSeconds {
    const now = this.#needs.clock.now()
    if (ends <= now) throw new Refusal('bad-input', { field: 'ends', rule: 'in the future; to end it now, close it' })
    return Math.max(roomTimes({ begins: before.begins, ends }, Math.min(now, before.begins)).ends, now)
  }

  /** Taps are by index, so that a topic which was tapped stays where it is. */
  #topics(room: LiveRoom, topics: string[]): string[] {
    const tapped = new Set([...room.attendants.values()].flatMap(({ tapped }) => tapped?.host ?? []))
    const isMoved = [...tapped].some((index) => topics[index] !== room.room.topics[index])
    if (isMoved)
      throw new Refusal('bad-input', { field: 'topics', rule: 'those that somebody has tapped stay in their place' })
    return topics
  }

  /** The room ends at another time: so do the records of those in it. */
  async #longer(room: LiveRoom): Promise<void> {
    this.#registry.schedule(room)
    for (const { person } of room.attendants.values())
      await this.#needs.guests.keepFor(person, room.room.id, forgottenAt(room.room))
    await room.turn((turn) => room.keepAll(turn))
  }

  /** SAFE2: for them the room has ended. */
  async remove(room: LiveRoom, reportId: string): Promise<DeskView> {
    const reports = forHosts(room, await this.#needs.store.reports.ofRoom(room.room.id))
    const report = reports.find(({ id }) => id === reportId)
    if (!report) throw new Refusal('bad-input', { field: 'report', rule: 'one of this room' })
    await room.turn((turn) => {
      if (!room.attendant(report.about)) return
      goOut(room, report.about, { removed: true }, turn)
      const over = { kind: 'room-over' as const, code: room.room.code, why: 'removed' as const }
      turn.tell(() => this.#needs.telling.tell(report.about, over))
    })
    return this.desk(room)
  }

  async closeReport(room: LiveRoom, reportId: string): Promise<DeskView> {
    const reports = forHosts(room, await this.#needs.store.reports.ofRoom(room.room.id))
    const report = reports.find(({ id }) => id === reportId)
    if (report) await this.#needs.store.reports.close(reportId)
    return this.desk(room)
  }

  async close(room: LiveRoom): Promise<void> {
    await room.turn(async (turn) => {
      await this.#needs.store.rooms.update(room.room.id, { closedAt: turn.now })
      room.room = { ...room.room, closedAt: turn.now }
    })
    await this.#longer(room)
  }
}
