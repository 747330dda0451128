/** PGlite has one session: its pool has one connection, which goes round in the order in which it was asked for. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { PgliteThread } from './thread.ts'

export interface PglitePool extends PostgresPool {
  /** Whether anything was written since `takeChanged` was called last. */
  readonly changed: boolean
  /** Runs while nobody else has the connection: between transactions, never within one. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  noteChanged(changed: boolean): void
}

export const createPglitePool = (thread: PgliteThread): PglitePool => {
  let changed = true
  const acquire = createTurns()
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const answer = await thread.query(sql, parameters)
    if ((answer.affectedRows ?? 0) > 0) changed = true
    return { ...answer, rowCount: answer.rowCount ?? 0 }
  }
  return {
    connect: async () => {
      const release = await acquire()
      return { query: query as PostgresPoolClient['query'], release }
    },
    end: async () => {
      await acquire()
    },
    exclusively: async (work) => {
      const release = await acquire()
      try {
        return await work()
      } finally {
        release()
      }
    },
    get changed() {
      return changed
    },
    noteChanged: (now) => {
      changed = now
    },
  }
}

/** Waits until it is one's turn; what it gives ends the turn. */
const createTurns = (): (() => Promise<() => void>) => {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let release = (): void => {}
    last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return release
  }
}
