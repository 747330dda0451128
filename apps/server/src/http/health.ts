/** `/healthz`: the process lives. `/readyz`: it can do its work, for which store and bus must answer. */
import { ERRORS } from '@kith/protocol'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

export const addHealth = (app: FastifyInstance, ready: () => Promise<void>, log: Logger): void => {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))

  app.get('/readyz', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await ready()
      return { ok: true }
    } catch (error) {
      log.error({ err: error, id: request.id }, 'not ready')
      return reply.code(ERRORS['too-busy'].status).send({ error: 'too-busy' })
    }
  })
}
