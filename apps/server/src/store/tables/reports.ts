/** Reports: to the room's host and the operator, until closed (SAFE2, DATA2). */
import type { Selectable } from 'kysely'
import type { Db, ReportTable } from '../schema.ts'
import type { Store, StoredReport } from '../store.ts'

export const reportsIn = (db: Db): Store['reports'] => ({
  add: async ({ id, roomId, reporter, about, text, at, state }) => {
    await db.insertInto('report').values({ id, room_id: roomId, reporter, about, text, at, state }).execute()
  },

  ofRoom: async (roomId) => {
    const rows = await oldestFirst(db).where('room_id', '=', roomId).execute()
    return rows.map(toReport)
  },

  open: async () => {
    const rows = await oldestFirst(db).where('state', '=', 'open').execute()
    return rows.map(toReport)
  },

  close: async (id) => {
    await db.updateTable('report').set({ state: 'closed' }).where('id', '=', id).execute()
  },
})

const oldestFirst = (db: Db) => db.selectFrom('report').selectAll().orderBy('at').orderBy('id')

const toReport = ({ room_id, ...rest }: Selectable<ReportTable>): StoredReport => ({ ...rest, roomId: room_id })
