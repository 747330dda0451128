/**
 * The replay done plainly, with Map and Set and nothing of the engine: what the replay is held against in tests, and its
 * peer in the benchmark. It reads good files only, and is written to be obvious.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { gridDisk, latLngToCell } from 'h3-js'
import type { ReplayOptions } from '../replay/options.ts'
import type { PresenceKind } from '../worlds/files.ts'

export interface PlainEncounter {
  readonly t?: number
  readonly room?: string
  readonly a: number
  readonly b: number
  readonly mutualFriends: number
  readonly strength: number
}

type FriendsOf = Map<number, Set<number>>

const NOBODY: ReadonlySet<number> = new Set()

export const plainReplay = (folder: string, kind: PresenceKind, options: ReplayOptions): PlainEncounter[] => {
  const friendsOf: FriendsOf = new Map()
  for (const [a, b] of rowsOf(folder, 'friends')) {
    befriend(friendsOf, Number(a), Number(b))
    befriend(friendsOf, Number(b), Number(a))
  }
  const rows = rowsOf(folder, kind)
  if (kind === 'rooms') return inRooms(rows, friendsOf, options)
  const teller = new Teller(friendsOf, options)
  if (kind === 'contacts') sightings(rows, options, teller)
  else arrivals(rows, kind, options, teller)
  return teller.told
}

const rowsOf = (folder: string, name: string): string[][] =>
  gunzipSync(readFileSync(join(folder, `${name}.csv.gz`)))
    .toString('utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(','))

const befriend = (friendsOf: FriendsOf, a: number, b: number): void => {
  const friends = friendsOf.get(a)
  if (friends) friends.add(b)
  else friendsOf.set(a, new Set([b]))
}

const encounterOf = (
  friendsOf: FriendsOf,
  one: number,
  other: number,
  threshold: number,
): PlainEncounter | undefined => {
  const mine = friendsOf.get(one) ?? NOBODY
  if (mine.has(other)) return undefined
  const theirs = friendsOf.get(other) ?? NOBODY
  const few = mine.size < theirs.size ? mine : theirs
  const many = few === mine ? theirs : mine
  let mutualFriends = 0
  let strength = 0
  for (const friend of few) {
    if (!many.has(friend)) continue
    mutualFriends++
    strength += 1 / Math.log(friendsOf.get(friend)!.size)
  }
  return mutualFriends < threshold
    ? undefined
    : { a: Math.min(one, other), b: Math.max(one, other), mutualFriends, strength }
}

class Teller {
  readonly told: PlainEncounter[] = []
  readonly #lastTold = new Map<string, number>()
  readonly #friendsOf: FriendsOf
  readonly #options: ReplayOptions

  constructor(friendsOf: FriendsOf, options: ReplayOptions) {
    this.#friendsOf = friendsOf
    this.#options = options
  }

  offer(t: number, one: number, other: number): void {
    const encounter = encounterOf(this.#friendsOf, one, other, this.#options.threshold)
    if (!encounter) return
    const pair = `${encounter.a} ${encounter.b}`
    const last = this.#lastTold.get(pair)
    if (last !== undefined && t - last < this.#options.cooldown) return
    this.#lastTold.set(pair, t)
    this.told.push({ t, ...encounter })
  }
}

const sightings = (rows: readonly string[][], { dwell, gap }: ReplayOptions, teller: Teller): void => {
  const runs = new Map<string, { start: number; last: number }>()
  for (const [time, one, other] of rows) {
    const t = Number(time)
    const pair = [Number(one), Number(other)].sort((x, y) => x - y).join(' ')
    const run = runs.get(pair)
    const start = run && t - run.last <= gap ? run.start : t
    runs.set(pair, { start, last: t })
    if (t - start >= dwell) teller.offer(t, Number(one), Number(other))
  }
}

const arrivals = (rows: readonly string[][], kind: PresenceKind, { stay }: ReplayOptions, teller: Teller): void => {
  const latest = new Map<number, { place: string; until: number }>()
  const here = new Map<string, Set<number>>()
  for (const row of rows) {
    const t = Number(row[0])
    const who = Number(row[1])
    const place = kind === 'visits' ? row[2]! : latLngToCell(Number(row[2]), Number(row[3]), 11)
    const before = latest.get(who)
    if (before) here.get(before.place)!.delete(who)
    const near = (kind === 'visits' ? [place] : gridDisk(place, 1)).flatMap((cell) => [...(here.get(cell) ?? [])])
    for (const other of near.sort((x, y) => x - y)) if (latest.get(other)!.until > t) teller.offer(t, who, other)
    latest.set(who, { place, until: t + stay })
    const people = here.get(place)
    if (people) people.add(who)
    else here.set(place, new Set([who]))
  }
}

const inRooms = (rows: readonly string[][], friendsOf: FriendsOf, { threshold }: ReplayOptions): PlainEncounter[] => {
  const rooms = new Map<string, Set<number>>()
  for (const [user, room] of rows) {
    const people = rooms.get(room!)
    if (people) people.add(Number(user))
    else rooms.set(room!, new Set([Number(user)]))
  }
  const told: PlainEncounter[] = []
  for (const [room, people] of rooms) {
    const sorted = [...people].sort((x, y) => x - y)
    for (const [i, a] of sorted.entries())
      for (const b of sorted.slice(i + 1)) {
        const encounter = encounterOf(friendsOf, a, b, threshold)
        if (encounter) told.push({ room, ...encounter })
      }
  }
  return told
}
