/** Address books as files: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), as phones and computers write them. */
import type { Book, BookEntry } from './book.ts'

export type VcardVersion = '3.0' | '4.0'

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\n/g, '\\n')

/** Properties between the BEGIN and END of a card. No line of a made-up book is long enough to be folded. */
export const vcard = (version: VcardVersion, properties: readonly string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...properties, 'END:VCARD', ''].join('\r\n')

/** A book as its owner's programs have written it, card by card: some in the one version, some in the other. */
export const writeBook = (book: Book): string =>
  book.map((entry, index) => vcardOf(entry, index % 4 === 3 ? '4.0' : '3.0', index)).join('')

const vcardOf = ({ person, emails, phones, category }: BookEntry, version: VcardVersion, index: number): string =>
  vcard(version, [
    `FN:${escaped(person.name)}`,
    `N:${escaped(person.family)};${escaped(person.given)};;;`,
    ...emails.map((email, at) => `EMAIL;TYPE=${at === 0 ? 'internet' : 'home'}:${email}`),
    ...phones.map((phone) => telOf(phone, version, index)),
    ...(category ? [`CATEGORIES:${category}`] : []),
  ])

const telOf = (phone: string, version: VcardVersion, index: number): string =>
  version === '4.0'
    ? `TEL;VALUE=uri;TYPE=cell:tel:${phone}`
    : `TEL;TYPE=CELL:${index % 2 === 0 ? spaced(phone) : phone}`

/** As people type it: `+44 7700 900123`. */
const spaced = (phone: string): string => phone.replace(/^(\+44|\+49|\+33|\+1)(\d{3,4})(?=\d{6,7}$)/, '$1 $2 ')
