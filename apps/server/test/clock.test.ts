import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { movableClock, systemClock } from '../src/clock.ts'

describe('a movable clock', () => {
  test('runs what falls due on the way, each at its own time, in order', () => {
    const clock = movableClock(1000)
    const ran: string[] = []
    const note = (name: string) => () => ran.push(`${name} ${clock.now()}`)
    clock.after(30, note('late'))
    clock.after(10, () => {
      note('first')()
      clock.after(5, note('made by first'))
      clock.after(0, note('at once'))
    })
    clock.after(10, note('second'))
    clock.after(31, note('too late'))
    clock.move(9)
    expect(ran).toEqual([])
    clock.move(21)
    expect(ran).toEqual(['first 1010', 'second 1010', 'at once 1010', 'made by first 1015', 'late 1030'])
    expect([clock.now(), clock.waiting]).toEqual([1030, 1])
  })

  test('what was cancelled does not run, also when one due at the same time cancels it', () => {
    const clock = movableClock(1000)
    const ran: string[] = []
    clock.after(10, () => other.cancel())
    const other = clock.after(10, () => ran.push('other'))
    clock.after(5, () => ran.push('cancelled')).cancel()
    clock.move(60)
    expect([ran, clock.waiting]).toEqual([[], 0])
  })

  test('moves forward only, and speaks of whole seconds', () => {
    const clock = movableClock(1000)
    expect(() => clock.move(-1)).toThrow(RangeError)
    expect(() => clock.move(Number.NaN)).toThrow(RangeError)
    clock.move(0.7)
    expect(clock.now()).toBe(1000)
    clock.move(0.7)
    expect(clock.now()).toBe(1001)
  })
})

describe('the clock on the wall', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_900 }))
  afterEach(() => void vi.useRealTimers())

  test('speaks of whole seconds', () => {
    expect(systemClock.now()).toBe(1_800_000_000)
  })

  test('waits longer than setTimeout can, and not less than it was asked', () => {
    const sixtyDays = 60 * 86_400
    const ran: number[] = []
    systemClock.after(sixtyDays, () => ran.push(systemClock.now()))
    vi.advanceTimersByTime((sixtyDays - 1) * 1000)
    expect(ran).toEqual([])
    vi.advanceTimersByTime(1001)
    expect(ran).toEqual([1_800_000_000 + sixtyDays])
  })

  test('after the machine has slept, what was due is run within a minute', () => {
    const ran: number[] = []
    systemClock.after(7200, () => ran.push(systemClock.now()))
    vi.setSystemTime(1_800_000_000_000 + 9_000_000)
    vi.advanceTimersByTime(60_001)
    expect(ran).toHaveLength(1)
  })

  test('what was cancelled does not run, however long it had waited', () => {
    const ran: number[] = []
    const timer = systemClock.after(300, () => ran.push(1))
    vi.advanceTimersByTime(200_000)
    timer.cancel()
    vi.advanceTimersByTime(200_000)
    expect(ran).toEqual([])
  })
})
