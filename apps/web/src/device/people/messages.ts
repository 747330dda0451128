/** What the page asks of the importing worker, and what comes back. Both ends are typed by this file. */
import type { Acquaintance, LeftOut, LeftOutReason, Tie, UnrecognisableReason } from '@kith/contacts/entries'
import type { Country, Identifier } from '@kith/contacts/identifier'
import type { BookKind, RefusalCode, SkippedContact } from '@kith/contacts/import'
import type { CallError } from '../../client/result.ts'

/** Each question with what it takes and what it gives. */
export interface Questions {
  /** Begins: with what was kept before. */
  open: { input: OpenInput; output: Preview }
  read: { input: { readonly files: readonly NamedFile[]; readonly mastodonServer?: string }; output: Read }
  /** What was picked, or fetched from a social server. */
  take: { input: TakenBook; output: Read }
  dropBook: { input: { readonly source: string }; output: Preview }
  choose: { input: Choice; output: Preview }
  rows: { input: RowsInput; output: Rows }
  leftOut: {
    input: { readonly reason: LeftOutReason; readonly from: number; readonly count: number }
    output: LeftOut[]
  }
  /** Marks for everybody, and the list to the server. */
  bring: { input: { readonly keyId: string }; output: Brought }
  stop: { input: Nothing; output: Nothing }
  /** The OPRF of own words in a room (TOP2). */
  ownWords: {
    input: { readonly keyId: string; readonly code: string; readonly words: readonly string[] }
    output: OwnWordTokens
  }
  /** Takes one person out of what this device and the server hold, at once; or makes them private (CON4). */
  takeOut: { input: { readonly id: string; readonly how: 'delete' | 'private' }; output: Outcome<Nothing> }
}

export type Nothing = Record<string, never>
export type Asked = keyof Questions
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError }

export type Question = {
  readonly [A in Asked]: { readonly id: number; readonly ask: A; readonly input: Questions[A]['input'] }
}[Asked]

export type Answer =
  | { readonly to: number; readonly value: unknown }
  /** Something that nobody foresaw, in words for a log; the page words it for people. */
  | { readonly to: number; readonly failed: string }
  | { readonly news: News }

/** How far the work is. */
export type News =
  | { readonly about: 'reading'; readonly done: number; readonly total: number; readonly contacts: number }
  | { readonly about: 'preparing'; readonly done: number; readonly total: number; readonly isWaiting: boolean }

export interface OpenInput {
  /** Most identifiers in the list (CON4). */
  readonly limit: number
  /** Where this device is used, as its language says: for numbers without a country, where the book says nothing. */
  readonly country?: Country
  readonly ownName?: string
}

export interface NamedFile {
  readonly name: string
  readonly content: Blob
}

export interface TakenBook {
  readonly source: string
  readonly how: 'picked' | 'mutual-follows'
  readonly people: readonly TakenPerson[]
  /** The owner's own account. */
  readonly own?: string
}

/** As the contact picker or the server gave them. */
export interface TakenPerson {
  readonly name: string
  readonly emails?: readonly string[]
  readonly phones?: readonly string[]
  /** `mastodon:name@server`, `bluesky:handle`. */
  readonly handle?: string
}

export interface Read {
  /** Files that were no address book; the others were read (CON3). */
  readonly refused: readonly { readonly name: string; readonly code: RefusalCode }[]
  /** Files that had been read before, and changed nothing. */
  readonly known: readonly string[]
  readonly preview: Preview
}

export interface Preview {
  readonly books: readonly BookView[]
  /** Who counts, without the private ones. */
  readonly people: number
  readonly identifiers: number
  readonly private: number
  /** Whole cards that do not count, for whatever reason; private ones apart. */
  readonly stayOut: number
  readonly ties: Readonly<Partial<Record<Tie, number>>>
  readonly leftOut: readonly {
    readonly reason: LeftOutReason
    readonly total: number
    readonly first: readonly LeftOut[]
  }[]
  /** What was ticked, so that it can be taken back. */
  readonly ticked: readonly { readonly id: string; readonly label: string }[]
  readonly unrecognisable: readonly {
    readonly why: UnrecognisableReason
    readonly total: number
    readonly first: readonly string[]
  }[]
  readonly candidates: readonly CandidateView[]
  /** Typed by the owner as their own, in normal form. */
  readonly own: readonly Identifier[]
  readonly country: Country | undefined
}

export interface BookView {
  readonly source: string
  readonly kind: BookKind
  readonly contacts: number
  readonly skipped: readonly SkippedContact[]
  readonly skippedTotal: number
}

export interface CandidateView {
  readonly id: string
  readonly label: string
  readonly statements: readonly Identifier[]
  readonly isMe: boolean
}

/** Whom a choice is about: one row, or all that a search finds. */
export type Whom = { readonly key: string } | { readonly query: string }

export type Choice =
  | { readonly what: 'tick'; readonly id: string; readonly on: boolean }
  | { readonly what: 'me'; readonly id: string; readonly on: boolean }
  | { readonly what: 'private'; readonly whom: Whom; readonly on: boolean }
  | { readonly what: 'tie'; readonly whom: Whom; readonly tie: Tie }
  | { readonly what: 'acquaintance'; readonly whom: Whom; readonly acquaintance: Acquaintance }
  | { readonly what: 'story'; readonly key: string; readonly story: string }
  | { readonly what: 'own'; readonly written: readonly string[] }
  | { readonly what: 'country'; readonly country: Country }

export interface RowsInput {
  readonly query: string
  readonly from: number
  readonly count: number
}

export interface Rows {
  readonly total: number
  readonly rows: readonly Row[]
}

export interface Row {
  readonly key: string
  readonly label: string
  readonly identifiers: readonly Identifier[]
  readonly tie: Tie
  readonly acquaintance: Acquaintance
  readonly private: boolean
  readonly story?: string
  readonly sources: readonly string[]
}

/** `kept`: for how many people this device has the marks, whatever else happened. */
export type Brought =
  | { readonly how: 'brought'; readonly entries: number; readonly identifiers: number }
  | { readonly how: 'stopped'; readonly kept: number }
  | { readonly how: 'nobody' }
  | { readonly how: 'failed'; readonly error: CallError; readonly kept: number }

export type OwnWordTokens = Outcome<{ readonly tokens: readonly string[] }>
