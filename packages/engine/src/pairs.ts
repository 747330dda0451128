/** What the places say: columns of pairs, written over again and again, so that telling allocates nothing. */

import { reaching } from './grow.ts'
import type { PresenceId } from './ids.ts'

/** What became of a pair (SPEC.md NEAR): it now shares something; what it shares is another; it no longer does. */
export const NEAR = 1
export const CHANGED = 2
export const APART = 3
export type PairChange = typeof NEAR | typeof CHANGED | typeof APART

/** One row, as an object: for tests, and for whoever handles few. */
export interface PairRow {
  readonly change: PairChange
  readonly a: PresenceId
  readonly b: PresenceId
  readonly mutual: number
  readonly strength: number
  readonly sharedTopics: number
  readonly knowEachOther: boolean
}

export class Pairs {
  /** How many rows there are. */
  size = 0
  /** NEAR, CHANGED or APART. */
  change: Uint8Array = new Uint8Array(64)
  /** Who entered, moved, left or was recounted. */
  a: Uint32Array = new Uint32Array(64)
  /** Whom the row is about. */
  b: Uint32Array = new Uint32Array(64)
  /** Mutual friends (MUT1, MUT2); of an APART row 0, as is all that follows. */
  mutual: Uint16Array = new Uint16Array(64)
  /** Adamic–Adar over mutual friends and shared topics (MUT6, TOP3). */
  strength: Float64Array = new Float64Array(64)
  sharedTopics: Uint8Array = new Uint8Array(64)
  /** 1 where each has the other in their list (ENC2); `Pair.relation` says how. */
  knowEachOther: Uint8Array = new Uint8Array(64)

  clear(): this {
    this.size = 0
    return this
  }

  /** @internal Adds a row. */
  add(
    change: PairChange,
    a: number,
    b: number,
    mutual: number,
    strength: number,
    sharedTopics: number,
    knowEachOther: number,
  ): void {
    this.reserve(1)
    this.set(this.size++, change, a, b, mutual, strength, sharedTopics, knowEachOther)
  }

  /** @internal Makes room for so many more rows. */
  reserve(rows: number): void {
    if (this.size + rows > this.change.length) this.#grow(this.size + rows - 1)
  }

  /** @internal Writes a row for which there is room. */
  set(
    row: number,
    change: PairChange,
    a: number,
    b: number,
    mutual: number,
    strength: number,
    sharedTopics: number,
    knowEachOther: number,
  ): void {
    this.change[row] = change
    this.a[row] = a
    this.b[row] = b
    this.mutual[row] = mutual
    this.strength[row] = strength
    this.sharedTopics[row] = sharedTopics
    this.knowEachOther[row] = knowEachOther
  }

  /** @internal Adds a row of another's. */
  copy(change: PairChange, from: Pairs, row: number): void {
    const { a, b, mutual, strength, sharedTopics, knowEachOther } = from
    this.add(change, a[row]!, b[row]!, mutual[row]!, strength[row]!, sharedTopics[row]!, knowEachOther[row]!)
  }

  /** @internal Whether two rows count the same; strength follows others' lists too, and does not make a change. */
  sameCounts(row: number, other: Pairs, otherRow: number): boolean {
    return (
      this.mutual[row] === other.mutual[otherRow] &&
      this.sharedTopics[row] === other.sharedTopics[otherRow] &&
      this.knowEachOther[row] === other.knowEachOther[otherRow]
    )
  }

  /** @internal From this row on nothing is shared any more. */
  blank(first: number): void {
    this.mutual.fill(0, first, this.size)
    this.strength.fill(0, first, this.size)
    this.sharedTopics.fill(0, first, this.size)
    this.knowEachOther.fill(0, first, this.size)
  }

  /** A row as an object. */
  row(index: number): PairRow {
    if (index >= this.size) throw new RangeError(`row ${index} of ${this.size}`)
    return {
      change: this.change[index] as PairChange,
      a: this.a[index] as PresenceId,
      b: this.b[index] as PresenceId,
      mutual: this.mutual[index]!,
      strength: this.strength[index]!,
      sharedTopics: this.sharedTopics[index]!,
      knowEachOther: this.knowEachOther[index] === 1,
    }
  }

  /** All rows, as objects. */
  rows(): PairRow[] {
    return Array.from({ length: this.size }, (_, index) => this.row(index))
  }

  #grow(row: number): void {
    this.change = reaching(this.change, row)
    this.a = reaching(this.a, row)
    this.b = reaching(this.b, row)
    this.mutual = reaching(this.mutual, row)
    this.strength = reaching(this.strength, row)
    this.sharedTopics = reaching(this.sharedTopics, row)
    this.knowEachOther = reaching(this.knowEachOther, row)
  }
}
