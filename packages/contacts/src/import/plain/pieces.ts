/** What one line of a typed list says: names and ways to reach people, in the order in which they stand. */
import { handleOf, socialName } from '../handles.ts'
import { emailsIn, phoneIn } from '../reach.ts'

export type Kind = 'email' | 'phone' | 'handle'

/** Something that stands between separators. */
export interface Piece {
  /** Words that reach nobody. */
  readonly name: string
  readonly found: readonly { readonly kind: Kind; readonly value: string }[]
  /** A social name without its server. */
  readonly isLocalName: boolean
}

/** Fewer digits are a year, an age or a house number, unless a plus sign says otherwise. */
const FEWEST_DIGITS = 6

const NUMBER = /[+(]?\d[\d\s()./\u2010-\u2015-]{3,40}\d/
const BULLET = /^\s*(?:[-*\u2022\u2013\u2014]|\d{1,3}[.)])\s+/
const ADDRESS = /^(?:https?:\/\/|www\.|(?:[a-z]{2,3}\.)?linkedin\.com\/)/i

export function piecesOf(line: string): Piece[] {
  const rest = line.replace(BULLET, '')
  return separated(rest)
    .map(pieceOf)
    .filter((piece) => piece.name !== '' || piece.found.length > 0 || piece.isLocalName)
}

/** Split at commas, semicolons, tabs and line ends outside quotes; a quote that never closes protects nothing. */
function separated(line: string): string[] {
  const pieces = line.split('"')
  const isPaired = pieces.length % 2 === 1
  return pieces
    .map((piece, index) => (isPaired && index % 2 === 1 ? piece : piece.replace(/[,;\t\r\n]/g, '\0')))
    .join('"')
    .split('\0')
}

function pieceOf(text: string): Piece {
  const found: { kind: Kind; value: string }[] = []
  const words: string[] = []
  let isLocalName = false
  const bracket = text.indexOf('<')
  if (bracket >= 0 && emailsIn(text).length > 0) {
    for (const value of emailsIn(text)) found.push({ kind: 'email', value })
    return { name: nameIn(text.slice(0, bracket)), found, isLocalName }
  }
  for (const word of text.split(/\s+/)) {
    const handle = handleIn(word)
    const emails = handle === undefined ? emailsIn(word) : []
    if (handle !== undefined) found.push({ kind: 'handle', value: word })
    else if (emails.length > 0) found.push({ kind: 'email', value: emails[0]! })
    else if (/^@\w+$/.test(word)) isLocalName = true
    else words.push(word)
  }
  const rest = words.join(' ')
  const number = numberIn(rest)
  if (number === undefined) return { name: nameIn(rest), found, isLocalName }
  found.push({ kind: 'phone', value: number.value })
  return { name: nameIn(rest.replace(number.written, ' ')), found, isLocalName }
}

/** The handle of a word that is an address on the web or a social name. */
export function handleIn(word: string): string | undefined {
  return ADDRESS.test(word) ? handleOf(word) : socialName(word)
}

function numberIn(text: string): { readonly value: string; readonly written: string } | undefined {
  const written = NUMBER.exec(text)?.[0]
  const value = written === undefined ? undefined : phoneIn(written)
  if (value === undefined || (value.length < FEWEST_DIGITS && !value.startsWith('+'))) return undefined
  return { value, written: written! }
}

/** Without quotes, labels and the signs that lead from a name to a number. */
function nameIn(text: string): string {
  const name = text.replace(/["<>()[\]]/g, ' ').trim()
  const bare = name.replace(/[\s:=|\u2013\u2014-]{1,8}$/, '').replace(/^[\s:=|\u2013\u2014-]{1,8}/, '')
  return /^(e-?mails?|mail|tel|telefon|phone|mobile?|handy|cell|fax)\.?$/i.test(bare) ? '' : bare
}
