/**
 * Rows of a world's CSV, read from bytes: one header line, lines that end in LF or CRLF, no quoting. A field that is no
 * such value reads as NaN, and whoever reads decides that the row is malformed.
 */
import { Unusable } from '../io.ts'

const COMMA = 44
const LF = 10
const CR = 13
const MINUS = 45
const ZERO = 48
const MOST_ID = 0xffffffff

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

export class Table {
  /** The line of the row, the header being line 1. */
  line = 1
  readonly #bytes: Uint8Array
  readonly #columns: number
  /** Where each field of the row begins, and after the last where the next would. */
  readonly #starts: number[] = []
  #at = 0

  /** `name` is for messages. The header must hold exactly these columns. */
  constructor(name: string, bytes: Uint8Array, columns: readonly string[]) {
    this.#bytes = bytes
    this.#columns = columns.length
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3
    const header = this.#readRow() ? this.#starts.slice(0, -1).map((_, i) => this.text(i)) : []
    if (header.join() !== columns.join()) throw new Unusable(`${name} must begin with the line "${columns.join()}"`)
  }

  /** Bytes read and bytes in all, for progress. */
  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#at, total: this.#bytes.length }
  }

  /** Goes to the next row; false after the last. */
  next(): boolean {
    if (!this.#readRow()) return false
    this.line++
    return true
  }

  /** Whether the row has as many fields as the header. */
  get isWhole(): boolean {
    return this.#starts.length === this.#columns + 1
  }

  /** An id: an integer from 0 to 2³²−1. */
  id(field: number): number {
    const value = this.#digits(this.#starts[field]!, this.#end(field))
    return value <= MOST_ID ? value : Number.NaN
  }

  /** A time: an integer, negative ones too. */
  time(field: number): number {
    const start = this.#starts[field]!
    const negative = this.#bytes[start] === MINUS
    const value = this.#digits(negative ? start + 1 : start, this.#end(field))
    if (!Number.isSafeInteger(value)) return Number.NaN
    return negative ? -value : value
  }

  /** A decimal number between two bounds, both included. */
  decimal(field: number, least: number, most: number): number {
    const text = this.text(field)
    const value = DECIMAL.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : Number.NaN
  }

  text(field: number): string {
    return utf8.decode(this.#bytes.subarray(this.#starts[field]!, this.#end(field)))
  }

  #end(field: number): number {
    return this.#starts[field + 1]! - 1
  }

  #digits(start: number, end: number): number {
    if (start >= end) return Number.NaN
    let value = 0
    for (let i = start; i < end; i++) {
      const digit = this.#bytes[i]! - ZERO
      if (digit < 0 || digit > 9) return Number.NaN
      value = value * 10 + digit
    }
    return value
  }

  #readRow(): boolean {
    const bytes = this.#bytes
    const starts = this.#starts
    let at = this.#at
    if (at >= bytes.length) return false
    starts.length = 0
    starts.push(at)
    for (; at < bytes.length && bytes[at] !== LF; at++) if (bytes[at] === COMMA) starts.push(at + 1)
    this.#at = at + 1
    starts.push(bytes[at - 1] === CR && at > starts.at(-1)! ? at : at + 1)
    return true
  }
}

/** Names are opaque: a byte order mark within one is a part of it. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
