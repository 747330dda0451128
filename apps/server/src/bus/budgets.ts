/** Budgets in memory. They are lost with the process: a restart is rarer than anybody's patience with guessing. */
import type { BusKey, Spent, UnixSeconds } from './bus.ts'

interface Budget {
  spent: number
  readonly until: UnixSeconds
}

export interface Budgets {
  spend(key: BusKey, amount: number, limit: number, within: number, now: UnixSeconds): Spent
  /** Forgets those that are full again. */
  sweep(now: UnixSeconds): void
}

export function budgets(): Budgets {
  const windows = new Map<BusKey, Budget>()
  return {
    spend(key, amount, limit, within, now) {
      const known = windows.get(key)
      const budget = known !== undefined && known.until > now ? known : { spent: 0, until: now + within }
      const left = limit - budget.spent - amount
      if (left < 0 && amount > 0) return { ok: false, retryAfter: budget.until - now }
      budget.spent += amount
      if (amount > 0) windows.set(key, budget)
      return { ok: true, left: Math.max(0, left) }
    },
    sweep(now) {
      for (const [key, { until }] of windows) if (until <= now) windows.delete(key)
    },
  }
}
