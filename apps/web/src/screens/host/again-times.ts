/** When the same room is offered again: the same weekday and hour, in the next week in which it can be. Pure. */

const WEEK_DAYS = 7
const HOUR = 3600
const USUAL = 3 * HOUR

export const againTimes = (
  { begins, ends }: { readonly begins: number; readonly ends: number },
  now: number,
): { readonly begins: number; readonly ends: number } => {
  const earliest = Math.max(now, ends)
  const date = new Date(begins * 1000)
  do {
    // By days and not by seconds: an evening at 19:00 stays at 19:00 when the clocks change.
    date.setDate(date.getDate() + WEEK_DAYS)
  } while (date.getTime() / 1000 < earliest)
  const next = Math.floor(date.getTime() / 1000)
  // One that was closed soon after it began says nothing of how long it was meant to be.
  const lasted = ends - begins
  return { begins: next, ends: next + (lasted < HOUR ? USUAL : lasted) }
}
