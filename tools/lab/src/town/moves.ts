/** Where people are and go in the made-up town: near a hot spot by its popularity, or anywhere. */
import { Chance } from './chance.ts'
import { ANYWHERE, chooseHotSpot, near } from './homes.ts'
import type { Town } from './town.ts'

/** Points of people; metres east and north of the town's south-west corner. */
export interface Moves {
  readonly persons: Uint32Array
  readonly x: Float32Array
  readonly y: Float32Array
}

/** `count` moves one after another, each of somebody drawn at random. */
export const movesOf = (town: Town, options: { readonly seed: number; readonly count: number }): Moves => {
  const chance = new Chance(options.seed, 'moves')
  const persons = Uint32Array.from({ length: options.count }, () => chance.below(town.people))
  return { persons, ...points(town, options.count, chance) }
}

/** One point for everybody, in the order of their numbers: the town at one moment. */
export const positionsOf = (town: Town, options: { readonly seed: number }): Moves => {
  const chance = new Chance(options.seed, 'positions')
  const persons = Uint32Array.from({ length: town.people }, (_, person) => person)
  return { persons, ...points(town, town.people, chance) }
}

const points = (town: Town, count: number, chance: Chance): { x: Float32Array; y: Float32Array } => {
  const x = new Float32Array(count)
  const y = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    const anywhere = chance.happens(ANYWHERE)
    const spot = anywhere ? 0 : chooseHotSpot(town.hotSpots, chance)
    x[i] = anywhere ? chance.fraction() * town.sideMetres : near(town.hotSpots.x[spot]!, town.sideMetres, chance)
    y[i] = anywhere ? chance.fraction() * town.sideMetres : near(town.hotSpots.y[spot]!, town.sideMetres, chance)
  }
  return { x, y }
}

/** The south-west corner lies on the Dogger Bank, 100 km out in the North Sea: no made-up home is anybody's. */
const SOUTH = 54.7
const WEST = 2.5
const METRES_PER_DEGREE_NORTH = 111_320
/** The same times the cosine of 54.79 degrees, the middle of the town; written out, since `Math.cos` may differ between engines. */
const METRES_PER_DEGREE_EAST = 64_185

/** Degrees of a point given in metres. */
export const latLonOf = (x: number, y: number): { readonly lat: number; readonly lon: number } => ({
  lat: SOUTH + y / METRES_PER_DEGREE_NORTH,
  lon: WEST + x / METRES_PER_DEGREE_EAST,
})
