/** Somebody who keeps coming after you (ENC7). */
import { POLICY } from './policy.ts'
import { after, dayOf, endOfDay, type Metres, type Seconds } from './units.ts'

/**
 * Where and on which days one stranger has come within your cell after you, as far back as seven days: each place once a
 * day. Days, because nothing that outlives a presence says an hour (PRES3); cells are opaque.
 */
export interface FollowRecord {
  readonly comings: readonly Coming[]
}

export interface Coming {
  readonly day: number
  readonly cell: string
}

export const notFollowed = (): FollowRecord => ({ comings: [] })

export interface FollowStep {
  readonly record: FollowRecord
  /** Tell the one who was followed; then neither sees the other until `hiddenUntil`. Absent otherwise. */
  readonly hiddenUntil?: Seconds
}

/** They have come after you, without a wave between you. */
export const cameAfter = (
  { comings }: FollowRecord,
  cell: string,
  metresBetween: (one: string, other: string) => Metres,
  now: Seconds,
): FollowStep => {
  const today = dayOf(now)
  const kept = comings.filter(({ day }) => today - day < POLICY.followWithin)
  if (kept.some((one) => one.day === today && one.cell === cell)) return { record: { comings: kept } }
  const all = [...kept, { day: today, cell }]
  if (!areFollowing(all, [], metresBetween)) return { record: { comings: all } }
  return { record: notFollowed(), hiddenUntil: after(endOfDay(now), POLICY.followHidden) }
}

/** A wave between the two ends it. */
export const followForgiven = (): FollowRecord => notFollowed()

/** Whether there are three comings at places of which each is 2 km from the others, over at least two days. */
const areFollowing = (
  left: readonly Coming[],
  chosen: readonly Coming[],
  metresBetween: (one: string, other: string) => Metres,
): boolean => {
  if (chosen.length === POLICY.followPlaces) return new Set(chosen.map(({ day }) => day)).size >= POLICY.followDays
  return left.some(
    (coming, i) =>
      chosen.every(({ cell }) => metresBetween(cell, coming.cell) >= POLICY.followApart) &&
      areFollowing(left.slice(i + 1), [...chosen, coming], metresBetween),
  )
}
