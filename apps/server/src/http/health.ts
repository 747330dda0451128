/**
 * `/healthz`: the process lives, and which one it is. `/readyz`: it can do its work, for which store and bus must answer.
 */
import { randomBytes } from 'node:crypto'
import { ERRORS } from '@kith/protocol'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

/** Names one start of one server: by this `kith doctor` sees whether an address leads here. */
export const INSTANCE_HEADER = 'kith-instance'

const instances = new WeakMap<FastifyInstance, string>()

export const instanceOf = (app: FastifyInstance): string => {
  const instance = instances.get(app)
  if (instance === undefined) throw new TypeError('app: has no health')
  return instance
}

export const addHealth = (app: FastifyInstance, ready: () => Promise<void>, log: Logger): void => {
  const instance = randomBytes(16).toString('base64url')
  instances.set(app, instance)

  app.get('/healthz', async (_request, reply) =>
    reply.headers({ 'cache-control': 'no-store', [INSTANCE_HEADER]: instance }).send({ ok: true }),
  )

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
