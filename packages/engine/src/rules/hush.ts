/** Quiet: one's own, a host's for the room, and Kith's own after an introduction (ENC6, CONV4). */
import { POLICY } from './policy.ts'
import { after, type Seconds } from './units.ts'

/** What keeps somebody's notifications back, each until a time; 0 or earlier than now where it does not. */
export interface Quiet {
  /** Set by the member. */
  readonly own: Seconds
  /** Set by the host of the room they are in. */
  readonly room: Seconds
  /** After an introduction. */
  readonly introduction: Seconds
}

export const noQuiet = (): Quiet => ({ own: 0 as Seconds, room: 0 as Seconds, introduction: 0 as Seconds })

/** Until when somebody is quiet; not after `now` where they are not. */
export const quietUntil = ({ own, room, introduction }: Quiet): Seconds => Math.max(own, room, introduction) as Seconds

export const isQuiet = (quiet: Quiet, now: Seconds): boolean => now < quietUntil(quiet)

/** CONV4: "Go and say hello. We'll keep quiet." */
export const quietAfterIntroduction = (quiet: Quiet, now: Seconds): Quiet => ({
  ...quiet,
  introduction: after(now, POLICY.introductionHush),
})
