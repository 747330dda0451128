/**
 * What a service would know that remembered where people have been: how rare the places are that two of them share. Kith
 * does not remember it (PRES3); this measures what that costs.
 */
import type { World } from '../worlds/world.ts'
import type { Candidate } from './candidates.ts'

const HOUR = 3600
const DAY = 24 * HOUR

export interface MemoryOptions {
  /** Only what was known in the hour in which a pair was first together: visits up to the end of that hour. */
  readonly first: boolean
  /**
   * A visit is forgotten after so many days; Infinity: never. With `first`, the hour and so many days before it are all
   * that is known, of the two and of the place's other visitors. Without, two visits of a place count together if both
   * were remembered at some moment: they lie at most so many days apart.
   */
  readonly keepDays: number
}

/** What is remembered: visits from `from` on, and before `end`. */
interface Span {
  readonly from: number
  readonly end: number
}

const ALWAYS: Span = { from: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

/** Visits of one place, ascending in time: when each was, and when its visitor was there before (NaN: never). */
interface Log {
  readonly times: number[]
  readonly before: number[]
  /** How many different people they are. */
  visitors: number
}

export class PlaceMemory {
  /** Per person: times of visits of each place, ascending. */
  readonly #visits = new Map<number, Map<number, number[]>>()
  readonly #logs: readonly Log[]
  readonly #options: MemoryOptions

  constructor({ presence }: World, options: MemoryOptions) {
    this.#options = options
    this.#logs = presence.places.map(() => ({ times: [], before: [], visitors: 0 }))
    for (let row = 0; row < presence.size; row++) {
      const t = presence.t[row]!
      const mine = visitsOf(this.#visits, presence.a[row]!, presence.place[row]!)
      const log = this.#logs[presence.place[row]!]!
      log.before.push(mine.at(-1) ?? Number.NaN)
      log.times.push(t)
      if (mine.push(t) === 1) log.visitors++
    }
  }

  /** T: sum of 1/ln(1 + visitors) over the places where they were together; 0 where only the first hour is known. */
  together({ together }: Candidate): number {
    if (this.#options.first) return 0
    let sum = 0
    for (const place of together) sum += 1 / Math.log(1 + this.#visitors(place, ALWAYS))
    return sum
  }

  /** R: sum of 1/visitors over all places that both have been in. */
  shared({ a, b, firstAt }: Candidate): number {
    const span = this.#spanOf(firstAt)
    const [few, many] = [this.#visits.get(a)!, this.#visits.get(b)!].sort((x, y) => x.size - y.size)
    let sum = 0
    for (const [place, mine] of few!) {
      const theirs = many!.get(place)
      if (theirs && this.#meet(mine, theirs, span)) sum += 1 / this.#visitors(place, span)
    }
    return sum
  }

  #spanOf(firstAt: number): Span {
    if (!this.#options.first) return ALWAYS
    const hour = Math.floor(firstAt / HOUR) * HOUR
    return { from: hour - this.#options.keepDays * DAY, end: hour + HOUR }
  }

  /** Whether a visit of each is remembered, at one moment. */
  #meet(mine: readonly number[], theirs: readonly number[], span: Span): boolean {
    if (this.#options.first) return isIn(mine, span) && isIn(theirs, span)
    const within = this.#options.keepDays * DAY
    for (let i = 0, j = 0; i < mine.length && j < theirs.length; mine[i]! < theirs[j]! ? i++ : j++)
      if (Math.abs(mine[i]! - theirs[j]!) <= within) return true
    return false
  }

  /** How many different people visited a place: each is counted at the first of their visits within the span. */
  #visitors(place: number, span: Span): number {
    const { times, before, visitors: ever } = this.#logs[place]!
    if (span === ALWAYS) return ever
    const { from, end } = span
    let visitors = 0
    for (let i = firstFrom(times, from); i < times.length && times[i]! < end; i++) if (!(before[i]! >= from)) visitors++
    return visitors
  }
}

const isIn = (times: readonly number[], { from, end }: Span): boolean => {
  const first = times[firstFrom(times, from)]
  return first !== undefined && first < end
}

/** The index of the first of ascending times that is not before `from`. */
const firstFrom = (times: readonly number[], from: number): number => {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

const visitsOf = (visits: Map<number, Map<number, number[]>>, person: number, place: number): number[] => {
  const places = visits.get(person) ?? new Map<number, number[]>()
  visits.set(person, places)
  const times = places.get(place) ?? []
  places.set(place, times)
  return times
}
