/** Rooms, until some time after they are over. */
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, RoomTable } from '../schema.ts'
import type { Store, StoredRoom } from '../store.ts'

export const roomsIn = (db: Db): Store['rooms'] => ({
  add: async (room) => {
    await db.insertInto('room').values(toRow(room)).execute()
  },

  byId: async (id) => found(await db.selectFrom('room').selectAll().where('id', '=', id).executeTakeFirst()),

  // Of rooms with one code at most one is not over, and it is over after all that are.
  byCode: async (code) =>
    found(
      await db
        .selectFrom('room')
        .selectAll()
        .where('code', '=', code)
        .orderBy('over_at', 'desc')
        .orderBy('begins', 'desc')
        .limit(1)
        .executeTakeFirst(),
    ),

  update: async (id, change) => {
    const set = toChange(change)
    if (Object.keys(set).length > 0) await db.updateTable('room').set(set).where('id', '=', id).execute()
  },

  notEnded: (now) => overAfter(db, now),
  endedSince: (since) => overAfter(db, since),

  removeEndedBefore: async (time, madeUpOnly = false) => {
    const { numDeletedRows } = await db
      .deleteFrom('room')
      .where('over_at', '<', time)
      .$if(madeUpOnly, (query) => query.where('made_up', '=', true))
      .executeTakeFirst()
    return Number(numDeletedRows)
  },
})

const overAfter = async (db: Db, time: number): Promise<StoredRoom[]> => {
  const rows = await db
    .selectFrom('room')
    .selectAll()
    .where('over_at', '>', time)
    .orderBy('begins')
    .orderBy('id')
    .execute()
  return rows.map(toRoom)
}

const toRow = (room: StoredRoom): Insertable<RoomTable> => ({
  id: room.id,
  code: room.code,
  name: room.name,
  size: room.size,
  begins: room.begins,
  ends: room.ends,
  closed_at: room.closedAt ?? null,
  topics: [...room.topics],
  spots: [...room.spots],
  by_nod: room.byNod,
  host_key_hash: room.hostKeyHash,
  host_name: room.hostName,
  made_up: room.madeUp,
})

type Change = Parameters<Store['rooms']['update']>[1]

const toChange = ({ closedAt, topics, spots, byNod, hostKeyHash, hostName, madeUp, ...same }: Change) => {
  const { name, size, begins, ends } = same
  const change: { [column in keyof Updateable<RoomTable>]: Updateable<RoomTable>[column] | undefined } = {
    ...{ name, size, begins, ends, closed_at: closedAt, by_nod: byNod, host_key_hash: hostKeyHash },
    ...{ topics: topics && [...topics], spots: spots && [...spots], host_name: hostName, made_up: madeUp },
  }
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Updateable<RoomTable>
}

const found = (row: Selectable<RoomTable> | undefined): StoredRoom | undefined => row && toRoom(row)

const toRoom = (row: Selectable<RoomTable>): StoredRoom => ({
  id: row.id,
  code: row.code,
  name: row.name,
  size: row.size as StoredRoom['size'],
  begins: row.begins,
  ends: row.ends,
  ...(row.closed_at !== null && { closedAt: row.closed_at }),
  topics: row.topics,
  spots: row.spots,
  byNod: row.by_nod,
  hostKeyHash: row.host_key_hash,
  hostName: row.host_name,
  madeUp: row.made_up,
})
