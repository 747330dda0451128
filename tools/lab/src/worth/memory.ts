/**
 * What a service would know that remembered where people have been: how rare the places are that two of them share. Kith
 * does not remember it (PRES3); this measures what that costs.
 */
import type { World } from '../worlds/world.ts'
import type { Candidate } from './candidates.ts'

const DAY = 86_400

export interface MemoryOptions {
  /** Only what was known in the hour in which a pair was first together. */
  readonly first: boolean
  /** Two visits of a place count together only if they lie at most so many days apart. Infinity: nothing is forgotten. */
  readonly keepDays: number
}

export class PlaceMemory {
  /** Per person: times of visits of each place, ascending. */
  readonly #visits = new Map<number, Map<number, number[]>>()
  /** Per place: when each of its visitors first came, ascending. */
  readonly #firstComings = new Map<number, number[]>()
  readonly #options: MemoryOptions

  constructor({ presence }: World, options: MemoryOptions) {
    this.#options = options
    for (let row = 0; row < presence.size; row++) {
      const times = visitsOf(this.#visits, presence.a[row]!, presence.place[row]!)
      if (times.push(presence.t[row]!) > 1) continue
      const comings = this.#firstComings.get(presence.place[row]!)
      if (comings) comings.push(presence.t[row]!)
      else this.#firstComings.set(presence.place[row]!, [presence.t[row]!])
    }
  }

  /** T: sum of 1/ln(1 + visitors) over the places where they were together; 0 where only the first hour is known. */
  together({ together }: Candidate): number {
    if (this.#options.first) return 0
    let sum = 0
    for (const place of together) sum += 1 / Math.log(1 + this.#visitors(place, Number.POSITIVE_INFINITY))
    return sum
  }

  /** R: sum of 1/visitors over all places that both have been in. */
  shared({ a, b, firstAt }: Candidate): number {
    const end = this.#options.first ? (Math.floor(firstAt / 3600) + 1) * 3600 : Number.POSITIVE_INFINITY
    const [few, many] = [this.#visits.get(a)!, this.#visits.get(b)!].sort((x, y) => x.size - y.size)
    let sum = 0
    for (const [place, mine] of few!) {
      const theirs = many!.get(place)
      if (theirs && this.#meet(mine, theirs, end)) sum += 1 / this.#visitors(place, end)
    }
    return sum
  }

  /** Whether both came before `end`, and near enough in time for neither visit to be forgotten. */
  #meet(mine: readonly number[], theirs: readonly number[], end: number): boolean {
    if (mine[0]! >= end || theirs[0]! >= end) return false
    const within = this.#options.keepDays * DAY
    if (within === Number.POSITIVE_INFINITY) return true
    let i = 0
    let j = 0
    while (i < mine.length && j < theirs.length && mine[i]! < end && theirs[j]! < end) {
      if (Math.abs(mine[i]! - theirs[j]!) <= within) return true
      if (mine[i]! < theirs[j]!) i++
      else j++
    }
    return false
  }

  #visitors(place: number, end: number): number {
    const comings = this.#firstComings.get(place)!
    let low = 0
    let high = comings.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (comings[middle]! < end) low = middle + 1
      else high = middle
    }
    return low
  }
}

const visitsOf = (visits: Map<number, Map<number, number[]>>, person: number, place: number): number[] => {
  const places = visits.get(person) ?? new Map<number, number[]>()
  visits.set(person, places)
  const times = places.get(place) ?? []
  places.set(place, times)
  return times
}
