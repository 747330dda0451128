/**
 * Who was there when: every moment in which somebody meets others, by the replay's definition of near. Plainly kept, not
 * by the engine, which speaks only of people who share something; here those who share nothing matter as much.
 */
import { Cells } from '../replay/cells.ts'
import { peopleOf } from '../replay/rooms.ts'
import type { World } from '../worlds/world.ts'

export interface Moment {
  /** Seconds; 0 in rooms, which have no hours. */
  readonly t: number
  readonly who: number
  /** Everybody else there, each once, in no order. */
  readonly others: readonly number[]
  /** Where, as a number of `presence.places`; −1 where places have no identity. */
  readonly place: number
}

/** Sightings of one person within a minute are one moment. */
const MINUTE = 60

export function* momentsOf(world: World, stay: number): Generator<Moment> {
  const { kind } = world.presence
  if (kind === 'contacts') yield* sightings(world)
  else if (kind === 'rooms') yield* rooms(world)
  else yield* arrivals(world, stay)
}

/** Everybody in a room at once: one moment for each of them. */
function* rooms(world: World): Generator<Moment> {
  for (const people of peopleOf(world))
    for (const who of people) yield { t: 0, who, others: people.filter((other) => other !== who), place: -1 }
}

/** Everybody whom somebody is sighted with in one minute, told for both sides. */
function* sightings({ presence }: World): Generator<Moment> {
  let minute = Number.NaN
  let seen = new Map<number, Set<number>>()
  const note = (who: number, other: number): void => {
    const others = seen.get(who)
    if (others) others.add(other)
    else seen.set(who, new Set([other]))
  }
  for (let row = 0; row <= presence.size; row++) {
    const now = row < presence.size ? Math.floor(presence.t[row]! / MINUTE) : Number.POSITIVE_INFINITY
    if (now !== minute) {
      for (const [who, others] of seen) yield { t: minute * MINUTE, who, others: [...others], place: -1 }
      seen = new Map()
      minute = now
    }
    if (row === presence.size) return
    note(presence.a[row]!, presence.b[row]!)
    note(presence.b[row]!, presence.a[row]!)
  }
}

/** Each arrival, with everybody then present at the same place, or in the same cell or one beside it. */
function* arrivals({ presence }: World, stay: number): Generator<Moment> {
  const cells = new Cells()
  const isCell = presence.kind === 'checkins'
  const latest = new Map<number, { place: number; until: number }>()
  const here = new Map<number, Set<number>>()
  for (let row = 0; row < presence.size; row++) {
    const t = presence.t[row]!
    const who = presence.a[row]!
    const cell = isCell ? cells.at(presence.lat[row]!, presence.lon[row]!) : undefined
    const place = cell ?? presence.place[row]!
    const before = latest.get(who)
    if (before) here.get(before.place)!.delete(who)
    const near: readonly number[] = cell === undefined ? [place] : cells.near(cell)
    const others = near.flatMap((spot) => [...(here.get(spot) ?? [])]).filter((other) => latest.get(other)!.until > t)
    yield { t, who, others, place: isCell ? -1 : place }
    latest.set(who, { place, until: t + stay })
    const people = here.get(place)
    if (people) people.add(who)
    else here.set(place, new Set([who]))
  }
}
