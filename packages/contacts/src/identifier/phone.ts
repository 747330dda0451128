import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Country, Phone } from './brand.ts'

/** Zero of each script whose decimal digits stand in numbers: Arabic-Indic, its eastern form, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g
const EXTENSION = /(;|,|\s*(?:ext\.?|extension|x|#)\s*\d+\s*$).*$/i
const MOST_DIGITS = 15
const FEWEST_DIGITS = 2

/**
 * A number as people write it: `tel:` and extensions gone; with a plus sign E.164, also where no such number exists and
 * without the `(0)` that must not be dialled; otherwise the digits as written. Undefined for words and `sip:`.
 */
export const readPhone = (text: string): string | undefined => {
  const plain = text.normalize('NFKC').trim().replace(OTHER_DIGITS, westernDigit)
  if (plain.length > 64 || /^sips?:|@/i.test(plain)) return undefined
  const number = plain.replace(/^(tel|phone|callto):\s*/i, '').replace(EXTENSION, '')
  if (/[\p{L}*]/u.test(number)) return undefined
  const international = /^[^\d]*\+/.test(number)
  const digits = (international ? number.replace(/\(\s*0\s*\)/, '') : number).replace(/\D/g, '')
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
  if (number === undefined) return undefined
  const parsed = parse(number, country)
  if (parsed?.isValid() || (parsed?.isPossible() && !number.startsWith('+'))) return parsed.number as string as Phone
  const digits = number.length - 1
  return number.startsWith('+') && digits >= 5 && digits <= MOST_DIGITS ? (number as Phone) : undefined
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

/** The most digits of a number that can only be a service's: `112`, `22222`. */
const SHORT = 6

/** Whether a number, as `readPhone` gives it, plainly is a service's. */
export const serviceNumber = (number: string, country?: Country): ServiceNumber | undefined => {
  if (!number.startsWith('+') && number.length <= SHORT) return 'short'
  const type = parse(number, country)?.getType()
  return type === undefined ? undefined : KINDS[type]
}

/** The country that most of these numbers with a plus sign belong to; equals alphabetically; undefined where none do. */
export const countryOfMost = (numbers: Iterable<string>): Country | undefined => {
  const counts = new Map<Country, number>()
  for (const number of numbers) {
    const country = number.startsWith('+') ? parse(number)?.country : undefined
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
}

const parse = (number: string, country?: Country): ReturnType<typeof parsePhoneNumberFromString> =>
  country !== undefined && isSupportedCountry(country)
    ? parsePhoneNumberFromString(number, country as CountryCode)
    : parsePhoneNumberFromString(number)
