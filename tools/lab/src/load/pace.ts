/** Work at a fixed rate, whatever each piece takes; times and their percentiles. */
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Times {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** Milliseconds, to a tenth. */
export const timesOf = (all: readonly number[]): Times => {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (share: number) => tenth(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

export const tenth = (value: number): number => Math.round(value * 10) / 10

export interface Paced {
  /** Milliseconds that each piece took, in their order. */
  readonly took: readonly number[]
  readonly seconds: number
}

/** Begins one piece after the other, so many a second, and waits for all. One that is late does not hold up the next. */
export const paced = async <T>(items: readonly T[], rate: number, work: (item: T) => Promise<void>): Promise<Paced> => {
  const start = performance.now()
  const running: Promise<number>[] = []
  for (const [index, item] of items.entries()) {
    const wait = start + (index * 1000) / rate - performance.now()
    if (wait > 0) await sleep(wait)
    const began = performance.now()
    const piece = work(item).then(() => performance.now() - began)
    // What fails is thrown when all have been begun.
    piece.catch(() => undefined)
    running.push(piece)
  }
  const took = await Promise.all(running)
  return { took, seconds: (performance.now() - start) / 1000 }
}

/** Waits until something holds, at most so long; says whether it does. */
export const until = async (holds: () => boolean, seconds: number): Promise<boolean> => {
  const end = performance.now() + seconds * 1000
  while (!holds()) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}
