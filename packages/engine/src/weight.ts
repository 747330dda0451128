/**
 * Adamic–Adar weights (Adamic, Adar, Friends and neighbors on the Web, Social Networks 25, 2003): someone whom n lists
 * hold says 1/ln(n) about the two who share them (MUT6).
 */

/**
 * Weights are multiples of 2⁻³⁶: sums of up to 10,000 of them (below 2¹⁴) are then exact in a double, so a strength
 * does not depend on the order in which friends were met, on who asked, or on the way of counting. Each is within
 * 10⁻¹¹ of 1/ln(n).
 */
const UNIT = 2 ** 36

/** 1/ln(n), n at least 2. */
export const adamicAdar = (n: number): number => Math.round(UNIT / Math.log(n < 2 ? 2 : n)) / UNIT

/** A table of `adamicAdar(n)` that reaches as far as has been asked. */
export class Weights {
  table: Float64Array = new Float64Array(0)

  constructor() {
    this.reach(1023)
  }

  /** Makes `table[n]` readable. */
  reach(n: number): void {
    const { table } = this
    if (n < table.length) return
    const wider = new Float64Array(Math.max(n + 1, table.length * 2))
    wider.set(table)
    for (let i = table.length; i < wider.length; i++) wider[i] = adamicAdar(i)
    this.table = wider
  }
}
