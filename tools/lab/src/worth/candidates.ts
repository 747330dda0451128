/** Pairs who were together and no friends: whom one could have introduced. */
import type { World } from '../worlds/world.ts'
import { momentsOf } from './moments.ts'

export interface Candidate {
  readonly a: number
  readonly b: number
  /** When they were first together. */
  readonly firstAt: number
  /** Places where they were together. */
  readonly together: Set<number>
}

/** A moment in which somebody was among at least `FEWEST` strangers: indices of the candidates that it is about. */
export type Choice = readonly number[]

export interface Candidates {
  readonly pairs: readonly Candidate[]
  readonly choices: readonly Choice[]
}

const FEWEST = 3

export const candidatesOf = (world: World, stay: number): Candidates => {
  const people = world.ids.length
  const { starts, friends } = world.friendships
  const known = new Set<number>()
  for (let person = 1; person < people; person++)
    for (let i = starts[person]!; i < starts[person + 1]!; i++) known.add(person * people + friends[i]!)
  const indexOf = new Map<number, number>()
  const pairs: Candidate[] = []
  const choices: Choice[] = []
  for (const { t, who, others, place } of momentsOf(world, stay)) {
    const strangers = others.filter((other) => !known.has(who * people + other))
    const choice = strangers.map((other) => {
      const [a, b] = who < other ? [who, other] : [other, who]
      const key = a * people + b
      const index = indexOf.get(key) ?? pairs.push({ a, b, firstAt: t, together: new Set() }) - 1
      indexOf.set(key, index)
      if (place !== -1) pairs[index]!.together.add(place)
      return index
    })
    if (choice.length >= FEWEST) choices.push(choice)
  }
  return { pairs, choices }
}
