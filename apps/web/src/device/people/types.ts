/** What this device keeps of its owner's people (CON1). None of it leaves the device but what `contacts.put` takes. */
import type { Acquaintance, Tie } from '@kith/contacts/entries'
import type { Country, Identifier } from '@kith/contacts/identifier'
import type { AddressBook } from '@kith/contacts/import'

/** A book as it was read. All are kept, because entries are made from all of them together (CON6). */
export interface KeptBook extends AddressBook {
  /** What the screens call it; no two books have the same. */
  readonly source: string
  /** Of the file's bytes: the same file again is the same book. */
  readonly hash: string
  /** Their order. */
  readonly place: number
  /** Accounts of whom each follows the owner and is followed by them (CON8). */
  readonly isMutualFollows?: boolean
}

/** What the owner decided. Ties and stories hang on identifiers, so that they hold when a card changes. */
export interface KeptChoices {
  readonly ticked: ReadonlySet<string>
  /** Identifiers (CON5). */
  readonly private: ReadonlySet<string>
  /** Ids of cards that are the owner's own. */
  readonly me: ReadonlySet<string>
  /** Addresses, numbers and accounts that the owner typed as their own, in normal form. */
  readonly own: ReadonlySet<Identifier>
  readonly country?: Country
  readonly ties: ReadonlyMap<string, Tie>
  readonly acquaintances: ReadonlyMap<string, Acquaintance>
  readonly stories: ReadonlyMap<string, string>
}

export const NO_CHOICES: KeptChoices = {
  ticked: new Set(),
  private: new Set(),
  me: new Set(),
  own: new Set(),
  ties: new Map(),
  acquaintances: new Map(),
  stories: new Map(),
}

/** One person as brought. */
export interface KeptPerson {
  /** The entry's id at the server: 16 random bytes, made once by this device, base64url. */
  readonly id: string
  /** The id of the entry made from the cards; it holds name and identifier. */
  readonly key: string
  readonly label: string
  readonly identifiers: readonly Identifier[]
  readonly tie: Tie
  readonly acquaintance: Acquaintance
  readonly private: boolean
  readonly story?: string
  readonly sources: readonly string[]
}

export interface KeptToken {
  readonly identifier: Identifier | string
  readonly token: Uint8Array
}

/** Where it is kept: IndexedDB in the app. */
export interface PeopleStore {
  books(): Promise<KeptBook[]>
  putBook(book: KeptBook): Promise<void>
  removeBook(source: string): Promise<void>
  choices(): Promise<KeptChoices | undefined>
  putChoices(choices: KeptChoices): Promise<void>
  people(): Promise<KeptPerson[]>
  replacePeople(people: readonly KeptPerson[]): Promise<void>
  /** All under one key of the server, by identifier (CON2). */
  tokens(keyId: string): Promise<Map<string, Uint8Array>>
  /** Tokens under other keys are worth nothing any more, and go. */
  putTokens(keyId: string, tokens: readonly KeptToken[]): Promise<void>
}
