/**
 * Everybody's address book. Two people are friends exactly when each has the other's card; on top come services, and
 * the untidiness of real books: short names, people on two cards, families' lines.
 */
import { type Card, DIALECTS, type Dialect } from './cards.ts'
import { mix } from './chance.ts'
import type { CircleKind } from './circles.ts'
import { emailOf, type Identifiers, phoneAt } from './identifiers.ts'
import { makeNames, type Name } from './names.ts'
import { makeServices, type Service, type Services } from './services.ts'
import { friendsOf, type Town } from './town.ts'

export interface Books {
  readonly nameOf: (person: number) => Name
  readonly identifiersOf: (person: number) => Identifiers
  /** The line of somebody's household, if it has one. */
  readonly lineOf: (person: number) => string | undefined
  readonly services: Services
  /** Somebody's address book as a vCard file. */
  readonly bookOf: (person: number) => string
}

/** Per hundred. */
const WITH_LINE = 50
const PHONE_ONLY = 45
const EMAIL_ONLY = 10
const GIVEN_NAME_ONLY = 12
const INITIAL_ONLY = 8
/** Of the cards with both phone and e-mail. */
const ON_TWO_CARDS = 8

export const makeBooks = (town: Town): Books => {
  const nameOf = makeNames(town)
  const identifiersOf = (person: number) => ({
    phone: phoneAt(person, town.seed),
    email: emailOf(nameOf(person), person),
  })
  const lineOf = (person: number) => {
    const household = town.households[person]!
    return percent(town.seed, household) < WITH_LINE ? phoneAt(town.people + household, town.seed) : undefined
  }
  // People take the first numbers, households the next; there are never more households than people.
  const services = makeServices(town, 2 * town.people)
  const parts = { nameOf, identifiersOf, lineOf, services }
  return { ...parts, bookOf: (person) => writeBook(town, parts, person) }
}

const percent = (a: number, b: number): number => mix(a, b) % 100

type Parts = Omit<Books, 'bookOf'>

const writeBook = (town: Town, parts: Parts, owner: number): string => {
  const friends = friendsOf(town, owner)
  const draw = mix(town.seed ^ 0x626f6f6b, owner)
  const write = DIALECTS[draw % DIALECTS.length]!
  const families = familiesAmong(town, friends)
  let book = ''
  for (const friend of friends) {
    const line = families.has(town.households[friend]!) ? parts.lineOf(friend) : undefined
    const category = percent(draw, 1) < 50 ? categoryOf(town, owner, friend) : undefined
    for (const card of cardsOf(parts, friend, mix(draw, friend)))
      book += write({ ...card, ...(line && { line }), ...(category && { category }) })
  }
  return book + servicesIn(parts.services, owner, write)
}

/**
 * Households of which the book has several people: their line is then on each one's card, so on cards with different
 * names (CON6). A line on one card only would make one person of two, and friends.csv would no longer be the truth.
 */
const familiesAmong = ({ households }: Town, friends: Uint32Array): Set<number> => {
  const seen = new Set<number>()
  return new Set(Array.from(friends, (friend) => households[friend]!).filter((one) => seen.has(one) || !seen.add(one)))
}

/** One card, or two; `draw` decides what the owner knows of the friend. */
const cardsOf = ({ nameOf, identifiersOf }: Parts, friend: number, draw: number): Card[] => {
  const name = calledBy(nameOf(friend), percent(draw, 1))
  const { phone, email } = identifiersOf(friend)
  const known = percent(draw, 2)
  if (known < PHONE_ONLY) return [{ ...name, mobile: phone }]
  if (known < PHONE_ONLY + EMAIL_ONLY) return [{ ...name, email }]
  const split = percent(draw, 3)
  if (split >= ON_TWO_CARDS) return [{ ...name, mobile: phone, email }]
  const both = split < ON_TWO_CARDS / 2
  return [
    { ...name, mobile: phone },
    { ...name, email, ...(both && { mobile: phone }) },
  ]
}

const calledBy = ({ given, surname }: Name, draw: number): Name => {
  if (draw < GIVEN_NAME_ONLY) return { given, surname: '' }
  if (draw < GIVEN_NAME_ONLY + INITIAL_ONLY) return { given, surname: `${[...surname][0]}.` }
  return { given, surname }
}

const CATEGORIES: Readonly<Record<CircleKind, string | undefined>> = {
  street: 'Neighbours',
  school: 'School',
  work: 'Work',
  club: 'Club',
  district: undefined,
}

const categoryOf = ({ households, circles }: Town, owner: number, friend: number): string | undefined => {
  if (households[owner] === households[friend]) return 'Family'
  const shared = circles.find(({ of }) => of[owner] === of[friend])
  return shared && CATEGORIES[shared.kind]
}

const servicesIn = (services: Services, owner: number, write: Dialect): string =>
  services
    .heldBy(owner)
    .map((service) => write(serviceCard(service, services.isCompany(service))))
    .join('')

const serviceCard = ({ name, phone, email }: Service, company: boolean): Card => {
  const [given = '', ...rest] = name.split(' ')
  const called = company ? { given: '', surname: '', company: name } : { given, surname: rest.join(' ') }
  return { ...called, mobile: phone, ...(email && { email }) }
}
