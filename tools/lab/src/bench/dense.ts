/** (c) One more person enters a dense room: pairwise, inverted, and as the engine chooses. */
import { type ListId, type Lists, Pairs, type PlaceId, Places, type PresenceId, type Way } from '@kith/engine'
import { draws, inTurns, secondsOf } from './rounds.ts'

export interface DenseRoom {
  readonly people: number
  /** Microseconds for one entry, all its pairs told. */
  readonly pairwiseUs: number
  readonly invertedUs: number
  readonly engineUs: number
}

const PLACE = 1 as PlaceId
/** Entries in a round. */
const ENTRIES = 100

export const denseRoom = (lists: Lists, listOf: readonly ListId[], people: number): DenseRoom => {
  const order = shuffled(listOf.length - 1)
  const there = order.slice(0, people)
  const visitors = order.slice(people)
  const pairs = new Pairs()
  const contender = (way: Way): ((round: number) => number) => {
    const places = new Places(lists, { way, tellApart: false })
    for (const person of there) places.resume(person as PresenceId, PLACE, { list: listOf[person]! })
    return (round) => {
      let seconds = 0
      for (let i = 0; i < ENTRIES; i++) {
        const who = visitors[(round * ENTRIES + i) % visitors.length] as PresenceId
        seconds += secondsOf(() => places.enter(who, PLACE, { list: listOf[who]! }, pairs))
        places.leave(who, pairs)
      }
      return (seconds * 1e6) / ENTRIES
    }
  }
  const us = inTurns({
    pairwise: contender('pairwise'),
    inverted: contender('inverted'),
    engine: contender('estimated'),
  })
  return { people, pairwiseUs: us.pairwise, invertedUs: us.inverted, engineUs: us.engine }
}

/** What the index of a room of so many people takes, per position of their lists. */
export const indexBytesPerEdge = (lists: Lists, listOf: readonly ListId[], people: number): number => {
  const places = new Places(lists, { way: 'inverted', tellApart: false })
  let positions = 0
  for (const person of shuffled(listOf.length - 1).slice(0, people)) {
    places.resume(person as PresenceId, PLACE, { list: listOf[person]! })
    positions += lists.lengthOf(listOf[person]!)
  }
  return places.bytes.index / positions
}

/** 1 … n in an order drawn with a fixed seed (Fisher–Yates). */
const shuffled = (n: number): number[] => {
  const random = draws(11)
  const order = Array.from({ length: n }, (_, i) => i + 1)
  for (let i = n - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}
