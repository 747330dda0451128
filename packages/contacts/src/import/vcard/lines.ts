/** Lines of a file of bytes, found in bounded steps and without copying. */

/** A line end is CR LF, LF, CR, or what broken mailers make of it: up to four CR and an LF. */
const MOST_CRS = 4

const LF = 10
const CR = 13

export class ByteLines {
  readonly #bytes: Uint8Array
  #next = 0
  #scanned = 0
  /** Bounds of the line that was read last, its line end left out. */
  start = 0
  end = 0
  /** 1-based number of that line; a blank line between CR and CR counts as one line end. */
  number = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get position(): number {
    return this.#scanned
  }

  get isAtEnd(): boolean {
    return this.#next >= this.#bytes.length
  }

  /** Reads on to the end of a line, looking no further than `stop`: false if the line goes on there. */
  read(stop: number): boolean {
    const bytes = this.#bytes
    let at = this.#scanned
    while (at < stop && at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++
    this.#scanned = at
    if (at >= stop && at < bytes.length) return false
    this.start = this.#next
    this.end = at
    this.number++
    const crs = at + MOST_CRS
    while (at < crs && bytes[at] === CR) at++
    if (bytes[at] === LF) at++
    this.#next = at
    this.#scanned = at
    return true
  }
}
