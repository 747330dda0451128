/** Reads vCard 2.1, 3.0 and 4.0 from bytes (RFC 6350, RFC 2426, the versit specification), tolerantly. */
import type { Collection } from '../collection.ts'
import { type IsJapanese, seemsShiftJis } from '../encoding.ts'
import { STEP, STEP_RECORDS, type Work } from '../result.ts'
import { Card } from './card.ts'
import { ByteLines } from './lines.ts'
import { nameAt, readProperty, valueStart } from './property.ts'
import { isBlankByte, Unfolder } from './unfold.ts'

/** Bytes, from the first line that is not UTF-8, by which the file's encoding is judged. */
const ENCODING_SAMPLE = 64 * 1024

/** Cards that may be open at once; of more the outermost is given up. */
const MOST_OPEN = 8

/** Reads all cards into the collection; yields the bytes done. */
export function* readVcards(bytes: Uint8Array, collection: Collection): Work<void> {
  const lines = new ByteLines(bytes)
  const cards = new CardReader(bytes, collection)
  while (!lines.isAtEnd && !cards.isFull) {
    const stop = lines.position + STEP
    const enough = cards.ended + STEP_RECORDS
    while (!lines.isAtEnd && !cards.isFull && cards.ended < enough && lines.read(stop)) {
      cards.take(lines.start, lines.end, lines.number)
    }
    yield lines.position
  }
  cards.finish()
}

interface OpenCard {
  readonly card: Card
  /** It stands in another card's AGENT property. */
  readonly isAgent: boolean
}

class CardReader {
  readonly #bytes: Uint8Array
  readonly #collection: Collection
  readonly #unfolder: Unfolder
  /** Innermost last: more than one where cards nest, or where one never ends. */
  readonly #open: OpenCard[] = []
  /** A card that ended inside another: the next line says whether it was nested, or the outer one left unfinished. */
  #undecided: Card | undefined
  #expectsAgent = false
  #indent = 0
  #japanese: boolean | undefined
  #lineStart = 0
  /** Cards that have ended, whatever became of them. */
  ended = 0
  isFull = false

  constructor(bytes: Uint8Array, collection: Collection) {
    this.#bytes = bytes
    this.#collection = collection
    this.#unfolder = new Unfolder(bytes)
  }

  take(lineStart: number, end: number, number: number): void {
    const start = this.#open.length > 0 ? this.#withoutIndent(lineStart, end) : lineStart
    if (isBlank(this.#bytes, start, end)) return
    if (this.#unfolder.continues(start, end)) return
    this.#closeProperty()
    this.#lineStart = start
    const marker = this.#markerOn(start, end)
    if (this.#undecided !== undefined) this.#decide(marker, start, end)
    if (marker === 'end' || marker === 'both') this.#end()
    if (marker === 'begin' || marker === 'both') this.#begin(number, start, end)
    if (marker === undefined && this.#open.length > 0) this.#property(number, start, end)
  }

  /** At the end of the file, what is still open never ended. */
  finish(): void {
    this.#closeProperty()
    if (!this.isFull) this.#abandon()
  }

  #markerOn(start: number, end: number): Marker | undefined {
    const first = this.#bytes[start]! | 0x20
    const isInCard = this.#open.length > 0
    if (end - start > 200 || (isInCard && first !== LETTER_B && first !== LETTER_E && first < 0x80)) return undefined
    const line = String.fromCharCode(...this.#bytes.subarray(start, end))
    const begins = (isInCard ? BEGIN : BEGIN_BEHIND_TEXT).test(line)
    if (END.test(line)) return BEGIN_BEHIND_TEXT.test(line) ? 'both' : 'end'
    return begins ? 'begin' : undefined
  }

  #begin(number: number, start: number, end: number): void {
    if (this.#open.length === 0) {
      this.isFull = this.#collection.isFullAt(number)
      this.#indent = indentOf(this.#bytes, start, end)
    }
    if (this.#open.length === MOST_OPEN) {
      this.isFull = this.#collection.isFullAt(number)
      this.#giveUp(this.#open.shift()!)
    }
    if (this.isFull) return
    this.#open.push({ card: new Card(number), isAgent: this.#expectsAgent })
    this.#expectsAgent = false
  }

  #end(): void {
    const closed = this.#open.pop()
    if (closed === undefined) return
    if (this.#open.length === 0) this.#emit(closed.card)
    else if (!closed.isAgent) this.#undecided = closed.card
  }

  /** A property after the inner END shows that it was nested; another BEGIN, that the outer card never ended. */
  #decide(marker: Marker | undefined, start: number, end: number): void {
    if (marker === 'begin') this.#abandon()
    else if (marker !== undefined || nameAt(this.#bytes, start, end) !== '') this.#undecided = undefined
  }

  #abandon(): void {
    for (const open of this.#open.splice(0)) this.#giveUp(open)
    if (this.#undecided !== undefined) this.#emit(this.#undecided)
    this.#undecided = undefined
  }

  #giveUp({ card, isAgent }: OpenCard): void {
    this.ended++
    if (!isAgent) this.#collection.skip(card.draft.line, 'unfinished')
  }

  #emit(card: Card): void {
    this.ended++
    if (card.isTooLarge) this.#collection.skip(card.draft.line, 'too-large')
    else if (card.isGroup) this.#collection.skip(card.draft.line, 'group')
    else this.#collection.add(card.draft)
  }

  #property(number: number, start: number, end: number): void {
    const name = nameAt(this.#bytes, start, end)
    if (name === 'AGENT') {
      const value = shownValue(this.#bytes, start, end)
      this.#expectsAgent = value === '' || BEGIN.test(value)
      if (BEGIN.test(value)) {
        this.#begin(number, start, end)
        return
      }
    } else if (name !== '') this.#expectsAgent = false
    this.#unfolder.open(start, end, name)
  }

  #closeProperty(): void {
    const line = this.#unfolder.take()
    const card = this.#open.at(-1)?.card
    if (line === undefined || !card?.admits(line.length)) return
    const property = readProperty(line, this.#isJapanese)
    if (property !== undefined) card.add(property)
  }

  readonly #isJapanese: IsJapanese = (bytes) => {
    if (this.#japanese === undefined) {
      const sample = this.#bytes.subarray(this.#lineStart, this.#lineStart + ENCODING_SAMPLE)
      // Quoted-printable files are ASCII: there the value must speak for itself.
      if (!sample.some((byte) => byte >= 0x80)) return seemsShiftJis(bytes)
      this.#japanese = seemsShiftJis(sample)
    }
    return this.#japanese
  }

  #withoutIndent(start: number, end: number): number {
    return start + Math.min(this.#indent, indentOf(this.#bytes, start, end))
  }
}

type Marker = 'begin' | 'end' | 'both'

const LETTER_B = 0x62
const LETTER_E = 0x65
const BEGIN = /^\W*BEGIN\s*:\s*VCARD\s*$/i
const BEGIN_BEHIND_TEXT = /(?:^|[\W_]|VCARD)BEGIN\s*:\s*VCARD\s*$/i
const END = /^\W*END\s*:\s*VCARD/i

/** Leading blanks of a line, at most 16: cards pasted from a mail may be indented as a whole. */
function indentOf(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && at < start + 16 && isBlankByte(bytes[at])) at++
  return at - start
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  while (at < end && isBlankByte(bytes[at])) at++
  return at === end
}

function shownValue(bytes: Uint8Array, start: number, end: number): string {
  const from = valueStart(bytes, start, Math.min(end, start + 512))
  return from === undefined ? '' : String.fromCharCode(...bytes.subarray(from, Math.min(end, from + 64))).trim()
}
