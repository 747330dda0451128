/**
 * Cuts the text of a CSV file into records, whose quoted cells may hold line ends, in bounded steps; the cells of a
 * record are papaparse's work, which cannot stop in the middle of a file.
 */
import type { TextSource } from '../text.ts'

/** A longer record is no row of an address book. */
const LONGEST_RECORD = 128 * 1024

export interface CsvRecord {
  /** Without its line end; '' when it is too long. */
  readonly text: string
  readonly line: number
  readonly isTooLong: boolean
}

/** Characters of the text that are held at once. */
const WINDOW = 4 * LONGEST_RECORD

export class CsvRecords {
  readonly #source: TextSource
  readonly #delimiter: number
  /** The part of the text that is being read, and where in it. */
  #text: string
  #at = 0
  #line: number
  #isSkipping = false
  /** Characters read so far. */
  done = 0
  /** The closing quote that was found last, and how far there is no other: every stretch is searched once. */
  #close = -1
  #searched = 0

  /** The first record begins at character `start` of the text, on 1-based line `line`. */
  constructor(source: TextSource, delimiter: string, start = 0, line = 1) {
    this.#source = source
    this.#delimiter = delimiter.charCodeAt(0)
    this.#text = source.read(Math.max(start, WINDOW)).slice(start)
    this.#line = line
  }

  /** Whether all records have been given. */
  get isAtEnd(): boolean {
    return this.#at >= this.#text.length && this.#source.isAtEnd
  }

  /** The next record, blank ones included, or undefined after a bounded stretch of one that was too long. */
  next(): CsvRecord | undefined {
    this.#fill()
    const start = this.#at
    const line = this.#line
    const end = this.#recordEnd(start)
    const wasSkipping = this.#isSkipping
    const code = this.#text.charCodeAt(end)
    const isTooLong = code !== LF && code !== CR && end < this.#text.length
    this.#isSkipping = isTooLong
    const text = isTooLong || wasSkipping ? '' : this.#text.slice(start, end)
    this.#at = isTooLong ? end : end + lineBreakLength(this.#text, end)
    this.#line += (isTooLong ? 0 : 1) + lineBreaksIn(text)
    this.done += this.#at - start
    return wasSkipping ? undefined : { text, line, isTooLong }
  }

  /** Moves the window on while it may not hold the longest record. */
  #fill(): void {
    if (this.#text.length - this.#at > LONGEST_RECORD + MOST_BLANKS || this.#source.isAtEnd) return
    this.#text = this.#text.slice(this.#at) + this.#source.read(WINDOW)
    this.#close -= this.#at
    this.#searched -= this.#at
    this.#at = 0
  }

  /** Index of the line end behind the record, or of the first character that is too many. */
  #recordEnd(start: number): number {
    const text = this.#text
    const limit = Math.min(start + LONGEST_RECORD, text.length)
    let isCellStart = !this.#isSkipping
    let at = start
    for (; at < limit; at++) {
      const code = text.charCodeAt(at)
      if (code === LF || code === CR) return at
      // A quote that never closes is taken as a character, so that it costs its own line and no other.
      if (code === QUOTE && isCellStart) at = this.#closingQuote(at + 1, limit) ?? at
      isCellStart = code === this.#delimiter
    }
    return at
  }

  /** Index of the quote that closes the cell whose text begins at `from`, if it stands before `limit`. */
  #closingQuote(from: number, limit: number): number | undefined {
    const own = this.#runEnd(from, limit)
    if (own === limit) return undefined
    if ((own - from) % 2 === 1 && this.#endsCell(own)) return own - 1
    if (this.#close < own) this.#search(own, limit)
    return this.#close >= own && this.#close < limit ? this.#close : undefined
  }

  /** Looks for an odd run of quotes in front of a delimiter or a line end. */
  #search(from: number, limit: number): void {
    let at = Math.max(from, this.#searched)
    while (at < limit) {
      const quote = at
      at = Math.max(this.#runEnd(quote, limit), quote + 1)
      if (this.#text.charCodeAt(quote) !== QUOTE || (at - quote) % 2 === 0 || !this.#endsCell(at)) continue
      this.#close = at - 1
      break
    }
    this.#searched = at
  }

  #runEnd(at: number, limit: number): number {
    let end = at
    while (end < limit && this.#text.charCodeAt(end) === QUOTE) end++
    return end
  }

  /** Whether only a few blanks stand between here and a delimiter or a line end. */
  #endsCell(at: number): boolean {
    let end = at
    while (end < at + MOST_BLANKS && this.#text.charCodeAt(end) === SPACE) end++
    const code = this.#text.charCodeAt(end)
    return code === this.#delimiter || code === LF || code === CR || Number.isNaN(code)
  }
}

const MOST_BLANKS = 64
const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34

/** CR LF, LF, CR, and CR CR LF are one line end each. */
export function lineBreakLength(text: string, at: number): number {
  let end = at
  while (end < at + 4 && text.charCodeAt(end) === CR) end++
  return (text.charCodeAt(end) === LF ? end + 1 : end) - at
}

function lineBreaksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
