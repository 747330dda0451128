/** The numbers under which the engine knows persons: one for each stored token (CON2), free again when no list has it. */
import type { PersonId } from '@kith/engine'

export class PersonNumbers {
  readonly #numbers = new Map<string, { readonly number: PersonId; uses: number }>()
  readonly #free: PersonId[] = []
  #next = 1

  /** The number of a stored token, which is held until it is given back as often as it was taken. */
  take(stored: string): PersonId {
    const known = this.#numbers.get(stored)
    if (known) {
      known.uses++
      return known.number
    }
    const number = this.#free.pop() ?? (this.#next++ as PersonId)
    this.#numbers.set(stored, { number, uses: 1 })
    return number
  }

  giveBack(stored: string): void {
    const known = this.#numbers.get(stored)
    if (!known || --known.uses > 0) return
    this.#numbers.delete(stored)
    this.#free.push(known.number)
  }

  get size(): number {
    return this.#numbers.size
  }
}
