/**
 * What the engine must say, computed the obvious way: Maps, Sets and recursion over lists as they were given, with
 * nothing remembered that could be derived. It shares no code with the engine but the exported `adamicAdar`.
 */
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import {
  APART,
  adamicAdar,
  CHANGED,
  type Knows,
  type ListId,
  type ListInput,
  type MutualFriend,
  NEAR,
  type PairRow,
  type PersonHash,
  type PersonId,
  type PlaceId,
  type PresenceId,
  type Relation,
  TIES,
  type TopicId,
} from '../src/index.ts'

/** One person as somebody's address book has them; a blanked entry holds nobody. */
interface OracleEntry {
  persons: number[]
  readonly tie: number
  readonly online: boolean
}

interface OracleList {
  readonly entries: OracleEntry[]
  readonly self: number | undefined
  readonly stated: readonly number[]
}

/** A linked group: original entry numbers of both sides, ascending. */
interface Group {
  readonly entriesA: number[]
  readonly entriesB: number[]
  /** MUT6: how many lists hold the commonest person that the group's entries hold; not yet raised to 2. */
  readonly commonest: number
  /** The lowest person whom an entry of each side holds. */
  readonly lowestShared: number
}

export interface OracleCount {
  readonly mutual: number
  readonly strength: number
  readonly tiesA: number[]
  readonly tiesB: number[]
}

export class OracleLists {
  readonly lists = new Map<ListId, OracleList>()
  /** Token → the member who has proved it. */
  readonly proofs = new Map<number, number>()
  /** CON5, CON7: persons that are never counted. */
  readonly nevers = new Set<number>()
  /** MUT6: n as a store knows it; absent: the lists held here are counted. */
  given: Map<number, number> | undefined
  /** What has been derived since the last change: all of it is dropped at every change. */
  #derived = new Map<string, unknown>()

  constructor() {
    this.lists.set(0 as ListId, { entries: [], self: undefined, stated: [] })
  }

  add(list: ListId, input: ListInput): void {
    const entries: OracleEntry[] = []
    for (let at = 0; at < input.persons.length; at++) {
      const entry = input.entryOf ? input.entryOf[at]! : at
      entries[entry] ??= { persons: [], tie: input.ties?.[entry] ?? 0, online: (input.online?.[entry] ?? 0) !== 0 }
      entries[entry].persons.push(input.persons[at]!)
    }
    this.lists.set(list, { entries, self: input.self, stated: input.stated ?? [] })
    this.#derived.clear()
  }

  remove(list: ListId): void {
    this.lists.delete(list)
    this.#derived.clear()
  }

  prove(token: number, member: number): void {
    this.proofs.set(token, member)
    this.#derived.clear()
  }

  withdraw(token: number): void {
    this.proofs.delete(token)
    this.#derived.clear()
  }

  never(person: number): void {
    this.nevers.add(person)
    this.#derived.clear()
  }

  again(person: number): void {
    this.nevers.delete(person)
    this.#derived.clear()
  }

  /** CON4: the entry is gone; the numbers of the others stay. */
  blank(list: ListId, entry: number): void {
    this.lists.get(list)!.entries[entry]!.persons = []
    this.#derived.clear()
  }

  /** Whoever is behind a person: the member who has proved it, otherwise itself. Never marks change nothing here. */
  #behind(person: number): number {
    return this.proofs.get(person) ?? person
  }

  /** As whom a person counts (Words: *person*), or nobody (CON5, CON7). A never-counted token is not its member. */
  #countsAs(person: number): number | undefined {
    if (this.nevers.has(person)) return undefined
    const behind = this.#behind(person)
    return this.nevers.has(behind) ? undefined : behind
  }

  /** The different persons that an entry counts for. */
  #counting(list: ListId): Set<number>[] {
    return this.#derive(`counting ${list}`, () =>
      this.lists.get(list)!.entries.map((entry) => {
        const counting = new Set<number>()
        for (const person of entry.persons) {
          const as = this.#countsAs(person)
          if (as !== undefined) counting.add(as)
        }
        return counting
      }),
    )
  }

  /** MUT2, ENC2: whom a list's owner is behind, by proof (self) and by statement; compared with whoever is behind. */
  #own(list: ListId): Set<number> {
    return this.#derive(`own ${list}`, () => {
      const { self, stated } = this.lists.get(list)!
      const own = new Set(stated.map((person) => this.#behind(person)))
      if (self !== undefined) own.add(self)
      return own
    })
  }

  /** MUT6: how many lists hold a person, each once. */
  knowersOf(person: number): number {
    if (this.given) return this.given.get(person) ?? 0
    const knowers = this.#derive('knowers', () => {
      const all = new Map<number, number>()
      for (const list of this.lists.keys()) {
        const held = new Set(this.#counting(list).flatMap((persons) => [...persons]))
        for (const one of held) all.set(one, (all.get(one) ?? 0) + 1)
      }
      return all
    })
    return knowers.get(person) ?? 0
  }

  /** Every person that counts somewhere. */
  persons(): Set<number> {
    const all = new Set<number>()
    for (const list of this.lists.keys()) {
      for (const persons of this.#counting(list)) for (const person of persons) all.add(person)
    }
    return all
  }

  /**
   * MUT1: entries are joined with whichever entries, of the same list or of the other, hold the same person; a group
   * that reaches both lists is one mutual friend. MUT2: unless one of its entries holds either owner.
   */
  groups(a: ListId, b: ListId): Group[] {
    const sides = [this.#counting(a), this.#counting(b)] as const
    const holding = new Map<number, [side: 0 | 1, entry: number][]>()
    for (const side of [0, 1] as const) {
      for (const [entry, persons] of sides[side].entries()) {
        for (const person of persons) {
          if (!holding.has(person)) holding.set(person, [])
          holding.get(person)!.push([side, entry])
        }
      }
    }
    const reached = [new Set<number>(), new Set<number>()] as const
    const visit = (side: 0 | 1, entry: number, group: readonly [number[], number[]]): void => {
      if (reached[side].has(entry)) return
      reached[side].add(entry)
      group[side].push(entry)
      for (const person of sides[side][entry]!) {
        for (const [otherSide, otherEntry] of holding.get(person)!) visit(otherSide, otherEntry, group)
      }
    }
    const groups: Group[] = []
    for (const entry of sides[0].keys()) {
      if (reached[0].has(entry)) continue
      const group = [[], []] as readonly [number[], number[]]
      visit(0, entry, group)
      if (group[1].length === 0 || this.#holdsOwner(a, b, group)) continue
      const personsA = new Set(group[0].flatMap((one) => [...sides[0][one]!]))
      const personsB = new Set(group[1].flatMap((one) => [...sides[1][one]!]))
      const ascending = (x: number, y: number) => x - y
      groups.push({
        entriesA: group[0].sort(ascending),
        entriesB: group[1].sort(ascending),
        commonest: Math.max(...[...personsA, ...personsB].map((person) => this.knowersOf(person))),
        lowestShared: Math.min(...[...personsA].filter((person) => personsB.has(person))),
      })
    }
    return groups
  }

  /** MUT2: also an address that is never counted takes away, and so does each that the owner's member has proved. */
  #holdsOwner(a: ListId, b: ListId, [entriesA, entriesB]: readonly [number[], number[]]): boolean {
    const own = new Set([...this.#own(a), ...this.#own(b)])
    const holds = (list: ListId, entry: number) =>
      this.lists.get(list)!.entries[entry]!.persons.some((person) => own.has(this.#behind(person)))
    return entriesA.some((entry) => holds(a, entry)) || entriesB.some((entry) => holds(b, entry))
  }

  /** MUT1, MUT2, MUT6. A group's tie is that of its first entry on that side (REV1 asks the viewer's own list). */
  count(a: ListId, b: ListId): OracleCount {
    return this.#derive(`count ${a} ${b}`, () => {
      const groups = this.groups(a, b)
      const ties = (list: ListId, firsts: number[]) => {
        const perTie = new Array<number>(TIES).fill(0)
        for (const first of firsts) perTie[this.lists.get(list)!.entries[first]!.tie]! += 1
        return perTie
      }
      return {
        mutual: groups.length,
        strength: groups.reduce((sum, group) => sum + adamicAdar(Math.max(2, group.commonest)), 0),
        tiesA: ties(
          a,
          groups.map((group) => group.entriesA[0]!),
        ),
        tiesB: ties(
          b,
          groups.map((group) => group.entriesB[0]!),
        ),
      }
    })
  }

  /** MUT6: rarest first, equals by the hash of the lowest person that both sides hold. */
  mutual(a: ListId, b: ListId, hash: PersonHash): MutualFriend[] {
    const hashOf = (group: Group) => hash(group.lowestShared as PersonId)
    return this.groups(a, b)
      .sort((x, y) => x.commonest - y.commonest || hashOf(x) - hashOf(y) || x.lowestShared - y.lowestShared)
      .map(({ entriesA, entriesB, commonest }) => ({ entriesA, entriesB, knowers: commonest }))
  }

  /** ENC2. */
  relation(a: ListId, b: ListId): Relation {
    return this.#derive(`relation ${a} ${b}`, () => {
      const there = this.#knows(a, b)
      const back = this.#knows(b, a)
      return { aKnowsB: there.how, bKnowsA: back.how, byProof: there.byProof && back.byProof }
    })
  }

  #knows(list: ListId, other: ListId): { how: Knows; byProof: boolean } {
    const { self } = this.lists.get(other)!
    const own = this.#own(other)
    const holding = this.lists
      .get(list)!
      .entries.filter(({ persons }) => persons.some((person) => own.has(this.#behind(person))))
    const met = holding.some(({ online }) => !online)
    return {
      how: holding.length === 0 ? 'not' : met ? 'met' : 'online-only',
      byProof: self !== undefined && holding.some(({ persons }) => persons.some((one) => this.#behind(one) === self)),
    }
  }

  #derive<T>(key: string, compute: () => T): T {
    if (!this.#derived.has(key)) this.#derived.set(key, compute())
    return this.#derived.get(key) as T
  }
}

/** What two presences that are near share. */
export interface OracleState {
  readonly mutual: number
  readonly strength: number
  readonly sharedTopics: number
  readonly knowEachOther: boolean
}

export interface OraclePresence {
  place: PlaceId
  list: ListId
  topics: readonly TopicId[]
  until: number
}

/** Every near pair that shares something, by `key(x, y)`. */
export type OracleTable = Map<string, OracleState>

const key = (x: number, y: number): string => (x < y ? `${x} ${y}` : `${y} ${x}`)
const NOTHING: OracleState = { mutual: 0, strength: 0, sharedTopics: 0, knowEachOther: false }

export class OraclePlaces {
  readonly lists: OracleLists
  readonly present = new Map<PresenceId, OraclePresence>()
  readonly #near: (x: PlaceId, y: PlaceId) => boolean

  constructor(lists: OracleLists, near: (x: PlaceId, y: PlaceId) => boolean = (x, y) => x === y) {
    this.lists = lists
    this.#near = near
  }

  /** Whether two different presences are near. */
  near(x: PresenceId, y: PresenceId): boolean {
    const one = this.present.get(x)
    const other = this.present.get(y)
    if (x === y || !one || !other) return false
    return one.place === other.place || this.#near(one.place, other.place)
  }

  /** What a pair shares: mutual friends (MUT1), topics (TOP3), each other (ENC2); nothing where they are not near. */
  state(x: PresenceId, y: PresenceId): OracleState {
    if (!this.near(x, y)) return NOTHING
    const one = this.present.get(x)!
    const other = this.present.get(y)!
    const { mutual, strength } = this.lists.count(one.list, other.list)
    const shared = [...new Set(one.topics)].filter((topic) => other.topics.includes(topic))
    const { aKnowsB, bKnowsA } = this.lists.relation(one.list, other.list)
    return {
      mutual,
      strength: shared.reduce((sum, topic) => sum + adamicAdar(this.#tapped(one.place, topic)), strength),
      sharedTopics: shared.length,
      knowEachOther: aKnowsB !== 'not' && bKnowsA !== 'not',
    }
  }

  /** TOP3: how many at a place have tapped a topic. */
  #tapped(place: PlaceId, topic: TopicId): number {
    return [...this.present.values()].filter((one) => one.place === place && one.topics.includes(topic)).length
  }

  table(): OracleTable {
    const table: OracleTable = new Map()
    const all = [...this.present.keys()]
    for (const [index, x] of all.entries()) {
      for (const y of all.slice(index + 1)) {
        const state = this.state(x, y)
        if (state.mutual > 0 || state.sharedTopics > 0 || state.knowEachOther) table.set(key(x, y), state)
      }
    }
    return table
  }
}

/** What must be told between two tables. `a` is the lower presence: who acted is the caller's to know. */
export function rowsBetween(before: OracleTable, after: OracleTable): PairRow[] {
  const rows: PairRow[] = []
  for (const pair of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = pair.split(' ').map(Number) as [PresenceId, PresenceId]
    const was = before.get(pair)
    const is = after.get(pair)
    if (!is) rows.push({ change: APART, a, b, ...NOTHING })
    else if (!was) rows.push({ change: NEAR, a, b, ...is })
    else if (
      was.mutual !== is.mutual ||
      was.sharedTopics !== is.sharedTopics ||
      was.knowEachOther !== is.knowEachOther
    ) {
      rows.push({ change: CHANGED, a, b, ...is })
    }
  }
  return rows
}

/** The same rows, each with the lower presence first, in an order of their own: told rows come in none. */
export const sorted = (rows: readonly PairRow[]): PairRow[] =>
  rows
    .map((row) => (row.a < row.b ? row : { ...row, a: row.b, b: row.a }))
    .sort((x, y) => x.a - y.a || x.b - y.b || x.change - y.change)

/** The same rows with the one who acted first. */
export const actedBy = (who: PresenceId, rows: readonly PairRow[]): PairRow[] =>
  rows.map((row) => (row.b === who ? { ...row, a: row.b, b: row.a } : row)).sort((x, y) => x.a - y.a || x.b - y.b)

/** `toStrictEqual`, at a price that allows a million of them: numbers are equal as by Object.is. */
export function expectEqual(actual: unknown, expected: unknown, what?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toStrictEqual(expected)
}
