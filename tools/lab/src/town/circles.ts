/** The circles of a town: groups of people who meet again and again, and of whom many know each other. */
import { Chance, exp } from './chance.ts'

export type CircleKind = 'street' | 'school' | 'work' | 'club' | 'district'

export interface Circle {
  readonly kind: CircleKind
  /** How many circles of this kind there are. */
  readonly count: number
  /** The circle of each person. */
  readonly of: Uint32Array
  /** `count` + 1 offsets into `members`. */
  readonly starts: Uint32Array
  readonly members: Uint32Array
  /** Of somebody's friends, the share that comes from here. */
  readonly share: number
}

/**
 * size: people in the median circle; deviation: of its logarithm; reach: how far along the curve of homes, as a part of
 * the town, people come from (at least four times the size: in a small town all come from everywhere). The numbers are
 * made up, so that the town as a whole has the degrees, the clustering and the distances of published friend graphs
 * (Ugander et al. 2011; Backstrom, Sun, Marlow 2010).
 */
const KINDS = [
  { kind: 'street', size: 24, deviation: 0.3, reach: 0, share: 0.08 },
  { kind: 'school', size: 90, deviation: 0.3, reach: 0.0002, share: 0.44 },
  { kind: 'work', size: 40, deviation: 0.7, reach: 0.15, share: 0.2 },
  { kind: 'club', size: 40, deviation: 0.5, reach: 0.002, share: 0.14 },
  { kind: 'district', size: 3000, deviation: 0.3, reach: 0, share: 0.08 },
] as const

const LARGEST_CIRCLE = 5000

/** `residents`: everybody in the order of their homes along the curve. */
export const makeCircles = (residents: Uint32Array, seed: number): Circle[] =>
  KINDS.map(({ kind, size, deviation, reach, share }) => {
    const chance = new Chance(seed, kind)
    const members = jitter(residents, reach === 0 ? 0 : Math.max(4 * size, reach * residents.length), chance)
    const starts = cut(members.length, size, deviation, chance)
    const count = starts.length - 1
    const of = new Uint32Array(members.length)
    for (let circle = 0; circle < count; circle++)
      for (let i = starts[circle]!; i < starts[circle + 1]!; i++) of[members[i]!] = circle
    return { kind, count, of, starts, members, share }
  })

const TWO_22 = 2 ** 22

/** The same people, each moved up or down the row by up to `reach` ranks. */
const jitter = (residents: Uint32Array, reach: number, chance: Chance): Uint32Array => {
  if (reach === 0) return residents
  const span = Math.ceil(2 * reach)
  // The moved rank and the old one share a double, so that the native sort of numbers can be used.
  const keys = Float64Array.from(residents, (_, rank) => (rank + chance.below(span)) * TWO_22 + rank).sort()
  return Uint32Array.from(keys, (key) => residents[key % TWO_22]!)
}

/** Cuts a row of people into circles of random sizes: offsets from 0 to `people`. */
const cut = (people: number, size: number, deviation: number, chance: Chance): Uint32Array => {
  const starts = [0]
  for (let at = 0; at < people; ) {
    const drawn = Math.round(size * exp(deviation * chance.gaussian()))
    at = Math.min(people, at + Math.min(LARGEST_CIRCLE, Math.max(4, drawn)))
    starts.push(at)
  }
  return Uint32Array.from(starts)
}
