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
  /** When each different stop of the last 24 hours began. */
  readonly stops: readonly Seconds[]
}

export const noReports = (): ReportRecord => ({ stops: [] })

export interface Report {
  readonly device: string
  readonly cell: string
  /** From the centre of the last reported cell; 0 where there is none. */
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
  const stops = record.stops.filter((at) => now - at < DAY)
  const last = { device: report.device, lastAt: now, lastCell: report.cell }
  if (record.lastCell === report.cell) return { record: { ...record, ...last, stops } }
  const thisHour = stops.filter((at) => now - at < HOUR).length
  if (thisHour >= POLICY.stopsAnHour || stops.length >= POLICY.stopsADay)
    return { record: { ...record, stops }, refusal: 'too-many-stops' }
  return { record: { ...record, ...last, stops: [...stops, now] } }
}

/** More than 100 m/s; two reports of one second count as a second apart. */
const isTooFast = ({ lastAt }: ReportRecord, { metresFromLast }: Report, now: Seconds): boolean =>
  lastAt !== undefined && metresFromLast > POLICY.fastest * Math.max(1, now - lastAt)

/** Another device is to carry Around from now on: said by its owner, and what has been counted stays counted. */
export const carriedBy = (record: ReportRecord, device: string): ReportRecord => ({ ...record, device })
