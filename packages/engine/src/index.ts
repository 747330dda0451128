/** @kith/engine: who here shares friends with whom, exactly (SPEC.md). */
export { type Count, emptyCount } from './counter.ts'
export {
  EMPTY_LIST,
  type ListId,
  MOST_PERSONS,
  type PersonId,
  type PlaceId,
  type PresenceId,
  TIES,
  type Tie,
  type TopicId,
} from './ids.ts'
export type { ListInput } from './list-input.ts'
export { Lists, type ListsOptions } from './lists.ts'
export { type Knows, type MutualFriend, Pair, type PersonHash, type Relation } from './pair.ts'
export { APART, CHANGED, NEAR, type PairChange, type PairRow, Pairs } from './pairs.ts'
export { type Entering, type Neighbours, Places, type PlacesOptions, type Way } from './places.ts'
export { readSnapshot, SnapshotError, takeSnapshot } from './snapshot.ts'
export { adamicAdar } from './weight.ts'
