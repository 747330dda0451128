/** The phone numbers and e-mail addresses of the made-up town. */
import { mix } from './chance.ts'
import type { Name } from './names.ts'

export interface Identifiers {
  /** E.164. */
  readonly phone: string
  readonly email: string
}

/**
 * Numbers are +1 555 and seven digits: as long as a North American number and read as one, but 555 is no area code
 * (NANPA keeps it unassigned), so nobody is ever rung. The ranges that regulators set aside for fiction hold a few
 * thousand numbers at most, too few for a town. Exchanges begin with 2 to 9: eight million numbers.
 */
const NUMBERS = 8_000_000
/** Coprime to 8,000,000, so that neighbouring indexes get unrelated numbers and no two the same. */
const STRIDE = 3_141_593

/** The number for an index from 0 to 7,999,999, its own; `seed` turns the list. */
export const phoneAt = (index: number, seed: number): string => {
  const turned = (index * STRIDE + (mix(seed, 0x70686f6e) % NUMBERS)) % NUMBERS
  return `+1555${2_000_000 + turned}`
}

/** example.org and its sisters are nobody's (RFC 2606); the number makes the address unique. */
export const emailOf = ({ given, surname }: Name, person: number): string =>
  `${plain(given)}.${plain(surname)}.${person}@example.${['org', 'com', 'net'][person % 3]}`

/** In the letters a to z: accents dropped, the letters that are more than an accent written out. */
export const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[ßøæłđıØÆŁĐ]/g, (letter) => WRITTEN_OUT[letter]!)
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  Ø: 'O',
  Æ: 'Ae',
  Ł: 'L',
  Đ: 'D',
}
