/** Finds the heading of a CSV file behind whatever stands before it, and tells whose export it is. */
import type { BookKind } from '../../contact.ts'
import { cellsOf } from './cells.ts'
import { isHeader, plainHeading, type Role, roleOf } from './columns.ts'
import { lineBreakLength } from './records.ts'

export interface Header {
  readonly kind: BookKind
  readonly delimiter: string
  readonly roles: readonly (Role | undefined)[]
  /** The heading as written: a copy of it between the rows is no contact. */
  readonly text: string
  /** Where the first row begins, and its 1-based line. */
  readonly rowsAt: number
  readonly rowsLine: number
  /** A heading says that these accounts are muted or blocked, not followed. */
  readonly isOfOthers: boolean
}

/** LinkedIn has had one to four lines before its heading, other programs a title or `sep=;`. */
const MOST_LINES = 32
const LONGEST_HEADING = 16 * 1024
const DELIMITERS = [',', ';', '\t'] as const

/** The first line that heads an address book; undefined if none of the first lines does. */
export function findHeader(text: string): Header | undefined {
  for (let at = 0, line = 1; at < text.length && line <= MOST_LINES; line++) {
    const window = text.slice(at, at + LONGEST_HEADING)
    const length = /[\r\n]/.exec(window)?.index ?? window.length
    const next = at + length + lineBreakLength(text, at + length)
    const found = headerOf(window.slice(0, length))
    if (found !== undefined) return { ...found, rowsAt: next, rowsLine: line + 1 }
    if (length === LONGEST_HEADING) return undefined
    at = next
  }
  return undefined
}

function headerOf(text: string): Omit<Header, 'rowsAt' | 'rowsLine'> | undefined {
  const readings = DELIMITERS.filter((delimiter) => delimiter === ',' || text.includes(delimiter))
    .map((delimiter) => ({ delimiter, cells: cellsOf(text, delimiter) }))
    .map((reading) => ({ ...reading, roles: reading.cells.map(roleOf) }))
    .filter(({ cells, roles }) => isHeader(cells, roles))
  const best = readings.sort((one, other) => count(other.roles) - count(one.roles))[0]
  if (best === undefined) return undefined
  const plain = best.cells.map(plainHeading)
  const isOfOthers = plain.some((heading) => /^hide notifications$/.test(heading))
  return { kind: kindOf(plain, best.roles), delimiter: best.delimiter, roles: best.roles, text, isOfOthers }
}

function count(roles: readonly (Role | undefined)[]): number {
  return roles.filter((role) => role !== undefined).length
}

function kindOf(headings: readonly string[], roles: readonly (Role | undefined)[]): BookKind {
  const has = (pattern: RegExp): boolean => headings.some((heading) => pattern.test(heading))
  if (roles.includes('account')) return 'mastodon-csv'
  if (has(/^(connected on|verknupft am|vernetzt am)$/)) return 'linkedin-csv'
  if (has(/^(e-mail|phone|organi[sz]ation|website) \d+ - |^group membership$/)) return 'google-csv'
  if (has(/^(primary email|primare e-mail.*|secondary email|sekundare e-mail.*|screen name|messenger-name)$/))
    return 'thunderbird-csv'
  return has(
    /^e-?mail(-adresse| address| \d address| \d adresse|adresse)$|^email (home|work|other)$|^adresse de messagerie/,
  )
    ? 'outlook-csv'
    : 'other-csv'
}
