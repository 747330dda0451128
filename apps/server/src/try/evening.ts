/**
 * The made-up evening: somebody alone sees what Kith does. A room, forty made-up people who come through the front door,
 * and an address book to bring. Only the people are made up: all counting is real. Nothing of it outlives half an hour.
 */
import type { Output } from '@kith/protocol'
import type { FastifyInstance } from 'fastify'
import type { Timer, UnixSeconds } from '../clock.ts'
import { Refusal } from '../services/refusal.ts'
import type { LiveRoom } from '../services/room/live-room.ts'
import type { Evening, Services } from '../services/services.ts'
import { sessionCookie } from '../sessions/cookie.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { PersonKey } from '../store/store.ts'
import { Arrivals } from './arrivals.ts'
import { type Book, castBook } from './books/book.ts'
import { bensSample, visitorsSample } from './books/sample.ts'
import { Device } from './device.ts'
import { MadeUpPerson } from './made-up-person.ts'
import { CAST, SPOTS, TOPICS } from './people/cast.ts'
import { SHARED_FRIENDS } from './people/friends.ts'
import { Tokens } from './tokens.ts'

export interface EveningOptions {
  readonly services: Pick<Services, 'registry' | 'rooms' | 'opening' | 'hosts'>
  readonly sessions: Sessions
  readonly publicUrl: URL
  /** Asked for when the first evening is opened: the app is made after its services. */
  readonly app: () => FastifyInstance
  /** How many friends the visitor and Ben share; 25 unless a test wants to see that they are counted. */
  readonly sharedFriends?: number
  readonly mostAtATime?: number
}

export interface RunningEvening extends Evening {
  /** All made-up people go, at once. To be called before the app is closed. */
  [Symbol.asyncDispose](): Promise<void>
}

const LASTS = 30 * 60
export const MOST_EVENINGS = 20
/** Whoever has looked away for so long after opening one can lose it to somebody else. */
const ABANDONED_AFTER = 60

interface Slot {
  readonly visitor: PersonKey
  readonly openedAt: UnixSeconds
  readonly room?: LiveRoom
  readonly arrivals?: Arrivals
  readonly end?: Timer
}

export const createEvening = (options: EveningOptions): RunningEvening => new Evenings(options)

class Evenings implements RunningEvening {
  readonly #options: EveningOptions
  readonly #tokens = new Tokens()
  readonly #slots = new Map<PersonKey, Slot>()
  readonly #sharedFriends: number
  readonly #books: Readonly<Record<'first' | 'second', Output<'try.book'>>>
  /** The cast's, by their place in it: the same every evening, and reading numbers is slow. */
  readonly #castBooks = new Map<number, Book>()
  #number = 0
  #isStopped = false

  constructor(options: EveningOptions) {
    this.#options = options
    this.#sharedFriends = options.sharedFriends ?? SHARED_FRIENDS.length
    this.#books = { first: visitorsSample(), second: bensSample(this.#sharedFriends) }
    this.#closeOld()
  }

  get #needs() {
    return this.#options.services.registry.needs
  }

  book(whose: 'first' | 'second'): Output<'try.book'> {
    return this.#books[whose]
  }

  async open(visitor: PersonKey, address: string): Promise<Output<'try.open'>> {
    if (this.#isStopped || !this.#isRoomForOneMore()) throw new Refusal('too-busy')
    const openedAt = this.#needs.clock.now()
    this.#slots.set(visitor, { visitor, openedAt })
    try {
      const room = await this.#openRoom(address)
      const joined = await this.#options.services.rooms.join(room.room.code, { person: visitor, address })
      if (joined.you !== 'in') throw new Refusal('too-busy')
      this.#begin({ visitor, openedAt, room })
      return { room: joined.room, book: this.#books.first }
    } catch (error) {
      this.#slots.delete(visitor)
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true
    for (const slot of [...this.#slots.values()]) this.#end(slot)
  }

  /** Whoever opens it goes at once: there is no host, and nobody is counted who is not one of the forty. */
  async #openRoom(address: string): Promise<LiveRoom> {
    const { rooms, opening, registry } = this.#options.services
    const opener = await rooms.newGuest(true)
    const ends = this.#needs.clock.now() + LASTS
    const input = { name: 'A made-up evening', size: 40 as const, ends, topics: [...TOPICS], spots: [...SPOTS] }
    const { room } = await opening.open(input, opener, address, true)
    await rooms.leave(room.face.code, opener)
    return registry.byCode(room.face.code)
  }

  #begin(opened: Slot & { readonly room: LiveRoom }): void {
    const { clock, log } = this.#needs
    const number = this.#number++
    const make = (index: number) => this.#madeUp(opened.room.room.code, number, index)
    const arrivals = new Arrivals(CAST.length, make, clock)
    const end = clock.after(LASTS, () => this.#end(slot))
    const slot: Slot = { ...opened, arrivals, end }
    this.#slots.set(opened.visitor, slot)
    if (this.#isStopped) this.#end(slot)
    else void arrivals.begin((error) => log.warn({ err: error }, 'a made-up person did not come'))
  }

  /** A guest with a session of their own; all else they do themselves. */
  async #madeUp(code: string, evening: number, index: number): Promise<MadeUpPerson> {
    const { services, sessions, publicUrl, app } = this.#options
    const { clock, log } = this.#needs
    const member = CAST[index]!
    const person = await services.rooms.newGuest(true)
    const { cookie } = await sessions.start(person)
    const device = new Device({
      app: app(),
      origin: publicUrl.origin,
      cookie: `${sessionCookie(publicUrl).name}=${cookie}`,
      address: addressOf(evening, index),
    })
    const book = this.#castBooks.get(index) ?? castBook(member, this.#sharedFriends)
    this.#castBooks.set(index, book)
    return new MadeUpPerson({ member, book, code, device, tokens: this.#tokens, clock, log })
  }

  #end(slot: Slot): void {
    slot.end?.cancel()
    slot.arrivals?.end()
    if (this.#slots.get(slot.visitor) === slot) this.#slots.delete(slot.visitor)
  }

  /** Where all are taken, the oldest whose visitor has no device connected ends for the new one. */
  #isRoomForOneMore(): boolean {
    if (this.#slots.size < (this.#options.mostAtATime ?? MOST_EVENINGS)) return true
    const { clock, telling } = this.#needs
    const abandoned = [...this.#slots.values()].find(
      ({ visitor, openedAt, room }) =>
        room && clock.now() - openedAt >= ABANDONED_AFTER && !telling.isConnected(visitor),
    )
    if (!abandoned) return false
    this.#end(abandoned)
    this.#close(abandoned.room!)
    return true
  }

  /** Evenings that a process before has left have nobody in them who could answer. */
  #closeOld(): void {
    for (const room of this.#options.services.registry.rooms) if (room.room.madeUp) this.#close(room)
  }

  #close(room: LiveRoom): void {
    const { log } = this.#needs
    this.#options.services.hosts.close(room).catch((error) => {
      // It is forgotten as it closes; who is forgotten before is refused.
      if (!(error instanceof Refusal)) log.error({ err: error }, 'a made-up evening was not closed')
    })
  }
}

/** Each calls from a network of their own, of those that are for examples (RFC 3849): nobody else does. */
const addressOf = (evening: number, index: number): string =>
  `2001:db8:${(evening % 0xffff).toString(16)}:${(index + 1).toString(16)}::1`
