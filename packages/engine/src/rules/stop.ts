/** When somebody has stopped, and what may be reported of it (PRES2, PRES4). */
import { POLICY } from './policy.ts'
import { metresBetween, type Position } from './position.ts'
import { after, type Metres, type Seconds } from './units.ts'

/** Where a device says it is. */
export interface Fix extends Position {
  readonly at: Seconds
  /** Radius of 68 % confidence. */
  readonly accuracy: Metres
}

/** What a device remembers of its owner's stops. */
export interface StopRecord {
  /** Fixes as far back as the dwell looks, oldest first. */
  readonly fixes: readonly Fix[]
  /** The place where its owner has stopped, and since when. */
  readonly place?: Position
  readonly since?: Seconds
}

export const noStop = (): StopRecord => ({ fixes: [] })

export interface StopStep {
  readonly record: StopRecord
  /** Whether the cell of this fix may be sent: stopped, and in the first 45 minutes at this place. */
  readonly reports: boolean
}

/** A fix comes. One that is worse than 100 m says nothing and is not kept. */
export const onFix = (record: StopRecord, fix: Fix): StopStep => {
  if (fix.accuracy > POLICY.worstFix) return { record, reports: false }
  const fixes = [...lookedBack(record.fixes, fix.at), fix]
  if (!hasStopped(fixes, fix)) return { record: { ...record, fixes }, reports: false }
  const isSamePlace = record.place !== undefined && metresBetween(record.place, fix) <= POLICY.placeEnds
  const place = isSamePlace ? record.place! : { lat: fix.lat, lon: fix.lon }
  const since = isSamePlace ? record.since! : fix.at
  return { record: { fixes, place, since }, reports: fix.at < after(since, POLICY.reportFor) }
}

/** The fixes of the last two minutes, and the one before them, which says where somebody was two minutes ago. */
const lookedBack = (fixes: readonly Fix[], now: Seconds): readonly Fix[] => {
  const firstRecent = fixes.findIndex(({ at }) => at > now - POLICY.dwell)
  return firstRecent === -1 ? fixes.slice(-1) : fixes.slice(Math.max(0, firstRecent - 1))
}

const hasStopped = (fixes: readonly Fix[], fix: Fix): boolean => {
  const then = fixes.findLast(({ at }) => at <= fix.at - POLICY.dwell)
  // A phone that slept says nothing of what lay between: by then Around has lapsed (PRES1).
  if (then === undefined || fix.at - then.at > POLICY.aroundLapse.app) return false
  const within = Math.max(then.accuracy, fix.accuracy) > POLICY.poorFix ? POLICY.stillWithinPoor : POLICY.stillWithin
  return metresBetween(then, fix) <= within
}

/** What is remembered of a background tracker: at most two cells of resolution 11, since when it is in them, to when. */
export interface TrackerRecord {
  readonly cells: readonly string[]
  readonly since: Seconds
  readonly at: Seconds
  /** The cell where its owner has last come to a stop, and when: the place ends with a stop more than 150 m away. */
  readonly place?: { readonly cell: string; readonly since: Seconds }
}

export interface TrackerStep {
  readonly record: TrackerRecord
  readonly stopped: boolean
  /** Whether it counts: stopped, and in the first 45 minutes at this place. */
  readonly reports: boolean
}

/**
 * A tracker's point has become a cell. It has stopped once it has been within two cells for two minutes: neighbours, on
 * whose border it stands. Trackers report seldom, and two points of a drive are in two cells as well.
 */
export const onTrackerCell = (
  record: TrackerRecord | undefined,
  cell: string,
  metresApart: (one: string, other: string) => Metres,
  at: Seconds,
): TrackerStep => {
  const within = withinTwo(record, cell, metresApart, at)
  if (at - within.since < POLICY.dwell) return { record: within, stopped: false, reports: false }
  const { place } = within
  const isSamePlace = place !== undefined && metresApart(place.cell, cell) <= POLICY.placeEnds
  const here = isSamePlace ? place : { cell, since: at }
  return { record: { ...within, place: here }, stopped: true, reports: at < after(here.since, POLICY.reportFor) }
}

const withinTwo = (
  record: TrackerRecord | undefined,
  cell: string,
  metresApart: (one: string, other: string) => Metres,
  at: Seconds,
): TrackerRecord => {
  if (record === undefined) return { cells: [cell], since: at, at }
  const { cells } = record
  // As of a phone that slept: after half an hour it may have been anywhere, and Around has lapsed.
  const hasSlept = at - record.at > POLICY.aroundLapse.tracker
  if (cells.includes(cell) && !hasSlept) return { ...record, at }
  const isBeside = cells.length < 2 && cells.every((one) => metresApart(one, cell) <= POLICY.stillWithin)
  return isBeside && !hasSlept
    ? { ...record, cells: [...cells, cell], at }
    : { ...record, cells: [cell], since: at, at }
}

/** PRES4: two people are near around when both have stopped, in the same cell or in neighbouring ones. */
export const areNear = (aStopped: boolean, bStopped: boolean, cellsTouch: boolean): boolean =>
  aStopped && bStopped && cellsTouch
