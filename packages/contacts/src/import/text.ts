/** A whole file as text, decoded piece by piece, whatever its encoding. */
import { decodeUnknown, decodeUtf8, type StreamDecoder, seemsShiftJis, streamDecoder, utf8Bytes } from './encoding.ts'
import { STEP, type Work } from './result.ts'

/** The file's text: UTF-8 or UTF-16 with or without a mark, Shift_JIS, windows-1252 or ISO-8859-1. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  const source = new TextSource(bytes)
  const pieces: string[] = []
  while (!source.isAtEnd) pieces.push(source.read(STEP))
  return pieces.join('')
}

/** Gives the text in pieces, so that 50 MB never are one string, which takes long to join. */
export class TextSource {
  readonly #bytes: Uint8Array
  readonly #decoder: StreamDecoder | undefined
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const wide = utf16Of(bytes)
    this.#decoder = wide === undefined ? undefined : streamDecoder(wide)
  }

  /** Bytes decoded so far. */
  get position(): number {
    return this.#at
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** At least this many characters more, unless the file ends before. */
  read(atLeast: number): string {
    let text = ''
    while (text.length < atLeast && !this.isAtEnd) text += this.#piece()
    return text
  }

  #piece(): string {
    const at = this.#at
    const end = this.#decoder === undefined ? pieceEnd(this.#bytes, at) : Math.min(at + STEP, this.#bytes.length)
    const piece = this.#bytes.subarray(at, end)
    this.#at = end
    const text = this.#decoder?.decode(piece, { stream: !this.isAtEnd }) ?? decodePiece(piece)
    return at === 0 && text.startsWith('\ufeff') ? text.slice(1) : text
  }
}

/** Bytes in which ASCII is ASCII, for readers of bytes: UTF-16 is written anew as UTF-8, all else stays. */
export function* asciiCompatible(bytes: Uint8Array): Work<Uint8Array> {
  if (utf16Of(bytes) === undefined) return bytes
  const source = new TextSource(bytes)
  // Two bytes become three at most; of an odd byte at the end comes a replacement character.
  const out = new Uint8Array(Math.ceil(bytes.length * 1.5) + 3)
  let size = 0
  while (!source.isAtEnd) {
    const piece = utf8Bytes(source.read(1))
    out.set(piece, size)
    size += piece.length
    yield source.position
  }
  return out.subarray(0, size)
}

/**
 * Which UTF-16 this is, by its mark or, without one, by zeros that stand at every other place as they do in Latin text
 * (headers and property names are Latin in every language). Undefined for anything else.
 */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = Math.min(bytes.length, 1024) & ~1
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < sample; at++) {
    if (bytes[at] === 0) zeros[(at & 1) as 0 | 1]++
  }
  const [even, odd] = zeros
  if (even > sample / 8 && odd < even / 16) return 'utf-16be'
  if (odd > sample / 8 && even < odd / 16) return 'utf-16le'
  return undefined
}

/** A piece ends at the last line end within a step, so that no character is cut; a longer line is cut where it must. */
function pieceEnd(bytes: Uint8Array, at: number): number {
  const most = at + STEP
  if (most >= bytes.length) return bytes.length
  for (let end = most; end > at; end--) {
    if (bytes[end - 1] === 10) return end
  }
  let end = most
  while (end > most - 4 && (bytes[end]! & 0xc0) === 0x80) end--
  return end
}

/** Line by line where the piece is not UTF-8 throughout: lines of different origin stand in one file. */
function decodePiece(piece: Uint8Array): string {
  const whole = decodeUtf8(piece)
  if (whole !== undefined) return whole
  const japanese = seemsShiftJis(piece)
  let text = ''
  for (let at = 0; at < piece.length; ) {
    const newline = piece.indexOf(10, at)
    const end = newline < 0 ? piece.length : newline + 1
    text += decodeUnknown(piece.subarray(at, end), () => japanese)
    at = end
  }
  return text
}
