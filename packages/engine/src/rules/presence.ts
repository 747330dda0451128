/** How long somebody is present (PRES1). */
import { POLICY } from './policy.ts'
import { after, type Seconds } from './units.ts'

/** When a presence ends that begins now: as long as asked, 3 h in a room and 2 h around unless said, at most 12 h. */
export const presenceUntil = (where: 'room' | 'around', now: Seconds, asked?: number): Seconds => {
  return after(now, Math.min(Math.max(asked ?? POLICY.stay[where], 0), POLICY.mostStay))
}

/** When Around ends: at its time, or ten minutes after the last report (30 from a background tracker). */
export const aroundUntil = (until: Seconds, lastReport: Seconds, from: 'app' | 'tracker'): Seconds =>
  Math.min(until, after(lastReport, POLICY.aroundLapse[from])) as Seconds
