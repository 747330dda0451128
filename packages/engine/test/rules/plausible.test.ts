import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aroundUntil,
  carriedBy,
  type Metres,
  noReports,
  onReport,
  presenceUntil,
  type ReportRecord,
  type ReportRefusal,
  type Seconds,
} from '../../src/rules/index.ts'
import { hours, justBefore, minutes, NOON } from './people.ts'

/** What two cells may hide of a distance between their centres. */
const ACROSS = 170

const report = (cell: string, metresFromLast = 0, device = 'phone') => ({
  device,
  cell,
  metresFromLast: metresFromLast as Metres,
})

/** So many different stops, so many seconds apart. */
const stops = (n: number, seconds: number, from = NOON as number): ReportRecord => {
  let record = noReports()
  for (let i = 0; i < n; i++) {
    const result = onReport(record, report(`stop ${i}`), (from + i * seconds) as Seconds)
    expect(result.refusal).toBeUndefined()
    record = result.record
  }
  return record
}

describe('reports around', () => {
  it('PRES5 one device at a time carries Around, until its owner says that another does', () => {
    const { record } = onReport(noReports(), report('here'), NOON)
    expect(onReport(record, report('here', 0, 'tablet'), minutes(1))).toEqual({ record, refusal: 'another-device' })
    const moved = carriedBy(record, 'tablet')
    expect(onReport(moved, report('here', 0, 'tablet'), minutes(1)).refusal).toBeUndefined()
    expect(moved.stops).toEqual(record.stops)
    expect(onReport(moved, report('here'), minutes(1)).refusal).toBe('another-device')
  })

  it('PRES5 exactly 100 m/s is believed, more is refused and pauses for exactly 30 minutes', () => {
    const { record } = onReport(noReports(), report('here'), NOON)
    expect(onReport(record, report('there', 6000 + ACROSS), minutes(1)).refusal).toBeUndefined()
    const fast = onReport(record, report('there', 6001 + ACROSS), minutes(1))
    expect(fast.refusal).toBe('too-fast')
    expect(onReport(fast.record, report('here'), justBefore(minutes(31))).refusal).toBe('paused')
    expect(onReport(fast.record, report('here'), minutes(31)).refusal).toBeUndefined()
  })

  it('PRES5 what was refused moves nothing: the next is measured from the last that was believed', () => {
    const { record } = onReport(noReports(), report('here'), NOON)
    const fast = onReport(record, report('there', 9000), minutes(1))
    expect(fast.record).toMatchObject({ lastCell: 'here', lastAt: NOON })
  })

  it('PRES5 two reports of one second count as a second apart', () => {
    const { record } = onReport(noReports(), report('here'), NOON)
    expect(onReport(record, report('next', 100 + ACROSS), NOON).refusal).toBeUndefined()
    expect(onReport(record, report('next', 101 + ACROSS), NOON).refusal).toBe('too-fast')
  })

  it('PRES5 who stands on the border of two cells is not too fast: their centres are 131 m apart, a second later', () => {
    const { record } = onReport(noReports(), report('here'), NOON)
    expect(onReport(record, report('beside', 131), (NOON + 1) as Seconds).refusal).toBeUndefined()
  })

  it('PRES5 nor do they use up their stops: 12 different ones an hour count, however often one comes back', () => {
    let record = noReports()
    for (let i = 0; i < 60; i++) {
      const result = onReport(record, report(i % 2 === 0 ? 'here' : 'beside', 131), minutes(i / 2))
      expect(result.refusal).toBeUndefined()
      record = result.record
    }
    expect(record.stops).toHaveLength(2)
  })

  it('PRES5 a stop counts from when it was last reported: an hour of many others looks back to that', () => {
    const eleven = stops(11, 60)
    const { record } = onReport(eleven, report('stop 0'), minutes(30))
    const twelve = onReport(record, report('twelfth'), minutes(31)).record
    expect(onReport(twelve, report('thirteenth'), minutes(59)).refusal).toBe('too-many-stops')
    expect(onReport(twelve, report('thirteenth'), minutes(61)).refusal).toBeUndefined()
    expect(onReport(twelve, report('stop 0'), minutes(59)).refusal).toBeUndefined()
  })

  it('PRES5 the 12th stop of an hour counts, the 13th does not until the first is an hour old', () => {
    const twelve = stops(12, 60)
    expect(onReport(twelve, report('thirteenth'), justBefore(hours(1))).refusal).toBe('too-many-stops')
    expect(onReport(twelve, report('thirteenth'), hours(1)).refusal).toBeUndefined()
  })

  it('PRES5 the 30th stop of a day counts, the 31st does not until the first is a day old', () => {
    const thirty = stops(30, 30 * 60)
    expect(onReport(thirty, report('one more'), hours(16)).refusal).toBe('too-many-stops')
    expect(onReport(thirty, report('one more'), justBefore(hours(24))).refusal).toBe('too-many-stops')
    expect(onReport(thirty, report('one more'), hours(24)).refusal).toBeUndefined()
  })

  it('PRES5 staying where one is costs no stop', () => {
    const twelve = stops(12, 60)
    expect(onReport(twelve, report('stop 11'), minutes(30)).refusal).toBeUndefined()
    expect(onReport(twelve, report('stop 11'), minutes(30)).record.stops).toHaveLength(12)
  })

  it('PRES5 never more than 12 stops in an hour and 30 in a day, never faster, never in a pause', () => {
    const seen = new Set<ReportRefusal>()
    const move = fc.record({
      cell: fc.nat(39).map((n) => `cell ${n}`),
      wait: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 1, max: 500 }) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 9000 }) },
      ),
      metres: fc.oneof({ weight: 60, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.nat(90_000) }),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 250, size: 'max' }), (moves) => {
        let record = noReports()
        let now = NOON as number
        let last: number | undefined
        let pausedUntil = 0
        const stopped: { cell: string; at: number }[] = []
        const different = (seconds: number) =>
          new Set(stopped.filter(({ at }) => now - at < seconds).map(({ cell }) => cell)).size
        for (const { cell, wait, metres } of moves) {
          now += wait
          const result = onReport(record, report(cell, metres), now as Seconds)
          record = result.record
          const isFast = last !== undefined && metres - ACROSS > 100 * (now - last)
          if (result.refusal) seen.add(result.refusal)
          if (result.refusal === 'too-fast') pausedUntil = now + 1800
          if (result.refusal) continue
          expect(isFast).toBe(false)
          expect(now).toBeGreaterThanOrEqual(pausedUntil)
          stopped.push({ cell, at: now })
          last = now
          expect(different(3600)).toBeLessThanOrEqual(12)
          expect(different(86_400)).toBeLessThanOrEqual(30)
        }
      }),
      { seed: 11 },
    )
    expect([...seen].sort()).toEqual(['paused', 'too-fast', 'too-many-stops'])
  })
})

describe('how long somebody is present', () => {
  it('PRES1 three hours in a room and two around, unless asked', () => {
    expect(presenceUntil('room', NOON)).toBe(hours(3))
    expect(presenceUntil('around', NOON)).toBe(hours(2))
    expect(presenceUntil('room', NOON, 600)).toBe(minutes(10))
  })

  it('PRES1 at most twelve hours, and never before now', () => {
    expect(presenceUntil('room', NOON, 12 * 3600)).toBe(hours(12))
    expect(presenceUntil('around', NOON, 12 * 3600 + 1)).toBe(hours(12))
    expect(presenceUntil('room', NOON, -5)).toBe(NOON)
  })

  it('PRES1 around lapses 10 minutes after the last report, 30 from a tracker, or at its end', () => {
    expect(aroundUntil(hours(2), NOON, 'app')).toBe(minutes(10))
    expect(aroundUntil(hours(2), NOON, 'tracker')).toBe(minutes(30))
    expect(aroundUntil(minutes(5), NOON, 'tracker')).toBe(minutes(5))
  })
})
