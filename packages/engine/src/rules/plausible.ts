/** What Around believes of a device's reports (PRES5). */
import { POLICY } from './policy.ts'
import { after, DAY, HOUR, type Metres, type Seconds } from './units.ts'

/** What is remembered of one member's reports. */
export interface ReportRecord {
  /** The one device that carries Around. */
  readonly device?: string
  readonly lastAt?: Seconds
  readonly lastCell?: string
  readonly pausedUntil?: Seconds
  /** The different stops of the last 24 hours, each once, and when it was last reported. */
  readonly stops: readonly { readonly cell: string; readonly at: Seconds }[]
}

export const noReports = (): ReportRecord => ({ stops: [] })

export interface Report {
  readonly device: string
  readonly cell: string
  /** From the centre of the last reported cell to the centre of this one; 0 where there is none. */
  readonly metresFromLast: Metres
}

export type ReportRefusal = 'another-device' | 'paused' | 'too-fast' | 'too-many-stops'

export interface ReportResult {
  readonly record: ReportRecord
  /** Absent where the report counts. */
  readonly refusal?: ReportRefusal
}

export const onReport = (record: ReportRecord, report: Report, now: Seconds): ReportResult => {
  if (record.device !== undefined && record.device !== report.device) return { record, refusal: 'another-device' }
  if (now < (record.pausedUntil ?? 0)) return { record, refusal: 'paused' }
  if (isTooFast(record, report, now))
    return { record: { ...record, pausedUntil: after(now, POLICY.implausiblePause) }, refusal: 'too-fast' }
  const stops = record.stops.filter(({ at }) => now - at < DAY)
  const others = stops.filter(({ cell }) => cell !== report.cell)
  const thisHour = others.filter(({ at }) => now - at < HOUR).length
  if (thisHour >= POLICY.stopsAnHour || others.length >= POLICY.stopsADay)
    return { record: { ...record, stops }, refusal: 'too-many-stops' }
  const { device, cell } = report
  return { record: { device, lastAt: now, lastCell: cell, stops: [...others, { cell, at: now }] } }
}

/**
 * More than 100 m/s, whatever the cells hide: who stands on a border is in one cell and a second later in the next,
 * whose centre is far away. Two reports of one second count as a second apart.
 */
const isTooFast = ({ lastAt }: ReportRecord, { metresFromLast }: Report, now: Seconds): boolean =>
  lastAt !== undefined && metresFromLast - POLICY.cellAcross > POLICY.fastest * Math.max(1, now - lastAt)

/** Another device is to carry Around from now on: said by its owner, and what has been counted stays counted. */
export const carriedBy = (record: ReportRecord, device: string): ReportRecord => ({ ...record, device })
