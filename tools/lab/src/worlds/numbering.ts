/** From the ids of files to persons 1, 2, 3 … in ascending order, and back. */
import type { Column } from './columns.ts'

/** Ids below this are looked up in tables. */
const SMALL = 2 ** 24

/** All ids, ascending, with one place before them, so that index and person are the same. */
export const uniqueIds = (columns: readonly Column[]): Uint32Array => {
  const seen = new Uint8Array(largestBelow(SMALL, columns) + 1)
  const large = new Set<number>()
  for (const { values, size } of columns)
    for (let i = 0; i < size; i++) {
      if (values[i]! < SMALL) seen[values[i]!] = 1
      else large.add(values[i]!)
    }
  const ids = [0]
  for (let id = seen.indexOf(1); id !== -1; id = seen.indexOf(1, id + 1)) ids.push(id)
  return Uint32Array.from([...ids, ...[...large].sort((x, y) => x - y)])
}

const largestBelow = (bound: number, columns: readonly Column[]): number => {
  let largest = 0
  for (const { values, size } of columns)
    for (let i = 0; i < size; i++) if (values[i]! < bound && values[i]! > largest) largest = values[i]!
  return largest
}

/** From id to person: a table where ids are small, a map where they are not. 0 for an id that nobody has. */
export const numbering = (ids: Uint32Array): ((id: number) => number) => {
  const largest = ids.at(-1)!
  if (largest < SMALL) {
    const table = new Uint32Array(largest + 1)
    for (let person = 1; person < ids.length; person++) table[ids[person]!] = person
    return (id) => table[id] ?? 0
  }
  const map = new Map<number, number>()
  for (let person = 1; person < ids.length; person++) map.set(ids[person]!, person)
  return (id) => map.get(id) ?? 0
}

export const renumber = (column: Column, numberOf: (id: number) => number): Uint32Array =>
  Uint32Array.from(column.values.subarray(0, column.size), numberOf)
