/** The thread that PGlite runs in, seen from outside: calls go in, answers come back in order. */
import { Worker } from 'node:worker_threads'
import { type Refusal, StoreError } from '../errors.ts'
import type { SqlSession } from '../migrate.ts'

export interface QueryAnswer {
  readonly rows: Record<string, unknown>[]
  readonly command?: string
  readonly affectedRows?: number
  readonly rowCount?: number
}

export interface PgliteThread extends SqlSession {
  query(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer>
  /** The whole data directory, as a tar. */
  dump(): Promise<Uint8Array>
  /** Closes the database and ends the thread. */
  close(): Promise<void>
}

/** Opens the database in a directory, makes it where there is none, or unpacks `dump` (tar.gz) into it. */
export const startThread = async (directory: string, dump?: string): Promise<PgliteThread> => {
  const worker = new Worker(new URL('worker.js', import.meta.url))
  const call = callsTo(worker)
  try {
    await call('open', { directory, dump })
  } catch (error) {
    await worker.terminate()
    throw error
  }
  return {
    query: (sql, parameters) => call('query', { sql, parameters }) as Promise<QueryAnswer>,
    run: (sql) => call('run', { sql }) as ReturnType<SqlSession['run']>,
    dump: () => call('dump', {}) as Promise<Uint8Array>,
    close: () => close(worker, call),
  }
}

type Call = (op: string, args: object) => Promise<unknown>

interface Waiting {
  resolve(value: unknown): void
  reject(error: unknown): void
}

interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: Refusal
}

/** Calls that are not answered when the thread ends fail, and so do all later ones. */
const callsTo = (worker: Worker): Call => {
  const waiting = new Map<number, Waiting>()
  let next = 0
  let ended: StoreError | undefined
  worker.on('message', ({ id, value, error }: Answer) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error) call?.reject(error)
    else call?.resolve(value)
  })
  const end = () => {
    ended ??= new StoreError('the thread of the database has ended')
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  // An error in the thread ends it; what it says could quote a row.
  worker.on('error', end)
  worker.on('exit', end)
  return (op, args) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      waiting.set(next, { resolve, reject })
      worker.postMessage({ id: next++, op, args })
    })
}

const close = async (worker: Worker, call: Call): Promise<void> => {
  const exited = new Promise((resolve) => worker.once('exit', resolve))
  try {
    await call('close', {})
    await exited
  } finally {
    await worker.terminate()
  }
}
