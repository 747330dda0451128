/**
 * Evaluations (CON2) off the main thread: twenty imports at once must not hold up a card (ENC8). One batch is with the worker
 * at a time, the others wait in the order in which they came.
 */
import { Worker } from 'node:worker_threads'
import type { BlindEvaluateResult } from '@kith/contacts/psi/server'
import { type Keys, oprfKeyOf } from './keys.ts'

export interface Evaluator {
  readonly keyId: string
  /** How many batches wait or are being evaluated. */
  readonly pending: number
  evaluate(batch: Uint8Array): Promise<BlindEvaluateResult>
  /** Ends the worker; whoever still waits is told so. */
  [Symbol.asyncDispose](): Promise<void>
}

interface Waiting {
  readonly batch: Uint8Array
  readonly resolve: (result: BlindEvaluateResult) => void
  readonly reject: (error: Error) => void
}

export function evaluator(keys: Keys): Evaluator {
  return new WorkerEvaluator(keys)
}

class WorkerEvaluator implements Evaluator {
  readonly keyId: string
  readonly #keys: Keys
  /** The first is with the worker. */
  #queue: Waiting[] = []
  #worker: Worker | undefined
  #isStopped = false

  constructor(keys: Keys) {
    this.keyId = keys.oprfKeyId
    this.#keys = keys
    this.#worker = this.#start()
  }

  get pending(): number {
    return this.#queue.length
  }

  evaluate(batch: Uint8Array): Promise<BlindEvaluateResult> {
    if (this.#isStopped) return Promise.reject(new Error('evaluator: stopped'))
    return new Promise((resolve, reject) => {
      // A copy: what is posted takes its whole buffer along, and that may hold another's request.
      const count = this.#queue.push({ batch: Uint8Array.from(batch), resolve, reject })
      if (count === 1) this.#post()
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true
    const waiting = this.#queue
    this.#queue = []
    for (const { reject } of waiting) reject(new Error('evaluator: stopped'))
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const { id, secret } = oprfKeyOf(this.#keys)
    const worker = new Worker(new URL('evaluation-worker.mjs', import.meta.url), {
      workerData: { key: { id, secret } },
      env: {},
      execArgv: [],
    })
    worker.on('message', (result: BlindEvaluateResult) => this.#answer(result))
    worker.on('error', (error) => this.#lose(worker, error))
    worker.on('exit', () => this.#lose(worker, new Error('evaluator: the worker has ended')))
    // It keeps the process alive only while somebody waits for it.
    worker.unref()
    return worker
  }

  #post(): void {
    const first = this.#queue[0]
    if (first === undefined) return
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#worker.postMessage(first.batch)
  }

  #answer(result: BlindEvaluateResult): void {
    this.#queue.shift()?.resolve(result)
    if (this.#queue.length === 0) this.#worker?.unref()
    this.#post()
  }

  /** The batch that it was lost with fails; the next one gets a new worker. */
  #lose(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    this.#queue.shift()?.reject(error)
    this.#post()
  }
}
