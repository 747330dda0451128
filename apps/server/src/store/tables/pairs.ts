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
    const forgotten = last.flatMap(({ key, record }) => (record === undefined ? key : []))
    if (last.length === 0) return
    if (forgotten.length === 0) return await write(db, last)
    await db.transaction().execute(async (tx) => {
      await write(tx, last)
      await sql`delete from pair where key = any(${forgotten}::text[])`.execute(tx)
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

/**
 * Takes the pairs in the order of their keys, those to be forgotten too: several that put many of the same pairs at once
 * then never hold what another of them waits for.
 */
const write = async (db: Db, changes: readonly Change[]): Promise<void> => {
  const rows = changes.map(({ key, record, keepUntil }) => ({
    key,
    record: record ?? {},
    keep_until: keepUntil ?? null,
  }))
  await sql`
    insert into pair (key, record, keep_until)
    select key, record, keep_until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as put (key text, record jsonb, keep_until bigint)
    on conflict (key) do update set record = excluded.record, keep_until = excluded.keep_until`.execute(db)
}
