/**
 * Counting one list against many (SPEC.md COUNT): mark it once, then walk through each of the others.
 *
 * A walk reads one byte of the mark table per position, and both the list and the marks are reached at random: what it
 * costs is memory. (Reading a word of each cache line of the next lists beforehand, to fetch them, made it no faster.)
 */
import { Arena, STRIDE } from './arena.ts'
import { HEADER, LENGTH, PRESENCE, rowWords } from './crowd.ts'
import { type ListId, MOST_PERSONS, TIES } from './ids.ts'
import { Linker } from './linker.ts'
import { TIE_BITS } from './list-input.ts'
import { type Lists, PLAIN } from './lists.ts'
import { COUNTS, HELD, LASTING, OWN, SHARED } from './marks.ts'

/** What `count` says of two lists. */
export interface Count {
  /** Mutual friends (MUT1, MUT2). */
  mutual: number
  /** Adamic–Adar (MUT6). */
  strength: number
  /** Mutual friends per tie, as the first list has them; `TIES` long. */
  readonly tiesA: Uint16Array
  /** The same, as the second list has them. */
  readonly tiesB: Uint16Array
}

export const emptyCount = (): Count => ({
  mutual: 0,
  strength: 0,
  tiesA: new Uint16Array(TIES),
  tiesB: new Uint16Array(TIES),
})

const NOBODY: Uint32Array = new Uint32Array(0)

export class Counter {
  /** @internal The list that is marked. */ marked: ListId = 0 as ListId
  readonly #lists: Lists
  readonly #linker: Linker
  #anyOwn = 0
  /** What the last walk went through, and where in it the hits are. */
  #persons: Uint32Array = NOBODY
  readonly #hits = new Uint32Array(MOST_PERSONS)
  #hitsSize = 0
  /** Everything that the marks of the last walk held, ored together. */
  #seen = 0

  constructor(lists: Lists) {
    this.#lists = lists
    this.#linker = new Linker(lists)
  }

  /** Marks a list; every `mark` is followed by one `clear`. */
  mark(list: ListId): void {
    const { arena, marks, selves, alsoOwn } = this.#lists
    this.marked = list
    const start = arena.starts[list]!
    const persons = arena.persons[Arena.block(start)]
    let i = Arena.offset(start)
    for (const end = i + arena.lengths[list]!; i < end; i++) {
      const person = persons![i]!
      const mark = marks[person]!
      marks[person] = mark | HELD | ((~mark >> 1) & COUNTS)
    }
    // What is blanked, and what fills a list up, is nobody, and must not be met.
    marks[0] = 0
    const self = selves[list]!
    this.#anyOwn = self
    if (self !== 0) marks[self] = (marks[self]! & ~COUNTS) | OWN
    for (const own of alsoOwn.get(list) ?? []) {
      this.#anyOwn = own
      marks[own] = (marks[own]! & ~COUNTS) | OWN
    }
  }

  /** Takes the marks back. */
  clear(): void {
    const { arena, marks, selves, alsoOwn } = this.#lists
    const list = this.marked
    const start = arena.starts[list]!
    const persons = arena.persons[Arena.block(start)]
    let i = Arena.offset(start)
    for (const end = i + arena.lengths[list]!; i < end; i++) {
      const person = persons![i]!
      marks[person] = marks[person]! & LASTING
    }
    if (this.#anyOwn === 0) return
    marks[selves[list]!] = marks[selves[list]!]! & LASTING
    for (const own of alsoOwn.get(list) ?? []) marks[own] = marks[own]! & LASTING
  }

  /** Mutual friends of the marked list and another. */
  against(other: ListId): number {
    const { arena } = this.#lists
    const start = arena.starts[other]!
    const from = Arena.offset(start)
    const persons = arena.persons[Arena.block(start)] ?? NOBODY
    this.#hitsSize = 0
    this.#seen = 0
    return this.#scan(persons, from, from + arena.lengths[other]!) ? this.resolve(other) : 0
  }

  /** The mutual friends of the list that was just walked through; only for where `walk` found something. */
  resolve(other: ListId): number {
    const { kinds } = this.#lists
    if (kinds[other] === PLAIN && kinds[this.marked] === PLAIN) return this.#hitsSize
    return (this.#seen & HELD) === 0 ? 0 : this.#linker.link(this.marked, other)
  }

  /** The strength of the pair that `against` has just counted; 0 if it counted none. */
  strength(other: ListId): number {
    const { kinds, knowers, weights } = this.#lists
    if (kinds[other] !== PLAIN || kinds[this.marked] !== PLAIN) return this.#linker.strength()
    const { table } = weights
    const persons = this.#persons
    let sum = 0
    for (let hit = 0; hit < this.#hitsSize; hit++) sum += table[knowers[persons[this.#hits[hit]!]!]!]!
    return sum
  }

  /** Whether the list last walked through holds one of those whom the marked list's owner has proved or stated to be. */
  get knowsMarked(): boolean {
    return (this.#seen & OWN) !== 0
  }

  /** Whether the marked list holds one of those whom the other's owner has proved or stated to be. */
  markedKnows(other: ListId): boolean {
    const { marks, selves, alsoOwn } = this.#lists
    const self = selves[other]!
    if (self !== 0 && (marks[self]! & HELD) !== 0) return true
    return alsoOwn.get(other)?.some((own) => (marks[own]! & HELD) !== 0) ?? false
  }

  /** Adds the pair's mutual friends per tie to `count`; only after `against`. */
  tiesInto(other: ListId, count: Count): void {
    const { arena, marks, kinds } = this.#lists
    if (kinds[other] !== PLAIN || kinds[this.marked] !== PLAIN) {
      this.#linker.tiesInto(count)
      return
    }
    const block = Arena.block(arena.starts[other]!)
    for (let hit = 0; hit < this.#hitsSize; hit++) {
      const at = this.#hits[hit]!
      const person = arena.persons[block]![at]!
      count.tiesB[arena.ties[block]![at]! & TIE_BITS]!++
      marks[person] = marks[person]! | SHARED
    }
    const from = arena.starts[this.marked]!
    const to = from + arena.lengths[this.marked]!
    for (let at = from; at < to; at++) {
      const mark = marks[this.#personAt(at)]!
      if ((mark & SHARED) === 0) continue
      count.tiesA[this.#tieAt(at)]!++
      marks[this.#personAt(at)] = mark & ~SHARED
    }
  }

  /**
   * Walks through the rows of a crowd, from `row` on, until one's list holds anybody who is held by the marked list or is
   * its owner; returns where that row begins, or `end`.
   */
  walk(rows: Uint32Array, row: number, end: number): number {
    let at = row
    while (at < end) {
      const length = rows[at + LENGTH]!
      if (rows[at + PRESENCE] !== 0 && this.#scan(rows, at + HEADER, at + HEADER + length)) return at
      at += rowWords(length)
    }
    return end
  }

  /**
   * Reads the marks of the persons from `from` to before `end`, and keeps where the hits are; `persons` goes on with
   * nobody up to the next STRIDE. Nearly all marks are 0, so eight are asked at once whether any is not, and only then
   * each of them: one branch in eight positions, and nearly always the same way.
   */
  #scan(persons: Uint32Array, from: number, end: number): boolean {
    const { marks } = this.#lists
    const hits = this.#hits
    let size = 0
    let seen = 0
    for (let i = from; i < end; i += STRIDE) {
      const any =
        marks[persons[i]!]! |
        marks[persons[i + 1]!]! |
        marks[persons[i + 2]!]! |
        marks[persons[i + 3]!]! |
        marks[persons[i + 4]!]! |
        marks[persons[i + 5]!]! |
        marks[persons[i + 6]!]! |
        marks[persons[i + 7]!]!
      if (any === 0) continue
      seen |= any
      for (let j = i; j < i + STRIDE; j++) if ((marks[persons[j]!]! & COUNTS) !== 0) hits[size++] = j
    }
    if ((seen & (HELD | OWN)) === 0) return false
    this.#persons = persons
    this.#seen = seen
    this.#hitsSize = size
    return true
  }

  #personAt(position: number): number {
    return this.#lists.arena.persons[Arena.block(position)]![Arena.offset(position)]!
  }

  #tieAt(position: number): number {
    return this.#lists.arena.ties[Arena.block(position)]![Arena.offset(position)]! & TIE_BITS
  }
}
