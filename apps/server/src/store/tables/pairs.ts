/** What the rules remember of two people, under a keyed hash of them. */
import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { Store } from '../store.ts'

export const pairsIn = (db: Db): Store['pairs'] => ({
  byKeys: async (keys) => {
    const rows = await db
      .selectFrom('pair')
      .select(['key', 'record'])
      .where(sql<boolean>`key = any(${keys}::text[])`)
      .execute()
    return new Map(rows.map(({ key, record }) => [key, record]))
  },

  put: async (changes) => {
    // Of two changes of one pair the later holds.
    const last = [...new Map(changes.map((change) => [change.key, change])).values()].sort(byKey)
    if (last.length === 0) return
    const kept = last.filter(({ record }) => record !== undefined)
    const forgotten = last.filter(({ record }) => record === undefined)
    await db.transaction().execute(async (tx) => {
      await lock(tx, last)
      await write(tx, kept)
      await forget(tx, forgotten)
    })
  },

  due: (now, limit) =>
    db
      .selectFrom('pair')
      .select(['key', 'record'])
      .where('keep_until', '<=', now)
      .orderBy('keep_until')
      .orderBy('key')
      .limit(limit)
      .execute(),
})

type Change = Parameters<Store['pairs']['put']>[0][number]

const byKey = (a: Change, b: Change): number => (a.key < b.key ? -1 : 1)

const keysOf = (changes: readonly Change[]): string[] => changes.map(({ key }) => key)

/** Two that put many of the same pairs at once take them in one order, so neither holds what the other waits for. */
const lock = async (tx: Db, changes: readonly Change[]): Promise<void> => {
  if (changes.length > 1)
    await sql`select 1 from pair where key = any(${keysOf(changes)}::text[]) order by key for update`.execute(tx)
}

const write = async (tx: Db, changes: readonly Change[]): Promise<void> => {
  if (changes.length === 0) return
  const rows = JSON.stringify(
    changes.map(({ key, record, keepUntil }) => ({ key, record, keep_until: keepUntil ?? null })),
  )
  await sql`
    insert into pair (key, record, keep_until)
    select key, record, keep_until from jsonb_to_recordset(${rows}::jsonb) as put (key text, record jsonb, keep_until bigint)
    on conflict (key) do update set record = excluded.record, keep_until = excluded.keep_until`.execute(tx)
}

const forget = async (tx: Db, changes: readonly Change[]): Promise<void> => {
  if (changes.length > 0) await sql`delete from pair where key = any(${keysOf(changes)}::text[])`.execute(tx)
}
