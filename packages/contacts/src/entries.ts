/**
 * From contacts to entries (SPEC.md, Entries): who of an address book counts as a person, and why the others do not.
 *
 * In two steps, because the first is the slow one and the second runs again with each tick: `readPeople` brings the
 * books into normal form and joins cards, `makeEntries` applies what the owner chose. Both are pure: the same books and
 * choices give the same answer. Nothing in it may leave the device but what CON1 lists.
 */
import { CardReader } from './entries/cards.ts'
import { partFollows, withFollows } from './entries/follows.ts'
import { joinCards } from './entries/join.ts'
import { candidatesForMe, statementsOf } from './entries/me.ts'
import { type Person, personOf } from './entries/people.ts'
import { Sorter } from './entries/sorter.ts'
import type { Book, Choices, MadeEntries } from './entries/types.ts'
import { Vocabulary } from './entries/vocabulary.ts'
import { type Language, WORD_LISTS } from './entries/word-lists.ts'
import type { Country, Identifier } from './identifier.ts'

export type {
  Acquaintance,
  Book,
  Choices,
  Entry,
  LeftOut,
  LeftOutReason,
  MadeEntries,
  MeCandidate,
  Tie,
  Unrecognisable,
  UnrecognisableReason,
} from './entries/types.ts'
export type { Language } from './entries/word-lists.ts'

/** CON4: most identifiers in a member's list, and in a guest's. */
export const MOST_IDENTIFIERS = 10_000
export const MOST_IDENTIFIERS_OF_GUEST = 5_000

export interface ReadOptions {
  /** The country in which national numbers are dialled (`guessCountry` proposes one); absent: they have no normal form. */
  readonly country?: Country
  /** Whose word lists to use; absent: all, because books mix languages. */
  readonly languages?: readonly Language[]
}

/** Cards joined (CON6), one-way follows parted (CON8), and what speaks against each (CON7). */
export interface People {
  readonly people: readonly Person[]
  readonly oneWay: readonly Person[]
  readonly shared: ReadonlyMap<Identifier, readonly string[]>
}

export function readPeople(books: readonly Book[], options: ReadOptions = {}): People {
  const vocabulary = new Vocabulary(options.languages ?? (Object.keys(WORD_LISTS) as Language[]))
  const reader = new CardReader(vocabulary, options.country)
  const cards = books.map(withFollows).flatMap((book) => book.contacts.map((contact) => reader.read(book, contact)))
  const { counting, oneWay } = partFollows(cards)
  const { groups, shared } = joinCards(counting)
  const joined = [...groups, ...oneWay.map((card) => [card])].map((cards) => personOf(cards, vocabulary))
  const people = withDistinctIds(joined)
  return { people: people.slice(0, groups.length), oneWay: people.slice(groups.length), shared }
}

/** Cards without an identifier may have the same name: they are numbered. */
function withDistinctIds(people: readonly Person[]): Person[] {
  const seen = new Map<string, number>()
  return people.map((person) => {
    const count = (seen.get(person.id) ?? 0) + 1
    seen.set(person.id, count)
    return count === 1 ? person : { ...person, id: `${person.id}\n${count}` }
  })
}

/** Every card that was read is in exactly one of `entries`, `leftOut` (as a whole card) and `unrecognisable`. */
export function makeEntries({ people, oneWay, shared }: People, choices: Choices = {}): MadeEntries {
  const sorter = new Sorter(shared, choices)
  for (const person of people) sorter.add(person)
  for (const person of oneWay) sorter.leaveOut(person, 'one-way-follow')
  sorter.admit(choices.limit ?? MOST_IDENTIFIERS)
  const me = people.find(({ id }) => id === choices.me)
  return {
    ...sorter.made,
    candidatesForMe: me ? [] : candidatesForMe(people, choices.ownName),
    statements: me ? statementsOf(me) : [],
  }
}
