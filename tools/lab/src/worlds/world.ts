/**
 * A world: who knows whom, and who was where or near whom, as read from its folder. People are numbered 1, 2, 3 … in
 * ascending order of their ids, so that order by number is order by id; ids come back only when something is told.
 */
import { Unusable } from '../io.ts'
import { type PresenceKind, presenceKind, readFriendsFile, readWorldFile } from './files.ts'
import { type Friends, friendsOf } from './friends.ts'
import { Malformed } from './malformed.ts'
import { numbering, renumber, uniqueIds } from './numbering.ts'
import { readPairs } from './pairs.ts'
import { readPresence } from './presence.ts'

/** Presence rows, in file order. Unused columns are empty. */
export interface Presence {
  readonly kind: PresenceKind
  readonly size: number
  /** Seconds; empty for rooms. */
  readonly t: ArrayLike<number>
  /** Persons; the smaller id first for contacts. */
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
  readonly lat: ArrayLike<number>
  readonly lon: ArrayLike<number>
  /** Number of the place or room in `places`, in order of first row. */
  readonly place: ArrayLike<number>
  readonly places: readonly string[]
}

export interface World {
  /** Per person: the id in the files. */
  readonly ids: Uint32Array
  readonly friendships: Friends
  readonly presence: Presence
  readonly malformed: Malformed
}

export const readWorld = (folder: string): World => {
  const kind = presenceKind(folder)
  const malformed = new Malformed()
  const edges = readPairs(readFriendsFile(folder), malformed)
  const rows = readPresence(readWorldFile(folder, kind)!, kind, malformed)
  const ids = uniqueIds([edges.a, edges.b, rows.a, rows.b])
  const numberOf = numbering(ids)
  const a = renumber(edges.a, numberOf)
  const b = renumber(edges.b, numberOf)
  const presence: Presence = {
    kind,
    size: rows.a.size,
    t: rows.t.values,
    a: renumber(rows.a, numberOf),
    b: renumber(rows.b, numberOf),
    lat: rows.lat.values,
    lon: rows.lon.values,
    place: rows.place.values,
    places: rows.places,
  }
  return { ids, friendships: friendsOf(a, b, ids.length), presence, malformed }
}

/** Friendships that came later, as persons of a world; people whom the world does not know are left out. */
export const readLaterFriends = (folder: string, world: World): { a: Uint32Array; b: Uint32Array } => {
  const file = readWorldFile(folder, 'friends-later')
  if (!file) throw new Unusable(`${folder} has no friends-later.csv or friends-later.csv.gz`)
  const edges = readPairs(file, world.malformed)
  const numberOf = numbering(world.ids)
  const known: [number, number][] = []
  for (let i = 0; i < edges.a.size; i++) {
    const pair = [numberOf(edges.a.values[i]!), numberOf(edges.b.values[i]!)] as [number, number]
    if (pair[0] !== 0 && pair[1] !== 0) known.push(pair)
  }
  return { a: Uint32Array.from(known, ([a]) => a), b: Uint32Array.from(known, ([, b]) => b) }
}
