/** What every replay shares: everybody's friends in the engine, and what it tells. */
import { EMPTY_LIST, type ListId, Lists, MOST_PERSONS, Pair, type PersonId } from '@kith/engine'
import { Unusable } from '../io.ts'
import type { Friends } from '../worlds/friends.ts'

/** Two people to be told of each other. */
export interface Encounter {
  /** Seconds; for rooms undefined. */
  readonly t?: number
  readonly room?: string
  /** Persons of the world, a < b. */
  readonly a: number
  readonly b: number
  readonly mutualFriends: number
  /** Adamic–Adar (MUT6). */
  readonly strength: number
}

export type Tell = (encounter: Encounter) => void

/** Called now and then with how many rows are done. */
export type Progress = (done: number) => void

/** Everybody's list of friends, in the engine. */
export interface KnownWorld {
  readonly lists: Lists
  readonly listOf: readonly ListId[]
  readonly pair: Pair
}

export const knowEverybody = ({ starts, friends }: Friends): KnownWorld => {
  const lists = new Lists()
  const listOf: ListId[] = [EMPTY_LIST]
  for (let person = 1; person + 1 < starts.length; person++) {
    const persons = friends.subarray(starts[person]!, starts[person + 1]!)
    if (persons.length > MOST_PERSONS)
      throw new Unusable(`somebody has ${persons.length} friends; a list holds at most ${MOST_PERSONS} (CON4)`)
    listOf.push(lists.add({ persons, self: person as PersonId }))
  }
  return { lists, listOf, pair: new Pair(lists) }
}
