/** What `kith doctor` finds: a line each, which says what to do where there is something to do. */

export interface Finding {
  /** `look`: nobody is kept out or loses anything now, and yet. `wrong`: mend it; exit code 1. */
  readonly state: 'ok' | 'look' | 'wrong'
  /** One word or two: what was looked at. */
  readonly about: string
  readonly text: string
}

export const ok = (about: string, text: string): Finding => ({ state: 'ok', about, text })
export const look = (about: string, text: string): Finding => ({ state: 'look', about, text })
export const wrong = (about: string, text: string): Finding => ({ state: 'wrong', about, text })

const MARKS = { ok: 'ok   ', look: 'look ', wrong: 'WRONG' }

export const lineOf = ({ state, about, text }: Finding): string => `${MARKS[state]}  ${about.padEnd(9)}  ${text}`

/** "3 minutes", "12 days". */
export const lasting = (seconds: number): string => {
  const [amount, unit] =
    seconds < 3600
      ? [seconds / 60, 'minute']
      : seconds < 2 * 86_400
        ? [seconds / 3600, 'hour']
        : [seconds / 86_400, 'day']
  const whole = Math.max(0, Math.round(amount))
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}
