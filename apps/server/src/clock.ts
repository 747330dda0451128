/** Time as the server knows it. Services are given a `Clock`, so that a test can let a day pass in no time. */

/** Unix time in whole seconds. */
export type UnixSeconds = number

export interface Timer {
  /** It will not run any more; nothing where it has run already. */
  cancel(): void
}

export interface Clock {
  now(): UnixSeconds
  /** Runs `fn` once, as soon as `now()` has grown by so many seconds. */
  after(seconds: number, fn: () => void): Timer
}

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  /** Moves forward, running what falls due on the way, in order and each at its own time. */
  move(seconds: number): void
  /** How many timers wait. */
  readonly waiting: number
}

/**
 * setTimeout stands still while a machine sleeps, and takes at most 2³¹ ms: so no sleep is longer than this, and the clock
 * on the wall decides.
 */
const LONGEST_SLEEP_MS = 60_000

/** The clock on the wall. What waits on it does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Math.floor(Date.now() / 1000),
  after(seconds, fn) {
    const due = Date.now() + seconds * 1000
    let handle: NodeJS.Timeout
    const sleep = () => {
      const left = due - Date.now()
      handle = left > 0 ? setTimeout(sleep, Math.min(left, LONGEST_SLEEP_MS)) : setTimeout(fn, 0)
      handle.unref()
    }
    sleep()
    return { cancel: () => clearTimeout(handle) }
  },
}

interface Waiting {
  readonly due: UnixSeconds
  readonly fn: () => void
}

export function movableClock(start: UnixSeconds): MovableClock {
  let time = start
  // In the order of their making, which decides between those that are due at the same time.
  const timers = new Set<Waiting>()
  const next = (until: UnixSeconds): Waiting | undefined => {
    let first: Waiting | undefined
    for (const timer of timers) {
      if (timer.due <= until && (first === undefined || timer.due < first.due)) first = timer
    }
    return first
  }
  return {
    now: () => Math.floor(time),
    after(seconds, fn) {
      const timer = { due: time + Math.max(0, seconds), fn }
      timers.add(timer)
      return { cancel: () => timers.delete(timer) }
    },
    move(seconds) {
      if (!(seconds >= 0)) throw new RangeError(`seconds: time moves forward only, not by ${seconds}`)
      const until = time + seconds
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        timers.delete(timer)
        time = timer.due
        timer.fn()
      }
      time = until
    },
    get waiting() {
      return timers.size
    },
  }
}
