/** CON8: a follow counts only where both follow each other. */
import type { Contact } from '../contact.ts'
import type { Identifier } from '../identifier.ts'
import type { Book, Card } from './types.ts'

/**
 * Marks lists that do not say which way they go, as lists of those followed: Mastodon's, and plain lists of nothing but
 * accounts (its older files are that). The other way round, two who follow the same celebrity would share a friend.
 */
export function withFollows(book: Book): Book {
  const isUnsaid = book.kind === 'mastodon-csv' || (book.kind === 'plain-list' && book.contacts.every(isAccount))
  return book.follows === undefined && isUnsaid ? { ...book, follows: 'following' } : book
}

function isAccount({ emails, phones, handles }: Contact): boolean {
  return emails.length + phones.length === 0 && handles.every((handle) => /^(mastodon|bluesky):/.test(handle))
}

export interface Follows {
  /** All cards but those of one-way follows, in their order. */
  readonly counting: readonly Card[]
  readonly oneWay: readonly Card[]
}

/** Parts one-way follows from the rest. */
export function partFollows(cards: readonly Card[]): Follows {
  const following = identifiersIn(cards, 'following')
  const followers = identifiersIn(cards, 'followers')
  const isMutual = ({ reaches }: Card) =>
    reaches.some(({ identifier }) => identifier !== undefined && following.has(identifier) && followers.has(identifier))
  const counts = (card: Card) => card.book.follows === undefined || isMutual(card)
  return { counting: cards.filter(counts), oneWay: cards.filter((card) => !counts(card)) }
}

function identifiersIn(cards: readonly Card[], way: Book['follows']): Set<Identifier> {
  const found = new Set<Identifier>()
  for (const { book, reaches } of cards) {
    if (book.follows !== way) continue
    for (const { identifier } of reaches) if (identifier !== undefined) found.add(identifier)
  }
  return found
}
