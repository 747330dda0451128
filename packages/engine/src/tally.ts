/**
 * Counting somebody against everybody at a place, in one of two ways that give the same (SPEC.md WAYS).
 *
 * *Pairwise* marks my list and walks through each of theirs: its cost is the length of their lists. *Inverted* asks, for
 * each person I know, who here knows them, and adds one to each: its cost is the number of friendships really shared.
 */
import { Arena } from './arena.ts'
import { Counter } from './counter.ts'
import { type Crowd, LENGTH, LIST, PRESENCE, rowWords } from './crowd.ts'
import { reaching } from './grow.ts'
import { type ListId, MOST_PERSONS, type TopicId } from './ids.ts'
import { type Lists, PLAIN } from './lists.ts'
import { NEVER } from './marks.ts'
import type { PairChange, Pairs } from './pairs.ts'
import type { Way } from './places.ts'
import { COUNT, START } from './postings.ts'
import { adamicAdar } from './weight.ts'

/**
 * What each way costs, in nanoseconds on two cores of 2024 (`kith-lab bench engine` prints both ways side by side; only
 * the ratios matter). Pairwise: per person there and per position of their lists. Inverted: per person I know, and per
 * presence that knows them.
 */
const PAIRWISE_PERSON = 100
const PAIRWISE_POSITION = 2
const INVERTED_PERSON = 15
const INVERTED_HIT = 4

/** An index is made for this many people, and given up when fewer than half are left. */
const INDEX_FROM = 96

/** Flags of somebody who is told without a mutual friend. */
const KNOWS_ME = 1
const TOPIC = 2

export class Tally {
  readonly #lists: Lists
  readonly #counter: Counter
  readonly #way: Way
  /** Per presence, while counting: mutual friends, strength, flags, shared topics and their strength. */
  #mutual = new Uint16Array(64)
  #strength = new Float64Array(64)
  #flags = new Uint8Array(64)
  #topics = new Uint8Array(64)
  #topicStrength = new Float64Array(64)
  /** Who has anything in the above. */
  #met = new Uint32Array(64)
  #metSize = 0
  #anyTopic = false
  /** The slots of my persons in a crowd's index. */
  readonly #slots = new Int32Array(MOST_PERSONS)

  constructor(lists: Lists, way: Way) {
    this.#lists = lists
    this.#counter = new Counter(lists)
    this.#way = way
  }

  /** Makes the tables reach a presence. */
  reach(presence: number): void {
    this.#mutual = reaching(this.#mutual, presence)
    this.#strength = reaching(this.#strength, presence)
    this.#flags = reaching(this.#flags, presence)
    this.#topics = reaching(this.#topics, presence)
    this.#topicStrength = reaching(this.#topicStrength, presence)
    this.#met = reaching(this.#met, presence + 1)
  }

  get bytes(): number {
    return this.#mutual.byteLength * 12 + this.#met.byteLength
  }

  /** Whether a crowd of this size is to have an index. */
  wantsIndex(crowd: Crowd): boolean {
    if (this.#way !== 'estimated') return this.#way === 'inverted'
    return crowd.size >= (crowd.index ? INDEX_FROM / 2 : INDEX_FROM)
  }

  /**
   * Adds a row for everybody in these crowds, `who` apart, with whom the list shares anything. Topics are a matter of one
   * room: with them there is one crowd at the most.
   */
  count(
    who: number,
    list: ListId,
    topics: readonly TopicId[],
    crowds: readonly Crowd[],
    listOf: Uint32Array,
    change: PairChange,
    out: Pairs,
  ): void {
    const first = crowds[0]
    if (first === undefined) return
    this.#tapTopics(who, topics, first)
    this.#counter.mark(list)
    for (const crowd of crowds) {
      if (crowd.index && this.#invertedPays(list, crowd)) this.#inverted(who, list, crowd, listOf, change, out)
      else this.#pairwise(who, crowd, change, out)
    }
    this.#counter.clear()
    if (this.#anyTopic) this.#untapTopics(topics, first)
  }

  #pairwise(who: number, crowd: Crowd, change: PairChange, out: Pairs): void {
    const counter = this.#counter
    const { rows, end } = crowd
    if (this.#anyTopic) {
      this.#pairwiseWithTopics(who, crowd, change, out)
      return
    }
    for (let row = counter.walk(rows, 0, end); row < end; ) {
      const theirs = rows[row + LIST] as ListId
      if (rows[row + PRESENCE] !== who)
        this.#tell(who, rows[row + PRESENCE]!, theirs, counter.resolve(theirs), change, out)
      row = counter.walk(rows, row + rowWords(rows[row + LENGTH]!), end)
    }
  }

  /** As above, but nobody is passed over: whoever shares no friend may share a topic. */
  #pairwiseWithTopics(who: number, crowd: Crowd, change: PairChange, out: Pairs): void {
    for (const [other, row] of crowd.entries()) {
      if (other === who) continue
      const theirs = crowd.rows[row + LIST] as ListId
      this.#tell(who, other, theirs, this.#counter.against(theirs), change, out)
    }
  }

  /** Tells of somebody whose list has just been walked through, if there is anything to tell. */
  #tell(who: number, other: number, theirs: ListId, mutual: number, change: PairChange, out: Pairs): void {
    const counter = this.#counter
    const knows = counter.knowsMarked && counter.markedKnows(theirs) ? 1 : 0
    const shared = this.#anyTopic ? this.#topics[other]! : 0
    if (mutual === 0 && knows === 0 && shared === 0) return
    const strength = (mutual === 0 ? 0 : counter.strength(theirs)) + (shared === 0 ? 0 : this.#topicStrength[other]!)
    out.add(change, who, other, mutual, strength, shared, knows)
  }

  /** Finds my persons in the index, and says whether adding up is cheaper than walking. */
  #invertedPays(list: ListId, crowd: Crowd): boolean {
    const { arena, marks } = this.#lists
    const index = crowd.index!
    const start = arena.starts[list]!
    const length = arena.lengths[list]!
    const persons = arena.persons[Arena.block(start)]!
    const from = Arena.offset(start)
    const pairwise = crowd.size * PAIRWISE_PERSON + crowd.positions * PAIRWISE_POSITION
    let inverted = length * INVERTED_PERSON
    if (this.#way === 'estimated' && inverted > pairwise) return false
    for (let i = 0; i < length; i++) {
      const person = persons[from + i]!
      const slot = person !== 0 && (marks[person]! & NEVER) === 0 ? index.find(person) : -1
      this.#slots[i] = slot
      if (slot !== -1) inverted += index.slots[slot + COUNT]! * INVERTED_HIT
    }
    return this.#way === 'inverted' || inverted < pairwise
  }

  #inverted(who: number, list: ListId, crowd: Crowd, listOf: Uint32Array, change: PairChange, out: Pairs): void {
    this.#metSize = 0
    this.#addUp(list, crowd)
    this.#meetWhoKnowsMe(list, crowd, listOf)
    if (this.#anyTopic) this.#meetTopics(crowd)
    out.reserve(this.#metSize)
    this.#tellMet(who, listOf, this.#lists.kinds[list] === PLAIN, change, out)
  }

  /** Tells of everybody met, and forgets them. The columns are filled here: thousands of rows follow one another. */
  #tellMet(who: number, listOf: Uint32Array, plain: boolean, change: PairChange, out: Pairs): void {
    const { kinds } = this.#lists
    const met = this.#met
    const mutuals = this.#mutual
    const strengths = this.#strength
    const flags = this.#flags
    const anyTopic = this.#anyTopic
    const { b, mutual: mutualOf, strength: strengthOf, sharedTopics, knowEachOther } = out
    const first = out.size
    let row = first
    for (let i = 0; i < this.#metSize; i++) {
      const other = met[i]!
      let mutual = mutuals[other]!
      let strength = mutual === 0 ? 0 : strengths[other]!
      const knows = flags[other]! & KNOWS_ME
      mutuals[other] = 0
      flags[other] = 0
      if (mutual !== 0 && !(plain && kinds[listOf[other]!] === PLAIN)) {
        mutual = this.#counter.against(listOf[other] as ListId)
        strength = mutual === 0 ? 0 : this.#counter.strength(listOf[other] as ListId)
      }
      const shared = anyTopic ? this.#topics[other]! : 0
      if (other === who || (mutual === 0 && knows === 0 && shared === 0)) continue
      b[row] = other
      mutualOf[row] = mutual
      strengthOf[row] = shared === 0 ? strength : strength + this.#topicStrength[other]!
      sharedTopics[row] = shared
      knowEachOther[row] = knows
      row++
    }
    out.a.fill(who, first, row)
    out.change.fill(change, first, row)
    out.size = row
  }

  /** For each person I know: one more mutual friend with each who knows them. */
  #addUp(list: ListId, crowd: Crowd): void {
    const { arena, knowers, weights } = this.#lists
    const { pool, slots } = crowd.index!
    const start = arena.starts[list]!
    const persons = arena.persons[Arena.block(start)]!
    const from = Arena.offset(start)
    const mutual = this.#mutual
    const strength = this.#strength
    const met = this.#met
    let size = 0
    for (let i = 0; i < arena.lengths[list]!; i++) {
      const slot = this.#slots[i]!
      if (slot === -1) continue
      const weight = weights.table[knowers[persons[from + i]!]!]!
      const first = slots[slot + START]!
      const end = first + slots[slot + COUNT]!
      for (let at = first; at < end; at++) {
        const other = pool[at]!
        const before = mutual[other]!
        mutual[other] = before + 1
        if (before === 0) {
          met[size++] = other
          strength[other] = weight
        } else strength[other]! += weight
      }
    }
    this.#metSize = size
  }

  #meetWhoKnowsMe(list: ListId, crowd: Crowd, listOf: Uint32Array): void {
    const { selves, alsoOwn } = this.#lists
    this.#meetKnowers(selves[list]!, crowd, listOf)
    for (const own of alsoOwn.get(list) ?? []) this.#meetKnowers(own, crowd, listOf)
  }

  #meetKnowers(own: number, crowd: Crowd, listOf: Uint32Array): void {
    const index = crowd.index!
    const slot = own === 0 ? -1 : index.find(own)
    if (slot === -1) return
    const first = index.slots[slot + START]!
    const end = first + index.slots[slot + COUNT]!
    for (let at = first; at < end; at++) {
      const other = index.pool[at]!
      if (this.#counter.markedKnows(listOf[other] as ListId)) this.#meet(other, KNOWS_ME)
    }
  }

  #meetTopics(crowd: Crowd): void {
    for (const [other] of crowd.entries()) if (this.#topics[other] !== 0) this.#meet(other, TOPIC)
  }

  #meet(other: number, flag: number): void {
    if (this.#mutual[other] === 0 && this.#flags[other] === 0) this.#met[this.#metSize++] = other
    this.#flags[other] = this.#flags[other]! | flag
  }

  #tapTopics(who: number, topics: readonly TopicId[], crowd: Crowd): void {
    this.#anyTopic = false
    for (const topic of topics) {
      const here = crowd.topics?.get(topic)
      if (!here) continue
      // Whoever is about to enter is not counted among those who tapped it here; MUT6 asks for all of them.
      const weight = adamicAdar(here.includes(who) ? here.length : here.length + 1)
      for (const other of here) {
        this.#anyTopic = true
        this.#topics[other]!++
        this.#topicStrength[other]! += weight
      }
    }
  }

  #untapTopics(topics: readonly TopicId[], crowd: Crowd): void {
    for (const topic of topics) {
      for (const other of crowd.topics?.get(topic) ?? []) {
        this.#topics[other] = 0
        this.#topicStrength[other] = 0
      }
    }
  }
}
