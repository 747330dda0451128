/** Made-up address books: who stands in whose, and how. Both the sample books and the lists of the cast are made of them. */
import { type Identifier, normaliseEmail, normalisePhone } from '@kith/contacts/identifier'
import type { Tie } from '@kith/protocol'
import { CAST, type CastMember } from '../people/cast.ts'
import { type Category, FROM_THE_STREET, FROM_WORK, type Knowing, SHARED_FRIENDS } from '../people/friends.ts'
import { generated, type Person } from '../people/person.ts'

export interface BookEntry extends Knowing {
  readonly person: Person
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly identifiers: readonly Identifier[]
}

export type Book = readonly BookEntry[]

/** How many in the visitor's book count as people. */
export const VISITORS_PEOPLE = 212

const TIES: Readonly<Record<Category, Tie>> = {
  School: 'school',
  University: 'school',
  Work: 'work',
  Family: 'family',
  Neighbours: 'neighbourhood',
  Choir: 'interest',
}

/** The tie that a device guesses from what stands in the book. */
export const tieOf = ({ category }: Knowing): Tie => (category ? TIES[category] : 'other')

const entryOf = (person: Person, emails: readonly string[], phones: readonly string[], knowing: Knowing): BookEntry => {
  const identifiers = [...emails.map(normaliseEmail), ...phones.map((phone) => normalisePhone(phone))]
  return { person, emails, phones, identifiers: identifiers.filter((one) => one !== undefined), ...knowing }
}

/** Both addresses and the number. */
const wellKnown = (person: Person, knowing: Knowing): BookEntry =>
  entryOf(person, person.emails, person.phones, knowing)

/** The number alone, an address alone, or both: who shares somebody seldom has them in the same way. */
const somehowKnown = (person: Person, knowing: Knowing, index: number): BookEntry => {
  const emails = index % 3 === 0 && person.phones.length > 0 ? [] : person.emails.slice(0, 1)
  const phones = index % 3 === 1 ? [] : person.phones
  return entryOf(person, emails, phones, knowing)
}

const USUAL: readonly Knowing[] = [
  { category: 'Work' },
  {},
  { category: 'School' },
  { category: 'Family' },
  { category: 'Work' },
  { category: 'Neighbours' },
  {},
  { category: 'Choir' },
]

/** People whom nobody else here knows; `from` counts all of them in all books. */
const others = (from: number, count: number): BookEntry[] =>
  Array.from({ length: count }, (_, index) =>
    somehowKnown(generated(from + index), USUAL[(index * 3) % USUAL.length]!, index),
  )

export const visitorsBook = (): Book => {
  const shared = [
    ...SHARED_FRIENDS.map(({ person, visitor }) => wellKnown(person, visitor)),
    ...FROM_WORK.map((person) => wellKnown(person, { category: 'Work' })),
    ...FROM_THE_STREET.map((person) => wellKnown(person, { category: 'Neighbours' })),
  ]
  return [...shared, ...others(0, VISITORS_PEOPLE - shared.length)]
}

/** `sharedFriends`: how many of the visitor's friends Ben knows. */
export const castBook = (member: CastMember, sharedFriends: number): Book => {
  const own = others(firstOwnOf(member), member.own)
  // Known in every way, so that whichever identifier Ben has of them is in a third list, and not among the rarest (MUT6).
  if (member.role === 'other') return [...member.shares.map((person) => wellKnown(person, {})), ...own]
  const shared = SHARED_FRIENDS.slice(0, sharedFriends)
  return [...shared.map(({ person, ben }, index) => somehowKnown(person, ben, index)), ...own]
}

const firstOwnOf = (member: CastMember): number =>
  CAST.slice(0, CAST.indexOf(member)).reduce((sum, { own }) => sum + own, VISITORS_PEOPLE)
