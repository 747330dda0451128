/** The server as a function of what it is given: every method, the live socket, the pages, health. It listens to nothing yet. */

import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { MyView } from '@kith/protocol'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Handlers } from './api/handler.ts'
import type { Clock } from './clock.ts'
import { addressHasher } from './http/address.ts'
import { callerReader } from './http/caller.ts'
import { addDocs } from './http/docs.ts'
import { addDraining } from './http/draining.ts'
import { addErrors } from './http/errors.ts'
import { addHealth } from './http/health.ts'
import type { Limits } from './http/limits.ts'
import { addMethods } from './http/methods.ts'
import { addRequestLog } from './http/request-log.ts'
import type { Hub } from './live/hub.ts'
import { addLive } from './live/route.ts'
import type { Metrics } from './metrics.ts'
import { sendNotFound } from './pages/not-found.ts'
import { addPages, type Pages } from './pages/pages.ts'
import { addSecurityHeaders } from './pages/policies.ts'
import { sessionCookie } from './sessions/cookie.ts'
import type { Sessions } from './sessions/sessions.ts'
import type { PersonKey } from './store/store.ts'

/** What of the configuration concerns HTTP. */
export interface AppConfig {
  readonly publicUrl: URL
  /** Origins whose pages may write, PUBLIC_URL's among them. */
  readonly acceptedOrigins: readonly string[]
  /** Proxies whose word on the caller's address is taken (Fastify's `trustProxy`). */
  readonly trustProxy: boolean | string | readonly string[]
}

export interface AppParts {
  readonly config: AppConfig
  /** A method without a handler answers `not-offered`. */
  readonly handlers: Partial<Handlers>
  readonly sessions: Sessions
  readonly hub: Hub
  readonly limits: Limits
  readonly metrics: Metrics
  readonly clock: Clock
  readonly log: Logger
  /** Under which network addresses are hashed. */
  readonly addressKey: Uint8Array
  readonly stateOf: (person: PersonKey) => Promise<MyView>
  readonly mayWatchDesk: (person: PersonKey, code: string) => Promise<boolean>
  /** Whether store and bus answer. */
  readonly ready: () => Promise<void>
  /** Absent: methods and socket alone. */
  readonly pages?: Pages
}

export const createApp = async (parts: AppParts): Promise<FastifyInstance> => {
  const { config, handlers, sessions, hub, limits, metrics, log } = parts
  const { acceptedOrigins, publicUrl, trustProxy } = config
  const app = Fastify({
    // Fastify's own lines would hold addresses; request-log.ts writes what there is to know.
    logger: false,
    trustProxy: typeof trustProxy === 'object' ? [...trustProxy] : trustProxy,
    return503OnClosing: false,
    // An address that cannot be decoded is nobody's, and is not repeated.
    frameworkErrors: (_error, _request, reply) => sendNotFound(reply),
    genReqId: () => randomBytes(9).toString('base64url'),
  })
  // What a form of another site can send is not JSON, and nothing else is taken.
  app.removeContentTypeParser('text/plain')
  addDraining(app)
  addSecurityHeaders(app, publicUrl)
  addRequestLog(app, log, metrics)
  await app.register(cookie)
  addErrors(app, log, sendNotFound)
  addHealth(app, parts.ready, log)

  const addressOf = addressHasher(parts.addressKey)
  const ownCookie = sessionCookie(publicUrl)
  const callerOf = callerReader({ sessions, cookie: ownCookie, addressOf })
  sessions.onOver(({ person, hash }) => hub.endSession(person, hash))
  addMethods(app, { handlers, callerOf, limits, acceptedOrigins })
  addDocs(app, publicUrl, ownCookie.name)
  await addLive(app, { ...parts, callerOf, acceptedOrigins, isSession: (session) => sessions.isOn(session) })
  if (parts.pages) await addPages(app, { ...parts.pages, publicUrl, acceptedOrigins })
  app.addHook('onClose', async () => hub.stop())
  return app
}
