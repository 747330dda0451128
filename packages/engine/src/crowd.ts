/**
 * Everybody at one place. Their lists are copied side by side, each behind a header of three words, so that walking
 * through all of them is one stream from memory: scattered over the arena, each list costs a miss before its first
 * person is known, and counting somebody against their neighbours takes twice as long. Where there are many, an index
 * says who knows whom (postings.ts).
 */
import { type Arena, STRIDE } from './arena.ts'
import type { ListId, TopicId } from './ids.ts'
import { Postings } from './postings.ts'

/** A row: presence (0 where they have gone), list, length; then the list's persons, filled up to a multiple of STRIDE. */
export const PRESENCE = 0
export const LIST = 1
export const LENGTH = 2
export const HEADER = 3

/** The words that a row takes. */
export const rowWords = (length: number): number => HEADER + Math.ceil(length / STRIDE) * STRIDE

export class Crowd {
  /** Rows one after the other, up to `end`. */
  rows: Uint32Array = new Uint32Array(0)
  end = 0
  /** How many are here. */
  size = 0
  /** How many persons the lists here have together. */
  positions = 0
  /** Who here knows whom; absent while few are here. */
  index: Postings | undefined
  /** Who here has tapped each topic. */
  topics: Map<TopicId, number[]> | undefined
  #dead = 0

  /** Adds a presence and returns where its row begins. */
  join(presence: number, list: ListId, arena: Arena): number {
    const row = this.end
    const length = arena.lengths[list]!
    this.end = row + rowWords(length)
    if (this.end > this.rows.length) this.#widen()
    this.rows[row + PRESENCE] = presence
    this.rows[row + LIST] = list
    this.rows[row + LENGTH] = length
    arena.copyTo(list, this.rows, row + HEADER)
    this.size++
    this.positions += length
    if (this.index) this.#post(this.index, row)
    return row
  }

  /** Takes a row away. Returns whether the others have been moved together, so that they begin elsewhere. */
  leave(row: number): boolean {
    const length = this.rows[row + LENGTH]!
    if (this.index) this.#unpost(this.index, row)
    this.rows[row + PRESENCE] = 0
    this.size--
    this.positions -= length
    this.#dead += rowWords(length)
    if (this.#dead * 2 <= this.end) return false
    this.#pack()
    return true
  }

  /** Where each row begins, with who is in it. */
  *entries(): Generator<[presence: number, row: number]> {
    for (let row = 0; row < this.end; row += rowWords(this.rows[row + LENGTH]!))
      if (this.rows[row + PRESENCE] !== 0) yield [this.rows[row + PRESENCE]!, row]
  }

  tap(presence: number, topics: readonly TopicId[]): void {
    this.topics ??= new Map()
    for (const topic of topics) {
      const here = this.topics.get(topic)
      if (here) here.push(presence)
      else this.topics.set(topic, [presence])
    }
  }

  untap(presence: number, topics: readonly TopicId[]): void {
    for (const topic of topics) {
      const here = this.topics!.get(topic)!
      here[here.indexOf(presence)] = here.at(-1)!
      here.pop()
      if (here.length === 0) this.topics!.delete(topic)
    }
  }

  /** Makes the index. */
  build(): void {
    this.index = new Postings()
    for (const [, row] of this.entries()) this.#post(this.index, row)
  }

  #post(index: Postings, row: number): void {
    const { rows } = this
    const end = row + HEADER + rows[row + LENGTH]!
    for (let i = row + HEADER; i < end; i++) if (rows[i] !== 0) index.add(rows[i]!, rows[row + PRESENCE]!)
  }

  #unpost(index: Postings, row: number): void {
    const { rows } = this
    const end = row + HEADER + rows[row + LENGTH]!
    for (let i = row + HEADER; i < end; i++) if (rows[i] !== 0) index.remove(rows[i]!, rows[row + PRESENCE]!)
  }

  #widen(): void {
    const wider = new Uint32Array(Math.max(this.end, Math.ceil(this.rows.length * 1.5)))
    wider.set(this.rows)
    this.rows = wider
  }

  /** Copies the rows that are left together again. */
  #pack(): void {
    const packed = new Uint32Array(Math.ceil((this.end - this.#dead) * 1.25))
    let end = 0
    for (const [, row] of this.entries()) {
      const words = rowWords(this.rows[row + LENGTH]!)
      packed.set(this.rows.subarray(row, row + words), end)
      end += words
    }
    this.rows = packed
    this.end = end
    this.#dead = 0
  }
}
