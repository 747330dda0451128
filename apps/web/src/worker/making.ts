/** From books and choices to entries (CON6, CON7): what the preview shows, and what is brought. */
import {
  type Book,
  type Entry,
  type LeftOut,
  type MadeEntries,
  type MeCandidate,
  makeEntries,
  type People,
  readPeople,
} from '@kith/contacts/entries'
import { type Country, guessCountry, type Identifier } from '@kith/contacts/identifier'
import type { KeptBook, KeptChoices } from '../device/people/types.ts'

/** product.md, statement. */
const MOST_STATEMENTS = 5

export interface MadeEntry extends Entry {
  readonly story?: string
}

export interface Made {
  /** Private ones too; they are not sent. */
  readonly entries: readonly MadeEntry[]
  readonly leftOut: readonly LeftOut[]
  readonly unrecognisable: MadeEntries['unrecognisable']
  readonly candidates: readonly MeCandidate[]
  readonly statements: readonly Identifier[]
}

export const countryOf = (
  books: readonly KeptBook[],
  chosen: Country | undefined,
  ofDevice: Country | undefined,
): Country | undefined => chosen ?? guessCountry(books.flatMap(({ contacts }) => contacts)) ?? ofDevice

/** The slow half: once for each set of books and each country. */
export const peopleIn = (books: readonly KeptBook[], country: Country | undefined): People =>
  readPeople(books.flatMap(asBooks), country === undefined ? {} : { country })

/** Two who follow each other stand in both lists, which is what CON8 asks. */
function asBooks({ source, kind, contacts, isMutualFollows }: KeptBook): Book[] {
  const book = { source, kind, contacts }
  return isMutualFollows
    ? [
        { ...book, follows: 'following' },
        { ...book, follows: 'followers' },
      ]
    : [book]
}

/** The quick half: again with each tick. */
export function make(people: People, choices: KeptChoices, limit: number, ownName: string | undefined): Made {
  const { ticked, me, own } = choices
  const made = makeEntries(people, {
    ticked,
    private: choices.private,
    limit,
    ...(ownName === undefined ? {} : { ownName }),
  })
  const candidates = [...made.candidatesForMe, ...chosenElsewhere(people, made, me)]
  const asked = new Set(candidates.map(({ id }) => id))
  const chosen = candidates.filter(({ id }) => me.has(id))
  const statements = [...new Set([...own, ...chosen.flatMap((candidate) => candidate.statements)])]
  return {
    entries: made.entries
      .filter(({ id }) => !me.has(id))
      .map((entry) => withChoices(withoutOwn(entry, own), choices))
      .filter(({ identifiers }) => identifiers.length > 0),
    leftOut: made.leftOut.filter((one) => !isAskedAbout(one, asked, me)),
    unrecognisable: made.unrecognisable,
    candidates,
    statements: statements.slice(0, MOST_STATEMENTS),
  }
}

/** *Which of these is you?* has the card already: it is not told twice. */
function isAskedAbout(one: LeftOut, asked: ReadonlySet<string>, me: ReadonlySet<string>): boolean {
  return one.what === 'card' && asked.has(one.id) && (one.reason === 'own-card' || me.has(one.id))
}

/** A row of the list that its owner said is theirs. An id of a card that is gone says nothing. */
function chosenElsewhere(people: People, made: MadeEntries, me: ReadonlySet<string>): MeCandidate[] {
  const known = new Set(made.candidatesForMe.map(({ id }) => id))
  const rows = people.people.filter(({ id }) => me.has(id) && !known.has(id))
  return rows.map(({ id, label }) => ({ id, label, statements: makeEntries(people, { me: id }).statements }))
}

/** The family's number on Mum's card is the owner's own as well: she counts by what else reaches her (MUT2). */
function withoutOwn(entry: Entry, own: ReadonlySet<Identifier>): Entry {
  if (!entry.identifiers.some((identifier) => own.has(identifier))) return entry
  return { ...entry, identifiers: entry.identifiers.filter((identifier) => !own.has(identifier)) }
}

function withChoices(entry: Entry, { ties, acquaintances, stories }: KeptChoices): MadeEntry {
  const { identifiers } = entry
  const story = chosenFor(identifiers, stories)
  return {
    ...entry,
    tie: chosenFor(identifiers, ties) ?? entry.tie,
    acquaintance: chosenFor(identifiers, acquaintances) ?? entry.acquaintance,
    ...(story === undefined ? {} : { story }),
  }
}

function chosenFor<T>(identifiers: readonly string[], choices: ReadonlyMap<string, T>): T | undefined {
  if (choices.size === 0) return undefined
  const held = identifiers.find((identifier) => choices.has(identifier))
  return held === undefined ? undefined : choices.get(held)
}
