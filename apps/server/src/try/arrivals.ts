/** One made-up evening: the forty arrive, the two who know most of the visitor's friends first. */
import type { Clock, Timer } from '../clock.ts'
import type { MadeUpPerson } from './made-up-person.ts'

/** So many come at once, one after the other; their cards wait for the visitor. */
const AT_ONCE = 2
/** Those who share something with the visitor come a second apart, all others within half a minute. */
const WHO_SHARE = 10
const APART = 0.7

const arrivesAfter = (index: number): number =>
  index < WHO_SHARE ? index - AT_ONCE + 1 : WHO_SHARE - AT_ONCE + (index - WHO_SHARE + 1) * APART

export class Arrivals {
  readonly #count: number
  readonly #make: (index: number) => Promise<MadeUpPerson>
  readonly #clock: Clock
  readonly #people: MadeUpPerson[] = []
  readonly #timers = new Set<Timer>()
  #isOver = false

  /** `make` makes the people, each when they are due. */
  constructor(count: number, make: (index: number) => Promise<MadeUpPerson>, clock: Clock) {
    this.#count = count
    this.#make = make
    this.#clock = clock
  }

  /** Resolves when the first have come. `onError`: somebody could not be made. */
  async begin(onError: (error: unknown) => void): Promise<void> {
    for (let index = 0; index < AT_ONCE; index++) await this.#arrive(index).catch(onError)
    if (this.#isOver) return
    for (let index = AT_ONCE; index < this.#count; index++) {
      const timer = this.#clock.after(arrivesAfter(index), () => {
        this.#timers.delete(timer)
        this.#arrive(index).catch(onError)
      })
      this.#timers.add(timer)
    }
  }

  async #arrive(index: number): Promise<void> {
    if (this.#isOver) return
    const person = await this.#make(index)
    this.#people.push(person)
    if (this.#isOver) person.leave()
    else await person.arrive()
  }

  /** Nobody comes any more, and those who have come do nothing more. */
  end(): void {
    this.#isOver = true
    for (const timer of this.#timers) timer.cancel()
    this.#timers.clear()
    for (const person of this.#people) person.leave()
  }
}
