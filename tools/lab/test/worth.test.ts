import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { dataFolder } from '../src/worlds/files.ts'
import { areaUnderCurve, firstRight, precisionAt } from '../src/worth/rank.ts'
import { cleanUp, folderWith, rows, run } from './run.ts'

cleanUp()

const right =
  (...items: number[]) =>
  (item: number): boolean =>
    items.includes(item)

describe('ranking', () => {
  it('AUC is the share of right above wrong, ties one half', () => {
    expect(areaUnderCurve([3, 2, 1], right(0))).toBe(1)
    expect(areaUnderCurve([3, 2, 1], right(2))).toBe(0)
    expect(areaUnderCurve([1, 1, 1, 1], right(0, 2))).toBe(0.5)
    expect(areaUnderCurve([5, 4, 4, 1], right(1))).toBe((1 + 0.5) / 3)
  })

  it('precision at k takes of equals what falls within k, by expectation', () => {
    expect(precisionAt(2, [9, 8, 7], right(0, 2))).toBe(0.5)
    expect(precisionAt(2, [9, 5, 5, 5], right(1, 2))).toBeCloseTo(2 / 3 / 2, 12)
    expect(precisionAt(10, [9, 5], right(0))).toBe(0.1)
  })

  it('the first right one of equals comes where chance puts it', () => {
    expect(firstRight([4, 3, 2, 1], right(1))).toEqual({ hitAt3: 1, reciprocalRank: 0.5 })
    expect(firstRight([4, 3, 2, 1], right(3))).toEqual({ hitAt3: 0, reciprocalRank: 0.25 })
    const { hitAt3, reciprocalRank } = firstRight([1, 1, 1, 1], right(2))
    expect(hitAt3).toBeCloseTo(3 / 4, 12)
    expect(reciprocalRank).toBeCloseTo((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4, 12)
  })
})

describe('kith-lab worth', () => {
  /** At place x: 1 meets 2, 3 and 4, of whom 2 shares a friend with 1 and becomes a friend; nobody else meets anybody new. */
  const world = {
    'friends.csv': `a,b\n${rows([1, 9], [2, 9], [2, 3], [2, 4], [3, 4])}`,
    'friends-later.csv': `a,b\n${rows([1, 2], [7, 8])}`,
    'visits.csv': `t,user,place\n${rows([0, 2, 'x'], [1, 3, 'x'], [2, 4, 'x'], [3, 1, 'x'])}`,
  }

  it('counts candidates, later friends and moments, and ranks by what is known', async () => {
    const { code, out } = await run('worth', folderWith(world), '--json')
    const worth = JSON.parse(out)
    expect(code).toBe(0)
    expect([worth.candidates, worth.later, worth.moments, worth.momentsWithLater]).toEqual([3, 1, 1, 1])
    const auc = Object.fromEntries(
      worth.measures.map((row: { measure: string; auc: number }) => [row.measure, row.auc]),
    )
    expect(auc['mutual count']).toBe(1)
    expect(auc['T (places together)']).toBe(0.5)
    expect(Object.keys(auc)).toHaveLength(8)
  })

  it('prints a table, and says so where there is nothing to foretell', async () => {
    expect((await run('worth', folderWith(world))).out).toContain('| mutual count | 1.000 |')
    const { code, err } = await run('worth', folderWith({ ...world, 'friends-later.csv': 'a,b\n7,8\n' }))
    expect([code, err]).toEqual([2, expect.stringContaining('nothing to foretell')])
    const { 'friends-later.csv': _, ...without } = world
    expect((await run('worth', folderWith(without))).err).toContain('has no friends-later.csv')
    expect((await run('worth', folderWith(world), '--known', 'all')).err).toContain('--known takes "first"')
  })
})

const jakarta = join(dataFolder(), 'worlds', 'foursquare-jakarta')

describe.skipIf(!existsSync(jakarta))('MUT6 the published world of Jakarta (skipped where KITH_DATA has none)', () => {
  test('37,792 candidates, 820 later friends, and what each measure makes of them', async () => {
    const worth = JSON.parse((await run('worth', jakarta, '--json')).out)
    expect([worth.candidates, worth.later]).toEqual([37_792, 820])
    const aucs = worth.measures.map(({ measure, auc }: { measure: string; auc: number }) => [measure, auc.toFixed(3)])
    expect(Object.fromEntries(aucs)).toMatchObject({
      'mutual count': '0.735',
      'Adamic–Adar': '0.735',
      'T (places together)': '0.887',
      'R (places shared)': '0.881',
      'K (combined)': '0.932',
    })
  })
})
