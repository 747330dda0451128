import { describe, expect, it } from 'vitest'
import { readWorld } from '../src/worlds/world.ts'
import { candidatesOf } from '../src/worth/candidates.ts'
import { scoresOf } from '../src/worth/measures.ts'
import { momentsOf } from '../src/worth/moments.ts'
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

describe('measures', () => {
  const day = 86_400
  /** 1 and 2 share 9 and meet at x; days later both come to y, two days apart, where 2 meets 3. */
  const world = readWorld(
    folderWith({
      'friends.csv': `a,b\n${rows([1, 9], [2, 9])}`,
      'visits.csv': `t,user,place\n${rows(
        [0, 1, 'x'],
        [0, 2, 'x'],
        [10 * day, 1, 'y'],
        [12 * day, 2, 'y'],
        [12 * day + 1800, 3, 'y'],
        [13 * day, 2, 'x'],
      )}`,
    }),
  )
  const { pairs } = candidatesOf(world, 3600)
  const scores = (first = false, keepDays = Number.POSITIVE_INFINITY) => scoresOf(world, pairs, { first, keepDays }, 1)
  const shared = (...memory: [first: boolean, keepDays?: number]) => [...scores(...memory)['R (places shared)']!]

  it('MUT6 of friends are those of the two lists', () => {
    expect(pairs.map(({ a, b }) => [world.ids[a], world.ids[b]])).toEqual([
      [1, 2],
      [2, 3],
    ])
    const { 'mutual count': count, 'Adamic–Adar': strength, Jaccard, 'resource allocation': allocation } = scores()
    expect([[...count!], [...Jaccard!], [...allocation!]]).toEqual([
      [1, 0],
      [1, 0],
      [1 / 2, 0],
    ])
    expect(strength![0]).toBeCloseTo(1 / Math.log(2), 10)
  })

  it('of places are T, R and their combination with Adamic–Adar', () => {
    const { 'T (places together)': together, 'K (combined)': combined } = scores()
    expect([...together!]).toEqual([1 / Math.log(3), 1 / Math.log(4)])
    expect(shared(false)).toEqual([1 / 2 + 1 / 3, 1 / 3])
    const [g, r, t] = [1 / Math.log(2), 5 / 6, 1 / Math.log(3)]
    const k = 2 * Math.log(1 + 4 * g) + Math.log(1 + 200 * r) + 2 * Math.log(1 + 10 * t)
    expect(combined![0]).toBeCloseTo(k, 9)
  })

  it('known first: visits up to the end of the hour in which they met, and nothing of being together', () => {
    expect([...scores(true)['T (places together)']!]).toEqual([0, 0])
    expect(shared(true)).toEqual([1 / 2, 1 / 3])
  })

  it('keep: two visits count if both were remembered at once, to the day; first, only what is no older', () => {
    expect(shared(false, 2)).toEqual([1 / 2 + 1 / 3, 1 / 3])
    expect(shared(false, 1)).toEqual([1 / 2, 1 / 3])
    expect(shared(true, 2)).toEqual([1 / 2, 1 / 3])
    expect(shared(true, 1)).toEqual([1 / 2, 1 / 2])
  })

  it('random order is drawn with a seed', () => {
    const order = (seed: number) => [...scoresOf(world, pairs, { first: false, keepDays: 1 }, seed)['random order']!]
    expect(order(1)).toEqual(order(1))
    expect(order(1)).not.toEqual(order(2))
  })
})

describe('moments', () => {
  const moments = (files: Record<string, string>) => {
    const world = readWorld(folderWith({ 'friends.csv': 'a,b\n', ...files }))
    return [...momentsOf(world, 3600)].map(({ t, who, others }) => [
      t,
      world.ids[who],
      others.map((other) => world.ids[other]).sort(),
    ])
  }

  it('contacts: all sightings of one person within a minute, for both sides', () => {
    expect(moments({ 'contacts.csv': `t,a,b\n${rows([60, 1, 2], [90, 3, 1], [119, 2, 1], [120, 2, 1])}` })).toEqual([
      [60, 1, [2, 3]],
      [60, 2, [1]],
      [60, 3, [1]],
      [120, 1, [2]],
      [120, 2, [1]],
    ])
  })

  it('PRES1 visits: each arrival, with whoever has not left, the stay being exclusive', () => {
    const visits = rows([0, 1, 'x'], [3599, 2, 'x'], [3600, 3, 'x'], [3601, 2, 'x'], [3602, 2, 'y'], [3603, 3, 'x'])
    expect(moments({ 'visits.csv': `t,user,place\n${visits}` })).toEqual([
      [0, 1, []],
      [3599, 2, [1]],
      [3600, 3, [2]],
      [3601, 2, [3]],
      [3602, 2, []],
      [3603, 3, []],
    ])
  })

  it('checkins: each arrival, cells beside included', () => {
    expect(
      moments({ 'checkins.csv': `t,user,lat,lon\n${rows([0, 1, 1, 1], [5, 2, 1.0002, 1], [6, 3, 2, 2])}` }),
    ).toEqual([
      [0, 1, []],
      [5, 2, [1]],
      [6, 3, []],
    ])
  })

  it('rooms: everybody in a room, once each', () => {
    expect(moments({ 'rooms.csv': `user,room\n${rows([2, 'x'], [1, 'x'], [2, 'x'], [3, 'y'])}` })).toEqual([
      [0, 2, [1]],
      [0, 1, [2]],
      [0, 3, []],
    ])
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
