/** The friendships that come afterwards: between people who were in the same place, the likelier the more friends they share. */
import { Chance } from './chance.ts'
import type { Visits } from './gatherings.ts'
import { areFriends, mutualFriends } from './measure.ts'
import { friendsOf, type Town } from './town.ts'
import { orderOf, type Walk } from './walk.ts'

const HOUR = 3600
/** Two stops in the same square of this side and the same hour are one place. */
const SQUARE_METRES = 50
/** How many of those around somebody talks to. */
const TALKS = 4

/**
 * How likely a talk becomes a friendship, by friends in common: 0.4 % with none, 3 % with one, 10 % with five, 25 % in
 * the end. Made up, in the shape that Jakarta's check-ins have (Yang et al., LBSN2Vec, 2019): most of it comes early.
 */
const becomes = (mutual: number): number => 0.004 + (0.25 * mutual) / (mutual + 8)
/** Friends of friends who were never seen in one place become friends too, seldom. */
const UNSEEN = 0.02

/** Pairs as `a * people + b` with a < b, ascending. */
export const makeLater = (town: Town, walk: Walk, visits: Visits): Float64Array => {
  const chance = new Chance(town.seed, 'later')
  const later = new Set<number>()
  const befriend = (a: number, b: number) => later.add(Math.min(a, b) * town.people + Math.max(a, b))
  const talk = (a: number, b: number) => {
    if (a === b || areFriends(town, a, b)) return
    if (chance.happens(becomes(mutualFriends(town, a, b)))) befriend(a, b)
  }
  together(walk, squaresOf(town, walk), talk)
  together(visits, visits.places, talk)
  for (let person = 0; person < town.people; person++) {
    const friend = oneOf(friendsOf(town, person), chance) ?? person
    const other = oneOf(friendsOf(town, friend), chance) ?? person
    if (chance.happens(UNSEEN) && other !== person && !areFriends(town, person, other)) befriend(person, other)
  }
  return Float64Array.from(later).sort()
}

const oneOf = (row: Uint32Array, chance: Chance): number | undefined => row[chance.below(row.length)]

/** The number of the square that each stop is in. */
const squaresOf = ({ sideMetres }: Town, { x, y }: Walk): Uint32Array => {
  const squares = Math.ceil(sideMetres / SQUARE_METRES) + 1
  return Uint32Array.from(
    x,
    (metres, i) => Math.floor(y[i]! / SQUARE_METRES) * squares + Math.floor(metres / SQUARE_METRES),
  )
}

/** Hour by hour, lets those in the same place talk to the next few who are there. */
const together = (
  { times, persons }: Pick<Visits, 'times' | 'persons'>,
  places: Uint32Array,
  talk: (a: number, b: number) => void,
): void => {
  for (let from = 0, to = 0; from < times.length; from = to) {
    const hour = Math.floor(times[from]! / HOUR)
    while (to < times.length && Math.floor(times[to]! / HOUR) === hour) to++
    const order = orderOf(places.subarray(from, to)).map((i) => from + i)
    for (let i = 0; i < order.length; i++)
      for (let j = i + 1; j <= i + TALKS && j < order.length && places[order[j]!] === places[order[i]!]; j++)
        talk(persons[order[i]!]!, persons[order[j]!]!)
  }
}
