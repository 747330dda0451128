/** How everything here is measured: the contenders take turns, five rounds, and the median of each is told. */

export const ROUNDS = 5

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Seconds that something takes. */
export const secondsOf = (run: () => void): number => {
  const started = performance.now()
  run()
  return (performance.now() - started) / 1000
}

/**
 * The median of each contender over `ROUNDS` rounds in which they take turns, after round 0, which does not count. A
 * contender returns its own figure.
 */
export const inTurns = <Name extends string>(
  contenders: Record<Name, (round: number) => number>,
): Record<Name, number> => {
  const names = Object.keys(contenders) as Name[]
  const figures = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of names) {
      const figure = contenders[name](round)
      if (round > 0) figures.get(name)!.push(figure)
    }
  return Object.fromEntries(names.map((name) => [name, median(figures.get(name)!)])) as Record<Name, number>
}

/** A small generator of numbers below a bound (xorshift32; Marsaglia, Xorshift RNGs, JSS 8(14), 2003). */
export const draws = (seed: number): ((below: number) => number) => {
  let state = (seed * 2654435761 + 1) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
