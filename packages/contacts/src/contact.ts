/**
 * What a reader makes of one card, row or line of an address book: the contract between `import/`, which reads files,
 * and `entries.ts`, which decides who of them is a person (CON6, CON7).
 */

/** The kinds of address book that are recognised, by content and never by file name. */
export type BookKind =
  | 'vcard'
  | 'jcard'
  | 'google-csv'
  | 'outlook-csv'
  | 'thunderbird-csv'
  | 'linkedin-csv'
  | 'mastodon-csv'
  | 'other-csv'
  | 'facebook-json'
  | 'plain-list'

/** One contact as read, before any judgement about who is a person. */
export interface Contact {
  /** 1-based line in the decoded text at which the contact begins (JSON: 1-based index of the item). */
  readonly line: number
  /** Display name, white space collapsed; never empty (falls back to organisation, e-mail, phone, handle). */
  readonly name: string
  /** Trimmed and lower-cased, without duplicates. */
  readonly emails: readonly string[]
  /** E.164 where written with `+`, otherwise the digits as written, without duplicates. */
  readonly phones: readonly string[]
  /** `linkedin:in/slug`, `mastodon:name@host`, `bluesky:handle`, `web:host/path`, normalised (identifier.ts). */
  readonly handles: readonly string[]
  /** The profile's address as the file gives it. */
  readonly profileUrl?: string
  readonly organisation?: string
  /** True where the card names an organisation and no person. */
  readonly organisationOnly: boolean
  /** Words that say how its owner knows them (CATEGORIES, RELATED, labels, groups), as written: hints for ties. */
  readonly categories: readonly string[]
}

/** A card, row or line that could not be read; the rest of the file is (CON3). */
export interface SkippedContact {
  readonly line: number
  readonly reason: SkipReason
}

export type SkipReason =
  /** Nothing in it names or reaches anybody. */
  | 'empty'
  /** It begins as a card and is not one. */
  | 'unreadable'
  /** A card that never ends. */
  | 'unfinished'
  /** Larger than any real card. */
  | 'too-large'
  /** Past the most contacts that one file may hold; one entry stands for all that follow. */
  | 'too-many'
  /** A list of other cards, not a person (vCard 4 KIND:group). */
  | 'group'
  /** A name on a social server, without the server that it belongs to. */
  | 'no-server'

/** A book that was read. */
export interface AddressBook {
  readonly kind: BookKind
  readonly contacts: readonly Contact[]
  readonly skipped: readonly SkippedContact[]
}
