/**
 * Counting where an entry of either side holds several persons, or several entries hold one (MUT1): entries that hold
 * the same person are linked, and every linked group is one mutual friend. Works on the hits alone, which are few, with
 * union–find over them; one more walk through both lists asks whether a group holds one of the pair (MUT2) and who its
 * commonest person is (MUT6).
 */
import { Arena } from './arena.ts'
import type { Count } from './counter.ts'
import { reaching } from './grow.ts'
import { type ListId, MOST_PERSONS } from './ids.ts'
import { TIE_BITS } from './list-input.ts'
import type { Lists } from './lists.ts'
import { EITHER, HELD, NEVER, SHARED } from './marks.ts'

const NO_GROUP = 0xffff
const NO_TIE = 0xff

/** One side of the pair: which hit each of its entries was first met with, and its tie per group. */
interface Side {
  list: ListId
  /** Per merged entry: a hit that it holds, or NO_GROUP. */
  readonly hitOf: Uint16Array
  /** Per group: the tie of its first entry. */
  readonly tie: Uint8Array
}

const side = (): Side => ({
  list: 0 as ListId,
  hitOf: new Uint16Array(MOST_PERSONS).fill(NO_GROUP),
  tie: new Uint8Array(MOST_PERSONS),
})

export class Linker {
  readonly #lists: Lists
  readonly #a = side()
  readonly #b = side()
  /** Per hit: the person, and its parent in the union–find forest. A root's number is its group's. */
  readonly #hits = new Uint32Array(MOST_PERSONS)
  readonly #root = new Uint16Array(MOST_PERSONS)
  /** Per group: not 0 where it holds one of the pair; and how many lists hold its commonest person. */
  readonly #out = new Uint8Array(MOST_PERSONS)
  readonly #commonest = new Uint32Array(MOST_PERSONS)
  /** Per person that is SHARED: its hit. */
  #hitOfPerson: Uint16Array = new Uint16Array(64)
  #size = 0

  constructor(lists: Lists) {
    this.#lists = lists
  }

  /** Links the marked list `a` with `b` and returns the number of mutual friends; the rest is then read off. */
  link(a: ListId, b: ListId): number {
    this.#a.list = a
    this.#b.list = b
    this.#size = 0
    this.#markOwn(a, true)
    this.#markOwn(b, true)
    this.#collect()
    this.#unite(this.#b)
    this.#unite(this.#a)
    this.#judge(this.#b)
    this.#judge(this.#a)
    this.#forget()
    return this.#count()
  }

  /** Adamic–Adar over the groups (MUT6). */
  strength(): number {
    const { weights } = this.#lists
    let sum = 0
    for (let hit = 0; hit < this.#size; hit++) if (this.#isFriend(hit)) sum += weights.table[this.#commonest[hit]!]!
    return sum
  }

  /** Groups per tie, on either side. */
  tiesInto(count: Count): void {
    for (let hit = 0; hit < this.#size; hit++) {
      if (!this.#isFriend(hit)) continue
      count.tiesA[this.#a.tie[hit]!]!++
      count.tiesB[this.#b.tie[hit]!]!++
    }
  }

  /** Every mutual friend's number of knowers and its lowest person, which is the same from both sides. */
  *groups(): Generator<{ group: number; knowers: number; person: number }> {
    for (let group = 0; group < this.#size; group++) {
      if (!this.#isFriend(group)) continue
      let person = this.#hits[group]!
      for (let hit = 0; hit < this.#size; hit++)
        if (this.#find(hit) === group) person = Math.min(person, this.#hits[hit]!)
      yield { group, knowers: this.#commonest[group]!, person }
    }
  }

  /** The entries, as numbered by the list's owner, that belong to each group: every entry that was merged into it. */
  entriesOf(list: ListId): Map<number, number[]> {
    const found = new Map<number, number[]>()
    const here = list === this.#a.list ? this.#a : this.#b
    const entryOf = this.#lists.entryOf.get(list)
    this.#eachPosition(here, (_i, person, entry) => {
      const hit = this.#hitAt(person)
      if (hit !== NO_GROUP) here.hitOf[entry] = this.#find(hit)
    })
    this.#eachPosition(here, (i, _person, entry) => {
      if (here.hitOf[entry] === NO_GROUP) return
      const entries = found.get(here.hitOf[entry]!) ?? []
      const own = entryOf?.[i] ?? i
      if (entries.at(-1) !== own) entries.push(own)
      found.set(here.hitOf[entry]!, entries)
    })
    this.#eachPosition(here, (_i, _person, entry) => {
      here.hitOf[entry] = NO_GROUP
    })
    return found
  }

  /** The hit of a person of the last pair, by search: only for `entriesOf`, after the marks are gone. */
  #hitAt(person: number): number {
    const hit = this.#hitOfPerson[person] ?? NO_GROUP
    return hit < this.#size && this.#hits[hit] === person ? hit : NO_GROUP
  }

  #isFriend(hit: number): boolean {
    return this.#root[hit] === hit && this.#out[hit] === 0
  }

  #count(): number {
    let mutual = 0
    for (let hit = 0; hit < this.#size; hit++) if (this.#isFriend(hit)) mutual++
    return mutual
  }

  #markOwn(list: ListId, on: boolean): void {
    const { marks, selves, alsoOwn } = this.#lists
    const put = (person: number): void => {
      marks[person] = on ? marks[person]! | EITHER : marks[person]! & ~EITHER
    }
    if (selves[list] !== 0) put(selves[list]!)
    for (const own of alsoOwn.get(list) ?? []) put(own)
  }

  /** Every different person that both hold and that counts becomes a hit, a group of its own so far. */
  #collect(): void {
    const { marks } = this.#lists
    this.#hitOfPerson = reaching(this.#hitOfPerson, marks.length - 1)
    this.#eachPosition(this.#b, (_i, person) => {
      if ((marks[person]! & (HELD | NEVER | SHARED)) !== HELD) return
      const hit = this.#size++
      marks[person] = marks[person]! | SHARED
      this.#hitOfPerson[person] = hit
      this.#hits[hit] = person
      this.#root[hit] = hit
      this.#out[hit] = 0
      this.#commonest[hit] = 0
      this.#a.tie[hit] = NO_TIE
      this.#b.tie[hit] = NO_TIE
    })
  }

  /** Joins the hits that one entry holds. */
  #unite(here: Side): void {
    const { marks } = this.#lists
    this.#eachPosition(here, (_i, person, entry) => {
      if ((marks[person]! & SHARED) === 0) return
      const hit = this.#hitOfPerson[person]!
      const first = here.hitOf[entry]!
      if (first === NO_GROUP) here.hitOf[entry] = hit
      else this.#join(first, hit)
    })
  }

  /** Asks everybody whom the entries of a group hold, shared or not. */
  #judge(here: Side): void {
    const { marks, knowers } = this.#lists
    this.#eachPosition(here, (i, person, entry) => {
      const hit = here.hitOf[entry]!
      if (hit === NO_GROUP) return
      const group = this.#find(hit)
      const mark = marks[person]!
      if ((mark & EITHER) !== 0) this.#out[group] = 1
      if ((mark & NEVER) === 0 && knowers[person]! > this.#commonest[group]!) this.#commonest[group] = knowers[person]!
      if (here.tie[group] === NO_TIE) here.tie[group] = this.#tieOf(here.list, i)
    })
  }

  #forget(): void {
    const { marks } = this.#lists
    for (let hit = 0; hit < this.#size; hit++) marks[this.#hits[hit]!] = marks[this.#hits[hit]!]! & ~SHARED
    for (const here of [this.#a, this.#b]) {
      this.#markOwn(here.list, false)
      this.#eachPosition(here, (_i, _person, entry) => {
        here.hitOf[entry] = NO_GROUP
      })
    }
  }

  #find(hit: number): number {
    const root = this.#root
    let at = hit
    while (root[at] !== at) at = root[at] = root[root[at]!]!
    return at
  }

  #join(one: number, other: number): void {
    const a = this.#find(one)
    const b = this.#find(other)
    this.#root[Math.max(a, b)] = Math.min(a, b)
  }

  #tieOf(list: ListId, i: number): number {
    const { arena } = this.#lists
    const position = arena.starts[list]! + i
    return arena.ties[Arena.block(position)]![Arena.offset(position)]! & TIE_BITS
  }

  #eachPosition(here: Side, visit: (i: number, person: number, entry: number) => void): void {
    const { arena, merged } = this.#lists
    const entries = merged.get(here.list)
    const start = arena.starts[here.list]!
    const persons = arena.persons[Arena.block(start)]!
    const offset = Arena.offset(start)
    const length = arena.lengths[here.list]!
    for (let i = 0; i < length; i++) visit(i, persons[offset + i]!, entries?.[i] ?? i)
  }
}
