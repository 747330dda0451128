/**
 * Counting one list against many (SPEC.md COUNT): mark it once, then walk through each of the others.
 *
 * A walk reads one byte of the mark table per position. What it costs is memory: both the list and the marks are reached
 * at random, so `touch` asks for the next lists while this one is being walked through.
 */
import { Arena } from './arena.ts'
import { type ListId, MOST_PERSONS, TIES } from './ids.ts'
import { Linker } from './linker.ts'
import { type Lists, PLAIN, TIE_BITS } from './lists.ts'
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

/** 16 words of four bytes are a cache line on every machine this runs on. */
const LINE = 16

export class Counter {
  /** @internal The list that is marked. */ marked: ListId = 0 as ListId
  /** @internal What `touch` last read; kept, so that the reading is not optimised away. */ touched = 0
  readonly #lists: Lists
  readonly #linker: Linker
  #anyOwn = 0
  /** Where the hits of the last walk are, inside their block. */
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
    const hits = this.#walk(other)
    if (hits === 0 && (this.#seen & (HELD | OWN)) === 0) return 0
    const { kinds } = this.#lists
    if (kinds[other] === PLAIN && kinds[this.marked] === PLAIN) return hits
    return (this.#seen & HELD) === 0 ? 0 : this.#linker.link(this.marked, other)
  }

  /** The strength of the pair that `against` has just counted; 0 if it counted none. */
  strength(other: ListId): number {
    const { arena, kinds, knowers, weights } = this.#lists
    if (kinds[other] !== PLAIN || kinds[this.marked] !== PLAIN) return this.#linker.strength()
    const { table } = weights
    const persons = arena.persons[Arena.block(arena.starts[other]!)]!
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

  /** Adds the pair's mutual friends per tie to `count`, after `against`. */
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

  /** Asks for a list's cache lines, so that they are there when it is walked through. */
  touch(list: ListId): void {
    const { arena } = this.#lists
    const start = arena.starts[list]!
    const persons = arena.persons[Arena.block(start)]!
    let touched = 0
    let i = Arena.offset(start)
    for (const end = i + arena.lengths[list]!; i < end; i += LINE) touched ^= persons[i]!
    this.touched = touched
  }

  /**
   * Walks through a list and keeps where its hits are. Nearly all marks are 0, so eight are asked at once whether any is
   * not, and only then each of them: one branch in eight positions, and nearly always the same way.
   */
  #walk(other: ListId): number {
    const { arena, marks } = this.#lists
    const start = arena.starts[other]!
    const persons = arena.persons[Arena.block(start)]!
    const hits = this.#hits
    let size = 0
    let seen = 0
    let i = Arena.offset(start)
    const end = i + arena.lengths[other]!
    for (; i + 7 < end; i += 8) {
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
      for (let j = i; j < i + 8; j++) if ((marks[persons[j]!]! & COUNTS) !== 0) hits[size++] = j
    }
    for (; i < end; i++) {
      const mark = marks[persons[i]!]!
      seen |= mark
      if ((mark & COUNTS) !== 0) hits[size++] = i
    }
    this.#seen = seen
    this.#hitsSize = size
    return size
  }

  #personAt(position: number): number {
    return this.#lists.arena.persons[Arena.block(position)]![Arena.offset(position)]!
  }

  #tieAt(position: number): number {
    return this.#lists.arena.ties[Arena.block(position)]![Arena.offset(position)]! & TIE_BITS
  }
}
