/** Stopping: nothing new is taken, what was begun is finished, then everything opened is closed. */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Refusal } from '../services/refusal.ts'

/** Requests that come while the server closes are told to come again. */
export const addDraining = (app: FastifyInstance): void => {
  let draining = false
  app.addHook('preClose', async () => {
    draining = true
  })
  app.addHook('onRequest', async () => {
    if (draining) throw new Refusal('too-busy', { retryAfter: 5 })
  })
  // A connection that is kept would hold the process for as long as a browser keeps it.
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close')
  })
}

/** The first SIGTERM or SIGINT drains, then `dispose`s; a second one ends the process at once. */
export const drainOnSignals = (app: FastifyInstance, dispose: () => Promise<void>, log: Logger): void => {
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    try {
      await app.close()
      await dispose()
    } catch (error) {
      log.error({ err: error }, 'did not stop cleanly')
      process.exitCode = 1
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (name) => void stop(name))
}
