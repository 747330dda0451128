/** Two states of one presence's pairs, and what of them is to be told (SPEC.md NEAR2). */
import { APART, CHANGED, NEAR, type Pairs } from './pairs.ts'

/** Tells what has changed between two states of one presence's pairs; pairs with those in `told` have been told. */
export const tellDifference = (before: Pairs, after: Pairs, out: Pairs, told?: ReadonlySet<number>): void => {
  const rowOf = new Map<number, number>()
  for (let row = 0; row < before.size; row++) rowOf.set(before.b[row]!, row)
  for (let row = 0; row < after.size; row++) {
    const other = after.b[row]!
    const old = rowOf.get(other)
    rowOf.delete(other)
    if (told?.has(other)) continue
    if (old === undefined) out.copy(NEAR, after, row)
    else if (!after.sameCounts(row, before, old)) out.copy(CHANGED, after, row)
  }
  for (const [other, row] of rowOf) if (!told?.has(other)) out.add(APART, before.a[row]!, other, 0, 0, 0, 0)
}
