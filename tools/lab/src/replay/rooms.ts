/** rooms.csv: all in their room at once; each pair once per room. */
import { Pairs, type PlaceId, Places, type PresenceId } from '@kith/engine'
import { mayTell, type Seconds } from '@kith/engine/rules'
import type { World } from '../worlds/world.ts'
import { type Encounter, knowEverybody, type Progress, type Tell } from './known.ts'
import type { ReplayOptions } from './options.ts'

export const replayRooms = (world: World, options: ReplayOptions, tell: Tell, progress: Progress): void => {
  const { lists, listOf } = knowEverybody(world.friendships)
  const { places: names } = world.presence
  const places = new Places(lists, { tellApart: false })
  const pairs = new Pairs()
  let rows = 0
  for (const [room, people] of peopleOf(world).entries()) {
    progress(rows)
    rows += people.length
    pairs.clear()
    for (const person of people)
      places.enterInto(person as PresenceId, room as PlaceId, { list: listOf[person]! }, pairs)
    for (const encounter of encountersOf(pairs, options.threshold, names[room]!)) tell(encounter)
    for (const person of people) places.leave(person as PresenceId)
  }
}

/** Everybody in each room, once, in order of first row. */
export const peopleOf = ({ presence }: World): number[][] => {
  const rooms = presence.places.map(() => new Set<number>())
  for (let row = 0; row < presence.size; row++) rooms[presence.place[row]!]!.add(presence.a[row]!)
  return rooms.map((people) => [...people])
}

/** The pairs to be told, by their people. Everybody has entered once, so that each pair is there once. */
const encountersOf = (pairs: Pairs, threshold: number, room: string): Encounter[] => {
  const found: Encounter[] = []
  for (let row = 0; row < pairs.size; row++) {
    const mutualFriends = pairs.mutual[row]!
    const friends = pairs.knowEachOther[row] === 1
    if (!mayTell({ mutualFriends, friends, thresholdA: threshold, thresholdB: threshold }, NO_HOUR)) continue
    const one = pairs.a[row]!
    const other = pairs.b[row]!
    const [a, b] = one < other ? [one, other] : [other, one]
    found.push({ room, a, b, mutualFriends, strength: pairs.strength[row]! })
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}

/** A room of a world has no hours. */
const NO_HOUR = 0 as Seconds
