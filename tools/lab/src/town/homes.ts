/** Where the town's people live: hot spots first, then households near them or anywhere, then who is whose neighbour. */
import { Chance, exp, ln } from './chance.ts'

/** Places where people live and go, the first the most popular. */
export interface HotSpots {
  /** Metres east and north of the south-west corner. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** The share of all visits that goes to this hot spot or one before it; the last is 1. */
  readonly cumulative: Float64Array
}

export interface Homes {
  readonly homes: { readonly x: Float32Array; readonly y: Float32Array }
  readonly homeSpots: Uint16Array
  readonly households: Uint32Array
  /** People in the order of their homes along a Hilbert curve: neighbours stand near each other, a household together. */
  readonly residents: Uint32Array
}

/** The popularity of the k-th hot spot is k to the power of minus this. */
export const ZIPF = 0.6
export const SPREAD_METRES = 300
/** The share of homes and of visits that are anywhere in town. */
export const ANYWHERE = 0.3

export const makeHotSpots = (people: number, sideMetres: number, seed: number): HotSpots => {
  const chance = new Chance(seed, 'hot spots')
  // 8 in a town of 400, 57 in one of 20,000, 400 in one of a million: they become more, and fuller.
  const count = Math.min(60_000, Math.max(4, Math.round(0.4 * Math.sqrt(people))))
  const margin = Math.min(2 * SPREAD_METRES, sideMetres / 4)
  const anywhere = () => margin + chance.fraction() * (sideMetres - 2 * margin)
  const x = Float64Array.from({ length: count }, anywhere)
  const y = Float64Array.from({ length: count }, anywhere)
  const cumulative = new Float64Array(count)
  let sum = 0
  for (let k = 0; k < count; k++) cumulative[k] = sum += exp(-ZIPF * ln(k + 1))
  for (let k = 0; k < count; k++) cumulative[k] = cumulative[k]! / sum
  return { x, y, cumulative }
}

/** A hot spot by its popularity. */
export const chooseHotSpot = ({ cumulative }: HotSpots, chance: Chance): number => {
  const at = chance.fraction()
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! > at) high = middle
    else low = middle + 1
  }
  return low
}

/** A coordinate near `centre`, turned back at the edge of the town. */
export const near = (centre: number, sideMetres: number, chance: Chance): number => {
  const drawn = Math.abs(centre + SPREAD_METRES * chance.gaussian())
  const inside = drawn > sideMetres ? 2 * sideMetres - drawn : drawn
  return Math.min(sideMetres, Math.max(0, inside))
}

/** Of 100 households, how many have one person, two, and so on: 2.3 in the mean. */
const HOUSEHOLDS_OF = [30, 34, 16, 14, 5, 1]

export const makeHomes = (people: number, sideMetres: number, hotSpots: HotSpots, seed: number): Homes => {
  const chance = new Chance(seed, 'homes')
  const sizes = householdSizes(people, chance)
  const spots = Uint16Array.from(sizes, () => chooseHotSpot(hotSpots, chance))
  const x = new Float32Array(sizes.length)
  const y = new Float32Array(sizes.length)
  for (let h = 0; h < sizes.length; h++) {
    const anywhere = chance.happens(ANYWHERE)
    x[h] = anywhere ? chance.fraction() * sideMetres : near(hotSpots.x[spots[h]!]!, sideMetres, chance)
    y[h] = anywhere ? chance.fraction() * sideMetres : near(hotSpots.y[spots[h]!]!, sideMetres, chance)
  }
  const order = alongTheCurve(x, y, sideMetres)
  const residents = Uint32Array.from({ length: people }, (_, i) => i)
  chance.shuffle(residents)

  const homes = { x: new Float32Array(people), y: new Float32Array(people) }
  const homeSpots = new Uint16Array(people)
  const households = new Uint32Array(people)
  let at = 0
  for (let rank = 0; rank < order.length; rank++) {
    const h = order[rank]!
    for (let k = 0; k < sizes[h]!; k++) {
      const person = residents[at++]!
      homes.x[person] = x[h]!
      homes.y[person] = y[h]!
      homeSpots[person] = spots[h]!
      households[person] = rank
    }
  }
  return { homes, homeSpots, households, residents }
}

const householdSizes = (people: number, chance: Chance): Uint8Array => {
  const sizes = new Uint8Array(people)
  let count = 0
  for (let housed = 0; housed < people; count++) {
    let draw = chance.below(100)
    let size = 1
    while (draw >= HOUSEHOLDS_OF[size - 1]!) draw -= HOUSEHOLDS_OF[size++ - 1]!
    sizes[count] = Math.min(size, people - housed)
    housed += size
  }
  return sizes.slice(0, count)
}

/** Steps of the curve on each side: 4,096, so 5 m in a town of 20 km. */
const CURVE_BITS = 12
const TWO_22 = 2 ** 22

/** The numbers of the points, ordered by where they lie on a Hilbert curve. */
const alongTheCurve = (x: Float32Array, y: Float32Array, sideMetres: number): Uint32Array => {
  const steps = 1 << CURVE_BITS
  const step = (metres: number) => Math.min(steps - 1, Math.floor((metres / sideMetres) * steps))
  // Key and number share one double, so that the native sort of numbers can be used: 24 + 22 bits of its 53.
  const keys = Float64Array.from(x, (_, i) => hilbert(step(x[i]!), step(y[i]!)) * TWO_22 + i).sort()
  return Uint32Array.from(keys, (key) => key % TWO_22)
}

/** Distance along the curve (Hilbert 1891; the bit-by-bit form of Warren, Hacker's Delight, 16-2). */
const hilbert = (x: number, y: number): number => {
  let distance = 0
  let [a, b] = [x, y]
  for (let side = 1 << (CURVE_BITS - 1); side > 0; side >>= 1) {
    const right = (a & side) > 0 ? 1 : 0
    const up = (b & side) > 0 ? 1 : 0
    distance += side * side * ((3 * right) ^ up)
    if (up === 0) {
      if (right === 1) {
        a = (1 << CURVE_BITS) - 1 - a
        b = (1 << CURVE_BITS) - 1 - b
      }
      const kept = a
      a = b
      b = kept
    }
  }
  return distance
}
