/** How long to wait before the n-th try: doubling from half a second to ten, with jitter, so that a room does not return as one. */

const FIRST_MS = 500
const MOST_MS = 10_000

export const backoff = (tries: number, random: () => number): number => {
  const ceiling = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries, 10))
  return ceiling / 2 + (ceiling / 2) * random()
}
