/** @kith/engine: who here shares friends with whom, exactly (SPEC.md). */
export { type Count, emptyCount } from './counter.ts'
export {
  EMPTY_LIST,
  type ListId,
  MOST_PERSONS,
  type PersonId,
  type PlaceId,
  type PresenceId,
  type Tie,
  TIES,
  type TopicId,
} from './ids.ts'
export { type ListInput, Lists, type ListsOptions } from './lists.ts'
export { type Knows, type MutualFriend, Pair, type PersonHash, type Relation } from './pair.ts'
export { adamicAdar } from './weight.ts'
