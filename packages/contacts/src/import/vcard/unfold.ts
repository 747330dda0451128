/**
 * Physical lines to properties: folds and quoted-printable soft breaks are joined as bytes, before decoding, because both
 * may cut a character; what is not wanted (photos, notes) is dropped line by line and never copied.
 */
import { isWanted } from './card.ts'
import { nameAt, valueStart } from './property.ts'
import { isContinuation, isInsideCharacter, softBreakAt } from './quoted-printable.ts'

/** A property with more is dropped: no name or address is that long. */
const LONGEST_PROPERTY = 16 * 1024

/** Names that end a value which was left open by a soft break with nothing behind it. */
const STRUCTURAL = /^(BEGIN|END|VERSION|N|FN|TEL|EMAIL|ORG|TITLE|NOTE|ADR|PHOTO|URL|UID|REV|BDAY)$/

export class Unfolder {
  readonly #bytes: Uint8Array
  /** Starts and ends of the pieces of the open property. */
  #pieces: number[] = []
  #length = 0
  #isKept = false
  #isEncoded = false
  #isSoft = false
  #isOpen = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Takes a line as part of the open property if it is one. */
  continues(start: number, end: number): boolean {
    if (!this.#isOpen) return false
    const isBlankFirst = isBlankByte(this.#bytes[start])
    if (this.#isSoft && !STRUCTURAL.test(nameAt(this.#bytes, start, end))) {
      this.#append(isBlankFirst && this.#cutsCharacter(start) ? start + 1 : start, end)
      return true
    }
    if (isBlankFirst) this.#append(start + 1, end)
    return isBlankFirst
  }

  /** Opens the property that begins on this line; the one before must have been taken. */
  open(start: number, end: number, name: string): void {
    this.#pieces = []
    this.#length = 0
    this.#isOpen = true
    this.#isKept = isWanted(name)
    this.#isEncoded = isEncoded(this.#bytes, start, end)
    this.#append(start, end)
  }

  /** The open property's bytes, unfolded; undefined when none is open or it is not wanted. Closes it. */
  take(): Uint8Array | undefined {
    const isKept = this.#isOpen && this.#isKept && this.#length <= LONGEST_PROPERTY
    this.#isOpen = false
    if (!isKept) return undefined
    if (this.#pieces.length === 2) return this.#bytes.subarray(this.#pieces[0], this.#pieces[1])
    const whole = new Uint8Array(this.#length)
    let at = 0
    for (let piece = 0; piece < this.#pieces.length; piece += 2) {
      const part = this.#bytes.subarray(this.#pieces[piece], this.#pieces[piece + 1])
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  #append(start: number, end: number): void {
    const soft = this.#isEncoded ? softBreakAt(this.#bytes, start, end) : undefined
    this.#isSoft = soft !== undefined
    if (!this.#isKept || this.#length > LONGEST_PROPERTY) return
    this.#pieces.push(start, soft ?? end)
    this.#length += (soft ?? end) - start
  }

  /** A blank behind a soft break belongs to the text, except where it would stand inside a character. */
  #cutsCharacter(start: number): boolean {
    const previous = this.#pieces.at(-2)
    if (previous === undefined || !isContinuation(this.#bytes, start + 1)) return false
    return isInsideCharacter(this.#bytes, previous, this.#pieces.at(-1)!)
  }
}

export function isBlankByte(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09
}

/** Whether the header on this line says quoted-printable, bare or as ENCODING. */
function isEncoded(bytes: Uint8Array, start: number, end: number): boolean {
  const value = valueStart(bytes, start, Math.min(end, start + 512))
  if (value === undefined || value - start < 4) return false
  return /[;=]\s*(quoted-printable|q)\s*[;:]/i.test(String.fromCharCode(...bytes.subarray(start, value)))
}
