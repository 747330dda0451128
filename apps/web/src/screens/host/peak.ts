/** People joining, as the desk shows them: the minutes that are drawn, and the fullest of them. Pure. */

const LEAST = 30
const MINUTE = 60

export interface Minutes {
  /** Oldest first; the last is the current one. */
  readonly joins: readonly number[]
  /** Unix seconds of the first and of the last minute. */
  readonly from: number
  readonly to: number
  /** The fullest minute, the earliest where several are; absent: nobody has joined. */
  readonly peak: { readonly joins: number; readonly at: number } | undefined
}

/** From shortly before the first who joined; half an hour at least, so that a bar stays a bar. */
export const minutesOf = (joins: readonly number[], firstMinute: number): Minutes => {
  const first = joins.findIndex((n) => n > 0)
  const from = first === -1 ? joins.length - LEAST : Math.min(first - 1, joins.length - LEAST)
  const drawn = from < 0 ? [...new Array<number>(-from).fill(0), ...joins] : joins.slice(from)
  const start = firstMinute + from * MINUTE
  const most = Math.max(0, ...drawn)
  return {
    joins: drawn,
    from: start,
    to: start + (drawn.length - 1) * MINUTE,
    peak: most === 0 ? undefined : { joins: most, at: start + drawn.indexOf(most) * MINUTE },
  }
}
