/** How often a session and an address may call, and how many wrong codes either may try. */
import { createHash } from 'node:crypto'
import type { Bus, Spent } from '../bus/bus.ts'
import { Refusal } from '../services/refusal.ts'

export interface Budgets {
  /** Calls a minute. */
  readonly callsPerSession: number
  readonly callsPerAddress: number
  /** Wrong codes a minute; the first also for an address and browser without a session. */
  readonly codesPerSession: number
  readonly codesPerAddress: number
}

export const BUDGETS: Budgets = {
  callsPerSession: 600,
  // A conference of five hundred comes from one address.
  callsPerAddress: 30_000,
  codesPerSession: 10,
  codesPerAddress: 200,
}

/** As much of a caller as limits look at; `browser` is a hash of what it calls itself. */
export interface Limited {
  readonly address: string
  readonly session?: string
  readonly browser?: string
}

/** Each refuses with `too-much`, and says for how long. */
export interface Limits {
  /** Counts a call. */
  call(caller: Limited): Promise<void>
  /** Before a code is looked up: refuses who has tried too many wrong ones, whether this one is right or not. */
  mayTryCode(caller: Limited): Promise<void>
  /** After a code was looked up that is no room's. */
  wrongCode(caller: Limited): Promise<void>
}

const MINUTE = 60

interface Budget {
  readonly key: string
  readonly limit: number
}

export const createLimits = (bus: Bus, budgets: Budgets = BUDGETS): Limits => {
  const calls = ({ address, session }: Limited): Budget[] => [
    ...(session === undefined ? [] : [{ key: `calls:{${session}}`, limit: budgets.callsPerSession }]),
    { key: `calls:{${address}}`, limit: budgets.callsPerAddress },
  ]
  const codes = ({ address, session, browser = '' }: Limited): Budget[] => [
    { key: `codes:{${session ?? `${address}.${browser}`}}`, limit: budgets.codesPerSession },
    { key: `codes:{${address}}`, limit: budgets.codesPerAddress },
  ]
  const spend = ({ key, limit }: Budget) => bus.spend(key, 1, limit, MINUTE)
  return {
    async call(caller) {
      for (const budget of calls(caller)) orRefuse(await spend(budget))
    },
    async mayTryCode(caller) {
      for (const budget of codes(caller)) {
        const { key, limit } = budget
        const spent = await bus.spend(key, 0, limit, MINUTE)
        // Only a budget that refuses says when it is full again; asking one that is empty for more changes nothing.
        if (!spent.ok || spent.left === 0) orRefuse(spent.ok ? await spend(budget) : spent)
      }
    },
    async wrongCode(caller) {
      for (const budget of codes(caller)) orRefuse(await spend(budget))
    },
  }
}

/** A browser in this sense: what it calls itself, so that two phones behind one address are two. */
export const browserHash = (userAgent: string | undefined): string =>
  createHash('sha256')
    .update(userAgent ?? '')
    .digest('base64url')
    .slice(0, 16)

const orRefuse = (spent: Spent): void => {
  if (!spent.ok) throw new Refusal('too-much', { retryAfter: spent.retryAfter })
}
