// @ts-check
/**
 * PGlite in a thread of its own: its queries are synchronous and would hold up every socket. Plain JavaScript, because a
 * worker does not inherit the loader that lets the rest run as TypeScript. Errors leave without values: an error of
 * PGlite's carries the query's parameters.
 */
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** @typedef {{ id: number, op: keyof typeof operations, args: any }} Request */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/** @type {PGlite} */
let database

const operations = {
  /** @param {{ directory: string, dump?: string }} where */
  async open({ directory, dump }) {
    const loadDataDir = dump && new Blob([new Uint8Array(await readFile(dump))], { type: 'application/x-gzip' })
    /** @type {string | undefined} */
    let reason
    const onStderr = (/** @type {string} */ line) => {
      reason = /(?:FATAL|PANIC): .*/.exec(line)?.[0] ?? reason
      return false
    }
    try {
      database = await PGlite.create({ dataDir: directory, onStderr, ...(loadDataDir && { loadDataDir }) })
    } catch {
      // While it opens it reads its own files and nobody's rows, so its words can be told.
      throw { reason: reason ?? 'its files are not those of a database' }
    }
  },
  /** @param {{ sql: string, parameters: unknown[] }} statement */
  async query({ sql, parameters }) {
    const { rows, command, affectedRows, rowCount } = await database.query(sql, parameters)
    return { rows, command, affectedRows, rowCount }
  },
  /** @param {{ sql: string }} script */
  async run({ sql }) {
    return (await database.exec(sql)).at(-1)?.rows ?? []
  },
  /** The data directory as a tar, as if the process had been killed now; PostgreSQL recovers from that. */
  async dump() {
    await database.exec('checkpoint')
    const tar = await database.dumpDataDir('none')
    return new Uint8Array(await tar.arrayBuffer())
  },
  async close() {
    await database.close()
  },
}

/** @param {any} error */
const toldOf = ({ code, table, constraint, position, reason }) => ({ code, table, constraint, position, reason })

port.on('message', async (/** @type {Request} */ { id, op, args }) => {
  try {
    const value = await operations[op](args)
    port.postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : [])
  } catch (error) {
    port.postMessage({ id, error: toldOf(error ?? {}) })
  }
  if (op === 'close') port.close()
})
