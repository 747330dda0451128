/** When each pair was last told, for the cool-down. */
import { mayTell, type Seconds } from '@kith/engine/rules'
import type { ReplayOptions } from './options.ts'

export class Told {
  readonly #lastOf = new Map<number, number>()
  readonly #options: ReplayOptions
  readonly #people: number

  constructor(options: ReplayOptions, people: number) {
    this.#options = options
    this.#people = people
  }

  /** Whether the pair is to be told now; if so, it has been. */
  tells(a: number, b: number, mutualFriends: number, friends: boolean, now: number): boolean {
    const { threshold, cooldown } = this.#options
    if (mutualFriends < threshold || friends) return false
    const key = a < b ? a * this.#people + b : b * this.#people + a
    const lastToldAt = this.#lastOf.get(key) as Seconds | undefined
    const rule = { mutualFriends, friends, thresholdA: threshold, thresholdB: threshold, coolDown: cooldown }
    if (!mayTell({ ...rule, ...(lastToldAt === undefined ? {} : { lastToldAt }) }, now as Seconds)) return false
    this.#lastOf.set(key, now)
    return true
  }
}
