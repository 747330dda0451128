/**
 * One turn in a room: what it changes is collected, then written (facts first, then what the bus holds), then told.
 * Turns of one room come one after the other.
 */
import type { PairRecord } from '@kith/engine/rules'
import type { PersonKey, UnixSeconds } from '../../store/store.ts'

export class Turn {
  readonly now: UnixSeconds
  /** Whose attendance has changed, and whose sealed list. */
  readonly attendants = new Set<PersonKey>()
  readonly lists = new Set<PersonKey>()
  /** Pairs of which anything has changed that is kept (by `betweenKey`), and those whose cards are to be shown anew. */
  readonly kept = new Set<string>()
  readonly shown = new Set<string>()
  /** Records of the database that have changed (by `betweenKey`). */
  readonly records = new Map<string, PairRecord>()
  /** Who is to be asked again for notifications, as soon as the turn's facts are in. */
  readonly due = new Set<PersonKey>()
  /** The number of people has changed, or something else that everybody sees. */
  faces = false
  /** `LiveRoom.state` has changed. */
  stateChanged = false
  readonly #writes: (() => Promise<void>)[] = []
  readonly #tells: (() => void | Promise<void>)[] = []

  constructor(now: UnixSeconds) {
    this.now = now
  }

  /** A fact, to be written before anything is told. */
  write(fact: () => Promise<void>): void {
    this.#writes.push(fact)
  }

  /** To be told when all is written. */
  tell(telling: () => void | Promise<void>): void {
    this.#tells.push(telling)
  }

  async carryOut(keep: () => Promise<void>): Promise<void> {
    for (const write of this.#writes) await write()
    await keep()
    for (const tell of this.#tells) await tell()
  }
}

/** Lets pieces of work run one after the other. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work)
    this.#last = done.catch(() => undefined)
    return done
  }
}

/** A queue for each key, as long as anything waits in it. */
export class Queues {
  readonly #queues = new Map<string, { readonly queue: Queue; waiting: number }>()

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const entry = this.#queues.get(key) ?? { queue: new Queue(), waiting: 0 }
    this.#queues.set(key, entry)
    entry.waiting++
    try {
      return await entry.queue.run(work)
    } finally {
      if (--entry.waiting === 0) this.#queues.delete(key)
    }
  }
}
