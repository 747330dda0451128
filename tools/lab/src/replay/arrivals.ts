/** checkins.csv and visits.csv: a person is at their latest place, until `stay` after arriving or the next arrival. */
import { Pairs, type PlaceId, Places, type PresenceId } from '@kith/engine'
import type { World } from '../worlds/world.ts'
import { Cells } from './cells.ts'
import { knowEverybody, type Progress, type Tell } from './known.ts'
import type { ReplayOptions } from './options.ts'
import { Told } from './told.ts'

export const replayArrivals = (world: World, options: ReplayOptions, tell: Tell, progress: Progress): void => {
  const { lists, listOf } = knowEverybody(world.friendships)
  const { kind, size, t, a, lat, lon, place } = world.presence
  const cells = new Cells()
  const near = kind === 'checkins' ? { neighbours: cells.near } : {}
  const places = new Places(lists, { ...near, tellApart: false })
  const told = new Told(options, world.ids.length)
  const pairs = new Pairs()
  for (let row = 0; row < size; row++) {
    if (row % 1024 === 0) progress(row)
    const now = t[row]!
    const who = a[row]! as PresenceId
    const where = kind === 'checkins' ? cells.at(lat[row]!, lon[row]!) : (place[row]! as PlaceId)
    places.expire(now, pairs)
    if (places.placeOf(who) !== undefined) places.leave(who, pairs)
    places.enter(who, where, { list: listOf[who]!, until: now + options.stay }, pairs)
    for (const other of byPerson(pairs)) {
      const { b, mutual, strength, knowEachOther } = pairs.row(other)
      if (!told.tells(who, b, mutual, knowEachOther, now)) continue
      tell({ t: now, a: Math.min(who, b), b: Math.max(who, b), mutualFriends: mutual, strength })
    }
  }
}

/** Rows in ascending order of whom they are about. */
const byPerson = (pairs: Pairs): number[] =>
  Array.from({ length: pairs.size }, (_, row) => row).sort((x, y) => pairs.b[x]! - pairs.b[y]!)
