/**
 * Lists: whom each person knows, as immutable numbered values (SPEC.md LIST, PROOF, NEVER).
 *
 * A position holds one person; an entry holds the persons of one or more positions. Nearly all entries hold one, and a
 * list of only such entries, all different, none of them its owner, is *plain*: its count against another plain list
 * is the number of persons that both hold. Every other list is *linked*, and its hits go through union–find.
 * Positions stay in the order in which they were given, so an entry's number costs no memory.
 */
import { Arena } from './arena.ts'
import { reaching } from './grow.ts'
import { Identities } from './identities.ts'
import { EMPTY_LIST, type ListId, type PersonId } from './ids.ts'
import { checkList, entryByte, type ListInput, mustBeSomebody, ONLINE, TIE_BITS } from './list-input.ts'
import { MET, NEVER } from './marks.ts'
import { mergeEntries } from './merge.ts'
import { Weights } from './weight.ts'

export interface ListsOptions {
  /**
   * Where the number of lists that hold a person comes from (MUT6): `counted` over the lists held here, or `given`
   * with `setKnowers` by a store that knows all lists.
   */
  readonly knowers?: 'counted' | 'given'
}

/** What a list can be. */
export const ABSENT = 0
export const PLAIN = 1
export const LINKED = 2

export class Lists {
  /** @internal */ readonly arena: Arena = new Arena()
  /** @internal Per list: ABSENT, PLAIN or LINKED. */ kinds: Uint8Array = new Uint8Array(64)
  /** @internal Per list: the member whose it is, or 0. */ selves: Uint32Array = new Uint32Array(64)
  /** @internal Per person: lasting and passing marks (marks.ts). */ marks: Uint8Array = new Uint8Array(64)
  /** @internal Per person: how many lists hold them. */ knowers: Uint32Array = new Uint32Array(64)
  /** @internal */ readonly weights: Weights = new Weights()
  /** @internal Entry of each position, where entries hold several persons. */
  readonly entryOf: Map<ListId, Uint16Array> = new Map()
  /** @internal Per linked list, for each position the first entry that is one with its entry (MUT1). */
  readonly merged: Map<ListId, Uint16Array> = new Map()
  /** @internal Persons besides `selves` that the owner has proved or stated to be, as they are numbered now. */
  readonly alsoOwn: Map<ListId, Uint32Array> = new Map()

  readonly #counted: boolean
  /** Lists as they were given, where a proof has since renumbered somebody in them. */
  readonly #given = new Map<ListId, Uint32Array>()
  readonly #stated = new Map<ListId, Uint32Array>()
  readonly #identities = new Identities()
  readonly #free: ListId[] = []
  #next = 1
  #size = 0

  constructor(options: ListsOptions = {}) {
    this.#counted = (options.knowers ?? 'counted') === 'counted'
    this.kinds[EMPTY_LIST] = PLAIN
  }

  /** How many lists are held, the empty one not counted. */
  get size(): number {
    return this.#size
  }

  /** One more than the largest list number in use. */
  get end(): number {
    return this.#next
  }

  /** How many positions a list has. */
  lengthOf(list: ListId): number {
    this.#mustHave(list)
    return this.arena.lengths[list]!
  }

  /** Holds a list and returns its number. RangeError names the field that is out of bounds; nothing is then held. */
  add(input: ListInput): ListId {
    const list = this.#free.pop() ?? (this.#next++ as ListId)
    return this.#put(list, input)
  }

  /** @internal Holds a list under a number of its own (snapshot.ts). */
  addAs(list: ListId, input: ListInput): void {
    for (; this.#next < list; this.#next++) this.#free.push(this.#next as ListId)
    this.#next = Math.max(this.#next, list + 1)
    this.#put(list, input)
  }

  /** Forgets a list; its number may be given out again. */
  remove(list: ListId): void {
    this.#mustHave(list)
    if (list === EMPTY_LIST) throw new RangeError('list 0, the empty list, cannot be removed')
    if (this.#counted) this.#countHolders(list, -1)
    this.arena.release(list)
    this.kinds[list] = ABSENT
    this.selves[list] = 0
    for (const table of [this.entryOf, this.merged, this.alsoOwn, this.#given, this.#stated]) table.delete(list)
    this.#free.push(list)
    this.#size--
  }

  /**
   * The member proves the token: from now on the token stands for the member in every list, this one's included
   * (MUT1). Returns the lists whose counts may change. `holders`: the lists that hold the token, where a store knows
   * them; otherwise every list is looked through (about 1 ns a position).
   */
  prove(token: PersonId, member: PersonId, holders: Iterable<ListId> = this.holders(token)): ListId[] {
    const before = this.#identities.memberOf(token)
    if (before === member) return []
    if (before !== undefined) throw new RangeError(`token ${token} is proved by member ${before} already`)
    if (token === member) throw new RangeError(`token ${token} is the member itself`)
    mustBeSomebody('token', token)
    mustBeSomebody('member', member)
    if (this.#identities.memberOf(member) !== undefined)
      throw new RangeError(`member ${member} is a token that a member has proved`)
    if (this.#identities.isProver(token)) throw new RangeError(`token ${token} is a member who has proved tokens`)
    this.#reach(token)
    this.#reach(member)
    const affected = new Set(holders)
    this.#identities.prove(token, member)
    if ((this.marks[token]! & NEVER) === 0) for (const list of affected) this.#renumber(list)
    return this.#withOwners(affected, token, member)
  }

  /** The member's proof of the token is taken back, and the token stands for itself again. */
  withdraw(token: PersonId): ListId[] {
    const member = this.#identities.memberOf(token)
    if (member === undefined) return []
    const affected = new Set(this.holdersAsGiven(token))
    this.#identities.withdraw(token)
    for (const list of affected) this.#renumber(list)
    return this.#withOwners(affected, token, member)
  }

  /** The person stops counting, in every list (CON5, CON7): links nobody, and is named by nobody. */
  never(person: PersonId): ListId[] {
    return this.#setNever(person, true)
  }

  /** The person counts again. */
  again(person: PersonId): ListId[] {
    return this.#setNever(person, false)
  }

  /** Takes an entry out of a list that is in use (CON4: deleting it, or making it private). */
  blank(list: ListId, entry: number): ListId[] {
    this.#mustHave(list)
    const entries = this.entryOf.get(list)
    const persons = this.#positions(list)
    const last = entries ? (entries.at(-1) ?? -1) : persons.length - 1
    if (!(Number.isInteger(entry) && entry >= 0 && entry <= last))
      throw new RangeError(`entry: list ${list} has no ${entry}`)
    const given = this.#given.get(list)
    if (this.#counted) this.#countHolders(list, -1)
    for (let i = 0; i < persons.length; i++) {
      if ((entries?.[i] ?? i) !== entry) continue
      persons[i] = 0
      if (given) given[i] = 0
    }
    if (this.#counted) this.#countHolders(list, 1)
    this.#classify(list)
    return [list]
  }

  /** How many lists hold a person, where a store knows better than the lists held here (`knowers: 'given'`). */
  setKnowers(person: PersonId, lists: number): void {
    if (this.#counted) throw new RangeError('setKnowers needs { knowers: "given" }')
    mustBeSomebody('person', person)
    if (!(Number.isInteger(lists) && lists >= 0)) throw new RangeError(`lists: ${lists} is no number of lists`)
    this.#reach(person)
    this.knowers[person] = lists
    this.weights.reach(lists)
  }

  /** How many lists hold a person. */
  knowersOf(person: PersonId): number {
    return this.knowers[person] ?? 0
  }

  /** The lists that hold a person. */
  holders(person: PersonId): ListId[] {
    const found: ListId[] = []
    for (let list = 1; list < this.#next; list++) {
      if (this.kinds[list] !== ABSENT && this.#positions(list).includes(person)) found.push(list as ListId)
    }
    return found
  }

  /** The lists that were given with a person, whoever it stands for by now. */
  holdersAsGiven(person: PersonId): ListId[] {
    const isRenumbered = this.#identities.memberOf(person) !== undefined && (this.marks[person]! & NEVER) === 0
    const found = new Set(isRenumbered ? [] : this.holders(person))
    for (const [list, given] of this.#given) if (given.includes(person)) found.add(list)
    return [...found]
  }

  /**
   * The lists whose counts may change when a token is proved by a member, or when a proof or a mark of it is taken back:
   * those that hold it, and those whose owner is it by proof or by statement. Asked before the change (`Places.recount`).
   */
  concernedBy(token: PersonId, member: PersonId = this.#identities.behind(token) as PersonId): ListId[] {
    return [...new Set([...this.holdersAsGiven(token), ...this.#ownedBy(token, member)])]
  }

  /** A list as it was given, entry numbers and all; what has been blanked is 0. */
  inputOf(list: ListId): ListInput {
    this.#mustHave(list)
    const persons = this.#given.get(list) ?? this.#positions(list)
    const entryOf = this.entryOf.get(list)
    const bytes = this.#tiesOf(list)
    const firsts = entryOf ? [...entryOf.keys()].filter((i) => i === 0 || entryOf[i] !== entryOf[i - 1]) : undefined
    const perEntry = firsts ? Uint8Array.from(firsts, (i) => bytes[i]!) : bytes
    const self = this.selves[list]! as PersonId
    return {
      persons: persons.slice(),
      ...(entryOf ? { entryOf: entryOf.slice() } : {}),
      ties: perEntry.map((byte) => byte & TIE_BITS),
      online: perEntry.map((byte) => byte & ONLINE),
      ...(self ? { self } : {}),
      stated: Array.from(this.#stated.get(list) ?? []) as PersonId[],
    }
  }

  /** The persons a list's owner has proved to be, as they are numbered now: none for a guest. */
  provedOf(list: ListId): number[] {
    const self = this.selves[list]!
    return self === 0 ? [] : [...this.#identities.numbersOf(self, this.marks)]
  }

  /** Everybody who is never counted. */
  *nevers(): Generator<PersonId> {
    for (let person = 1; person < this.marks.length; person++)
      if ((this.marks[person]! & NEVER) !== 0) yield person as PersonId
  }

  /** The lists held, ascending. */
  *ids(): Generator<ListId> {
    for (let list = 1; list < this.#next; list++) if (this.kinds[list] !== ABSENT) yield list as ListId
  }

  /** Every proof in force: token and member. */
  proofs(): IterableIterator<[number, PersonId]> {
    return this.#identities.proofs()
  }

  /** Whether knowers are counted here or given. */
  get countsKnowers(): boolean {
    return this.#counted
  }

  /** Bytes held for lists: positions, ties, tables per list, and what linked and renumbered lists need besides. */
  get bytes(): number {
    let extra = 0
    for (const table of [this.entryOf, this.merged, this.alsoOwn, this.#given, this.#stated])
      for (const array of table.values()) extra += array.byteLength
    return this.arena.bytes + this.kinds.byteLength + this.selves.byteLength + extra
  }

  #put(list: ListId, input: ListInput): ListId {
    const { persons } = input
    try {
      checkList(input)
    } catch (error) {
      this.#free.push(list)
      throw error
    }
    this.kinds = reaching(this.kinds, list)
    this.selves = reaching(this.selves, list)
    this.arena.place(list, persons.length)
    if (input.entryOf) this.entryOf.set(list, Uint16Array.from(input.entryOf))
    const positions = this.#positions(list)
    positions.set(persons)
    for (let i = 0; i < positions.length; i++) this.#reach(positions[i]!)
    this.#fillTies(list, input)
    this.selves[list] = input.self ?? 0
    this.#reach(input.self ?? 0)
    if (input.stated?.length) this.#stated.set(list, Uint32Array.from(input.stated))
    for (const stated of input.stated ?? []) this.#reach(stated)
    this.#resolveOwn(list)
    this.kinds[list] = PLAIN
    if (this.#identities.hasProofs) this.#resolve(list)
    if (this.#counted) this.#countHolders(list, 1)
    this.#classify(list)
    this.#size++
    return list
  }

  #fillTies(list: ListId, input: ListInput): void {
    const bytes = this.#tiesOf(list)
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = entryByte(input, input.entryOf ? input.entryOf[i]! : i)
    }
  }

  #mustHave(list: ListId): void {
    if (!this.kinds[list]) throw new RangeError(`no list ${list}`)
  }

  /** Makes the tables per person reach a person. */
  #reach(person: number): void {
    if (person < this.marks.length) return
    this.marks = reaching(this.marks, person)
    this.knowers = reaching(this.knowers, person)
  }

  #positions(list: number): Uint32Array {
    const start = this.arena.starts[list]!
    const offset = Arena.offset(start)
    const length = this.arena.lengths[list]!
    return length === 0 ? NOTHING : this.arena.persons[Arena.block(start)]!.subarray(offset, offset + length)
  }

  #tiesOf(list: number): Uint8Array {
    const start = this.arena.starts[list]!
    const offset = Arena.offset(start)
    return this.arena.ties[Arena.block(start)]?.subarray(offset, offset + this.arena.lengths[list]!) ?? NO_TIES
  }

  /** Renumbers a list in which a proof, or a mark, has changed somebody. */
  #renumber(list: ListId): void {
    if (this.#counted) this.#countHolders(list, -1)
    this.#resolve(list)
    if (this.#counted) this.#countHolders(list, 1)
    this.#classify(list)
  }

  #resolve(list: ListId): void {
    const positions = this.#positions(list)
    const given = this.#given.get(list) ?? positions.slice()
    let moved = false
    for (let i = 0; i < positions.length; i++) {
      const person = this.#identities.standsFor(given[i]!, this.marks)
      moved ||= person !== given[i]
      positions[i] = person
    }
    if (moved) this.#given.set(list, given)
    else this.#given.delete(list)
  }

  /** Adds 1, or −1, to the knowers of each different person of a list. */
  #countHolders(list: ListId, one: 1 | -1): void {
    const { marks, knowers } = this
    const positions = this.#positions(list)
    for (const person of positions) {
      if (person === 0 || (marks[person]! & MET) !== 0) continue
      marks[person] = marks[person]! | MET
      knowers[person] = knowers[person]! + one
      if (one === 1) this.weights.reach(knowers[person]!)
    }
    for (const person of positions) marks[person] = marks[person]! & ~MET
  }

  /** Decides whether a list is plain, and merges its entries if it is not. */
  #classify(list: ListId): void {
    const entryOf = this.entryOf.get(list)
    const plain = !entryOf && this.#isPlain(list)
    this.kinds[list] = plain ? PLAIN : LINKED
    if (plain) this.merged.delete(list)
    else this.merged.set(list, mergeEntries(this.#positions(list), entryOf, this.marks))
  }

  #isPlain(list: ListId): boolean {
    const { marks } = this
    const positions = this.#positions(list)
    const self = this.selves[list]!
    const also = this.alsoOwn.get(list)
    let plain = true
    for (const person of positions) {
      if (person === 0) continue
      const mark = marks[person]!
      if ((mark & NEVER) === 0 && ((mark & MET) !== 0 || person === self || also?.includes(person))) plain = false
      marks[person] = mark | MET
    }
    for (const person of positions) marks[person] = marks[person]! & ~MET
    return plain
  }

  #setNever(person: PersonId, never: boolean): ListId[] {
    mustBeSomebody('person', person)
    this.#reach(person)
    if (((this.marks[person]! & NEVER) !== 0) === never) return []
    const member = this.#identities.memberOf(person)
    const affected = new Set(this.holdersAsGiven(person))
    this.marks[person] = never ? this.marks[person]! | NEVER : this.marks[person]! & ~NEVER
    for (const list of affected) member === undefined ? this.#classify(list) : this.#renumber(list)
    return this.#withOwners(affected, person, member ?? person)
  }

  /** The affected lists and those whose owner is concerned, with their own persons as they now are numbered. */
  #withOwners(affected: Set<ListId>, token: number, member: number): ListId[] {
    for (const list of this.#ownedBy(token, member)) {
      if (this.kinds[list] === ABSENT) continue
      this.#resolveOwn(list)
      this.#classify(list)
      affected.add(list)
    }
    return [...affected]
  }

  #ownedBy(token: number, member: number): ListId[] {
    const owners: ListId[] = []
    for (let list = 1; list < this.#next; list++)
      if (this.selves[list] === member && member !== 0) owners.push(list as ListId)
    for (const [list, stated] of this.#stated)
      if (stated.some((other) => other === token || this.#identities.behind(other) === member)) owners.push(list)
    return owners
  }

  #resolveOwn(list: ListId): void {
    const self = this.selves[list]!
    const own = this.#identities.ownNumbers([self, ...(this.#stated.get(list) ?? [])], this.marks)
    own.delete(self)
    own.delete(0)
    if (own.size > 0) this.alsoOwn.set(list, Uint32Array.from(own))
    else this.alsoOwn.delete(list)
  }
}

const NOTHING = new Uint32Array(0)
const NO_TIES = new Uint8Array(0)
