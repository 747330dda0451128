/** Builds everything that runs, from the configuration; the only place that knows which store and which bus there are. */
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { createHandlers } from './api/handlers.ts'
import { createApp } from './app.ts'
import { createMemoryBus } from './bus/memory.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { createLimits } from './http/limits.ts'
import { type Evaluator, evaluator } from './keys/evaluator.ts'
import { type Keys, loadKeys } from './keys/keys.ts'
import { createHub } from './live/hub.ts'
import { createMetrics, type Metrics, serveMetrics } from './metrics.ts'
import { createServices, type RunningServices } from './services/create-services.ts'
import { createSessions } from './sessions/sessions.ts'
import { createPgliteStore } from './store/pglite.ts'
import { createPostgresStore } from './store/postgres.ts'
import type { Store } from './store/store.ts'
import { createEvening } from './try/evening.ts'

export interface Context {
  readonly app: FastifyInstance
  readonly services: RunningServices
  readonly keys: Keys
  readonly store: Store
  [Symbol.asyncDispose](): Promise<void>
}

/** What a test may put in place of the real thing. */
export interface ContextOptions {
  readonly clock?: Clock
  /** False for a load run, which needs no built app. */
  readonly hasPages?: boolean
  /** Where the built app is, if not where `npm start` builds it. */
  readonly dist?: string
  /** How many friends the visitor of a made-up evening shares with Ben; for a test that sees them counted. */
  readonly sharedFriends?: number
}

const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url))

export const createContext = async (config: Config, log: Logger, options: ContextOptions = {}): Promise<Context> => {
  const started: AsyncDisposable[] = []
  const dispose = async () => {
    for (const part of started.splice(0).reverse()) await part[Symbol.asyncDispose]()
  }
  const use = <T extends AsyncDisposable>(part: T): T => {
    started.push(part)
    return part
  }
  try {
    return { ...(await build(config, log, options, use)), [Symbol.asyncDispose]: dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

const build = async (
  config: Config,
  log: Logger,
  options: ContextOptions,
  use: <T extends AsyncDisposable>(part: T) => T,
): Promise<Omit<Context, typeof Symbol.asyncDispose>> => {
  const { clock = systemClock } = options
  const keys = await loadKeys(config.paths.keys)
  const store = use(await openStore(config, log))
  await mkdir(dirname(config.paths.bus), { recursive: true, mode: 0o700 })
  const bus = use(await createMemoryBus({ file: config.paths.bus, now: () => clock.now(), log }))
  const oprf = use(evaluator(keys))
  const metrics = createMetrics()
  const hub = createHub({ clock, metrics, log })
  const limits = createLimits(bus)
  const sessions = createSessions(bus, clock)
  const services = await createServices({
    needs: { store, bus, clock, hashes: keys, telling: hub, log, newId },
    limits,
    oprf: { keyId: keys.oprfKeyId, evaluate: counted(oprf, metrics) },
    budgets: {
      perGuestAndRoom: config.budgets.guestPerRoom,
      perAddressAndHour: config.budgets.addressPerHour,
      perPlace: config.budgets.hostAddressPerPlace,
    },
    ...(config.publicUrl.isReachableByPhones && { publicUrl: config.publicUrl.origin }),
  })
  use({ [Symbol.asyncDispose]: async () => services.retention.stop() })
  const app = await createApp({
    config: {
      publicUrl: new URL(config.publicUrl.origin),
      acceptedOrigins: config.publicUrl.acceptedOrigins,
      trustProxy: config.trustProxy,
    },
    handlers: createHandlers(services),
    sessions,
    hub,
    limits,
    metrics,
    clock,
    log,
    addressKey: keys.addressKey,
    stateOf: (person) => services.me.view(person),
    mayWatchDesk: async (person, code) => services.registry.find(code)?.attendant(person)?.isHost ?? false,
    ready: async () => {
      await Promise.all([store.ping(), bus.ping()])
    },
    ...(options.hasPages !== false && { pages: { dist: options.dist ?? WEB, offersTry: config.hasTry } }),
  })
  use({ [Symbol.asyncDispose]: () => app.close() })
  if (config.hasTry)
    services.evening = use(
      createEvening({
        services,
        sessions,
        publicUrl: new URL(config.publicUrl.origin),
        app: () => app,
        ...(options.sharedFriends !== undefined && { sharedFriends: options.sharedFriends }),
      }),
    )
  watch(services, metrics)
  if (config.metricsPort !== undefined) use(await serveMetrics(metrics, config.metricsPort))
  return { app, services, keys, store }
}

const newId = (): string => randomBytes(16).toString('base64url')

const openStore = ({ databaseUrl, paths }: Config, log: Logger): Promise<Store> =>
  databaseUrl === undefined
    ? createPgliteStore({ directory: paths.database, log })
    : createPostgresStore({ url: databaseUrl, log })

const counted =
  (oprf: Evaluator, { evaluations }: Metrics) =>
  async (batch: Uint8Array) => {
    const result = await oprf.evaluate(batch)
    evaluations.inc(64)
    return result.ok ? result.evaluation.evaluatedElements : undefined
  }

const METRICS_EVERY_MS = 5000

/** Made-up people are in no figure. */
const watch = ({ registry }: RunningServices, { roomsOpen, peoplePresent }: Metrics): void => {
  const open = () =>
    registry.rooms.filter((room) => !room.room.madeUp && room.stateAt(registry.needs.clock.now()) === 'open')
  setInterval(() => {
    roomsOpen.set(open().length)
    peoplePresent.set(open().reduce((sum, room) => sum + room.here().length, 0))
  }, METRICS_EVERY_MS).unref()
}
