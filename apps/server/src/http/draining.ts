/** Stopping: nothing new is taken, what was begun is finished, then everything opened is closed. */
import type { FastifyInstance } from 'fastify'
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

/** The first SIGTERM or SIGINT stops in order, which closes the app and so drains it; a second one ends the process at once. */
export const stopOnSignals = (stop: () => Promise<void>, failed: (error: unknown) => void): void => {
  let stopping = false
  const hear = () => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(() => process.exit(0), failed)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, hear)
}
