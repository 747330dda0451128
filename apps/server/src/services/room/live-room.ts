/**
 * A room that is held in memory: who attends it, what is between each two, and the lists that are sealed in it. All of it
 * is on the bus as well, so that a process can die (PRES3); this file keeps both equal. What happens is in happenings.ts.
 */
import type { PlaceId, PresenceId, TopicId } from '@kith/engine'
import { newPair, noHeldEvents, type PairRecord, pairKept, type Seconds } from '@kith/engine/rules'
import type { RoomFace, RoomView } from '@kith/protocol'
import type { BusChange } from '../../bus/bus.ts'
import type { Timer } from '../../clock.ts'
import type { PersonKey, StoredRoom, UnixSeconds } from '../../store/store.ts'
import type { RoomNeeds } from '../needs.ts'
import { type Attendant, newAttendance } from './attendant.ts'
import { type Between, betweenKey, newBetween, writeBetween } from './between.ts'
import { showPairs } from './card-view.ts'
import { deskView, roomView, tellFaces } from './faces.ts'
import { keepTurn, roomKeys } from './keeping.ts'
import { runDue } from './notices.ts'
import { newRoomState, type RoomState } from './room-state.ts'
import type { LitSign } from './signs.ts'
import { Order } from './standing.ts'
import { Queue, Turn } from './turn.ts'

const FORGOTTEN_AFTER = 24 * 3600

/** Topics are numbered in each room: the host's from 1, own words from here. */
const FIRST_OWN_TOPIC = 101

export const closesAt = (room: StoredRoom): UnixSeconds => Math.min(room.ends, room.closedAt ?? room.ends)

/** DATA2: when a room and its guests are forgotten. Of a made-up evening nothing is kept. */
export const forgottenAt = (room: StoredRoom): UnixSeconds => closesAt(room) + (room.madeUp ? 0 : FORGOTTEN_AFTER)

export class LiveRoom {
  readonly needs: RoomNeeds
  readonly place: PlaceId
  room: StoredRoom
  state: RoomState
  readonly attendants = new Map<PersonKey, Attendant>()
  readonly byPresence = new Map<PresenceId, PersonKey>()
  readonly between = new Map<string, Between>()
  /** The pairs of each person in which anybody has ever waved (by `betweenKey`). */
  readonly waved = new Map<PersonKey, Set<string>>()
  /** Whose cards are on whose screen, and in which order. */
  readonly seen = new Map<PersonKey, Set<PersonKey>>()
  readonly orders = new Map<PersonKey, Order>()
  /** The room's look as each was told it last. */
  readonly facesTold = new Map<PersonKey, RoomFace>()
  /** Between whom there is a block, both ways. */
  readonly blocked = new Map<PersonKey, Set<PersonKey>>()
  /** Signs that are lit, by introduction (SIGN1). */
  readonly signs = new Map<string, LitSign>()
  /** Whom the host has let in, past the nod and the address. */
  readonly answered = new Set<PersonKey>()
  readonly #queue = new Queue()
  readonly #timers = new Map<string, Timer>()
  readonly #ownTopics = new Map<string, number>()

  constructor(room: StoredRoom, needs: RoomNeeds) {
    this.room = room
    this.needs = needs
    this.place = needs.floor.newPlace()
    this.state = newRoomState(room.size, room.byNod)
  }

  stateAt(now: UnixSeconds): 'before' | 'open' | 'ended' {
    if (now >= closesAt(this.room)) return 'ended'
    return now < this.room.begins ? 'before' : 'open'
  }

  here(): Attendant[] {
    return [...this.attendants.values()].filter(({ here }) => here)
  }

  /** One turn: changes are collected, then written, then told. */
  turn<T>(work: (turn: Turn) => Promise<T> | T): Promise<T> {
    return this.#queue.run(async () => {
      const turn = new Turn(this.needs.clock.now())
      const result = await work(turn)
      runDue(this, turn)
      showPairs(this, turn)
      tellFaces(this, turn)
      await turn.carryOut(() => keepTurn(this, turn))
      return result
    })
  }

  /** Waits until every turn that has been asked for is over. */
  idle(): Promise<void> {
    return this.#queue.run(async () => undefined)
  }

  attendant(person: PersonKey): Attendant | undefined {
    return this.attendants.get(person)
  }

  /** Changes what is kept of somebody, who is new here where they were not known. */
  set(person: PersonKey, change: Partial<Omit<Attendant, 'person' | 'presence'>>, turn: Turn): Attendant {
    const known = this.attendants.get(person) ?? this.arrive(person, turn.now)
    const changed: Attendant = { ...known, ...change }
    this.attendants.set(person, changed)
    turn.attendants.add(person)
    return changed
  }

  /** Most pairs of a large room have never had anything to do with each other, and making their card ids takes its time. */
  isAnythingBetween(one: PersonKey, other: PersonKey): boolean {
    return this.between.has(betweenKey(one, other))
  }

  betweenThem(one: PersonKey, other: PersonKey): Between {
    return this.between.get(betweenKey(one, other)) ?? this.newBetween(one, other)
  }

  /** Keeps what is between two: on the bus where it could not be counted again, in the database where it outlives the room. */
  setBetween(next: Between, turn: Turn): void {
    const key = betweenKey(next.a, next.b)
    const before = this.between.get(key)
    this.hold(key, next)
    turn.shown.add(key)
    if (!before || writeBetween(before) !== writeBetween(next)) turn.kept.add(key)
    if (isOther(before?.pair, next.pair)) turn.records.set(key, next.pair)
  }

  /** Brings in what the store knows of somebody and those who are here, before anything is counted. */
  async loadPairs(person: PersonKey): Promise<void> {
    if (!this.attendants.get(person)?.hasPairs) return
    const others = [...this.attendants.values()].filter(
      (other) => other.hasPairs && other.person !== person && !this.between.has(betweenKey(person, other.person)),
    )
    if (others.length === 0) return
    const keys = others.map((other) => this.needs.hashes.pairKey(person, other.person))
    const records = await this.needs.store.pairs.byKeys(keys)
    for (const [index, other] of others.entries()) {
      const record = records.get(keys[index]!)
      const kept = record && pairKept(record, this.needs.clock.now() as Seconds)
      if (kept) this.hold(betweenKey(person, other.person), { ...this.newBetween(person, other.person), pair: kept })
    }
  }

  /** What is between somebody and those with whom there has been a wave. */
  wavesOf(person: PersonKey): Between[] {
    return [...(this.waved.get(person) ?? [])].map((key) => this.between.get(key)).filter((one) => one !== undefined)
  }

  order(viewer: PersonKey): Order {
    const order = this.orders.get(viewer) ?? new Order()
    this.orders.set(viewer, order)
    return order
  }

  /** Has a turn taken at a time; once more with the same name replaces it, and no time takes it back. */
  deadline(name: string, at: UnixSeconds | undefined, work: (turn: Turn) => unknown): void {
    this.#timers.get(name)?.cancel()
    this.#timers.delete(name)
    if (at === undefined) return
    const { clock, log } = this.needs
    const run = () => {
      this.#timers.delete(name)
      this.turn(async (turn) => void (await work(turn))).catch((error) => log.error({ error }, 'a deadline failed'))
    }
    this.#timers.set(name, clock.after(Math.max(0, at - clock.now()), run))
  }

  /** What somebody tapped, in the engine's numbers: the host's topics first, own words behind them. */
  topicNumbers({ tapped }: Attendant): TopicId[] {
    if (!tapped) return []
    return [...tapped.host.map((index) => index + 1), ...tapped.own.map((word) => this.#ownTopic(word))] as TopicId[]
  }

  /** The whole room as somebody in it sees it now. */
  viewFor(attendant: Attendant): RoomView {
    return roomView(this, attendant, this.needs.clock.now())
  }

  tellDesk(host: PersonKey): void {
    const { store, telling, clock, log } = this.needs
    const tell = async () => {
      const desk = deskView(this, clock.now(), await store.reports.ofRoom(this.room.id))
      telling.tell(host, { kind: 'desk', desk })
    }
    tell().catch((error) => log.error({ error }, 'a desk was not told'))
  }

  /** Not here any more, and nothing is counted for it: for a room in which all is over at once. */
  stepOut(person: PersonKey, turn: Turn): void {
    const attendant = this.set(person, { here: false }, turn)
    this.needs.floor.leave(attendant.presence)
    this.deadline(`stay ${person}`, undefined, () => undefined)
  }

  /** Everything anew, because the room is kept for another time than before. */
  keepAll(turn: Turn): void {
    turn.stateChanged = true
    for (const { person, list } of this.attendants.values()) {
      turn.attendants.add(person)
      if (list) turn.lists.add(person)
    }
    for (const key of this.between.keys()) turn.kept.add(key)
  }

  /** Takes what the bus holds of the room away. */
  removeRecords(): Promise<void> {
    const keys = Object.values(roomKeys(this.room.id))
    return this.needs.bus.commit(keys.map((key): BusChange => ({ kind: 'remove', key })))
  }

  /** Somebody wishes to be forgotten before the room is. */
  async forget(person: PersonKey): Promise<void> {
    const keys = roomKeys(this.room.id)
    const pairs = [...this.between.keys()].filter((key) => key.includes(person))
    await this.#queue.run(async () => {
      this.drop(person)
      await this.needs.bus.commit([
        { kind: 'remove-fields', key: keys.people, fields: [person] },
        { kind: 'remove-fields', key: keys.lists, fields: [person] },
        { kind: 'remove-fields', key: keys.pairs, fields: pairs },
      ])
    })
  }

  /** Forgets somebody who has no more business here. */
  drop(person: PersonKey): void {
    const attendant = this.attendants.get(person)
    if (!attendant) return
    this.needs.floor.leave(attendant.presence)
    if (attendant.list) this.needs.floor.letGo(attendant.list)
    this.needs.floor.endPresence(attendant.presence)
    this.byPresence.delete(attendant.presence)
    this.attendants.delete(person)
    for (const [key, { a, b }] of this.between) if (a === person || b === person) this.between.delete(key)
    for (const table of [this.seen, this.orders, this.facesTold, this.blocked, this.waved]) table.delete(person)
    for (const order of this.orders.values()) order.remove(person)
  }

  end(): void {
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
    for (const person of [...this.attendants.keys()]) this.drop(person)
    this.needs.floor.endPlace(this.place)
  }

  newBetween(one: PersonKey, other: PersonKey): Between {
    const { hashes } = this.needs
    return newBetween(one, other, (viewer, seen) => hashes.id('card', this.room.id, viewer, seen))
  }

  /** Holds what is between two, and finds it again by who blocked or waved. */
  hold(key: string, between: Between): void {
    this.between.set(key, between)
    const { a, b, pair, wave } = between
    if (wave) for (const person of [a, b]) this.waved.set(person, (this.waved.get(person) ?? new Set()).add(key))
    if (!pair.a.blocks && !pair.b.blocks) return
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      this.blocked.set(one, (this.blocked.get(one) ?? new Set()).add(other))
  }

  #ownTopic(word: string): number {
    const known = this.#ownTopics.get(word)
    if (known !== undefined) return known
    const number = FIRST_OWN_TOPIC + this.#ownTopics.size
    this.#ownTopics.set(word, number)
    return number
  }

  /** Somebody of whom nothing is known here yet. */
  arrive(person: PersonKey, now: UnixSeconds): Attendant {
    const presence = this.needs.floor.newPresence()
    this.byPresence.set(presence, person)
    return { ...newAttendance(now), person, presence, held: noHeldEvents(), hasPairs: false }
  }
}

const UNTOUCHED = JSON.stringify(newPair())

const isOther = (before: PairRecord | undefined, next: PairRecord): boolean =>
  before !== next && JSON.stringify(next) !== (before === undefined ? UNTOUCHED : JSON.stringify(before))
