/**
 * A whole server for tests, in this process: real store, bus, engine, rules, methods and hub; only the clock is moved by
 * hand. People come through the front door (`POST /api/…`), and what their devices would be told is written down.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blindEvaluate, deriveKeyPair, ready } from '@kith/contacts/psi/server'
import type { ErrorCode, Input, LiveEvent, MethodName, Output, Tie, WireError } from '@kith/protocol'
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
import type { Telling } from '../../src/services/telling.ts'
import { createSessions } from '../../src/sessions/sessions.ts'
import type { Store } from '../../src/store/store.ts'
import { freshStore } from '../store/fresh.ts'

export const ORIGIN = 'http://localhost:4455'
/** A Tuesday evening. */
export const EVENING = Date.UTC(2026, 10, 24, 19, 0, 0) / 1000

const SEED = Uint8Array.from({ length: 32 }, (_, i) => i + 1)

export interface Friend {
  /** Who it is: the same word is the same person. */
  readonly who: string
  readonly tie?: Tie
  readonly story?: string
  readonly onlineOnly?: boolean
}

export class Visitor {
  readonly #house: House
  #cookie = ''
  /** Entry ids by the friend's word. */
  readonly entries = new Map<string, string>()
  address = '10.0.0.1'

  constructor(house: House) {
    this.#house = house
  }

  get person(): string {
    return this.#cookie.split('=')[1]?.split('.')[0] ?? ''
  }

  get cookie(): string {
    return this.#cookie
  }

  /** What all devices of this person have been told so far. */
  get told(): LiveEvent[] {
    return [...(this.#house.told.get(this.person) ?? [])]
  }

  toldOf<K extends LiveEvent['kind']>(kind: K): Extract<LiveEvent, { kind: K }>[] {
    return this.told.filter((event): event is Extract<LiveEvent, { kind: K }> => event.kind === kind)
  }

  /** Calls a method and expects it to answer. */
  async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const { status, body } = await this.send(method, input)
    if (status !== 200) throw new Error(`${method}: ${status} ${JSON.stringify(body)}`)
    return body as Output<M>
  }

  /** Calls a method and expects it to be refused. */
  async refused<M extends MethodName>(method: M, input: Input<M>): Promise<WireError> {
    const { status, body } = await this.send(method, input)
    if (status === 200) throw new Error(`${method} was not refused`)
    return body as WireError
  }

  async refusal<M extends MethodName>(method: M, input: Input<M>): Promise<ErrorCode> {
    return (await this.refused(method, input)).error
  }

  async send(method: string, input: unknown): Promise<{ status: number; body: unknown; text: string }> {
    const response = await this.#house.app.inject({
      method: 'POST',
      url: `/api/${method}`,
      headers: { origin: ORIGIN, ...(this.#cookie && { cookie: this.#cookie }) },
      remoteAddress: this.address,
      payload: input as object,
    })
    const [set] = response.cookies
    if (set) this.#cookie = `${set.name}=${set.value}`
    return { status: response.statusCode, body: response.json(), text: response.body }
  }

  /** Puts a list; tokens are made from words, as the same for everybody (the OPRF is tested on its own). */
  async bring(friends: readonly (Friend | string)[], stated: readonly string[] = []): Promise<void> {
    const entries = friends
      .map((friend) => (typeof friend === 'string' ? { who: friend } : friend))
      .map((friend) => {
        const id = this.entries.get(friend.who) ?? randomBytes(16).toString('base64url')
        this.entries.set(friend.who, id)
        const { who, tie = 'other', story, onlineOnly = false } = friend
        return { id, tokens: [tokenOf(who)], tie, onlineOnly, ...(story && { story }) }
      })
    await this.call('contacts.put', { keyId: this.#house.keyId, entries, stated: stated.map(tokenOf) })
  }

  nameOf(entry: string): string | undefined {
    return [...this.entries].find(([, id]) => id === entry)?.[0]
  }

  async join(code: string, firstName?: string): Promise<Output<'rooms.join'>> {
    return this.call('rooms.join', { code, ...(firstName && { firstName }) })
  }

  /** Joins with a list and asks who is here. */
  async enter(code: string, friends: readonly (Friend | string)[], firstName?: string): Promise<void> {
    await this.join(code, firstName)
    await this.bring(friends)
    await this.call('rooms.seal', { code })
  }

  async room(code: string) {
    const me = await this.call('me.get', {})
    return me.rooms.find(({ face }) => face.code === code)
  }

  async cards(code: string) {
    return (await this.room(code))?.cards ?? []
  }
}

export const tokenOf = (word: string): string =>
  createHmac('sha512', 'a token of the tests').update(word).digest('base64url')

export interface House {
  readonly app: FastifyInstance
  readonly bus: MemoryBus
  readonly store: Store
  readonly clock: MovableClock
  readonly services: RunningServices
  readonly told: Map<string, LiveEvent[]>
  readonly keyId: string
  readonly lines: string[]
  visitor(address?: string): Visitor
  /** Moves the clock, and waits until what fell due is done. */
  move(seconds: number): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface HouseOptions {
  readonly clock?: MovableClock
  readonly store?: Store
  readonly busFile?: string
}

export const openHouse = async (options: HouseOptions = {}): Promise<House> => {
  await ready()
  const clock = options.clock ?? movableClock(EVENING)
  const store = options.store ?? (await freshStore())
  const folder = options.busFile ? undefined : await mkdtemp(join(tmpdir(), 'kith-house-'))
  const bus = await createMemoryBus({ now: clock.now, file: options.busFile ?? join(folder!, 'bus') })
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const metrics = createMetrics()
  const sessions = createSessions(bus, clock)
  const hub = createHub({ clock, metrics, log })
  const told = new Map<string, LiveEvent[]>()
  const telling: Telling = {
    tell(person, event) {
      const before = told.get(person)
      if (before) before.push(event)
      else told.set(person, [event])
      hub.tell(person, event)
    },
    // What a device would be told is written down, whether one is connected or not.
    isConnected: () => true,
    watchersOf: (code) => hub.watchersOf(code),
    disconnect: (person) => hub.disconnect(person),
  }
  const limits = createLimits(bus)
  const { skS } = deriveKeyPair(SEED, new TextEncoder().encode('a key of the tests'))
  const keyId = 'tests'
  const services = await createServices({
    needs: { store, bus, clock, hashes: testHashes, telling, log, newId: () => randomBytes(16).toString('base64url') },
    limits,
    oprf: {
      keyId,
      evaluate: async (batch) => {
        const result = blindEvaluate({ id: keyId, secret: skS }, batch)
        return result.ok ? result.evaluation.evaluatedElements : undefined
      },
    },
    budgets: { perGuestAndRoom: 5120, perAddressAndHour: 50_000, perPlace: 5120 },
    publicUrl: 'https://kith.example',
  })
  const app = await createApp({
    config: { publicUrl: new URL(ORIGIN), acceptedOrigins: [ORIGIN], trustProxy: false },
    handlers: createHandlers(services),
    sessions,
    hub,
    limits,
    metrics,
    clock,
    log,
    addressKey: new Uint8Array(32).fill(7),
    stateOf: (person) => services.me.view(person),
    mayWatchDesk: async () => true,
    ready: () => bus.ping(),
  })
  const house: House = {
    app,
    bus,
    store,
    clock,
    services,
    told,
    keyId,
    lines,
    visitor: (address) => Object.assign(new Visitor(house), address === undefined ? {} : { address }),
    async move(seconds) {
      clock.move(seconds)
      await settle(house)
    },
    async [Symbol.asyncDispose]() {
      services.retention.stop()
      await app.close()
      await bus[Symbol.asyncDispose]()
      if (!options.store) await store[Symbol.asyncDispose]()
      if (folder) await rm(folder, { recursive: true })
    },
  }
  return house
}

/** Deadlines start turns of their own: waits until every room has nothing left to do. */
const settle = async ({ services }: House): Promise<void> => {
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setImmediate(resolve))
    for (const room of services.registry.rooms) await room.idle()
    await services.registry.idle()
  }
}

const mac = (...parts: readonly string[]) =>
  createHmac('sha256', 'hashes of the tests').update(JSON.stringify(parts)).digest()

const testHashes: Hashes = {
  storeHash: (token) => mac('store', Buffer.from(token).toString('hex')).subarray(0, 16).toString('base64url'),
  pairKey: (one, other) => mac('pair', ...[one, other].sort()).toString('hex'),
  order: (...parts) => mac('order', ...parts).readUInt32BE(),
  id: (...parts) =>
    mac('id', ...parts)
      .subarray(0, 16)
      .toString('base64url'),
}
