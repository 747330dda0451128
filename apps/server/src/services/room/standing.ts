/**
 * The order of somebody's cards (ENC5): strongest first, equals by a keyed hash. A device is given a `place` for each,
 * which orders and says nothing else: it lies between its neighbours' wherever these happen to be.
 */
import { byStrength } from '@kith/engine/rules'
import type { PersonKey } from '../../store/store.ts'

interface Standing {
  readonly other: PersonKey
  readonly strength: number
  readonly hash: number
  place: number
}

/** Two places nearer than this are not told apart safely any more. */
const NEAREST = 1e-9

export class Order {
  readonly #sorted: Standing[] = []
  readonly #of = new Map<PersonKey, Standing>()

  /** The place of somebody's card. `anew`: places ran out, and all cards have another one. */
  put(other: PersonKey, strength: number, hash: number): { readonly place: number; readonly anew: boolean } {
    const known = this.#of.get(other)
    if (known && known.strength === strength) return { place: known.place, anew: false }
    this.remove(other)
    const standing: Standing = { other, strength, hash, place: 0 }
    const index = this.#indexFor(standing)
    const above = this.#sorted[index - 1]?.place
    const below = this.#sorted[index]?.place
    standing.place = between(above, below)
    this.#sorted.splice(index, 0, standing)
    this.#of.set(other, standing)
    const isTight = above !== undefined && below !== undefined && above - below < NEAREST
    if (isTight) this.#renumber()
    return { place: standing.place, anew: isTight }
  }

  placeOf(other: PersonKey): number | undefined {
    return this.#of.get(other)?.place
  }

  remove(other: PersonKey): void {
    const standing = this.#of.get(other)
    if (!standing) return
    this.#of.delete(other)
    this.#sorted.splice(this.#sorted.indexOf(standing), 1)
  }

  #indexFor({ strength, hash }: Standing): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = this.#sorted[middle]!
      if (byStrength(at.strength, at.hash, strength, hash) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #renumber(): void {
    for (const [index, standing] of this.#sorted.entries()) standing.place = this.#sorted.length - index
  }
}

const between = (above: number | undefined, below: number | undefined): number => {
  if (above === undefined) return below === undefined ? 0 : below + 1
  return below === undefined ? above - 1 : (above + below) / 2
}
