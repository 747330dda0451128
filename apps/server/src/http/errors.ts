/** Puts the funnel at the end of every way through the server: thrown errors, and addresses that are nothing. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import { Refusal } from '../services/refusal.ts'
import { toWire } from './funnel.ts'
import { methodOf } from './request-log.ts'

/** `notFound` answers for addresses outside /api. */
export const addErrors = (app: FastifyInstance, log: Logger, notFound: (reply: FastifyReply) => unknown): void => {
  app.setErrorHandler((thrown, request, reply) => {
    const { status, wire, isDefect } = toWire(thrown, request.id)
    if (isDefect) log.error({ err: thrown, method: methodOf(request), id: request.id }, 'defect')
    if (wire.retryAfter !== undefined) reply.header('retry-after', wire.retryAfter)
    // A serializer of the method would look for the fields of its answer.
    return reply
      .code(status)
      .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .serializer(String)
      .send(JSON.stringify(wire))
  })

  app.setNotFoundHandler((request, reply) => {
    if (request.url === '/api' || request.url.startsWith('/api/')) throw new Refusal('unknown-method')
    return notFound(reply)
  })
}
