/** The forty people of the evening: in the order of their arrival, with whom each shares with the visitor. */
import { FIRST_COMMON, FROM_THE_STREET, FROM_WORK, SHARED_FRIENDS } from './friends.ts'
import type { Person } from './person.ts'

export interface CastMember {
  readonly firstName: string
  readonly role: 'ben' | 'other'
  /** Also in the visitor's book; Ben's are `SHARED_FRIENDS`. */
  readonly shares: readonly Person[]
  /** How many in their book nobody else here knows. */
  readonly own: number
  /** The room's topics that they tap, by index. */
  readonly topics: readonly number[]
  /** Where they are to be found: their second message. */
  readonly whereabouts: string
}

/** The first is the one that the visitor may tap and one of the forty does. */
export const TOPICS = [
  'new in town',
  'small children',
  'sings in a choir',
  'plays chess',
  'learning to swim',
  'would walk on Sundays',
] as const

export const SPOTS = ['by the tea', 'by the window', 'at the piano'] as const

/** Friends of the visitor's and Ben's whom somebody else here knows as well. */
const common = (from: number, count: number): Person[] =>
  SHARED_FRIENDS.slice(FIRST_COMMON + from, FIRST_COMMON + from + count).map(({ person }) => person)

const BY_THE_DOOR = 'By the door, with a paper cup. Come and say hello.'

const member = (
  firstName: string,
  shares: readonly Person[],
  own: number,
  topics: readonly number[],
  whereabouts = BY_THE_DOOR,
): CastMember => ({ firstName, role: 'other', shares, own, topics, whereabouts })

const BEN: CastMember = {
  firstName: 'Ben',
  role: 'ben',
  shares: [],
  own: 115,
  topics: [2],
  whereabouts: 'Green jumper. I have a cup for you.',
}

/** Everybody with whom the visitor shares something. */
const KNOWN: readonly CastMember[] = [
  BEN,
  member('Noor', [...FROM_WORK, ...common(0, 6)], 60, [], 'Blue scarf, at the window. There is a chair free.'),
  member('Ines', common(6, 4), 30, [2], 'I am the one who hums, at the piano.'),
  member('Wiktor', [...FROM_THE_STREET, ...common(10, 2)], 35, [3], 'Tall, and under the clock.'),
  member('Ayo', common(12, 3), 28, []),
  member('Freja', common(15, 2), 26, [1]),
  member('Luca', common(17, 1), 24, [3]),
  member('Meera', common(18, 1), 22, []),
  member('Tobias', common(19, 1), 20, [1]),
  member('Zeynep', [], 18, [0], 'Yellow coat. I do not know anybody here either.'),
]

const STRANGERS = [
  'Adele Bogdan Chiara Dawit Erik Fatima Goran Hana Ivo Jasmin',
  'Kofi Lena Mateo Nadia Olu Paula Quinn Rosa Stefan Thuy',
  'Ulla Vikram Wanda Ximena Yusuf Zora Aidan Birte Camille Dino',
]
  .join(' ')
  .split(' ')

/** Most people in a room share nothing with one another. */
const stranger = (firstName: string, index: number): CastMember =>
  member(firstName, [], 12 + (index % 9), index % 2 === 0 ? [1 + (index % 5)] : [])

export const CAST: readonly CastMember[] = [...KNOWN, ...STRANGERS.map(stranger)]
