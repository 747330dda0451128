/** rooms.csv: all in their room at once; each pair once per room. */
import { Pairs, type PlaceId, Places, type PresenceId } from '@kith/engine'
import type { World } from '../worlds/world.ts'
import { type Encounter, knowEverybody, type Progress, type Tell } from './known.ts'
import type { ReplayOptions } from './options.ts'
import { Told } from './told.ts'

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
    // A room has no hours: every pair is told at most once in it, whatever the cool-down.
    const told = new Told({ ...options, cooldown: 0 }, world.ids.length)
    for (const encounter of encountersOf(pairs, told)) tell({ room: names[room]!, ...encounter })
    for (const person of people) places.leave(person as PresenceId)
  }
}

/** Everybody in each room, once, in order of first row. */
const peopleOf = ({ presence }: World): number[][] => {
  const rooms = presence.places.map(() => new Set<number>())
  for (let row = 0; row < presence.size; row++) rooms[presence.place[row]!]!.add(presence.a[row]!)
  return rooms.map((people) => [...people])
}

const encountersOf = (pairs: Pairs, told: Told): Encounter[] => {
  const found: Encounter[] = []
  for (let row = 0; row < pairs.size; row++) {
    const { a, b, mutual, strength, knowEachOther } = pairs.row(row)
    if (!told.tells(a, b, mutual, knowEachOther, 0)) continue
    found.push({ a: Math.min(a, b), b: Math.max(a, b), mutualFriends: mutual, strength })
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}
