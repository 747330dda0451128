/** The store of people in memory: the same promises as IndexedDB's, for tests outside of a browser. */
import type { KeptBook, KeptChoices, KeptPerson, PeopleStore } from '../../src/device/people/types.ts'

export class MemoryStore implements PeopleStore {
  readonly kept = {
    books: new Map<string, KeptBook>(),
    people: [] as KeptPerson[],
    tokens: new Map<string, Uint8Array>(),
  }
  #choices: KeptChoices | undefined
  #keyId = ''

  async books() {
    return [...this.kept.books.values()].sort((a, b) => a.place - b.place)
  }
  async putBook(book: KeptBook) {
    this.kept.books.set(book.source, structuredClone(book))
  }
  async removeBook(source: string) {
    this.kept.books.delete(source)
  }
  async choices() {
    return this.#choices
  }
  async putChoices(choices: KeptChoices) {
    this.#choices = structuredClone(choices)
  }
  async people() {
    return this.kept.people
  }
  async replacePeople(people: readonly KeptPerson[]) {
    this.kept.people = structuredClone([...people])
  }
  async tokens(keyId: string) {
    return new Map(keyId === this.#keyId ? this.kept.tokens : [])
  }
  async putTokens(keyId: string, tokens: readonly { identifier: string; token: Uint8Array }[]) {
    if (keyId !== this.#keyId) this.kept.tokens.clear()
    this.#keyId = keyId
    for (const { identifier, token } of tokens) this.kept.tokens.set(identifier, token)
  }
}
