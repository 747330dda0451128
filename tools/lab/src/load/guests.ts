/**
 * The guests with their address books: some friends stand there with a number, some with an e-mail address, some with both;
 * some guests have their own card in their book, which must never count (MUT2); some show their first name to the room.
 */
import { randomBytes } from 'node:crypto'
import { type Identifier, parseIdentifier } from '@kith/contacts/identifier'
import { TIES, type Tie } from '@kith/protocol'
import { mix } from '../town/chance.ts'
import { phoneAt } from '../town/identifiers.ts'
import type { Crowd } from './crowd.ts'

export interface BookEntry {
  readonly id: string
  readonly identifiers: readonly Identifier[]
  readonly tie: Tie
}

export interface Guest {
  /** 0, 1, 2 … as they come. */
  readonly seat: number
  readonly name: string
  /** REV2: the room sees the name from the start. */
  readonly isNamed: boolean
  readonly entries: readonly BookEntry[]
  readonly stated: readonly Identifier[]
}

const EMAIL_EVERY = 5
const OWN_CARD_EVERY = 10
const NAMED_EVERY = 20
/** Out of ten friends, those known by the tie that most are; the others are spread over all ties. */
const USUAL_TIE = 6

export const guestsOf = ({ people, friendsOf }: Crowd): Guest[] =>
  people.map((person, seat) => {
    const friends = Array.from(friendsOf(person), (friend) => entryOf(person, friend))
    const own = { id: newId(), identifiers: identifiersOf(person), tie: 'other' as const }
    return {
      seat,
      name: `Guest ${seat + 1}`,
      isNamed: seat % NAMED_EVERY === 0,
      entries: seat % OWN_CARD_EVERY === 0 ? [...friends, own] : friends,
      stated: identifiersOf(person),
    }
  })

const entryOf = (owner: number, friend: number): BookEntry => {
  const draw = mix(owner, friend)
  const all = identifiersOf(friend)
  const known = draw % 3
  const tie = draw % 10 < USUAL_TIE ? 'school' : TIES[draw % TIES.length]!
  return { id: newId(), identifiers: all.length === 1 || known === 2 ? all : [all[known]!], tie }
}

const identifiersOf = (person: number): Identifier[] => {
  const phone = parseIdentifier(phoneAt(person, 0))!
  return person % EMAIL_EVERY === 0 ? [phone, parseIdentifier(`guest.${person}@example.org`)!] : [phone]
}

export const newId = (): string => randomBytes(16).toString('base64url')

export const distinctIdentifiers = (guests: readonly Guest[]): Identifier[] => [
  ...new Set(
    guests.flatMap(({ entries, stated }) => [...stated, ...entries.flatMap(({ identifiers }) => identifiers)]),
  ),
]
