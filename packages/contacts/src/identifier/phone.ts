import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import type { Country, Phone } from './brand.ts'

/** Zero of each script whose decimal digits stand in numbers: Arabic-Indic, its eastern form, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g
const EXTENSION = /(;|,|\s*(?:ext\.?|extension|x|#)\s*\d+\s*$).*$/i
/** Dialled before a number to hide or show one's own (3GPP TS 22.030): no part of it. */
const CALLER_ID = /^[*#]31#/
/** Italy, San Marino, Vatican City: there the zero is part of the number, also from abroad. */
const KEEPS_ZERO = /^\D*\+\s*3(9|78|79)\b/
const MOST_DIGITS = 15
const FEWEST_DIGITS = 2

/**
 * A number as people write it: `tel:` and extensions gone; with a plus sign E.164, also where no such number exists and
 * without the `(0)` that must not be dialled; otherwise the digits as written. Undefined for words and `sip:`.
 */
export const readPhone = (text: string): string | undefined => {
  const plain = text.normalize('NFKC').trim().replace(OTHER_DIGITS, westernDigit)
  if (plain.length > 64 || /^sips?:|@/i.test(plain)) return undefined
  const number = plain
    .replace(/^(tel|phone|callto):\s*/i, '')
    .replace(CALLER_ID, '')
    .replace(EXTENSION, '')
  if (/[\p{L}*]/u.test(number)) return undefined
  const international = /^[^\d]*\+/.test(number)
  const dropsZero = international && !KEEPS_ZERO.test(number)
  const digits = (dropsZero ? number.replace(/\(\s*0\s*\)/, '') : number).replace(/\D/g, '')
  if (digits.length < FEWEST_DIGITS) return undefined
  return international ? `+${digits}` : digits
}

const westernDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  return String(code - ZEROS.find((zero) => code >= zero && code < zero + 10)!)
}

/**
 * The normal form of a number: E.164. One without a plus sign is taken as dialled in `country`; without a country, or
 * where it could be no number there, undefined. One with a plus sign is kept even where no such number is known.
 */
export const normalisePhone = (text: string, country?: Country): Phone | undefined => {
  const number = readPhone(text)
  return number === undefined ? undefined : inspectPhone(number, country).phone
}

/** Kinds of number that are no person's (CON7). */
export type ServiceNumber = 'short' | 'free-phone' | 'shared-cost' | 'premium' | 'voicemail'

const KINDS: Record<string, ServiceNumber> = {
  TOLL_FREE: 'free-phone',
  SHARED_COST: 'shared-cost',
  PREMIUM_RATE: 'premium',
  UAN: 'shared-cost',
  VOICEMAIL: 'voicemail',
}

/** The most digits of a number that can only be a service's (`112`, `22222`), but where numbers are that short. */
const SHORT = 6

/** Whether a number, as `readPhone` gives it, plainly is a service's. */
export const serviceNumber = (number: string, country?: Country): ServiceNumber | undefined =>
  inspectPhone(number, country).service

export interface PhoneFacts {
  readonly phone: Phone | undefined
  readonly service: ServiceNumber | undefined
}

/** Normal form and kind of a number as `readPhone` gives it, in one go: looking at numbers is most of an import's work. */
export const inspectPhone = (number: string, country?: Country): PhoneFacts => {
  const parsed = parse(number, country)
  // A number has a type exactly where the full metadata call it valid.
  const type = parsed?.getType()
  return { phone: phoneOf(number, parsed, type !== undefined), service: serviceOf(number, parsed, type) }
}

const phoneOf = (number: string, parsed: Parsed, isValid: boolean): Phone | undefined => {
  const isInternational = number.startsWith('+')
  if (parsed && (isValid || (!isInternational && parsed.isPossible()))) return parsed.number as string as Phone
  const digits = number.length - 1
  return isInternational && digits >= 5 && digits <= MOST_DIGITS ? (number as Phone) : undefined
}

const serviceOf = (number: string, parsed: Parsed, type: string | undefined): ServiceNumber | undefined => {
  const digits = number.startsWith('+') ? (parsed?.nationalNumber.length ?? number.length - 1) : number.length
  if (digits <= SHORT && (type === undefined || type === 'UAN')) return 'short'
  return type === undefined ? undefined : KINDS[type]
}

/**
 * The country that most of these numbers with a plus sign belong to, undefined where there are none: of the calling code
 * with most, the country with most, equals alphabetically. Where countries share a code (+44, +1) and the range is none
 * that is known, a number speaks for the code's main country.
 */
export const countryOfMost = (numbers: Iterable<string>): Country | undefined => {
  const codes = new Map<string, number>()
  const countries = new Map<Country, number>()
  for (const number of numbers) {
    const parsed = number.startsWith('+') ? parse(number) : undefined
    const country = parsed?.country ?? (parsed?.isPossible() ? parsed.getPossibleCountries()[0] : undefined)
    if (country === undefined) continue
    add(codes, parsed!.countryCallingCode)
    add(countries, country)
  }
  const code = most(codes)
  return most(new Map([...countries].filter(([country]) => getCountryCallingCode(country as CountryCode) === code)))
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

const most = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]

type Parsed = ReturnType<typeof parsePhoneNumberFromString>

const parse = (number: string, country?: Country): Parsed => {
  const isKnown = country !== undefined && isSupportedCountry(country)
  return parsePhoneNumberFromString(number, isKnown ? { defaultCountry: country, extract: false } : { extract: false })
}
