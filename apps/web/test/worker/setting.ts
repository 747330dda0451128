/** An import with everything real but the network and IndexedDB: the evaluator is the server's own. */
import { randomBytes } from 'node:crypto'
import { blindEvaluate, deriveKeyPair, type OprfKey, ready } from '@kith/contacts/psi/server'
import type { Input } from '@kith/protocol'
import type { CallError } from '../../src/client/result.ts'
import type { News } from '../../src/device/people/messages.ts'
import { fromBase64Url, toBase64Url } from '../../src/worker/base64url.ts'
import { Session } from '../../src/worker/session.ts'
import { MemoryStore } from './memory-store.ts'

await ready()

export const keyOf = (id: string): OprfKey => ({
  id,
  secret: deriveKeyPair(new Uint8Array(32).fill(id.length), new TextEncoder().encode(id)).skS,
})

export type BookText = readonly [name: string, text: string | Uint8Array]

export class Setting {
  readonly store: MemoryStore
  readonly news: News[] = []
  readonly batches: string[] = []
  readonly lists: Input<'contacts.put'>[] = []
  readonly removed: string[] = []
  /** Older ids under which the server says to know entries of the next list, by their place in it. */
  olderIds: Readonly<Record<number, string>> = {}
  /** What the next evaluations fail with, one after the other. */
  readonly failures: CallError[] = []
  key: OprfKey = keyOf('k1')
  waited = 0
  readonly session: Session

  constructor(store = new MemoryStore()) {
    this.store = store
    this.session = new Session({
      store,
      server: {
        evaluate: async (batch) => this.#evaluate(batch),
        put: async (list) => {
          this.lists.push(list)
          const identifiers = list.entries.reduce((sum, { tokens }) => sum + tokens.length, 0)
          const kept = Object.entries(this.olderIds).map(([at, id]) => ({ given: list.entries[Number(at)]!.id, id }))
          return { ok: true, value: { entries: list.entries.length, identifiers, kept } }
        },
        remove: async (entries) => {
          this.removed.push(...entries)
          return { ok: true, value: {} }
        },
      },
      random: (length) => new Uint8Array(randomBytes(length)),
      wait: async (milliseconds) => {
        this.waited += milliseconds
        await new Promise((resolve) => setImmediate(resolve))
      },
      tell: (news) => this.news.push(news),
    })
  }

  open(limit = 5000) {
    return this.session.open({ limit, country: 'GB' })
  }

  read(...books: readonly BookText[]) {
    const files = books.map(([name, text]) => ({ name, content: new Blob([text as Uint8Array<ArrayBuffer>]) }))
    return this.session.read({ files })
  }

  bring() {
    return this.session.bring({ keyId: this.key.id })
  }

  #evaluate(batch: string) {
    this.batches.push(batch)
    const error = this.failures.shift()
    if (error !== undefined) return { ok: false, error } as const
    const result = blindEvaluate(this.key, fromBase64Url(batch))
    if (!result.ok) return { ok: false, error: { error: 'bad-input' } } as const
    const { keyId, evaluatedElements } = result.evaluation
    return { ok: true, value: { keyId, batch: toBase64Url(evaluatedElements) } } as const
  }
}

/** A vCard file of people with one e-mail address each. */
export const cards = (names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL:${name.toLowerCase().replaceAll(' ', '.')}@mail.example\nEND:VCARD\n`,
    )
    .join('')
