/** CON8: a follow counts only where both follow each other. */
import type { Identifier } from '../identifier.ts'
import { isFollowList } from './people.ts'
import type { Card } from './types.ts'

export interface Follows {
  /** All cards but those of one-way follows, in their order. */
  readonly counting: readonly Card[]
  readonly oneWay: readonly Card[]
}

/** Parts one-way follows from the rest. A follow list that does not say which way it goes is of those one follows. */
export function partFollows(cards: readonly Card[]): Follows {
  const following = identifiersIn(cards, (follows) => follows !== 'followers')
  const followers = identifiersIn(cards, (follows) => follows === 'followers')
  const isMutual = ({ reaches }: Card) =>
    reaches.some(({ identifier }) => identifier !== undefined && following.has(identifier) && followers.has(identifier))
  const counts = (card: Card) => !isFollowList(card.book) || isMutual(card)
  return { counting: cards.filter(counts), oneWay: cards.filter((card) => !counts(card)) }
}

function identifiersIn(cards: readonly Card[], isWay: (follows: Card['book']['follows']) => boolean): Set<Identifier> {
  const found = new Set<Identifier>()
  for (const { book, reaches } of cards) {
    if (!isFollowList(book) || !isWay(book.follows)) continue
    for (const { identifier } of reaches) if (identifier !== undefined) found.add(identifier)
  }
  return found
}
