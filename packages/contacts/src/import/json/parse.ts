/** JSON (RFC 8259) read in bounded steps, since JSON.parse of 50 MB blocks for seconds; what is read before an error stays. */
import type { TextSource } from '../text.ts'

export type Json = null | boolean | number | string | Json[] | JsonObject

/** Without a prototype: keys are the file's. */
export interface JsonObject {
  [key: string]: Json
}

/** Longer strings (pictures in data: addresses) become ''. */
const LONGEST_STRING = 64 * 1024

/** Deeper values are no address book. */
const DEEPEST = 64

/** More values than the most contacts can have. */
const MOST_VALUES = 4_000_000

const SPACE = /[\s,]{0,65536}/y
const PLAIN_CHARACTERS = /[^"\\]{0,65536}/y
const SCALAR = /(?:true|false|null|-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,4})?)/y

/** Characters that are held at once, and how many must be there for a step: its longest run. */
const WINDOW = 256 * 1024
const LONGEST_RUN = 64 * 1024

export class JsonReader {
  readonly #source: TextSource
  readonly #stack: (Json[] | JsonObject)[] = []
  /** The part of the text that is being read, and where in it. */
  #text = ''
  #at = 0
  /** The key that the next value belongs to. */
  #key: string | undefined
  /** In a string: how far its end has been looked for; else -1. */
  #stringScan = -1
  /** The open string is longer than any that is kept. */
  #isOverlong = false
  #isDone = false
  #values = 0
  /** The outermost value, as far as it has been read. */
  root: Json | undefined
  isBroken = false

  constructor(source: TextSource) {
    this.#source = source
  }

  /** Reads on for about `budget` characters; true when there is nothing more to read. */
  advance(budget: number): boolean {
    let left = budget
    while (!this.#isDone && left > 0) {
      this.#fill()
      const before = this.#position
      this.#step()
      left -= Math.max(this.#position - before, 1)
    }
    return this.#isDone
  }

  get #position(): number {
    return Math.max(this.#at, this.#stringScan)
  }

  #fill(): void {
    if (this.#text.length - this.#position > 2 * LONGEST_RUN || this.#source.isAtEnd) return
    this.#text = this.#text.slice(this.#at) + this.#source.read(WINDOW)
    if (this.#stringScan >= 0) this.#stringScan -= this.#at
    this.#at = 0
  }

  /** Commas are taken as white space: a missing or doubled one loses nothing. */
  #step(): void {
    if (this.#stringScan >= 0) {
      this.#string()
      return
    }
    this.#at = this.#behind(SPACE, this.#at)
    const char = this.#text[this.#at]
    if (char === '"') this.#stringScan = this.#at + 1
    else if (char === '{' || char === '[') this.#open(char === '{' ? Object.create(null) : [])
    else if (char === '}' || char === ']') this.#close(char === ']')
    else if (char === undefined || !/[\s,]/.test(char)) this.#scalar()
  }

  #behind(pattern: RegExp, at: number): number {
    pattern.lastIndex = Math.min(at, this.#text.length)
    pattern.test(this.#text)
    return pattern.lastIndex
  }

  #string(): void {
    this.#stringScan = this.#behind(PLAIN_CHARACTERS, this.#stringScan)
    const char = this.#text[this.#stringScan]
    if (char === undefined) this.#fail()
    else if (char === '"') this.#endString(this.#stringScan + 1)
    else if (char === '\\') this.#stringScan += 2
    if (this.#stringScan - this.#at > LONGEST_STRING) {
      this.#isOverlong = true
      this.#at = this.#stringScan
    }
  }

  #endString(end: number): void {
    const source = this.#text.slice(this.#at, end)
    const isOverlong = this.#isOverlong
    this.#at = end
    this.#stringScan = -1
    this.#isOverlong = false
    this.#place(isOverlong ? '' : unquote(source), true)
  }

  /** A string in an object is a key unless a key waits for its value. */
  #place(value: Json, isString = false): void {
    if (++this.#values > MOST_VALUES) this.#fail()
    const parent = this.#stack.at(-1)
    if (parent === undefined) {
      this.root ??= value
      this.#isDone ||= this.#stack.length === 0 && !isContainer(value)
    } else if (Array.isArray(parent)) parent.push(value)
    else if (this.#key !== undefined) {
      parent[this.#key] = value
      this.#key = undefined
    } else if (isString) this.#readKey(value as string)
    else this.#fail()
  }

  #readKey(key: string): void {
    this.#at = this.#behind(SPACE, this.#at)
    if (this.#text[this.#at] !== ':') this.#fail()
    this.#at++
    this.#key = key
  }

  #open(container: Json[] | JsonObject): void {
    this.#at++
    this.#place(container)
    if (this.#stack.length === DEEPEST) this.#fail()
    this.#stack.push(container)
  }

  #close(isArray: boolean): void {
    this.#at++
    const closed = this.#stack.pop()
    if (closed === undefined || Array.isArray(closed) !== isArray || this.#key !== undefined) this.#fail()
    else if (this.#stack.length === 0) this.#isDone = true
  }

  #scalar(): void {
    SCALAR.lastIndex = this.#at
    const found = SCALAR.exec(this.#text)?.[0]
    if (found === undefined) this.#fail()
    else {
      this.#at += found.length
      this.#place(scalarOf(found))
    }
  }

  #fail(): void {
    this.isBroken = true
    this.#isDone = true
  }
}

function scalarOf(text: string): Json {
  if (text === 'null') return null
  return text === 'true' || text === 'false' ? text === 'true' : Number(text)
}

function isContainer(value: Json): boolean {
  return typeof value === 'object' && value !== null
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: ' ', f: ' ' }

/** The text of a string with its quotes; raw line ends stay and wrong escapes cost only themselves. */
function unquote(source: string): string {
  const text = source.slice(1, -1)
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:u([0-9a-f]{4})|(.?))/gis, (_, hex: string | undefined, char: string) =>
    hex === undefined ? (ESCAPES[char] ?? char) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
