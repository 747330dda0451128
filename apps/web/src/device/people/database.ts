/** The store of people in IndexedDB: `kith-people`, used by the page and by the importing worker. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptBook, KeptChoices, KeptPerson, PeopleStore } from './types.ts'

interface Schema extends DBSchema {
  books: { key: string; value: KeptBook }
  choices: { key: string; value: KeptChoices }
  people: { key: string; value: KeptPerson }
  tokens: { key: [string, string]; value: { keyId: string; identifier: string; token: Uint8Array } }
  /** Own words of topics by room, and where an import was left. */
  notes: { key: string; value: unknown }
}

type Database = IDBPDatabase<Schema>

let opened: Promise<Database> | undefined

const database = (): Promise<Database> => {
  opened ??= openDB<Schema>('kith-people', 1, {
    upgrade(db) {
      db.createObjectStore('books', { keyPath: 'source' })
      db.createObjectStore('choices')
      db.createObjectStore('people', { keyPath: 'id' })
      db.createObjectStore('tokens', { keyPath: ['keyId', 'identifier'] })
      db.createObjectStore('notes')
    },
    // A newer version of the app in another tab wants to change the database: it may, and this tab opens it anew.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  })
  // A failure (private browsing, no space left) must not be remembered: the next try may succeed.
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

const CHOICES = 'choices'

export const peopleStore: PeopleStore = {
  books: async () => (await (await database()).getAll('books')).sort((a, b) => a.place - b.place),
  putBook: async (book) => void (await (await database()).put('books', book)),
  removeBook: async (source) => (await database()).delete('books', source),
  choices: async () => (await database()).get('choices', CHOICES),
  putChoices: async (choices) => void (await (await database()).put('choices', choices, CHOICES)),
  people: async () => (await database()).getAll('people'),
  replacePeople: async (people) => {
    const { store, done } = (await database()).transaction('people', 'readwrite')
    await Promise.all([store.clear(), ...people.map((person) => store.put(person)), done])
  },
  tokens: async (keyId) => {
    const kept = await (await database()).getAll('tokens', underKey(keyId))
    return new Map(kept.map(({ identifier, token }) => [identifier, token]))
  },
  putTokens: async (keyId, tokens) => {
    const { store, done } = (await database()).transaction('tokens', 'readwrite')
    const [first, last] = [IDBKeyRange.upperBound([keyId], true), IDBKeyRange.lowerBound([keyId, []], true)]
    await Promise.all([
      store.delete(first),
      store.delete(last),
      ...tokens.map((token) => store.put({ keyId, ...token })),
      done,
    ])
  },
}

/** In the order of IndexedDB's keys an array comes after every string. */
const underKey = (keyId: string): IDBKeyRange => IDBKeyRange.bound([keyId], [keyId, []])

export const note = async (key: string): Promise<unknown> => (await database()).get('notes', key)

export const putNote = async (key: string, value: unknown): Promise<void> =>
  void (await (await database()).put('notes', value, key))

export const removeNote = async (key: string): Promise<void> => (await database()).delete('notes', key)
