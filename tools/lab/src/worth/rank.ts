/** How well a score ranks: everything by expectation where scores are equal, so that no order of rows flatters it. */

/** Items of equal score, the best first: where they begin, how many they are, and how many of them are right. */
interface Block {
  readonly start: number
  readonly size: number
  readonly right: number
}

const blocksOf = (scores: ArrayLike<number>, isRight: (item: number) => boolean): Block[] => {
  const order = Array.from({ length: scores.length }, (_, item) => item).sort((x, y) => scores[y]! - scores[x]!)
  const blocks: Block[] = []
  for (let start = 0; start < order.length; ) {
    let end = start
    let right = 0
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) if (isRight(order[end]!)) right++
    blocks.push({ start, size: end - start, right })
    start = end
  }
  return blocks
}

/** Area under the ROC curve (Mann–Whitney): how often a right one is above a wrong one, ties one half. */
export const areaUnderCurve = (scores: ArrayLike<number>, isRight: (item: number) => boolean): number => {
  let above = 0
  let rightBefore = 0
  let wrong = 0
  for (const { size, right } of blocksOf(scores, isRight)) {
    above += (size - right) * (rightBefore + right / 2)
    rightBefore += right
    wrong += size - right
  }
  return above / (rightBefore * wrong)
}

/** The share of right ones among the first k. */
export const precisionAt = (k: number, scores: ArrayLike<number>, isRight: (item: number) => boolean): number => {
  let found = 0
  for (const { start, size, right } of blocksOf(scores, isRight)) {
    if (start >= k) break
    found += right * Math.min(1, (k - start) / size)
  }
  return found / k
}

export interface FirstRight {
  /** The chance that a right one is among the first three, and the mean of 1/rank of the first right one. */
  readonly hitAt3: number
  readonly reciprocalRank: number
}

/** Where the first right one comes; there must be one. */
export const firstRight = (scores: ArrayLike<number>, isRight: (item: number) => boolean): FirstRight => {
  const block = blocksOf(scores, isRight).find(({ right }) => right > 0)!
  let none = 1
  let hitAt3 = 0
  let reciprocalRank = 0
  for (let at = 0; at <= block.size - block.right; at++) {
    const chance = (none * block.right) / (block.size - at)
    const rank = block.start + at + 1
    if (rank <= 3) hitAt3 += chance
    reciprocalRank += chance / rank
    none -= chance
  }
  return { hitAt3, reciprocalRank }
}
