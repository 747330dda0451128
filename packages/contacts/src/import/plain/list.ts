/** Lists that somebody typed or pasted: e-mails, numbers, handles, one or several a line, with or without names. */
import type { Collection } from '../collection.ts'
import { CsvRecords } from '../csv/records.ts'
import { Draft } from '../draft.ts'
import { mastodonAccount } from '../handles.ts'
import { STEP, STEP_RECORDS, type Work } from '../result.ts'
import type { TextSource } from '../text.ts'
import { handleIn, type Kind, type Piece, piecesOf } from './pieces.ts'

/** A longer line is no entry of a list. */
const LONGEST_LINE = 4096

/** How much of a list shows what kind of list it is. */
const SAMPLE = 16 * 1024

/** Counts of lines, from which the caller judges whether this was a list at all. */
export interface PlainCounts {
  lines: number
  entries: number
}

/** Reads all lines into the collection; yields the bytes done. `head` is how the text begins. */
export function* readPlain(source: TextSource, head: string, collection: Collection): Work<PlainCounts> {
  const counts: PlainCounts = { lines: 0, entries: 0 }
  const records = new CsvRecords(source, ',')
  const mayBeAccounts = areBareAccounts(head.slice(0, SAMPLE))
  while (!records.isAtEnd) {
    const stop = records.done + STEP
    for (let count = 0; count < STEP_RECORDS && records.done < stop && !records.isAtEnd; count++) {
      const record = records.next()
      if (record === undefined || (record.text.trim() === '' && !record.isTooLong)) continue
      if (collection.isFullAt(record.line)) return counts
      counts.lines++
      if (record.isTooLong || record.text.length > LONGEST_LINE) collection.skip(record.line, 'too-large')
      else if (readLine(record.text, record.line, mayBeAccounts, collection)) counts.entries++
    }
    yield source.position
  }
  return counts
}

/** Hosts that give their users mail and no social accounts. */
const MAIL_HOSTS =
  /@(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|proton|protonmail|pm|mail|yandex|orange|wanadoo|free|laposte|libero|fastmail|zoho|qq|163|naver)\.[a-z.]{2,6}$/i

/**
 * Mastodon's old exports are bare lists of name@host, which look like e-mail addresses; and so do bare lists of e-mail
 * addresses. A list of nothing else, on hosts that are not known for mail, may be either: both are then kept.
 */
function areBareAccounts(sample: string): boolean {
  const lines = sample.split(/[\r\n]+/, 500).map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  return filled.every((line) => /^\w[\w.-]*@[^@\s,;<>]+$/.test(line) && !MAIL_HOSTS.test(line))
}

function readLine(text: string, line: number, mayBeAccounts: boolean, collection: Collection): boolean {
  const pieces = piecesOf(text)
  const entries = grouped(pieces)
  for (const entry of entries) collection.add(draftOf(entry, line, mayBeAccounts))
  if (entries.length === 0) collection.skip(line, pieces.some((piece) => piece.isLocalName) ? 'no-server' : 'empty')
  return entries.length > 0
}

interface Entry {
  name: string
  readonly found: { readonly kind: Kind; readonly value: string }[]
  /** The name stood alone: all that follows up to the next name is its own. */
  readonly isHeading: boolean
}

/** Pieces to people: a name takes what follows it; without names, one of each kind on a line is one person's. */
function grouped(pieces: readonly Piece[]): Entry[] {
  const entries: Entry[] = []
  for (const { name, found } of pieces) {
    const last = entries.at(-1)
    const isBareName = found.length === 0
    if (last?.isHeading && last.found.length === 0 && isBareName) last.name += ` ${name}`
    else if (name === '' && last !== undefined && belongs(last, found)) last.found.push(...found)
    else if (name !== '' || found.length > 0) entries.push({ name, found: [...found], isHeading: isBareName })
  }
  return entries.filter((entry) => entry.found.length > 0)
}

function belongs(entry: Entry, found: Piece['found']): boolean {
  return entry.isHeading || !found.some(({ kind }) => entry.found.some((other) => other.kind === kind))
}

function draftOf({ name, found }: Entry, line: number, mayBeAccounts: boolean): Draft {
  const draft = new Draft(line)
  draft.display = name
  for (const { kind, value } of found) {
    if (kind === 'email') draft.addEmails(value)
    else if (kind === 'phone') draft.addPhone(value)
    else if (/^(https?:|www\.)|\//i.test(value)) draft.addUrl(value)
    else draft.addHandle(handleIn(value))
    if (kind === 'email' && mayBeAccounts) draft.addHandle(mastodonAccount(value, undefined))
  }
  return draft
}
