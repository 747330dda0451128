/** What the engine says of two people: their mutual friends one by one, and whether they know each other. */
import { Arena } from './arena.ts'
import { type Count, Counter, emptyCount } from './counter.ts'
import type { ListId, PersonId } from './ids.ts'
import { Linker } from './linker.ts'
import { ONLINE } from './list-input.ts'
import type { Lists } from './lists.ts'

/** Somebody whom both know (MUT1). */
export interface MutualFriend {
  /** The first list's entries in the linked group, ascending. */
  readonly entriesA: readonly number[]
  /** The second list's. */
  readonly entriesB: readonly number[]
  /** How many lists hold the group's commonest person; never shown (MUT6). */
  readonly knowers: number
}

/** How one side has the other in its list. */
export type Knows = 'not' | 'met' | 'online-only'

/** Whether each knows the other (ENC2). */
export interface Relation {
  readonly aKnowsB: Knows
  readonly bKnowsA: Knows
  /** Whether each has the other by what the other has proved; otherwise at least one only by a statement. */
  readonly byProof: boolean
}

/** Puts equals in an order that says nothing: a keyed hash of a person, of the caller's choosing (MUT6). */
export type PersonHash = (person: PersonId) => number

export class Pair {
  readonly #lists: Lists
  readonly #counter: Counter
  readonly #linker: Linker

  constructor(lists: Lists) {
    this.#lists = lists
    this.#counter = new Counter(lists)
    this.#linker = new Linker(lists)
  }

  /** Mutual friends, strength and the number per tie of two lists; everything is written into `out`. */
  count(a: ListId, b: ListId, out: Count = emptyCount()): Count {
    const counter = this.#counter
    out.tiesA.fill(0)
    out.tiesB.fill(0)
    counter.mark(a)
    out.mutual = counter.against(b)
    out.strength = out.mutual === 0 ? 0 : counter.strength(b)
    if (out.mutual > 0) counter.tiesInto(b, out)
    counter.clear()
    return out
  }

  /** The mutual friends one by one, rarest first, equals by the hash: the same order from both sides. */
  mutual(a: ListId, b: ListId, hash: PersonHash): MutualFriend[] {
    this.#counter.mark(a)
    this.#linker.link(a, b)
    this.#counter.clear()
    const entriesA = this.#linker.entriesOf(a)
    const entriesB = this.#linker.entriesOf(b)
    return [...this.#linker.groups()]
      .map((friend) => ({ ...friend, hash: hash(friend.person as PersonId) }))
      .sort((x, y) => x.knowers - y.knowers || x.hash - y.hash || x.person - y.person)
      .map(({ group, knowers }) => ({
        entriesA: entriesA.get(group) ?? [],
        entriesB: entriesB.get(group) ?? [],
        knowers,
      }))
  }

  /** Whether each of two owners knows the other. */
  relation(a: ListId, b: ListId): Relation {
    const there = this.#knows(a, b)
    const back = this.#knows(b, a)
    return { aKnowsB: there.how, bKnowsA: back.how, byProof: there.byProof && back.byProof }
  }

  /** Met where any entry that holds one of the other's persons is met; by proof where any such person is proved. */
  #knows(list: ListId, other: ListId): { how: Knows; byProof: boolean } {
    const { arena } = this.#lists
    const proved = this.#lists.provedOf(other)
    const also = this.#lists.alsoOwn.get(other)
    const start = arena.starts[list]!
    let how: Knows = 'not'
    let byProof = false
    for (let at = start; at < start + arena.lengths[list]!; at++) {
      const person = arena.persons[Arena.block(at)]![Arena.offset(at)]!
      const isProved = proved.includes(person)
      if (person === 0 || !(isProved || also?.includes(person))) continue
      byProof ||= isProved
      const online = (arena.ties[Arena.block(at)]![Arena.offset(at)]! & ONLINE) !== 0
      if (how !== 'met') how = online ? 'online-only' : 'met'
    }
    return { how, byProof }
  }
}
