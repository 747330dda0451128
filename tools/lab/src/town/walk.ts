/** A week of the town out and about: where everybody stops, and when. */
import { Chance } from './chance.ts'
import { ANYWHERE, chooseHotSpot, near } from './homes.ts'
import type { Moves } from './moves.ts'
import type { Town } from './town.ts'

/** Stops in order of time; `times` in seconds from midnight before the first day, a Monday. */
export interface Walk extends Moves {
  readonly times: Uint32Array
}

export const DAY = 86_400
const FIRST_STOP = 7.5 * 3600
const BETWEEN_STOPS = 5400
/** A stop begins within the first hour of its hour and a half, so nobody need travel faster than 11 m/s. */
const LATEST = 3600
/** How likely somebody stops somewhere, from 7:30 to 22:30 by the hour and a half: 2.8 stops a day. */
const STOPS = [0.25, 0.2, 0.2, 0.35, 0.3, 0.2, 0.2, 0.4, 0.4, 0.3]

/**
 * Everybody has three haunts, one of them the hot spot of their home and all by popularity; a stop is near one of them,
 * or anywhere. So over the whole town stops are spread as `movesOf` spreads them.
 */
export const makeWalk = (town: Town, days: number): Walk => {
  const chance = new Chance(town.seed, 'walk')
  const times: number[] = []
  const persons: number[] = []
  const x: number[] = []
  const y: number[] = []
  for (let person = 0; person < town.people; person++) {
    const haunts = [town.homeSpots[person]!, chooseHotSpot(town.hotSpots, chance), chooseHotSpot(town.hotSpots, chance)]
    for (let stop = 0; stop < days * STOPS.length; stop++) {
      if (!chance.happens(STOPS[stop % STOPS.length]!)) continue
      const anywhere = chance.happens(ANYWHERE)
      const spot = haunts[chance.below(haunts.length)]!
      times.push(timeOf(stop, chance))
      persons.push(person)
      x.push(anywhere ? chance.fraction() * town.sideMetres : near(town.hotSpots.x[spot]!, town.sideMetres, chance))
      y.push(anywhere ? chance.fraction() * town.sideMetres : near(town.hotSpots.y[spot]!, town.sideMetres, chance))
    }
  }
  const order = orderOf(times)
  return {
    times: Uint32Array.from(order, (i) => times[i]!),
    persons: Uint32Array.from(order, (i) => persons[i]!),
    x: Float32Array.from(order, (i) => x[i]!),
    y: Float32Array.from(order, (i) => y[i]!),
  }
}

const timeOf = (stop: number, chance: Chance): number =>
  Math.floor(stop / STOPS.length) * DAY + FIRST_STOP + (stop % STOPS.length) * BETWEEN_STOPS + chance.below(LATEST)

/** The positions of `keys` (whole numbers) in ascending order of key, equals in their own order. */
export const orderOf = (keys: ArrayLike<number>): Uint32Array => {
  const count = keys.length
  // Key and position share one double, so that the native sort of numbers can be used.
  const both = Float64Array.from(keys, (key, i) => key * count + i).sort()
  return Uint32Array.from(both, (value) => value % count)
}
