/** Somebody's friends, for a benchmark: people 1 … n in the engine, out of the made-up town or a world. */
import { EMPTY_LIST, type ListId, Lists, type PersonId } from '@kith/engine'
import type { Town } from '../town/town.ts'
import type { Friends } from '../worlds/friends.ts'

/** The town's people are 0 … n − 1; here they are 1 … n. */
export const friendsInTown = ({ people, starts, friends }: Town): Friends => {
  const shifted = new Float64Array(people + 2)
  for (let person = 0; person <= people; person++) shifted[person + 1] = starts[person]!
  return { starts: shifted, friends: friends.map((person) => person + 1) }
}

export const peopleIn = ({ starts }: Friends): number => starts.length - 2

export const listsOf = ({ starts, friends }: Friends): { lists: Lists; listOf: ListId[] } => {
  const lists = new Lists()
  const listOf: ListId[] = [EMPTY_LIST]
  for (let person = 1; person + 1 < starts.length; person++)
    listOf.push(
      lists.add({ persons: friends.subarray(starts[person]!, starts[person + 1]!), self: person as PersonId }),
    )
  return { lists, listOf }
}

export const setsOf = ({ starts, friends }: Friends): Map<number, Set<number>> => {
  const sets = new Map<number, Set<number>>()
  for (let person = 1; person + 1 < starts.length; person++)
    sets.set(person, new Set(friends.subarray(starts[person]!, starts[person + 1]!)))
  return sets
}
