import { createElement as h } from 'react'
import { describe, expect, test } from 'vitest'
import { Circles } from '../../src/ui/circles.tsx'
import { count, markup, reading } from './markup.ts'

const beadsOf = (drawing: string): number => count(drawing, 'k-bead')

describe('Circles', () => {
  test.each([3, 10, 25, 100])(
    'MUT4: before an introduction there are %i beads for the step, and never more',
    (step) => {
      expect(beadsOf(markup(h(Circles, { state: 'someone', shared: step, size: 72 })))).toBe(step)
      expect(reading(h(Circles, { state: 'someone', shared: step, size: 72 }))).toBe(`${step}+`)
    },
  )

  test('after an introduction the number is exact, a bead for each friend', () => {
    const drawing = h(Circles, { state: 'introduced', shared: 27, size: 92 })
    expect(beadsOf(markup(drawing))).toBe(27)
    expect(reading(drawing)).toBe('27')
  })

  test('a friend or two is one bead and no number, where it is small', () => {
    const row = h(Circles, { row: true, state: 'someone', shared: 1 })
    expect(beadsOf(markup(row))).toBe(1)
    expect(reading(row)).toBe('')
  })

  test('small circles have a number and no beads', () => {
    const small = h(Circles, { state: 'waved', shared: 10, size: 56 })
    expect(beadsOf(markup(small))).toBe(0)
    expect(reading(small)).toBe('10+')
  })

  test.each(['topic', 'online', 'nothing', 'touching'] as const)(
    'sharing no friend (%s) shows no overlap, bead or number',
    (instead) => {
      const drawing = h(Circles, { state: 'someone', shared: 0, instead, size: 72 })
      expect(markup(drawing)).not.toContain('k-ours')
      expect(beadsOf(markup(drawing))).toBe(0)
      expect(reading(drawing)).toBe('')
    },
  )

  test('my circle is left of theirs', () => {
    const drawing = markup(h(Circles, { state: 'introduced', shared: 5, size: 92 }))
    const at = (who: string) => Number(new RegExp(`k-${who}" cx="(-?[\\d.]+)`).exec(drawing)?.[1])
    expect(at('mine')).toBeLessThan(0)
    expect(at('theirs')).toBe(-at('mine'))
  })

  test('is silent beside words that say it all, and speaks where it stands alone', () => {
    expect(markup(h(Circles, { state: 'someone', shared: 5 }))).toContain('aria-hidden="true"')
    expect(markup(h(Circles, { state: 'someone', shared: 5, label: 'Five friends' }))).toContain(
      'role="img" aria-label="Five friends"',
    )
  })
})
