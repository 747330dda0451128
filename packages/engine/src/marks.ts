/**
 * One byte a person, in one table for all lists. Counting is reading it: a list is marked once, then everyone else's
 * list is a walk over this table (a mark array; a hundred thousand persons fit a second-level cache).
 */

/** Counts when met in another list. Set only while a list is marked, and never beside NEVER. */
export const COUNTS = 1
/** Never counted (CON5, CON7). The only bit that outlives a count. */
export const NEVER = 2
/** Is one of those whom the marked list's owner has proved or stated to be. */
export const OWN = 4
/** Stands in the marked list, counted or not. */
export const HELD = 8
/** Is held by both lists of the pair that is being linked. */
export const SHARED = 16
/** Is one of those whom either owner of the pair that is being linked has proved or stated to be. */
export const EITHER = 32
/** Was met before in the list that is being looked through. */
export const MET = 64

export const LASTING: number = NEVER
