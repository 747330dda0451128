/** The import as a conversation: answers what the page asks (messages.ts). It holds the books; the page only shows. */

import type { People } from '@kith/contacts/entries'
import type { Country } from '@kith/contacts/identifier'
import type { Asked, Brought, OpenInput, Preview, Questions, Read, Rows } from '../device/people/messages.ts'
import { type KeptBook, type KeptChoices, type KeptPerson, NO_CHOICES } from '../device/people/types.ts'
import { toBase64Url } from './base64url.ts'
import { bring } from './bringing.ts'
import { choose, matches, readOwn } from './choosing.ts'
import { countryOf, type Made, make, peopleIn } from './making.ts'
import { marksFor } from './marks.ts'
import { previewOf, rowOf } from './previewing.ts'
import { readFile, sourceFor, takenBook } from './reading.ts'
import { withoutPerson } from './remove.ts'
import type { Surroundings } from './surroundings.ts'
import { topicInput } from './topic-input.ts'

type Answers = { [A in Asked]: (input: Questions[A]['input']) => Promise<Questions[A]['output']> }

export class Session implements Answers {
  readonly #surroundings: Surroundings
  #opened: OpenInput = { limit: 0 }
  #books: readonly KeptBook[] = []
  #choices: KeptChoices = NO_CHOICES
  #country: Country | undefined
  #people: People = { people: [], oneWay: [], shared: new Map() }
  #made: Made = { entries: [], leftOut: [], unrecognisable: [], candidates: [], statements: [] }
  #isStopped = false

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  async open(input: OpenInput): Promise<Preview> {
    const { store } = this.#surroundings
    this.#opened = input
    this.#books = await store.books()
    this.#choices = { ...NO_CHOICES, ...(await store.choices()) }
    return this.#readAgain()
  }

  async read({ files, mastodonServer }: Questions['read']['input']): Promise<Read> {
    const refused: Read['refused'][number][] = []
    const known: string[] = []
    for (const file of files) {
      const { result, hash } = await readFile(file, mastodonServer, this.#surroundings)
      if (!result.ok) refused.push({ name: file.name, code: result.error.code })
      else if (this.#books.some((book) => book.hash === hash)) known.push(file.name)
      else
        await this.#add({ ...result.book, source: sourceFor(file.name, this.#books), hash, place: this.#nextPlace() })
    }
    return { refused, known, preview: this.#readAgain() }
  }

  async take(taken: Questions['take']['input']): Promise<Read> {
    const earlier = this.#books.find(({ source }) => source === taken.source)
    await this.#add(takenBook(taken, earlier, this.#nextPlace()))
    const own = readOwn(taken.own ?? '', undefined)
    if (own !== undefined) await this.#keep({ ...this.#choices, own: new Set([...this.#choices.own, own]) })
    return { refused: [], known: [], preview: this.#readAgain() }
  }

  async dropBook({ source }: { readonly source: string }): Promise<Preview> {
    await this.#surroundings.store.removeBook(source)
    this.#books = this.#books.filter((book) => book.source !== source)
    return this.#readAgain()
  }

  async choose(choice: Questions['choose']['input']): Promise<Preview> {
    await this.#keep(choose(this.#choices, choice, this.#made.entries, this.#country))
    return choice.what === 'country' ? this.#readAgain() : this.#makeAgain()
  }

  async rows({ query, from, count }: Questions['rows']['input']): Promise<Rows> {
    const found = this.#made.entries.filter(matches(query))
    return { total: found.length, rows: found.slice(from, from + count).map(rowOf) }
  }

  async leftOut({ reason, from, count }: Questions['leftOut']['input']): Promise<Questions['leftOut']['output']> {
    return this.#made.leftOut.filter((one) => one.reason === reason).slice(from, from + count)
  }

  async bring({ keyId }: { readonly keyId: string }): Promise<Brought> {
    this.#isStopped = false
    return bring({ ...this.#made, keyId, surroundings: this.#surroundings, isStopped: () => this.#isStopped })
  }

  async stop(): Promise<Record<string, never>> {
    this.#isStopped = true
    return {}
  }

  async ownWords({ keyId, code, words }: Questions['ownWords']['input']): Promise<Questions['ownWords']['output']> {
    const identifiers = words.map((one) => topicInput(code, one))
    const options = {
      keyId,
      identifiers,
      surroundings: this.#surroundings,
      isStopped: () => false,
      onProgress: () => {},
    }
    const { tokens, error } = await marksFor(options)
    if (error !== undefined && error !== 'stopped') return { ok: false, error }
    return { ok: true, value: { tokens: identifiers.map((one) => toBase64Url(tokens.get(one)!)) } }
  }

  /** The server first: what it has taken out no longer counts, and then this device can forget. */
  async takeOut({ id, how }: Questions['takeOut']['input']): Promise<Questions['takeOut']['output']> {
    const { store, server } = this.#surroundings
    const people = await store.people()
    const person = people.find((one) => one.id === id)
    if (person === undefined) return { ok: true, value: {} }
    const removed = person.private ? undefined : await server.remove([id])
    // Without a session the server holds nothing of ours.
    if (removed?.ok === false && removed.error.error !== 'no-session') return removed
    await (how === 'private' ? this.#hide(person) : this.#forget(person))
    const left = people.filter((one) => one.id !== id)
    await store.replacePeople(how === 'private' ? [...left, { ...person, private: true }] : left)
    this.#readAgain()
    return { ok: true, value: {} }
  }

  async #hide({ identifiers }: KeptPerson): Promise<void> {
    await this.#keep({ ...this.#choices, private: new Set([...this.#choices.private, ...identifiers]) })
  }

  async #forget(person: KeptPerson): Promise<void> {
    const { store } = this.#surroundings
    const books = this.#books.map((book) => withoutPerson(book, person, this.#country))
    const changed = books.filter((book, index) => book.contacts.length !== this.#books[index]!.contacts.length)
    await Promise.all(
      changed.map((book) => (book.contacts.length > 0 ? store.putBook(book) : store.removeBook(book.source))),
    )
    this.#books = books.filter(({ contacts }) => contacts.length > 0)
  }

  async #add(book: KeptBook): Promise<void> {
    await this.#surroundings.store.putBook(book)
    this.#books = [...this.#books.filter(({ source }) => source !== book.source), book]
  }

  async #keep(choices: KeptChoices): Promise<void> {
    this.#choices = choices
    await this.#surroundings.store.putChoices(choices)
  }

  #nextPlace(): number {
    return Math.max(0, ...this.#books.map(({ place }) => place)) + 1
  }

  #readAgain(): Preview {
    this.#country = countryOf(this.#books, this.#choices.country, this.#opened.country)
    this.#people = peopleIn(this.#books, this.#country)
    return this.#makeAgain()
  }

  #makeAgain(): Preview {
    this.#made = make(this.#people, this.#choices, this.#opened.limit, this.#opened.ownName)
    return previewOf(this.#books, this.#made, this.#choices, this.#country)
  }
}
