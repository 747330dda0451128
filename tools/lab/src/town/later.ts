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
  together(squaresOf(town, walk), walk.persons, talk)
  together(visits.places, visits.persons, talk, (i) => Math.floor(visits.times[i]! / HOUR))
  for (let person = 0; person < town.people; person++) {
    const friend = oneOf(friendsOf(town, person), chance) ?? person
    const other = oneOf(friendsOf(town, friend), chance) ?? person
    if (chance.happens(UNSEEN) && other !== person && !areFriends(town, person, other)) befriend(person, other)
  }
  return Float64Array.from(later).sort()
}

const oneOf = (row: Uint32Array, chance: Chance): number | undefined => row[chance.below(row.length)]

/** One number per stop for its square and hour. */
const squaresOf = ({ sideMetres }: Town, { times, x, y }: Walk): Float64Array => {
  const squares = Math.ceil(sideMetres / SQUARE_METRES) + 1
  return Float64Array.from(times, (time, i) => {
    const column = Math.floor(x[i]! / SQUARE_METRES)
    const row = Math.floor(y[i]! / SQUARE_METRES)
    return (Math.floor(time / HOUR) * squares + row) * squares + column
  })
}

/** Lets those with the same key (place, and hour where it is not part of the key) talk to the next few of them. */
const together = (
  keys: ArrayLike<number>,
  persons: Uint32Array,
  talk: (a: number, b: number) => void,
  hourOf: (row: number) => number = () => 0,
): void => {
  const order = orderOf(keys)
  for (let i = 0; i < order.length; i++)
    for (let j = i + 1; j <= i + TALKS && j < order.length; j++) {
      const [one, other] = [order[i]!, order[j]!]
      if (keys[one] !== keys[other] || hourOf(one) !== hourOf(other)) break
      talk(persons[one]!, persons[other]!)
    }
}
