import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areNear,
  type Fix,
  type Metres,
  metresBetween,
  noStop,
  onFix,
  onTrackerCell,
  type Position,
  type Seconds,
  type StopRecord,
  type TrackerRecord,
} from '../../src/rules/index.ts'
import { justBefore, minutes, NOON } from './people.ts'

const METRES_A_DEGREE = (6_371_008.8 * Math.PI) / 180

/** So many metres north of a café. */
const north = (metres: number): Position => ({ lat: 50 + metres / METRES_A_DEGREE, lon: 8 })
const fix = (metres: number, at: number, accuracy = 10): Fix => ({
  ...north(metres),
  at: at as Seconds,
  accuracy: accuracy as Metres,
})

const walk = (fixes: readonly Fix[], from: StopRecord = noStop()) => {
  const reports: boolean[] = []
  let record = from
  for (const one of fixes) {
    const step = onFix(record, one)
    record = step.record
    reports.push(step.reports)
  }
  return { record, reports }
}

/** Whether the later of two fixes, so far and so long apart, may be sent. */
const sendsAfter = (metres: number, seconds: number, accuracy = 10): boolean =>
  walk([fix(0, NOON), fix(metres, NOON + seconds, accuracy)]).reports[1]!

describe('metres between positions', () => {
  it('PRES2 agrees with known distances: Vienna to Paris, and a step along a meridian', () => {
    const vienna = { lat: 48.2082, lon: 16.3738 }
    const paris = { lat: 48.8566, lon: 2.3522 }
    expect(metresBetween(vienna, paris)).toBeGreaterThan(1_030_000)
    expect(metresBetween(vienna, paris)).toBeLessThan(1_040_000)
    expect(metresBetween(north(0), north(150))).toBeCloseTo(150, 4)
    expect(metresBetween({ lat: 0, lon: 179.9995 }, { lat: 0, lon: -179.9995 })).toBeCloseTo(111.19, 1)
  })
})

describe('when somebody has stopped', () => {
  it('PRES2 at most 75 m from where they were 120 s ago', () => {
    expect(sendsAfter(74.9, 120)).toBe(true)
    expect(sendsAfter(75.1, 120)).toBe(false)
    expect(sendsAfter(0, 119)).toBe(false)
  })

  it('PRES2 where they were longer than ten minutes ago says nothing: a phone that slept may have been anywhere', () => {
    expect(sendsAfter(0, 600)).toBe(true)
    expect(sendsAfter(0, 601)).toBe(false)
  })

  it('PRES2 100 m where a fix is worse than 30 m, be it the first or the second', () => {
    expect(sendsAfter(99.9, 120, 31)).toBe(true)
    expect(sendsAfter(100.1, 120, 31)).toBe(false)
    expect(sendsAfter(90, 120, 30)).toBe(false)
    expect(walk([fix(0, NOON, 31), fix(90, NOON + 120)]).reports).toEqual([false, true])
  })

  it('PRES2 a fix worse than 100 m says nothing and is not kept', () => {
    const { record, reports } = walk([fix(0, NOON), fix(0, NOON + 120, 101)])
    expect(reports).toEqual([false, false])
    expect(record.fixes).toEqual([fix(0, NOON)])
    expect(sendsAfter(0, 120, 100)).toBe(true)
  })

  it('PRES2 who walks past sends nothing: 1.4 m/s, a fix every ten seconds', () => {
    const steps = Array.from({ length: 90 }, (_, i) => fix(i * 14, NOON + i * 10))
    expect(walk(steps).reports).not.toContain(true)
  })

  it('PRES2 no more is kept than the last two minutes and the fix before them', () => {
    const steps = Array.from({ length: 90 }, (_, i) => fix(0, NOON + i * 10))
    expect(walk(steps).record.fixes.length).toBeLessThanOrEqual(13)
  })

  it('PRES2 a fix may be sent exactly when the one that was last at least 120 s ago is near enough', () => {
    const gap = fc.record({ wait: fc.integer({ min: 1, max: 90 }), at: fc.nat(200), accuracy: fc.nat(120) })
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 30 }), (gaps) => {
        let now = NOON as number
        const fixes = gaps.map(({ wait, at, accuracy }) => {
          now += wait
          return fix(at, now, accuracy)
        })
        const good = fixes.filter(({ accuracy }) => accuracy <= 100)
        const { reports } = walk(fixes)
        for (const [i, one] of fixes.entries()) {
          const then = good.filter(({ at }) => at <= one.at - 120).at(-1)
          const within = then && Math.max(then.accuracy, one.accuracy) > 30 ? 100 : 75
          const isStill = then !== undefined && one.accuracy <= 100 && metresBetween(then, one) <= within
          if (one.at - NOON < 45 * 60) expect(reports[i]).toBe(isStill)
        }
      }),
    )
  })
})

const arrive = [fix(0, NOON), fix(0, NOON + 120)]
const since = NOON + 120

/** Stands there for two minutes, at the end of which it may or may not be sent. */
const stands = (metres: number, at: number): Fix[] => [fix(metres, at - 120), fix(metres, at)]

describe('how long a place is reported', () => {
  it('PRES2 only in the first 45 minutes: not at exactly 45', () => {
    expect(walk([...arrive, ...stands(0, justBefore(minutes(45, since)))]).reports.at(-1)).toBe(true)
    expect(walk([...arrive, ...stands(0, minutes(45, since))]).reports.at(-1)).toBe(false)
  })

  it('PRES2 a stop at most 150 m away is the same place, one further away is another', () => {
    expect(walk([...arrive, ...stands(149.9, minutes(50, since))]).reports.at(-1)).toBe(false)
    expect(walk([...arrive, ...stands(150.1, minutes(50, since))]).reports.at(-1)).toBe(true)
  })

  it('PRES2 leaving and coming back without a stop elsewhere does not begin anew', () => {
    const round = [fix(800, minutes(46, since)), fix(1600, minutes(50, since))]
    expect(walk([...arrive, ...round, ...stands(0, minutes(60, since))]).reports.at(-1)).toBe(false)
  })

  it('PRES2 drifting does not begin anew: a place is where its first stop was', () => {
    const drift = [100, 140, 100, 50].flatMap((metres, i) => stands(metres, minutes(10 * (i + 1), since)))
    const { record, reports } = walk([...arrive, ...drift, ...stands(140, minutes(46, since))])
    expect(record.place).toEqual(north(0))
    expect(reports.at(-1)).toBe(false)
  })
})

describe('trackers', () => {
  const apart = (one: string, other: string): Metres =>
    (one[0] === other[0] ? 50 : one + other === 'a1b1' ? 151 : 150) as Metres
  const points = (all: readonly (readonly [cell: string, at: number])[]) => {
    let record: TrackerRecord | undefined
    return all.map(([cell, at]) => {
      const step = onTrackerCell(record, cell, apart, (NOON + at) as Seconds)
      record = step.record
      return step
    })
  }

  it('PRES2 a tracker has stopped once it has been within two cells for 120 s', () => {
    const steps = points([
      ['a1', 0],
      ['a2', 60],
      ['a1', 119],
      ['a2', 120],
    ])
    expect(steps.map(({ stopped }) => stopped)).toEqual([false, false, false, true])
  })

  it('PRES2 a third cell begins anew', () => {
    const steps = points([
      ['a1', 0],
      ['a2', 60],
      ['a3', 130],
      ['a3', 249],
      ['a3', 250],
    ])
    expect(steps.map(({ stopped }) => stopped)).toEqual([false, false, false, false, true])
    expect(steps[2]!.record.cells).toEqual(['a3'])
  })

  it('PRES2 cells are neighbours whose centres are at most 75 m apart', () => {
    const stops = (metres: number): boolean => {
      const { record } = onTrackerCell(undefined, 'a1', () => metres as Metres, NOON)
      return onTrackerCell(record, 'a2', () => metres as Metres, minutes(2)).stopped
    }
    expect([stops(75), stops(76)]).toEqual([true, false])
  })

  it('PRES2 two cells that are no neighbours are no stop: a drive with a point every two minutes', () => {
    const drive = points([
      ['a1', 0],
      ['b1', 120],
      ['c1', 240],
      ['d1', 360],
    ])
    expect(drive.map(({ stopped }) => stopped)).toEqual([false, false, false, false])
  })

  it('PRES2 a tracker, too, reports a place for 45 minutes, and not at exactly 45', () => {
    const end = 120 + 45 * 60
    const steps = points([
      ['a1', 0],
      ['a1', 120],
      ['a2', 1800],
      ['a2', end - 1],
      ['a1', end],
    ])
    expect(steps.map(({ reports }) => reports)).toEqual([false, true, true, true, false])
    expect(steps[4]!.stopped).toBe(true)
  })

  it('PRES2 a tracker that was silent for more than half an hour may have been anywhere, and begins anew', () => {
    const silent = (seconds: number, cell: string) =>
      points([
        ['a1', 0],
        ['a1', 120],
        [cell, 120 + seconds],
      ]).at(-1)!.stopped
    expect([silent(1800, 'a1'), silent(1801, 'a1')]).toEqual([true, false])
    expect([silent(1800, 'a2'), silent(1801, 'a2')]).toEqual([true, false])
  })

  it('PRES2 its silence is counted from the last point, not from the first', () => {
    const all = [0, 1500, 3000, 4500].map((at): [string, number] => ['a1', at])
    expect(points(all).map(({ stopped }) => stopped)).toEqual([false, true, true, true])
  })

  it('PRES2 its place ends with a stop more than 150 m away, not with passing through', () => {
    const late = 3600
    const passing = points([
      ['a1', 0],
      ['a1', 120],
      ['b1', late],
      ['a1', late + 30],
      ['a1', late + 150],
    ])
    expect(passing.at(-1)).toMatchObject({ stopped: true, reports: false })
    const further = points([
      ['a1', 0],
      ['a1', 120],
      ['x1', late],
      ['b1', late + 60],
      ['b1', late + 180],
    ])
    expect(further.at(-1)).toMatchObject({ stopped: true, reports: true })
    const nearer = points([
      ['a1', 0],
      ['a1', 120],
      ['x1', late],
      ['c1', late + 60],
      ['c1', late + 180],
    ])
    expect(nearer.at(-1)).toMatchObject({ stopped: true, reports: false })
  })
})

describe('near around', () => {
  it('PRES4 both have stopped, and their cells are the same or neighbours', () => {
    expect(areNear(true, true, true)).toBe(true)
    expect(areNear(false, true, true)).toBe(false)
    expect(areNear(true, false, true)).toBe(false)
    expect(areNear(true, true, false)).toBe(false)
  })
})
