/**
 * (a) Move somebody and count everyone newly near: the engine, and the same with Map and Set. Plainly, that is to ask for
 * each of mine whether it is among theirs; who knows that the smaller set should be gone through writes the other peer.
 */
import { type ListId, type Lists, Pairs, type PlaceId, Places, type PresenceId } from '@kith/engine'
import type { Friends } from '../worlds/friends.ts'
import { setsOf } from './people.ts'
import { secondsOf } from './rounds.ts'
import type { Walk } from './walk.ts'

/** What a contender has seen: equal for both, or one of them is wrong. */
export interface Seen {
  pairs: number
  mutual: number
}

export interface Mover {
  /** Makes moves `from` to before `to`, and returns the seconds it took. */
  readonly run: (from: number, to: number) => number
  readonly seen: Seen
}

export const engineMover = (lists: Lists, listOf: readonly ListId[], walk: Walk): Mover & { places: Places } => {
  const places = new Places(lists, { neighbours: (cell) => walk.near[cell] ?? [], tellApart: false })
  const pairs = new Pairs()
  const seen: Seen = { pairs: 0, mutual: 0 }
  for (let person = 1; person < walk.start.length; person++)
    places.resume(person as PresenceId, walk.start[person] as PlaceId, { list: listOf[person]! })
  const run = (from: number, to: number): number =>
    secondsOf(() => {
      for (let i = from; i < to; i++) {
        places.move(walk.who[i] as PresenceId, walk.to[i] as PlaceId, pairs)
        seen.pairs += pairs.size
        for (let row = 0; row < pairs.size; row++) seen.mutual += pairs.mutual[row]!
      }
    })
  return { run, seen, places }
}

/** One person told of: what the engine's row says, as a plain object. */
interface Met {
  readonly other: number
  readonly mutual: number
  readonly strength: number
  readonly knowEachOther: boolean
}

/** How Map and Set count: through mine, or through the smaller of both. */
export type SetWay = 'mine' | 'smaller'

export const plainMover = (friends: Friends, walk: Walk, way: SetWay): Mover => {
  const friendsOf = setsOf(friends)
  const at = new Map<number, number>()
  const here = new Map<number, Set<number>>()
  const seen: Seen = { pairs: 0, mutual: 0 }
  const stand = (person: number, cell: number): void => {
    at.set(person, cell)
    const there = here.get(cell)
    if (there) there.add(person)
    else here.set(cell, new Set([person]))
  }
  for (let person = 1; person < walk.start.length; person++) stand(person, walk.start[person]!)
  const move = (person: number, cell: number): Met[] => {
    const from = at.get(person)!
    if (from === cell) return []
    here.get(from)!.delete(person)
    const before = new Set<number>(walk.near[from] ?? [from])
    const met: Met[] = []
    for (const near of walk.near[cell]!) {
      if (before.has(near)) continue
      for (const other of here.get(near) ?? []) {
        const found = meet(friendsOf, person, other, way)
        if (found.mutual > 0 || found.knowEachOther) met.push(found)
      }
    }
    stand(person, cell)
    return met
  }
  const run = (from: number, to: number): number =>
    secondsOf(() => {
      for (let i = from; i < to; i++) {
        const met = move(walk.who[i]!, walk.to[i]!)
        seen.pairs += met.length
        for (const { mutual } of met) seen.mutual += mutual
      }
    })
  return { run, seen }
}

const meet = (friendsOf: ReadonlyMap<number, ReadonlySet<number>>, person: number, other: number, way: SetWay): Met => {
  const mine = friendsOf.get(person)!
  const theirs = friendsOf.get(other)!
  const isMine = way === 'mine' || mine.size < theirs.size
  const few = isMine ? mine : theirs
  const many = isMine ? theirs : mine
  let mutual = 0
  let strength = 0
  for (const friend of few) {
    if (!many.has(friend)) continue
    mutual++
    strength += 1 / Math.log(friendsOf.get(friend)!.size)
  }
  return { other, mutual, strength, knowEachOther: mine.has(other) }
}
