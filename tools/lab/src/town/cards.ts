/** Writes vCards the way that address books in the wild do: four dialects of three versions. */

export interface Card {
  readonly given: string
  readonly surname: string
  /** A company's card has this and no name. */
  readonly company?: string
  /** E.164, or a short number. */
  readonly mobile?: string
  /** A line that several people share. */
  readonly line?: string
  readonly email?: string
  readonly category?: string
}

/** A card as text, with CR LF after every line. */
export type Dialect = (card: Card) => string

/** vCard 2.1 as old telephones write it: bare parameters, quoted-printable where a name is not ASCII. */
const telephone: Dialect = (card) =>
  lines(
    'BEGIN:VCARD',
    'VERSION:2.1',
    quotedPrintable('N', card.company === undefined ? `${card.surname};${card.given};;;` : ';;;;'),
    quotedPrintable('FN', displayName(card)),
    card.company && quotedPrintable('ORG', card.company),
    card.mobile && `TEL;CELL:${card.mobile}`,
    card.line && `TEL;HOME:${card.line}`,
    card.email && `EMAIL;HOME:${card.email}`,
    'END:VCARD',
  )

/** vCard 3.0 with groups and spaced numbers. */
const tablet: Dialect = (card) =>
  lines(
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Made-up town//Tablet 1.0//EN',
    fold(card.company === undefined ? `N:${escaped(card.surname)};${escaped(card.given)};;;` : 'N:;;;;'),
    fold(`FN:${escaped(displayName(card))}`),
    card.company && fold(`ORG:${escaped(card.company)};`),
    card.email && fold(`item1.EMAIL;type=INTERNET;type=pref:${card.email}`),
    card.email && 'item1.X-ABLabel:_$!<Other>!$_',
    card.mobile && `TEL;type=CELL;type=VOICE;type=pref:${spaced(card.mobile, ['+', ' (', ') ', '-'])}`,
    card.line && `TEL;type=HOME;type=VOICE:${spaced(card.line, ['+', ' (', ') ', '-'])}`,
    card.company && 'X-ABShowAs:COMPANY',
    'END:VCARD',
  )

/** vCard 3.0 with upper-case types and categories. */
const webMail: Dialect = (card) =>
  lines(
    'BEGIN:VCARD',
    'VERSION:3.0',
    fold(`FN:${escaped(displayName(card))}`),
    fold(card.company === undefined ? `N:${escaped(card.surname)};${escaped(card.given)};;;` : 'N:;;;;'),
    card.company && fold(`ORG:${escaped(card.company)}`),
    card.email && fold(`EMAIL;TYPE=INTERNET;TYPE=HOME:${card.email}`),
    card.mobile && `TEL;TYPE=CELL:${card.mobile}`,
    card.line && `TEL;TYPE=HOME:${spaced(card.line, ['+', ' ', ' ', ' '])}`,
    `CATEGORIES:${card.category ? `${card.category},` : ''}myContacts`,
    'END:VCARD',
  )

/** vCard 4.0 with numbers as tel: addresses. */
const modern: Dialect = (card) =>
  lines(
    'BEGIN:VCARD',
    'VERSION:4.0',
    card.company === undefined ? 'KIND:individual' : 'KIND:org',
    fold(`FN:${escaped(displayName(card))}`),
    card.company === undefined && fold(`N:${escaped(card.surname)};${escaped(card.given)};;;`),
    card.company && fold(`ORG:${escaped(card.company)}`),
    card.mobile && `TEL;VALUE=uri;TYPE="voice,cell":tel:${spaced(card.mobile, ['+', '-', '-', '-'])}`,
    card.line && `TEL;VALUE=uri;TYPE="voice,home":tel:${spaced(card.line, ['+', '-', '-', '-'])}`,
    card.email && fold(`EMAIL;TYPE=home:${card.email}`),
    card.category && `CATEGORIES:${card.category}`,
    'END:VCARD',
  )

export const DIALECTS: readonly Dialect[] = [telephone, tablet, webMail, modern]

const lines = (...parts: readonly (string | false | undefined)[]): string =>
  parts.reduce<string>((text, part) => (part ? `${text}${part}\r\n` : text), '')

const displayName = ({ given, surname, company }: Card): string => company ?? [given, surname].filter(Boolean).join(' ')

/** RFC 6350, 3.4. */
const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&')

/** RFC 6350, 3.2: lines of at most 75 octets, continued after a space; between characters, not within them. */
const fold = (line: string): string => {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

/** A property of vCard 2.1: as it is if ASCII, else every octet encoded, with soft breaks before column 76 (RFC 2045, 6.7). */
const quotedPrintable = (property: string, value: string): string => {
  if (/^[\x20-\x7e]*$/.test(value)) return `${property}:${value}`
  const head = `${property};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:`
  let text = head
  let column = head.length
  for (const octet of Buffer.from(value)) {
    // Separators of N stay bare, as telephones leave them.
    const piece = octet === 0x3b ? ';' : `=${octet.toString(16).toUpperCase().padStart(2, '0')}`
    if (column + piece.length > 75) {
      text += '=\r\n'
      column = 0
    }
    text += piece
    column += piece.length
  }
  return text
}

/** +1 555 234 5678 with the given marks before country, area, exchange and line; a short number as it is. */
const spaced = (phone: string, marks: readonly [string, string, string, string]): string => {
  const parts = /^\+(1)(\d{3})(\d{3})(\d{4})$/.exec(phone)
  return parts ? marks.map((mark, i) => mark + parts[i + 1]).join('') : phone
}
