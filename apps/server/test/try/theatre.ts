/** A server with the made-up evening: real store, bus, engine, methods and sockets; only the clock is moved by hand. */
import { createHmac, randomBytes } from 'node:crypto'
import { makeEntries, readPeople } from '@kith/contacts/entries'
import '@fastify/websocket'
import { readAddressBook } from '@kith/contacts/import'
import { blindEvaluate, deriveKeyPair, ready } from '@kith/contacts/psi/server'
import type { IntroductionView, LiveEvent, MessageView, MyView, Output, RoomView } from '@kith/protocol'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { createHandlers } from '../../src/api/handlers.ts'
import { createApp } from '../../src/app.ts'
import { createMemoryBus, type MemoryBus } from '../../src/bus/memory.ts'
import { type MovableClock, movableClock } from '../../src/clock.ts'
import { createLimits } from '../../src/http/limits.ts'
import { createHub } from '../../src/live/hub.ts'
import { createMetrics } from '../../src/metrics.ts'
import { createServices, type RunningServices } from '../../src/services/create-services.ts'
import type { Hashes } from '../../src/services/hashes.ts'
import { createSessions } from '../../src/sessions/sessions.ts'
import type { Store } from '../../src/store/store.ts'
import { Device } from '../../src/try/device.ts'
import { createEvening, type EveningOptions, type RunningEvening } from '../../src/try/evening.ts'
import { Tokens } from '../../src/try/tokens.ts'
import { freshStore } from '../store/fresh.ts'

export const ORIGIN = 'http://localhost:4455'
const EVENING = Date.UTC(2026, 10, 24, 19, 0, 0) / 1000
const KEY_ID = 'tests'

export interface Theatre {
  readonly app: FastifyInstance
  readonly bus: MemoryBus
  readonly store: Store
  readonly clock: MovableClock
  readonly services: RunningServices
  readonly evening: RunningEvening
  /** What was logged as a warning or worse. */
  readonly complaints: string[]
  /** How many live sockets are open. */
  sockets(): number
  /** As another process does after this one. */
  reopens(): void
  /** Moves the clock step by step, and lets everybody do what they do. */
  move(seconds: number, step?: number): Promise<void>
  post(method: string, input: object, cookie?: string): Promise<Awaited<ReturnType<FastifyInstance['inject']>>>
  [Symbol.asyncDispose](): Promise<void>
}

export type TheatreOptions = Pick<EveningOptions, 'sharedFriends' | 'mostAtATime'>

export const openTheatre = async (options: TheatreOptions = {}): Promise<Theatre> => {
  await ready()
  const clock = movableClock(EVENING)
  const store = await freshStore()
  const bus = await createMemoryBus({ now: clock.now })
  const complaints: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void complaints.push(line) })
  const metrics = createMetrics()
  const hub = createHub({ clock, metrics, log })
  const sessions = createSessions(bus, clock)
  const limits = createLimits(bus)
  const secret = deriveKeyPair(new Uint8Array(32).fill(5), new Uint8Array(0)).skS
  const services = await createServices({
    needs: { store, bus, clock, hashes, telling: hub, log, newId: () => randomBytes(16).toString('base64url') },
    limits,
    oprf: {
      keyId: KEY_ID,
      evaluate: async (batch) => {
        const result = blindEvaluate({ id: KEY_ID, secret }, batch)
        return result.ok ? result.evaluation.evaluatedElements : undefined
      },
    },
    budgets: { perGuestAndRoom: 5120, perAddressAndHour: 50_000, perPlace: 5120 },
  })
  const publicUrl = new URL(ORIGIN)
  let busy = 0
  const busyWith = async <T>(work: Promise<T>): Promise<T> => {
    busy++
    return await work.finally(() => busy--)
  }
  const newEvening = () => createEvening({ services, sessions, publicUrl, app: () => app, ...options })
  const evening = newEvening()
  const app: FastifyInstance = await createApp({
    config: { publicUrl, acceptedOrigins: [ORIGIN], trustProxy: false },
    handlers: createHandlers({ ...services, evening }),
    sessions,
    hub,
    limits,
    metrics,
    clock,
    log,
    addressKey: new Uint8Array(32).fill(7),
    stateOf: (person) => busyWith(services.me.view(person)),
    mayWatchDesk: async () => true,
    ready: () => bus.ping(),
  })
  app.addHook('onRequest', async ({ url }) => {
    // A socket's request is never answered.
    if (url.startsWith('/api/')) busy++
  })
  app.addHook('onResponse', async ({ url }) => {
    if (url.startsWith('/api/')) busy--
  })
  /** Until nobody has asked or been told anything for a while: between two requests nobody waits for anything. */
  const settled = async (): Promise<void> => {
    for (let calm = 0; calm < 5; calm = busy > 0 ? 0 : calm + 1) {
      await new Promise((resolve) => setTimeout(resolve, 4))
      for (const room of services.registry.rooms) await room.idle()
      await services.registry.idle()
    }
  }
  return {
    app,
    bus,
    store,
    clock,
    services,
    evening,
    complaints,
    reopens: () => void newEvening(),
    sockets: () => [...app.websocketServer.clients].filter(({ readyState, OPEN }) => readyState === OPEN).length,
    async move(seconds, step = 1) {
      await settled()
      for (let moved = 0; moved < seconds; moved += step) {
        clock.move(step)
        await settled()
      }
    },
    post: (method, input, cookie) =>
      app.inject({
        method: 'POST',
        url: `/api/${method}`,
        headers: { origin: ORIGIN, ...(cookie && { cookie }) },
        payload: input,
      }),
    async [Symbol.asyncDispose]() {
      await evening[Symbol.asyncDispose]()
      services.retention.stop()
      await app.close()
      await bus[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

const mac = (...parts: readonly string[]) => createHmac('sha256', 'tests').update(JSON.stringify(parts)).digest()
const short = (...parts: readonly string[]) =>
  mac(...parts)
    .subarray(0, 16)
    .toString('base64url')

const hashes: Hashes = {
  storeHash: (token) => short('store', Buffer.from(token).toString('hex')),
  pairKey: (one, other) => mac('pair', ...[one, other].sort()).toString('hex'),
  order: (...parts) => mac('order', ...parts).readUInt32BE(),
  id: (...parts) => short('id', ...parts),
}

/** Somebody who has clicked "See an evening with made-up people". */
export class Visitor {
  readonly told: LiveEvent[] = []
  readonly cookie: string
  readonly code: string
  readonly #device: Device
  readonly #book: Output<'try.open'>['book']
  readonly #names = new Map<string, string>()

  private constructor(theatre: Theatre, opened: Output<'try.open'>, cookie: string) {
    this.cookie = cookie
    this.code = opened.room.face.code
    this.#book = opened.book
    this.#device = new Device({ app: theatre.app, origin: ORIGIN, cookie, address: '192.0.2.7' })
  }

  static async comes(theatre: Theatre): Promise<{ visitor: Visitor; room: RoomView }> {
    const response = await theatre.post('try.open', {})
    if (response.statusCode !== 200) throw new Error(response.body)
    const [cookie] = response.cookies
    const opened: Output<'try.open'> = response.json()
    const visitor = new Visitor(theatre, opened, `${cookie!.name}=${cookie!.value}`)
    await visitor.#device.listen(
      (event) => void visitor.told.push(event),
      () => undefined,
    )
    return { visitor, room: opened.room }
  }

  get call(): Device['call'] {
    return this.#device.call.bind(this.#device)
  }

  /** Reads the sample book as a device does, puts the list, and asks who is here. */
  async bringsSample(): Promise<void> {
    const result = readAddressBook(new TextEncoder().encode(this.#book.vcard))
    if (!result.ok) throw new Error(result.error.message)
    const made = makeEntries(readPeople([{ ...result.book, source: 'sample' }]))
    const tokenOf = await new Tokens().of(
      made.entries.flatMap(({ identifiers }) => identifiers),
      KEY_ID,
      this.#device,
    )
    const stories = new Map(this.#book.stories.map(({ name, story }) => [name, story]))
    const entries = made.entries.map(({ label, identifiers, tie }) => {
      const id = randomBytes(16).toString('base64url')
      this.#names.set(id, label)
      const story = stories.get(label)
      return { id, tokens: identifiers.map(tokenOf), tie, onlineOnly: false, ...(story && { story }) }
    })
    await this.call('contacts.put', { keyId: KEY_ID, entries, stated: [] })
    await this.call('rooms.seal', { code: this.code })
  }

  nameOf(entry: string): string | undefined {
    return this.#names.get(entry)
  }

  async sees(): Promise<MyView> {
    return this.call('me.get', {})
  }

  async cards(): Promise<RoomView['cards']> {
    return (await this.sees()).rooms[0]?.cards ?? []
  }

  async introduction(): Promise<IntroductionView | undefined> {
    return (await this.sees()).introductions[0]
  }

  /** Messages that came live, in order. */
  get heard(): MessageView[] {
    return this.told.flatMap((event) => (event.kind === 'message' && !event.message.mine ? [event.message] : []))
  }

  goes(): void {
    this.#device.off()
  }
}
