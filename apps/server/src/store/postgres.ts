/** The store on a PostgreSQL server (15 or newer): several processes can share it. */
import { Client, Pool, types } from 'pg'
import { redacted, StoreError } from './errors.ts'
import { createKyselyStore } from './kysely-store.ts'
import { SILENT, type StoreLog } from './log.ts'
import { migrate, type SqlSession } from './migrate.ts'
import type { Store } from './store.ts'

export interface PostgresStoreOptions {
  /** postgres://… */
  readonly url: string
  readonly log?: StoreLog
}

export const createPostgresStore = async ({ url, log = SILENT }: PostgresStoreOptions): Promise<Store> => {
  await prepare(url, log)
  const pool = openPool(url, log)
  return createKyselyStore(pool, () => pool.end())
}

const OLDEST = 150_000

/** Any number that no other program takes for a lock in this database. */
const MIGRATION_LOCK = 5_484_011

/** Whether the server will do, and the migrations: one process at a time, the others wait and then find them done. */
const prepare = async (url: string, log: StoreLog): Promise<void> => {
  const client = connection(() => new Client({ connectionString: url, application_name: 'kith', types: TYPES }))
  client.on('error', () => {})
  const session: SqlSession = { run: async (sql) => lastRows(await client.query(sql)) }
  try {
    await client.connect()
    await checkServer(session)
    await session.run(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    for (const file of await migrate(session)) log.info(`store: applied migration ${file}`)
  } catch (error) {
    throw redacted(error)
  } finally {
    // The lock goes with the connection.
    await client.end().catch(() => {})
  }
}

/** Several statements give several results, one gives its own. */
const lastRows = (result: { rows: Record<string, unknown>[] } | { rows: Record<string, unknown>[] }[]) =>
  (Array.isArray(result) ? result.at(-1) : result)?.rows ?? []

const checkServer = async (session: SqlSession): Promise<void> => {
  const [row] = await session.run(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  )
  const { number, version, encoding } = row as { number: number; version: string; encoding: string }
  if (number < OLDEST) throw new StoreError(`PostgreSQL 15 or newer is needed; this is ${version}`)
  if (encoding !== 'UTF8') throw new StoreError(`the database's encoding is ${encoding}; Kith needs one made with UTF8`)
}

const openPool = (url: string, log: StoreLog): Pool => {
  const pool = connection(
    () =>
      new Pool({
        connectionString: url,
        application_name: 'kith',
        types: TYPES,
        max: 10,
        connectionTimeoutMillis: 10_000,
        // No query of the store takes long; whoever died holding a row must not hold up the others for ever.
        statement_timeout: 30_000,
        idle_in_transaction_session_timeout: 30_000,
        keepAlive: true,
      }),
  )
  // Without listeners a connection that the server ends would end this process: the pool opens another.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', (error) => log.warn(`store: a connection was lost (${redacted(error).message})`))
  return pool
}

/** A mistyped address is in the URL's own error, with its password. */
const connection = <T>(open: () => T): T => {
  try {
    return open()
  } catch {
    throw new StoreError('the address of the database is not of the form postgres://user:password@host:5432/name')
  }
}

/** Whole numbers are numbers: none here is beyond what a number can hold. */
const TYPES = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
}
