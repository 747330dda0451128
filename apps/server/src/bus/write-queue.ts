/** Writers wait here, in order. Those that come in one tick, or while others are being written, are written together. */
import type { BusChange, BusKey, UnixSeconds } from './bus.ts'

export interface Order {
  readonly keys: readonly BusKey[]
  /** What must be as the orders before this one left it. */
  readonly reads?: BusKey
  readonly plan: (now: UnixSeconds) => readonly BusChange[]
}

interface Waiting {
  readonly order: Order | (() => Promise<void>)
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export class WriteQueue {
  readonly #carryOut: (orders: readonly Order[]) => Promise<void>
  #waiting: Waiting[] = []
  #running: Promise<void> | undefined

  /** `carryOut` is for all of them together: it fails for all or for none. */
  constructor(carryOut: (orders: readonly Order[]) => Promise<void>) {
    this.#carryOut = carryOut
  }

  push(order: Order): Promise<void> {
    return this.#wait(order)
  }

  /** Runs a task while nothing is being written. */
  inTurn(task: () => Promise<void>): Promise<void> {
    return this.#wait(task)
  }

  async whenEmpty(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  #wait(order: Waiting['order']): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  async #run(): Promise<void> {
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) {
      const batch = this.#next()
      try {
        await this.#write(batch.map(({ order }) => order))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#running = undefined
  }

  async #write(orders: readonly Waiting['order'][]): Promise<void> {
    const [first] = orders
    if (typeof first === 'function') await first()
    else await this.#carryOut(orders as Order[])
  }

  /** A task alone; or orders up to the first that depends on one of them. */
  #next(): Waiting[] {
    const touched = new Set<BusKey>()
    let count = 0
    for (const { order } of this.#waiting) {
      if (typeof order === 'function') {
        count ||= 1
        break
      }
      if (order.reads !== undefined && touched.has(order.reads)) break
      for (const key of order.keys) touched.add(key)
      count++
    }
    return this.#waiting.splice(0, count)
  }
}
