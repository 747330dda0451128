/** What a made-up town is like, in the numbers that published friend graphs are described by. */
import { Chance } from './chance.ts'
import { friendsOf, type Town } from './town.ts'

export interface TownMeasure {
  readonly friendships: number
  readonly meanFriends: number
  readonly medianFriends: number
  readonly mostFriends: number
  /** Of two friends of somebody, how often they know each other: mean over people (Watts, Strogatz 1998). */
  readonly clustering: number
  /** Median distance of homes, in metres. */
  readonly friendMetres: number
  readonly strangerMetres: number
}

/** Degrees are exact; clustering and distances are those of `sample` people drawn at random. */
export const measureTown = (town: Town, { seed = 1, sample = 2000 } = {}): TownMeasure => {
  const chance = new Chance(seed, 'measure')
  const degrees = Uint32Array.from({ length: town.people }, (_, i) => town.starts[i + 1]! - town.starts[i]!).sort()
  const clusterings: number[] = []
  const friendMetres: number[] = []
  const strangerMetres: number[] = []
  for (let i = 0; i < sample; i++) {
    const person = chance.below(town.people)
    const friends = friendsOf(town, person)
    if (friends.length < 2) continue
    clusterings.push(clusteringOf(town, friends, chance))
    friendMetres.push(metresBetween(town, person, friends[chance.below(friends.length)]!))
    strangerMetres.push(metresBetween(town, person, chance.below(town.people)))
  }
  return {
    friendships: town.friends.length / 2,
    meanFriends: town.friends.length / town.people,
    medianFriends: degrees[town.people >> 1]!,
    mostFriends: degrees.at(-1)!,
    clustering: clusterings.reduce((sum, value) => sum + value, 0) / Math.max(1, clusterings.length),
    friendMetres: median(friendMetres),
    strangerMetres: median(strangerMetres),
  }
}

/** Whether a and b know each other. */
export const areFriends = (town: Pick<Town, 'starts' | 'friends'>, a: number, b: number): boolean => {
  let low = town.starts[a]!
  let high = town.starts[a + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (town.friends[middle]! < b) low = middle + 1
    else high = middle
  }
  return low < town.starts[a + 1]! && town.friends[low] === b
}

/** How many friends a and b share. */
export const mutualFriends = (town: Pick<Town, 'starts' | 'friends'>, a: number, b: number): number => {
  const { starts, friends } = town
  let shared = 0
  let i = starts[a]!
  let j = starts[b]!
  while (i < starts[a + 1]! && j < starts[b + 1]!) {
    const difference = friends[i]! - friends[j]!
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared
}

/** By 30 pairs of the friends, drawn at random. */
const clusteringOf = (town: Town, friends: Uint32Array, chance: Chance): number => {
  let known = 0
  for (let i = 0; i < 30; i++) {
    const one = chance.below(friends.length)
    const other = (one + 1 + chance.below(friends.length - 1)) % friends.length
    if (areFriends(town, friends[one]!, friends[other]!)) known++
  }
  return known / 30
}

const metresBetween = ({ homes: { x, y } }: Town, a: number, b: number): number =>
  Math.sqrt((x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2)

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
