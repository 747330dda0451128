import { describe, expect, test } from 'vitest'
import { beads, numberSize, overlap, share } from '../../src/ui/overlap.ts'

describe('The overlap of two circles', () => {
  // look.md, The circles.
  const TABLE = [
    [1, 0.12, 0.78],
    [3, 0.178, 0.711],
    [5, 0.214, 0.672],
    [10, 0.275, 0.61],
    [25, 0.382, 0.508],
    [50, 0.491, 0.412],
    [100, 0.63, 0.295],
  ] as const

  test.each(TABLE)('of %i covers %f of a circle, its centres %f diameters apart', (n, f, x) => {
    expect(share(n)).toBeCloseTo(f, 3)
    expect(overlap(n)).toBeCloseTo(x, 3)
  })

  test('grows with every friend and never swallows a circle', () => {
    for (let n = 1; n < 500; n++) {
      expect(share(n + 1)).toBeGreaterThanOrEqual(share(n))
      expect(overlap(n + 1)).toBeLessThanOrEqual(overlap(n) + 1e-9)
    }
    expect(share(5000)).toBe(0.72)
  })

  test('really covers that share: measured by throwing points on a grid', () => {
    const x = overlap(25)
    let mine = 0
    let both = 0
    for (let a = -1; a < 1; a += 0.004)
      for (let b = -1; b < 1; b += 0.004) {
        if (a * a + b * b > 1) continue
        mine++
        if ((a - 2 * x) ** 2 + b * b <= 1) both++
      }
    expect(both / mine).toBeCloseTo(share(25), 2)
  })
})

describe('Beads', () => {
  test.each([1, 2, 3, 10, 25, 100])('%i lie inside both circles, as far from each edge', (count) => {
    const r = 150
    const x = overlap(count)
    for (const { x: a, y: b } of beads(count, r, x)) {
      const fromMine = Math.hypot(a + x * r, b)
      const fromTheirs = Math.hypot(a - x * r, b)
      expect(Math.max(fromMine, fromTheirs)).toBeCloseTo(r * (1 - 0.085), 6)
    }
  })

  test('are evenly spaced along the edge, and alike on both sides', () => {
    const drawn = beads(10, 100, overlap(10))
    const gaps = drawn
      .slice(1, 5)
      .map((bead, i) => Math.hypot(bead.x - (drawn[i]?.x ?? 0), bead.y - (drawn[i]?.y ?? 0)))
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6)
    for (const [i, bead] of drawn.entries()) expect(bead.y).toBeCloseTo(drawn[9 - i]?.y ?? Number.NaN, 6)
  })
})

describe('The number in the overlap', () => {
  test('is there from 15 px only', () => {
    expect(numberSize('1+', 42, overlap(1), false)).toBe(0)
    expect(numberSize('3+', 42, overlap(3), false)).toBeGreaterThanOrEqual(15)
    expect(numberSize('100+', 20, overlap(100), false)).toBe(0)
  })

  test('leaves room for the beads', () => {
    const x = overlap(25)
    expect(numberSize('25', 150, x, true)).toBeLessThan(numberSize('25', 150, x, false))
  })
})
