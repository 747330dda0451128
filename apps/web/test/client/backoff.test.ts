import { describe, expect, it } from 'vitest'
import { backoff } from '../../src/client/backoff.ts'

describe('the wait between two tries', () => {
  it('doubles from half a second and stops at ten', () => {
    const longest = [0, 1, 2, 3, 4, 5, 50].map((tries) => Math.round(backoff(tries, () => 1)))
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
  })

  it('spreads those who were cut off together over half of it', () => {
    expect(backoff(6, () => 0)).toBe(5000)
    expect(backoff(6, () => 0.5)).toBe(7500)
  })
})
