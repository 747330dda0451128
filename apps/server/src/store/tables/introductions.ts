/** Introductions: two who both waved, and what became of it. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db, IntroductionTable } from '../schema.ts'
import type { Store, StoredIntroduction } from '../store.ts'
import { putWave } from './waves.ts'

export const introductionsIn = (db: Db): Store['introductions'] => ({
  add: async (introduction, wave) => {
    const { id, a, b, day, roomName, moreA, moreB, metA, metB, meetingId } = introduction
    const [met, more] = [
      { met_a: metA, met_b: metB },
      { more_a: moreA, more_b: moreB },
    ]
    const row = { id, a, b, day, room_name: roomName, ...more, ...met, meeting_id: meetingId ?? null }
    await db.transaction().execute(async (tx) => {
      await putWave(tx, wave)
      await tx.insertInto('introduction').values(row).execute()
    })
  },

  byId: async (id) => {
    const row = await db.selectFrom('introduction').selectAll().where('id', '=', id).executeTakeFirst()
    return row && toIntroduction(row)
  },

  of: async (person) => {
    const rows = await db
      .selectFrom('introduction')
      .selectAll()
      .where((row) => row.or([row('a', '=', person), row('b', '=', person)]))
      .orderBy('id')
      .execute()
    return rows.map(toIntroduction)
  },

  between: async ({ a, b }) => {
    const rows = await db
      .selectFrom('introduction')
      .selectAll()
      .where('a', '=', a)
      .where('b', '=', b)
      .orderBy('id')
      .execute()
    return rows.map(toIntroduction)
  },

  update: async (id, change) => {
    const set = columns(change)
    if (Object.keys(set).length > 0) await db.updateTable('introduction').set(set).where('id', '=', id).execute()
  },

  ids: async (after = '', limit) => {
    const rows = await db
      .selectFrom('introduction')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },

  remove: async (ids) => {
    if (ids.length > 0) await sql`delete from introduction where id = any(${ids}::text[])`.execute(db)
  },
})

type Change = Parameters<Store['introductions']['update']>[1]

const columns = ({ moreA, moreB, metA, metB, meetingId }: Change): Updateable<IntroductionTable> => ({
  ...(moreA !== undefined && { more_a: moreA }),
  ...(moreB !== undefined && { more_b: moreB }),
  ...(metA !== undefined && { met_a: metA }),
  ...(metB !== undefined && { met_b: metB }),
  ...(meetingId !== undefined && { meeting_id: meetingId }),
})

const toIntroduction = (row: Selectable<IntroductionTable>): StoredIntroduction => ({
  id: row.id,
  a: row.a,
  b: row.b,
  day: row.day,
  roomName: row.room_name,
  moreA: row.more_a,
  moreB: row.more_b,
  metA: row.met_a,
  metB: row.met_b,
  ...(row.meeting_id !== null && { meetingId: row.meeting_id }),
})
