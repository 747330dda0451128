/** What is known of each group of joined cards before its owner decides anything. */
import type { Contact } from '../contact.ts'
import { kindOf } from '../identifier.ts'
import { withoutDuplicates } from './cards.ts'
import { nameKey } from './names.ts'
import type { Acquaintance, Book, Card, LeftOutReason, Reach, Tie, UnrecognisableReason } from './types.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Cards of one name that share identifiers, or a single one: a person, until something speaks against it. */
export interface Person {
  readonly id: string
  readonly label: string
  /** The name as names are compared. */
  readonly key: string
  readonly sources: readonly string[]
  readonly reaches: readonly Reach[]
  readonly tie: Tie
  readonly acquaintance: Acquaintance
  /** Why the card plainly is no person's. */
  readonly guess: LeftOutReason | undefined
  /** Why nothing reaches them, should nothing be left. */
  readonly unreached: UnrecognisableReason
}

export function personOf(cards: readonly Card[], vocabulary: Vocabulary): Person {
  const { label } = cards[0]!
  const key = nameKey(label)
  const reaches = withoutDuplicates(cards.flatMap((card) => card.reaches))
  return {
    id: idOf(key, reaches),
    label,
    key,
    sources: [...new Set(cards.map((card) => card.book.source))],
    reaches,
    tie: tieOf(cards, reaches, vocabulary),
    acquaintance: cards.some(({ book }) => acquaintanceOf(book) === 'met') ? 'met' : 'online-only',
    guess: guessOf(cards, vocabulary),
    unreached: whyUnreached(cards),
  }
}

/** Name and first identifier in code-unit order: nobody else has both, and the order of books and cards is no matter. */
function idOf(key: string, reaches: readonly Reach[]): string {
  const identifiers = reaches.map(({ identifier }) => identifier).filter((identifier) => identifier !== undefined)
  const [first = reaches[0]?.written ?? ''] = identifiers.toSorted()
  return `${key}\n${first}`
}

function guessOf(cards: readonly Card[], vocabulary: Vocabulary): LeftOutReason | undefined {
  const contacts = cards.map((card) => card.contact)
  if (contacts.some(({ categories }) => categories.some((category) => vocabulary.isOwn(category)))) return 'own-card'
  const name = cards[0]!.key === '' ? undefined : vocabulary.ofName(cards[0]!.key)
  return name ?? (contacts.some((contact) => contact.organisationOnly) ? 'company-card' : undefined)
}

/** What the owner wrote counts before what the source is. */
function tieOf(cards: readonly Card[], reaches: readonly Reach[], vocabulary: Vocabulary): Tie {
  const written = vocabulary.tieOf(cards.flatMap(({ contact }) => contact.categories))
  if (written !== undefined) return written
  if (cards.some(({ book }) => book.kind === 'linkedin-csv')) return 'work'
  const isOnline = cards.every(({ book }) => book.follows !== undefined) || reaches.every(isSocial)
  return isOnline && reaches.length > 0 ? 'online' : 'other'
}

function isSocial({ identifier }: Reach): boolean {
  return identifier !== undefined && ['mastodon', 'bluesky'].includes(kindOf(identifier))
}

/** ENC2: connections and follows are online only, what an address book holds is met. */
function acquaintanceOf(book: Book): Acquaintance {
  const isOnline = book.follows !== undefined || book.kind === 'linkedin-csv' || book.kind === 'facebook-json'
  return book.acquaintance ?? (isOnline ? 'online-only' : 'met')
}

function whyUnreached(cards: readonly Card[]): UnrecognisableReason {
  const unread = cards.find((card) => card.unread !== undefined)?.unread
  if (cards.every((card) => card.reaches.length === 0) && unread !== undefined) return unread
  if (cards.some(({ contact }) => isReachable(contact))) return 'left-out'
  return cards.every(({ book }) => book.kind === 'facebook-json') ? 'names-only' : 'no-identifier'
}

function isReachable({ emails, phones, handles }: Contact): boolean {
  return emails.length + phones.length + handles.length > 0
}
