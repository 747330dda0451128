/**
 * Places: who is where, and what that makes of whom (SPEC.md NEAR). A room is near itself; a cell is near the cells that
 * the neighbour function names. Everything is told as changes of pairs, in the columns of a `Pairs`.
 */
import { EMPTY_LIST, type ListId, type PlaceId, type PresenceId, type TopicId } from './ids.ts'
import type { Lists } from './lists.ts'
import { Pairs } from './pairs.ts'

/** The cells near a cell, itself included or not; symmetric: each is near the other. Asked once per cell. */
export type Neighbours = (place: PlaceId) => Iterable<PlaceId>

/** How to count: by estimated cost, or always in one way (for tests and measurements). */
export type Way = 'estimated' | 'pairwise' | 'inverted'

export interface PlacesOptions {
  /** Absent: rooms, each near itself alone. */
  readonly neighbours?: Neighbours
  readonly way?: Way
  /** Whether pairs that are no longer near are told (default true); it costs as much as telling who is. */
  readonly tellApart?: boolean
}

/** With what somebody enters. */
export interface Entering {
  /** Their list; absent: none yet (CON4: nothing is sealed). */
  readonly list?: ListId
  /** Topics they tapped; rooms only (TOP1). */
  readonly topics?: readonly TopicId[]
  /** When the presence ends by itself, exclusive, in the caller's unit of time; absent: never. */
  readonly until?: number
}
