/** Waves: who would like to, and to whom; in which room and until when is the bus's to know (PRES3). */
import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { Store, StoredWave } from '../store.ts'

export const wavesIn = (db: Db): Store['waves'] => ({
  put: (wave) => putWave(db, wave),

  byId: (id) => db.selectFrom('wave').selectAll().where('id', '=', id).executeTakeFirst(),

  byIds: async (ids) =>
    ids.length === 0
      ? []
      : db.selectFrom('wave').selectAll().where('id', '=', sql<string>`any(${ids}::text[])`).execute(),

  of: (person) =>
    db
      .selectFrom('wave')
      .selectAll()
      .where((wave) => wave.or([wave('a', '=', person), wave('b', '=', person)]))
      .orderBy('id')
      .execute(),

  ids: async (after = '', limit) => {
    const rows = await db.selectFrom('wave').select('id').where('id', '>', after).orderBy('id').limit(limit).execute()
    return rows.map(({ id }) => id)
  },

  remove: async (ids) => {
    if (ids.length > 0) await sql`delete from wave where id = any(${ids}::text[])`.execute(db)
  },
})

export const putWave = async (db: Db, { id, a, b, wave }: StoredWave): Promise<void> => {
  const json = sql<typeof wave>`${JSON.stringify(wave)}::jsonb`
  await db
    .insertInto('wave')
    .values({ id, a, b, wave: json })
    .onConflict((known) => known.column('id').doUpdateSet({ wave: json }))
    .execute()
}
