/** The store in SQL: one file per table, whatever PostgreSQL it runs on. */
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import { redactingPool } from './redacting-pool.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'
import { introductionsIn } from './tables/introductions.ts'
import { messagesIn } from './tables/messages.ts'
import { pairsIn } from './tables/pairs.ts'
import { forgetPersonIn, peopleIn } from './tables/people.ts'
import { reportsIn } from './tables/reports.ts'
import { roomsIn } from './tables/rooms.ts'
import { wavesIn } from './tables/waves.ts'

/** `close` comes after the last query. Disposing twice is once. */
export const createKyselyStore = (pool: PostgresPool, close: () => Promise<void>): Store => {
  let closed: Promise<void> | undefined
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: redactingPool(pool, () => closed !== undefined) }),
  })
  return {
    rooms: roomsIn(db),
    pairs: pairsIn(db),
    waves: wavesIn(db),
    introductions: introductionsIn(db),
    messages: messagesIn(db),
    reports: reportsIn(db),
    people: (after, limit) => peopleIn(db, after, limit),
    forgetPerson: forgetPersonIn(db),
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    [Symbol.asyncDispose]: () => {
      closed ??= close()
      return closed
    },
  }
}
