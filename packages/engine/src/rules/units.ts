/** Times are whole seconds, of whatever epoch the caller uses; the rules only ever subtract them. */

declare const brand: unique symbol

export type Seconds = number & { readonly [brand]: 'Seconds' }
export type Metres = number & { readonly [brand]: 'Metres' }

export const MINUTE = 60 as Seconds
export const HOUR = 3600 as Seconds
export const DAY = 86_400 as Seconds

/** A time that never comes. */
export const NEVER_DUE = Number.POSITIVE_INFINITY as Seconds

/** `t` seconds after another time. */
export const after = (t: Seconds, seconds: number): Seconds => (t + seconds) as Seconds

/** Which day a time is in: days of the caller's epoch, from midnight to midnight. */
export const dayOf = (t: Seconds): number => Math.floor(t / DAY)

/** The midnight after a time. What outlives a presence is remembered by it, so that no hour is (PRES3). */
export const endOfDay = (t: Seconds): Seconds => ((dayOf(t) + 1) * DAY) as Seconds
