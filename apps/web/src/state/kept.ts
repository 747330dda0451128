/**
 * What this device keeps over a reload, in IndexedDB `kith-outbox`: what is not sent yet, and what was seen last, so that
 * a conversation can be read in a dead spot. A browser that refuses storage (private windows) only forgets sooner.
 */
import type { MyView } from '@kith/protocol'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OutboxStorage, Unsent } from './outbox.ts'
import type { Threads } from './threads.ts'

export interface Seen {
  readonly my: MyView
  readonly threads: Threads
  /** Unix time in seconds: "You see the room as of 19:34." */
  readonly at: number
}

interface Schema extends DBSchema {
  unsent: { key: string; value: Unsent }
  seen: { key: 'last'; value: Seen }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>('kith-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('unsent', { keyPath: 'id' })
      db.createObjectStore('seen')
    },
  })
  return opened
}

export const outboxStorage: OutboxStorage = {
  all: async () => (await database()).getAll('unsent'),
  put: async (item) => void (await (await database()).put('unsent', item)),
  remove: async (id) => (await database()).delete('unsent', id),
  clear: async () => (await database()).clear('unsent'),
}

export interface SeenStorage {
  read(): Promise<Seen | undefined>
  write(seen: Seen): Promise<void>
  clear(): Promise<void>
}

export const seenStorage: SeenStorage = {
  read: async () => (await database()).get('seen', 'last'),
  write: async (seen) => void (await (await database()).put('seen', seen, 'last')),
  clear: async () => (await database()).clear('seen'),
}
