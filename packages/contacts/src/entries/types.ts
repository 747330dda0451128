/** The words of entries.ts (SPEC.md, Entries). */
import type { AddressBook, Contact } from '../contact.ts'
import type { Identifier, ServiceNumber } from '../identifier.ts'

/** How its owner knows somebody (product.md, Words). */
export type Tie = 'family' | 'school' | 'work' | 'neighbourhood' | 'interest' | 'online' | 'other'

/** ENC2. */
export type Acquaintance = 'met' | 'online-only'

/** A book that was read, and what only its owner or the screen knows of it. */
export interface Book extends Pick<AddressBook, 'kind' | 'contacts'> {
  /** What the screen calls the book; the same for the same book each time. */
  readonly source: string
  /**
   * For a list of follows: whom its owner follows, or who follows them. Absent for a list that plainly is one
   * (Mastodon's, or nothing but accounts): whom they follow.
   */
  readonly follows?: 'following' | 'followers'
  /** Absent: by the book's kind. */
  readonly acquaintance?: Acquaintance
}

/** One person as its owner's books have them. */
export interface Entry {
  /** The same each time while name and identifiers stay; it holds both and stays on the device. */
  readonly id: string
  /** The name as written; stays on the device (CON1). */
  readonly label: string
  /** At least one; no other entry holds any of them. */
  readonly identifiers: readonly Identifier[]
  readonly tie: Tie
  readonly acquaintance: Acquaintance
  /** CON5: nothing of it is uploaded. */
  readonly private: boolean
  /** The books it comes from, in their order. */
  readonly sources: readonly string[]
}

/** Why something is left out. Those marked (t) are guesses, which a tick takes back (CON7). */
export type LeftOutReason =
  /** One identifier on cards with different names (CON6). */
  | 'switchboard-or-household'
  /** (t) The card names an organisation and no person. */
  | 'company-card'
  /** (t) The name says taxi, surgery, pizza, school office. */
  | 'word-list'
  /** (t) The name says me, my number. */
  | 'own-card'
  /** (t) A number of a service; voicemail also by name. */
  | ServiceNumber
  /** (t) info@, support@, noreply@. */
  | 'role-address'
  /** (t) A web address that is a whole site, as a firm's is. */
  | 'whole-site'
  /** Only one follows the other (CON8). */
  | 'one-way-follow'
  /** The card that its owner said is theirs. */
  | 'chosen-as-me'
  /** The list is full (CON4). */
  | 'over-limit'

export interface LeftOut {
  /** What `Choices.ticked` takes. */
  readonly id: string
  readonly reason: LeftOutReason
  /** A whole card, or only one way to reach those on `labels`. */
  readonly what: 'card' | 'identifier'
  /** Names on the cards that it stands on, as written. */
  readonly labels: readonly string[]
  /** Identifiers left out; as written where there is no normal form (`112`). */
  readonly identifiers: readonly string[]
  readonly canBeTicked: boolean
}

/** Somebody who stays on the device and does not count (CON3). */
export interface Unrecognisable {
  readonly id: string
  readonly label: string
  readonly sources: readonly string[]
  readonly why: UnrecognisableReason
}

export type UnrecognisableReason =
  /** The source gives names only (Facebook). */
  | 'names-only'
  /** The card has no e-mail address, number or profile. */
  | 'no-identifier'
  /** National numbers, and no country to dial them in. */
  | 'needs-country'
  /** Numbers that nobody could dial from elsewhere: no area code. */
  | 'incomplete-number'
  /** All that reaches them is left out; see `leftOut`. */
  | 'left-out'

/** "Which of these is you?" */
export interface MeCandidate {
  /** What `Choices.me` takes. */
  readonly id: string
  readonly label: string
  /** What choosing it states: at most five (product.md, statement). */
  readonly statements: readonly Identifier[]
}

/** What the owner of the books decided. */
export interface Choices {
  /** Ids of `LeftOut`s that are persons after all; a card's id takes back every guess about that card. */
  readonly ticked?: ReadonlySet<string>
  /** Identifiers, or entries' ids, marked private (CON5). Identifiers also hold when the card changes. */
  readonly private?: ReadonlySet<string>
  /** The candidate that is the owner. */
  readonly me?: string
  /** The owner's name as they typed it, to look for their card. */
  readonly ownName?: string
  /** Most identifiers in the list; absent: MOST_IDENTIFIERS. */
  readonly limit?: number
}

export interface MadeEntries {
  readonly entries: readonly Entry[]
  readonly leftOut: readonly LeftOut[]
  readonly unrecognisable: readonly Unrecognisable[]
  /** Likeliest first, at most five; empty once one is chosen. */
  readonly candidatesForMe: readonly MeCandidate[]
  /** Of the chosen one; empty before. */
  readonly statements: readonly Identifier[]
  /** How many identifiers count towards CON4's limit. */
  readonly identifierCount: number
}

/** One way to reach somebody. */
export interface Reach {
  /** Absent where the number has no normal form. */
  readonly identifier: Identifier | undefined
  readonly written: string
  /** Why it plainly reaches no person. */
  readonly guess: LeftOutReason | undefined
}

/** One contact of one book, with its identifiers in normal form. */
export interface Card {
  readonly book: Book
  readonly contact: Contact
  /** The name as written; where there is none, what the card shows instead. */
  readonly label: string
  /** The name as names are compared; empty where there is none but an address or a number. */
  readonly key: string
  readonly reaches: readonly Reach[]
  /** A number in it has no normal form, and why. */
  readonly unread: 'needs-country' | 'incomplete-number' | undefined
}
