/** Entries of one list that hold the same person are one entry (MUT1). */
import { NEVER } from './marks.ts'

/**
 * For each position, the number of the first entry that is one with its entry. Persons that are never counted hold
 * nothing together: a switchboard that a whole firm has in its book must not make the firm one friend.
 */
export const mergeEntries = (
  persons: Uint32Array,
  entryOf: Uint16Array | undefined,
  marks: Uint8Array,
): Uint16Array => {
  const entry = (i: number): number => entryOf?.[i] ?? i
  const root = Uint16Array.from({ length: persons.length === 0 ? 0 : entry(persons.length - 1) + 1 }, (_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (root[at] !== at) at = root[at] = root[root[at]!]!
    return at
  }
  const firstOf = new Map<number, number>()
  for (let i = 0; i < persons.length; i++) {
    const person = persons[i]!
    if (person === 0 || (marks[person]! & NEVER) !== 0) continue
    const first = firstOf.get(person)
    if (first === undefined) firstOf.set(person, entry(i))
    else unite(root, find(first), find(entry(i)))
  }
  return Uint16Array.from(persons, (_, i) => find(entry(i)))
}

/** The lower root stays root, so that an entry's representative is the first of its group. */
const unite = (root: Uint16Array, a: number, b: number): void => {
  root[Math.max(a, b)] = Math.min(a, b)
}
