/** A server for tests: the real app on a real bus in memory, a clock that is moved by hand, handlers of the test's own. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Handlers } from '../../src/api/handler.ts'
import { type AppParts, createApp } from '../../src/app.ts'
import { createMemoryBus, type MemoryBus } from '../../src/bus/memory.ts'
import { type MovableClock, movableClock } from '../../src/clock.ts'
import { createLimits } from '../../src/http/limits.ts'
import { createHub, type Hub } from '../../src/live/hub.ts'
import { createLogger } from '../../src/logging.ts'
import { createMetrics, type Metrics } from '../../src/metrics.ts'
import { createSessions, personRecord, type Sessions } from '../../src/sessions/sessions.ts'
import { EVENING } from './evening.ts'
import { emptyState } from './views.ts'

export const ORIGIN = 'http://localhost:4455'

export interface TestServer {
  readonly app: FastifyInstance
  readonly bus: MemoryBus
  readonly clock: MovableClock
  readonly hub: Hub
  readonly metrics: Metrics
  readonly sessions: Sessions
  /** Every line of the log. */
  readonly lines: Record<string, unknown>[]
  /** Somebody with a session: their id, and the cookie as a browser would send it. */
  guest(name: string): Promise<{ person: string; cookie: string }>
  call(method: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  [Symbol.asyncDispose](): Promise<void>
}

export const idOf = (name: string): string => name.padEnd(22, '_')

export const serve = async (handlers: Partial<Handlers> = {}, change: Partial<AppParts> = {}): Promise<TestServer> => {
  const clock = movableClock(EVENING)
  const bus = await createMemoryBus({ now: clock.now })
  const lines: Record<string, unknown>[] = []
  const log = createLogger({ level: 'debug', stream: { write: (line) => void lines.push(JSON.parse(line)) } })
  const metrics = createMetrics()
  const sessions = createSessions(bus, clock)
  const hub = createHub({ clock, metrics, log })
  const app = await createApp({
    config: { publicUrl: new URL(ORIGIN), acceptedOrigins: [ORIGIN], trustProxy: false },
    handlers,
    sessions,
    hub,
    limits: createLimits(bus),
    metrics,
    clock,
    log,
    addressKey: new Uint8Array(32).fill(7),
    stateOf: async () => emptyState,
    mayWatchDesk: async () => true,
    ready: () => bus.ping(),
    ...change,
  })
  const cookieName = change.config?.publicUrl.protocol === 'https:' ? '__Host-kith' : 'kith'
  return {
    app,
    bus,
    clock,
    hub,
    metrics,
    sessions,
    lines,
    async guest(name) {
      const person = idOf(name)
      const until = clock.now() + 86_400
      await bus.commit([{ kind: 'write', key: personRecord(person), fields: { who: 'guest', name }, until }])
      const { cookie } = await sessions.start(person)
      return { person, cookie: `${cookieName}=${cookie}` }
    },
    call: (method, body, headers = {}) =>
      app.inject({
        method: 'POST',
        url: `/api/${method}`,
        headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async [Symbol.asyncDispose]() {
      await app.close()
      await bus[Symbol.asyncDispose]()
    },
  }
}
