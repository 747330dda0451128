/** Somebody who keeps coming after you (ENC7). */
import { POLICY } from './policy.ts'
import { after, dayOf, type Metres, type Seconds } from './units.ts'

/** The times that one stranger has come within your cell after you, as far back as seven days. Cells are opaque. */
export interface FollowRecord {
  readonly comings: readonly { readonly at: Seconds; readonly cell: string }[]
}

export const notFollowed = (): FollowRecord => ({ comings: [] })

export interface FollowStep {
  readonly record: FollowRecord
  /** Tell the one who was followed; then neither sees the other until `hiddenUntil`. Absent otherwise. */
  readonly hiddenUntil?: Seconds
}

/** They have come after you, without a wave between you. */
export const cameAfter = (
  record: FollowRecord,
  cell: string,
  metresBetween: (one: string, other: string) => Metres,
  now: Seconds,
): FollowStep => {
  const recent = record.comings.filter(({ at }) => now - at < POLICY.followWithin)
  const comings = [...recent, { at: now, cell }]
  if (!isFollowing(comings, metresBetween)) return { record: { comings } }
  return { record: notFollowed(), hiddenUntil: after(now, POLICY.followHidden) }
}

/** A wave between the two ends it. */
export const followForgiven = (): FollowRecord => notFollowed()

const isFollowing = (
  comings: FollowRecord['comings'],
  metresBetween: (one: string, other: string) => Metres,
): boolean =>
  new Set(comings.map(({ at }) => dayOf(at))).size >= POLICY.followDays && someApart(comings, [], metresBetween)

/** Whether there are three comings at places of which each is 2 km from the others, over at least two days. */
const someApart = (
  left: FollowRecord['comings'],
  chosen: FollowRecord['comings'],
  metresBetween: (one: string, other: string) => Metres,
): boolean => {
  if (chosen.length === POLICY.followPlaces) return new Set(chosen.map(({ at }) => dayOf(at))).size >= POLICY.followDays
  return left.some(
    (coming, i) =>
      chosen.every(({ cell }) => metresBetween(cell, coming.cell) >= POLICY.followApart) &&
      someApart(left.slice(i + 1), [...chosen, coming], metresBetween),
  )
}
