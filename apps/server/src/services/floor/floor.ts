/**
 * The floor: the engine, and what stands on it. Rooms are places, people in them presences; what changes between two of
 * them comes out as rows, and the rooms make cards of these.
 */
import {
  type Count,
  type ListId,
  Lists,
  type MutualFriend,
  Pair,
  type PairRow,
  type PersonHash,
  type PlaceId,
  Places,
  type PresenceId,
  type Relation,
  type TopicId,
} from '@kith/engine'
import { type HeldList, listInput, storedIn } from './held-list.ts'
import { PersonNumbers } from './person-numbers.ts'

/** Numbers handed out one after the other, those given back first. */
class Numbers<N extends number> {
  readonly #free: N[] = []
  #next = 1
  take(): N {
    return this.#free.pop() ?? (this.#next++ as N)
  }
  giveBack(number: N): void {
    this.#free.push(number)
  }
}

/** A list that is in use: its number in the engine, and what it was made of. */
export interface StandingList {
  readonly id: ListId
  held: HeldList
  /** The stored tokens that were taken for it, to be given back with it. */
  readonly taken: readonly string[]
}

export class Floor {
  readonly #lists = new Lists()
  readonly #places = new Places(this.#lists)
  readonly #pair = new Pair(this.#lists)
  readonly #persons = new PersonNumbers()
  readonly #placeNumbers = new Numbers<PlaceId>()
  readonly #presenceNumbers = new Numbers<PresenceId>()

  get present(): number {
    return this.#places.size
  }

  newPlace(): PlaceId {
    return this.#placeNumbers.take()
  }

  endPlace(place: PlaceId): void {
    this.#placeNumbers.giveBack(place)
  }

  newPresence(): PresenceId {
    return this.#presenceNumbers.take()
  }

  endPresence(presence: PresenceId): void {
    this.#presenceNumbers.giveBack(presence)
  }

  /** RangeError where the list is out of bounds; nothing is then held. */
  hold(held: HeldList): StandingList {
    const taken = storedIn(held)
    const numbers = new Map(taken.map((stored) => [stored, this.#persons.take(stored)]))
    try {
      const id = this.#lists.add(listInput(held, (stored) => numbers.get(stored)!))
      return { id, held, taken }
    } catch (error) {
      for (const stored of taken) this.#persons.giveBack(stored)
      throw error
    }
  }

  letGo(list: StandingList): void {
    this.#lists.remove(list.id)
    for (const stored of list.taken) this.#persons.giveBack(stored)
  }

  enter(who: PresenceId, place: PlaceId, list?: ListId, topics?: readonly TopicId[]): PairRow[] {
    return this.#places.enter(who, place, { ...(list !== undefined && { list }), ...(topics && { topics }) }).rows()
  }

  leave(who: PresenceId): PairRow[] {
    return this.#places.placeOf(who) === undefined ? [] : this.#places.leave(who).rows()
  }

  /** Takes entries out of a list that is in use (CON4), and says what that changes. */
  blank(list: StandingList, entries: readonly number[]): PairRow[] {
    const change = () => {
      for (const entry of entries) this.#lists.blank(list.id, entry)
    }
    return this.#places.recount([list.id], change).rows()
  }

  count(a: ListId, b: ListId): Count {
    return this.#pair.count(a, b)
  }

  mutual(a: ListId, b: ListId, hash: PersonHash): MutualFriend[] {
    return this.#pair.mutual(a, b, hash)
  }

  relation(a: ListId, b: ListId): Relation {
    return this.#pair.relation(a, b)
  }
}
