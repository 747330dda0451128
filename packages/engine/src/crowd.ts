/** Everybody at one place, and, where there are many, whom they know (postings.ts). */
import { Arena } from './arena.ts'
import { reaching } from './grow.ts'
import { EMPTY_LIST, type ListId, type TopicId } from './ids.ts'
import type { Lists } from './lists.ts'
import { Postings } from './postings.ts'

export class Crowd {
  /** Presences, in no order; `size` of them. */
  members: Uint32Array = new Uint32Array(8)
  size = 0
  /** How many positions their lists have together. */
  positions = 0
  /** Who here knows whom; absent while few are here. */
  index: Postings | undefined
  /** Who here has tapped each topic. */
  readonly topics: Map<TopicId, number[]> = new Map()

  /** Adds a presence and returns its row in `members`. */
  join(presence: number, list: ListId, lists: Lists): number {
    this.members = reaching(this.members, this.size)
    this.members[this.size] = presence
    this.take(presence, list, lists)
    return this.size++
  }

  /** Takes the presence in `row` away and returns who has been moved into that row. */
  leave(row: number, list: ListId, lists: Lists): number {
    this.drop(this.members[row]!, list, lists)
    const moved = this.members[--this.size]!
    this.members[row] = moved
    return moved
  }

  /** Takes a list into account. */
  take(presence: number, list: ListId, lists: Lists): void {
    this.positions += lists.arena.lengths[list]!
    if (this.index) post(this.index, presence, list, lists)
  }

  /** Takes a list out of account. */
  drop(presence: number, list: ListId, lists: Lists): void {
    this.positions -= lists.arena.lengths[list]!
    if (this.index) unpost(this.index, presence, list, lists)
  }

  tap(presence: number, topics: readonly TopicId[]): void {
    for (const topic of topics) {
      const here = this.topics.get(topic)
      if (here) here.push(presence)
      else this.topics.set(topic, [presence])
    }
  }

  untap(presence: number, topics: readonly TopicId[]): void {
    for (const topic of topics) {
      const here = this.topics.get(topic)!
      here[here.indexOf(presence)] = here.at(-1)!
      here.pop()
      if (here.length === 0) this.topics.delete(topic)
    }
  }

  /** Makes the index. */
  build(listOf: Uint32Array, lists: Lists): void {
    this.index = new Postings()
    for (let row = 0; row < this.size; row++) {
      const presence = this.members[row]!
      post(this.index, presence, listOf[presence] as ListId, lists)
    }
  }
}

const post = (index: Postings, presence: number, list: ListId, lists: Lists): void => {
  if (list === EMPTY_LIST) return
  const { arena } = lists
  const start = arena.starts[list]!
  const persons = arena.persons[Arena.block(start)]!
  const from = Arena.offset(start)
  for (let i = from; i < from + arena.lengths[list]!; i++) if (persons[i] !== 0) index.add(persons[i]!, presence)
}

const unpost = (index: Postings, presence: number, list: ListId, lists: Lists): void => {
  if (list === EMPTY_LIST) return
  const { arena } = lists
  const start = arena.starts[list]!
  const persons = arena.persons[Arena.block(start)]!
  const from = Arena.offset(start)
  for (let i = from; i < from + arena.lengths[list]!; i++) if (persons[i] !== 0) index.remove(persons[i]!, presence)
}
