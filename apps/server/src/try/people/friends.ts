/**
 * Whom the visitor and Ben Okafor both know: 25, and what either would say of them. The first five are in nobody else's
 * book, so that they are the rarest (MUT6) and named first (REV5); each of the others is in one more book of the evening.
 */
import { named, type Person } from './person.ts'

/** What stands under CATEGORIES in an address book. */
export type Category = 'School' | 'University' | 'Work' | 'Family' | 'Neighbours' | 'Choir'

/** How somebody knows somebody. */
export interface Knowing {
  readonly category?: Category
  readonly story?: string
}

export interface SharedFriend {
  readonly person: Person
  readonly visitor: Knowing
  readonly ben: Knowing
  /** What Ben answers when the talk is of them. */
  readonly reply?: string
}

const knowing = (category: Category, story: string | undefined): Knowing => ({ category, ...(story && { story }) })

type Row = readonly [
  name: string,
  visitor: Category,
  visitorSays: string | undefined,
  ben: Category,
  benSays: string | undefined,
  reply?: string,
]

/** Tom has no story of the visitor's: there the ice-breaker asks for one (CONV1). */
const RAREST: readonly Row[] = [
  [
    'Margit Sørensen',
    'University',
    'shared a flat in Leeds, 1999',
    'Choir',
    'sang in her choir',
    'She taught me to sing in tune. Never let her cook: she burnt the soup, twice.',
  ],
  [
    'Joseph Adeyemi',
    'Work',
    'worked at the same bank',
    'Family',
    'grew up next door to him, as his cousin',
    'Joseph is my cousin. At a bank! He still cannot split a bill.',
  ],
  [
    'Carla Mendes',
    'School',
    'went to school with her',
    'Neighbours',
    'bought bread from her for years',
    'Carla kept me a loaf every Saturday. What was she like at school?',
  ],
  [
    'Tom Whitlock',
    'School',
    undefined,
    'Work',
    'repaired bicycles with him in Bristol',
    'Tom and I had a bicycle shop for one summer. He owes me a red one.',
  ],
  [
    'Priya Nair',
    'Neighbours',
    'lived in the same street',
    'School',
    'shared a desk with her in year nine',
    'Priya did my maths, and I did her drawings. Nobody noticed.',
  ],
]

const COMMON: readonly Row[] = [
  ['Dora Lindqvist', 'School', 'sang in the school play with her', 'Choir', 'drove to rehearsals with her'],
  ['Samir Haddad', 'School', undefined, 'Work', 'sat opposite him for two years'],
  ['Yuki Tanabe', 'Work', 'learned to write tests from her', 'University', 'rowed in the same boat'],
  ['Ruth Abernathy', 'School', 'missed the last bus with her, often', 'Neighbours', undefined],
  ['Marek Zielony', 'School', undefined, 'Neighbours', 'borrowed his ladder'],
  ['Hanneke Visser', 'Work', undefined, 'University', 'studied for one exam with her'],
  ['Ciarán Doyle', 'School', 'played in his first band', 'Choir', undefined],
  ['Wangari Mwende', 'School', undefined, 'Work', 'ran the food bank with her'],
  ['Elif Karataş', 'University', 'shared a kitchen with her', 'University', undefined],
  ['Bruno Castellani', 'School', undefined, 'Neighbours', 'looked after his cat'],
  ['Nell Hargreave', 'School', 'walked to school with her', 'Family', undefined],
  ['Oskar Lindgren', 'School', undefined, 'Choir', 'stood next to him in the basses'],
  ['Amara Diallo', 'School', 'swam for the same club', 'Work', undefined],
  ['Jonas Weidner', 'School', undefined, 'University', 'hitch-hiked to Lisbon with him'],
  ['Mei Castle', 'School', undefined, 'School', 'was in the year below her'],
  ['Rafael Quintela', 'School', 'lost every game of chess to him', 'Work', undefined],
  ['Sinéad Farrow', 'Choir', undefined, 'Choir', undefined],
  ['Viktor Halloran', 'Choir', undefined, 'Neighbours', undefined],
  ['Leila Moradi', 'Family', undefined, 'Work', undefined],
  ['Gwen Pritchard', 'Neighbours', undefined, 'School', undefined],
]

const friend = ([name, category, visitorSays, benCategory, benSays, reply]: Row, number: number): SharedFriend => ({
  person: named(name, number),
  visitor: knowing(category, visitorSays),
  ben: knowing(benCategory, benSays),
  ...(reply && { reply }),
})

export const SHARED_FRIENDS: readonly SharedFriend[] = [...RAREST, ...COMMON].map(friend)

/** From here on they are in one more book. */
export const FIRST_COMMON: number = RAREST.length

/** Whom the visitor knows from work and Noor knows too; Ben does not. */
export const FROM_WORK: readonly Person[] = [
  'Anton Reuter',
  'Bea Lockwood',
  'Chidera Obi',
  'Daniel Prosser',
  'Esme Thornley',
  'Farah Qureshi',
  'Greta Halvorsen',
  'Hugo Salgado',
].map((name, index) => named(name, 30 + index))

/** Whom the visitor has as neighbours, and Wiktor too. */
export const FROM_THE_STREET: readonly Person[] = [
  'Ida Marchetti',
  'Jack Ollerton',
  'Karim Nasser',
  'Lotte Brouwer',
].map((name, index) => named(name, 40 + index))
