/** Times and days as people say them. `now` is a parameter; times are Unix seconds, as on the wire. */
import { pieces } from './en/pieces.ts'
import { inLanguage, locale } from './messages.ts'

const DAY = 86_400

const date = (seconds: number): Date => new Date(seconds * 1000)
const format = (seconds: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), options).format(date(seconds))

/** "22:10" (or "10:10 PM", where that is how time is written). */
export const formatTime = (seconds: number): string => format(seconds, { hour: 'numeric', minute: '2-digit' })

const midnight = (seconds: number): number => date(seconds).setHours(0, 0, 0, 0) / 1000
/** Whole days between two local midnights; rounded, because a day of a clock change has 23 or 25 hours. */
const daysBetween = (from: number, to: number): number => Math.round((midnight(to) - midnight(from)) / DAY)

/** "today", "tomorrow", "Thursday" within six days, "3 May" beyond. */
export const formatDay = (seconds: number, now: number): string => {
  const say = inLanguage(pieces)
  const days = daysBetween(now, seconds)
  if (days === 0) return say.today
  if (days === 1) return say.tomorrow
  if (days === -1) return say.yesterday
  return Math.abs(days) < 7 ? format(seconds, { weekday: 'long' }) : format(seconds, { day: 'numeric', month: 'long' })
}

/** When something was said: the time today, the weekday this week, the date before. */
export const formatWhen = (seconds: number, now: number): string =>
  daysBetween(seconds, now) === 0 ? formatTime(seconds) : formatDay(seconds, now)

/** "22:10" today, "tomorrow, 22:10" else. */
export const formatUntil = (seconds: number, now: number): string =>
  daysBetween(now, seconds) === 0 ? formatTime(seconds) : `${formatDay(seconds, now)}, ${formatTime(seconds)}`

/** "2 h 40 min left", rounded down to a minute: never more than there is. */
export const formatLeft = (seconds: number): string => {
  const minutes = Math.max(0, Math.floor(seconds / 60))
  return inLanguage(pieces).left(Math.floor(minutes / 60), minutes % 60)
}

/** The day and short month of a meeting: "24", "Nov". */
export const dayAndMonth = (seconds: number): { day: string; month: string } => ({
  day: format(seconds, { day: 'numeric' }),
  month: format(seconds, { month: 'short' }),
})
