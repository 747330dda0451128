/**
 * Where the persons and ties of all lists lie, one after the other, in blocks of 2²⁰: a million lists are a few hundred
 * arrays for the garbage collector, and adding a list never moves another.
 */
import { reaching } from './grow.ts'

const BLOCK_BITS = 20
const BLOCK = 2 ** BLOCK_BITS
const MASK = BLOCK - 1
/** Lists begin at multiples of this, and what is left over holds nobody: a walk then goes eight at a time to the end. */
export const STRIDE = 8

export class Arena {
  /** Per block: the person at each position. */
  readonly persons: Uint32Array[] = []
  /** Per block: tie, and whether known online only (see `lists.ts`). */
  readonly ties: Uint8Array[] = []
  /** Per list: its first position, over all blocks. */
  starts: Uint32Array = new Uint32Array(64)
  /** Per list: how many positions it has. */
  lengths: Uint16Array = new Uint16Array(64)

  /** The block that is being filled, and how far it is. */
  #current = 0
  #filled = BLOCK
  /** Per block: positions that belong to lists which are gone. */
  readonly #dead: number[] = []

  /** The block of a position. */
  static block(position: number): number {
    return position >>> BLOCK_BITS
  }

  /** A position inside its block. */
  static offset(position: number): number {
    return position & MASK
  }

  /** Makes room for `length` positions of a list and returns the first of them. */
  place(list: number, length: number): number {
    const room = padded(length)
    if (this.#filled + room > BLOCK) this.#open()
    const start = this.#current * BLOCK + this.#filled
    this.#filled += room
    this.starts = reaching(this.starts, list)
    this.lengths = reaching(this.lengths, list)
    this.starts[list] = start
    this.lengths[list] = length
    return start
  }

  /** Copies a list's persons. */
  copyTo(list: number, target: Uint32Array, at: number): void {
    const start = this.starts[list]!
    const persons = this.persons[Arena.block(start)]
    const from = Arena.offset(start)
    const length = this.lengths[list]!
    // For lists of ordinary length a loop is quicker than the view that `set` would need.
    for (let i = 0; i < length; i++) target[at + i] = persons![from + i]!
  }

  /** Gives up a list's positions; a block that is more than half dead is emptied into the newest one. */
  release(list: number): void {
    const block = Arena.block(this.starts[list]!)
    const length = this.lengths[list]!
    this.lengths[list] = 0
    if (length === 0) return
    const dead = this.#dead[block]! + padded(length)
    this.#dead[block] = dead
    if (dead > BLOCK / 2 && block !== this.#current) this.#empty(block)
  }

  /** Bytes held, room to grow included. */
  get bytes(): number {
    const blocks = this.persons.filter((block) => block.length > 0).length
    return blocks * BLOCK * 5 + this.starts.byteLength + this.lengths.byteLength
  }

  /** Starts a new block, in the place of an emptied one if there is one. */
  #open(): void {
    const full = this.#current
    const emptied = this.persons.findIndex((block) => block.length === 0)
    this.#current = emptied === -1 ? this.persons.length : emptied
    this.persons[this.#current] = new Uint32Array(BLOCK)
    this.ties[this.#current] = new Uint8Array(BLOCK)
    this.#dead[this.#current] = 0
    this.#filled = 0
    if (full !== this.#current && this.#dead[full]! > BLOCK / 2) this.#empty(full)
  }

  #empty(block: number): void {
    const persons = this.persons[block]!
    const ties = this.ties[block]!
    this.#dead[block] = 0
    for (let list = 1; list < this.lengths.length; list++) {
      const length = this.lengths[list]!
      const start = this.starts[list]!
      if (length === 0 || Arena.block(start) !== block) continue
      const from = Arena.offset(start)
      const to = this.place(list, length)
      this.persons[Arena.block(to)]!.set(persons.subarray(from, from + length), Arena.offset(to))
      this.ties[Arena.block(to)]!.set(ties.subarray(from, from + length), Arena.offset(to))
    }
    this.persons[block] = new Uint32Array(0)
    this.ties[block] = new Uint8Array(0)
  }
}

const padded = (length: number): number => Math.ceil(length / STRIDE) * STRIDE
