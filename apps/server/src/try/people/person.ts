/**
 * Made-up people. Their addresses are at example.org, .net and .com (RFC 2606), their numbers in ranges that are kept for
 * fiction: Ofcom's 07700 900xxx, the 555-01xx of North America, ARCEP's 06 39 98 xx xx, the BNetzA's 030 23125 xxx.
 */
import { LANGUAGES, type Language, latinOf, NAMES_EACH } from './languages.ts'

export interface Person {
  readonly name: string
  readonly given: string
  readonly family: string
  /** The first is the one that most of their friends have. */
  readonly emails: readonly string[]
  /** E.164; none where the numbers of fiction do not reach. */
  readonly phones: readonly string[]
}

const DOMAINS = ['example.org', 'example.net', 'example.com'] as const
const AREAS = ['212', '312', '415', '617', '713', '206', '303', '404', '503', '602'] as const

const digits = (number: number, length: number): string => String(number).padStart(length, '0')

/** A number that rings nowhere; another one for each below 1000. */
const phoneNumbers: readonly ((number: number) => string)[] = [
  (number) => `+447700900${digits(number % 1000, 3)}`,
  (number) => `+493023125${digits(number % 1000, 3)}`,
  (number) => `+1${AREAS[Math.floor(number / 100) % AREAS.length]}55501${digits(number % 100, 2)}`,
  (number) => `+33639980${digits(number % 1000, 3)}`,
]

/** Half of all people have a British number. */
const COUNTRIES = [0, 0, 1, 0, 2, 0, 3] as const

const phonesOf = (number: number): string[] =>
  number < 1000 ? [phoneNumbers[COUNTRIES[number % COUNTRIES.length]!]!(number)] : []

const addresses = (local: string, number: number): string[] => [
  `${local}@${DOMAINS[number % DOMAINS.length]}`,
  `${local}.home@${DOMAINS[(number + 1) % DOMAINS.length]}`,
]

/** Those with names of their own are numbered below this, and those who fill address books from here to 1000. */
const FIRST_GENERATED = 50

/** Somebody with a name of their own; `number` tells them apart from all others, and is below 50. */
export const named = (name: string, number: number): Person => {
  const [given = '', ...rest] = name.split(' ')
  const local = name.split(' ').map(latinOf).join('.')
  return { name, given, family: rest.join(' '), emails: addresses(local, number), phones: phonesOf(number) }
}

/** How many can be named before a name comes twice. */
export const MOST_GENERATED: number = LANGUAGES.length * NAMES_EACH ** 2

/** The nth of all who only fill address books. */
export const generated = (number: number): Person => {
  if (number >= MOST_GENERATED) throw new RangeError(`number: at most ${MOST_GENERATED - 1}, not ${number}`)
  const language = LANGUAGES[number % LANGUAGES.length]!
  const nth = Math.floor(number / LANGUAGES.length)
  const given = language.given[nth % NAMES_EACH]!
  const family = language.family[(nth + Math.floor(nth / NAMES_EACH)) % NAMES_EACH]!
  const local = `${given.latin}.${family.latin}`
  return {
    name: fullName(language, given.written, family.written),
    given: given.written,
    family: family.written,
    emails: addresses(local, number),
    phones: phonesOf(FIRST_GENERATED + number),
  }
}

const fullName = ({ familyFirst }: Language, given: string, family: string): string =>
  familyFirst ? `${family}${given}` : `${given} ${family}`
