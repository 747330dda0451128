/** One line for each answer: which method, how it ended, how long it took. Never what was sent, and never by whom. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics.ts'
import { isMadeUp } from './made-up.ts'

export const addRequestLog = (app: FastifyInstance, log: Logger, metrics: Metrics): void => {
  app.addHook('onResponse', async (request, reply) => {
    const method = methodOf(request)
    const status = reply.statusCode
    if (isMadeUp(request)) return
    metrics.requests.inc({ method, status: String(status) })
    metrics.durations.observe({ method }, reply.elapsedTime / 1000)
    log.debug({ method, status, ms: Math.round(reply.elapsedTime * 10) / 10, id: request.id }, 'answered')
  })
}

/** The route, not the address that was asked for: an address has room codes in it, and can be anything. */
export const methodOf = (request: FastifyRequest): string => {
  const route = request.routeOptions.url
  return route === undefined ? 'unknown' : route.replace(/^\/api\//, '')
}
