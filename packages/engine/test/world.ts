/** The lists and the oracle side by side, and what it is for them to say the same. */
import { type Count, type ListId, type ListInput, Lists, Pair, type PersonId } from '../src/index.ts'
import { type Change, ready } from './arbitraries.ts'
import { expectEqual, type OracleCount, OracleLists } from './oracle.ts'

/** Equal for many persons, so that equals are met. */
export const hash = (person: PersonId): number => (person * 7) % 3

export const asArrays = ({ mutual, strength, tiesA, tiesB }: Count): OracleCount => ({
  mutual,
  strength,
  tiesA: [...tiesA],
  tiesB: [...tiesB],
})

/** Counts, mutual friends and relation of two lists are what the oracle says. */
function expectSame(pair: Pair, oracle: OracleLists, a: ListId, b: ListId): void {
  expectEqual(asArrays(pair.count(a, b)), oracle.count(a, b), `count(${a}, ${b})`)
  expectEqual(pair.mutual(a, b, hash), oracle.mutual(a, b, hash), `mutual(${a}, ${b})`)
  expectEqual(pair.relation(a, b), oracle.relation(a, b), `relation(${a}, ${b})`)
}

/** The same of every two lists, both ways round. */
export function expectAllSame(pair: Pair, oracle: OracleLists): void {
  const all = [...oracle.lists.keys()]
  for (const a of all) for (const b of all) if (a !== b) expectSame(pair, oracle, a, b)
}

/** Lists, the oracle's lists of the same numbers, and a pair that counts the former. */
export interface Twins {
  readonly lists: Lists
  readonly oracle: OracleLists
  readonly pair: Pair
}

/** Holds the lists, then makes the changes that can be made. */
export function world(inputs: readonly ListInput[], changes: readonly Change[]): Twins {
  const lists = new Lists()
  const oracle = new OracleLists()
  for (const input of inputs) oracle.add(lists.add(input), input)
  for (const what of changes) ready(lists, oracle, what)?.make()
  return { lists, oracle, pair: new Pair(lists) }
}
