/** What ranks the pairs: measures of the friends they share, of chance, and of the places they share. */
import { emptyCount } from '@kith/engine'
import { draws } from '../bench/rounds.ts'
import { knowEverybody } from '../replay/known.ts'
import type { World } from '../worlds/world.ts'
import type { Candidate } from './candidates.ts'
import { type MemoryOptions, PlaceMemory } from './memory.ts'

/** A score per candidate. */
export type Scores = Record<string, Float64Array>

const NO_HASH = (): number => 0

export const scoresOf = (world: World, pairs: readonly Candidate[], options: MemoryOptions, seed: number): Scores => {
  const scores = friendScores(world, pairs)
  const random = draws(seed)
  scores['random order'] = Float64Array.from(pairs, () => random(2 ** 31))
  if (world.presence.kind !== 'visits') return scores
  const memory = new PlaceMemory(world, options)
  const together = Float64Array.from(pairs, (pair) => memory.together(pair))
  const shared = Float64Array.from(pairs, (pair) => memory.shared(pair))
  const combined = scores['Adamic–Adar']!.map(
    (g, i) => 2 * Math.log(1 + 4 * g) + Math.log(1 + 200 * shared[i]!) + 2 * Math.log(1 + 10 * together[i]!),
  )
  return { ...scores, 'T (places together)': together, 'R (places shared)': shared, 'K (combined)': combined }
}

/** Counts and strengths are the engine's own; the resource allocation index is the sum of 1/n (Zhou, Lü, Zhang 2009). */
const friendScores = (world: World, pairs: readonly Candidate[]): Scores => {
  const { pair, listOf, lists } = knowEverybody(world.friendships)
  const count = emptyCount()
  const mutual = new Float64Array(pairs.length)
  const adamicAdar = new Float64Array(pairs.length)
  const jaccard = new Float64Array(pairs.length)
  const allocation = new Float64Array(pairs.length)
  for (const [i, { a, b }] of pairs.entries()) {
    const [listA, listB] = [listOf[a]!, listOf[b]!]
    pair.count(listA, listB, count)
    if (count.mutual === 0) continue
    mutual[i] = count.mutual
    adamicAdar[i] = count.strength
    jaccard[i] = count.mutual / (lists.lengthOf(listA) + lists.lengthOf(listB) - count.mutual)
    for (const { knowers } of pair.mutual(listA, listB, NO_HASH)) allocation[i]! += 1 / knowers
  }
  return { 'mutual count': mutual, 'Adamic–Adar': adamicAdar, Jaccard: jaccard, 'resource allocation': allocation }
}
