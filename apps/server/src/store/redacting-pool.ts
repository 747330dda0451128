/** Connections whose errors say nothing of what was stored. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { redacted, StoreError } from './errors.ts'

export const redactingPool = (pool: PostgresPool, isClosed: () => boolean): PostgresPool => ({
  connect: async () => {
    if (isClosed()) throw new StoreError('the store is closed')
    return redactingClient(await orRedacted(() => pool.connect()))
  },
  end: () => pool.end(),
})

const redactingClient = (client: PostgresPoolClient): PostgresPoolClient => {
  const query = (sql: string, parameters: readonly unknown[]) => orRedacted(() => client.query(sql, parameters))
  // The other form of `query`, with a cursor, is for streaming, which the store does not do.
  return { query: query as PostgresPoolClient['query'], release: () => client.release() }
}

const orRedacted = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw redacted(error)
  }
}
