/**
 * Brings a database's tables up to date: the numbered files of migrations/, forward only, each in one transaction with the
 * note that it was applied. The caller holds the lock that keeps others from doing the same.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusalOf, StoreError } from './errors.ts'

/** A connection that takes several statements at once and returns the rows of the last. */
export interface SqlSession {
  run(sql: string): Promise<readonly Record<string, unknown>[]>
}

export const MIGRATIONS = fileURLToPath(new URL('migrations/', import.meta.url))

export interface Migration {
  readonly number: number
  readonly file: string
  readonly sql: string
  readonly hash: string
}

/** Returns the names of the files applied. */
export const migrate = async (session: SqlSession, folder: string = MIGRATIONS): Promise<string[]> => {
  const migrations = await readMigrations(folder)
  const applied = await appliedTo(session)
  checkHistory(migrations, applied)
  const missing = migrations.filter(({ number }) => !applied.has(number))
  for (const migration of missing) await apply(session, migration)
  return missing.map(({ file }) => file)
}

export const readMigrations = async (folder: string = MIGRATIONS): Promise<Migration[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(files.map((file, index) => readMigration(folder, file, index + 1)))
}

const readMigration = async (folder: string, file: string, number: number): Promise<Migration> => {
  if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file) || Number(file.slice(0, 4)) !== number)
    throw new StoreError(`migration ${file} should be called ${String(number).padStart(4, '0')}-….sql`)
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
  return { number, file, sql, hash: createHash('sha256').update(sql).digest('hex') }
}

interface Applied {
  readonly number: number
  readonly file: string
  readonly hash: string
}

const appliedTo = async (session: SqlSession): Promise<Map<number, Applied>> => {
  await session.run(
    'create table if not exists migration (number integer primary key, file text not null, hash text not null)',
  )
  const rows = await session.run('select number, file, hash from migration order by number')
  return new Map((rows as unknown as Applied[]).map((row) => [row.number, row]))
}

/** What was applied is what stands in the folder, unchanged; otherwise nobody knows what the tables look like. */
const checkHistory = (migrations: readonly Migration[], applied: ReadonlyMap<number, Applied>): void => {
  for (const { number, file, hash } of applied.values()) {
    const migration = migrations[number - 1]
    if (!migration) throw new StoreError(`the database was written by a newer Kith: it has migration ${file}`)
    if (migration.hash !== hash) throw new StoreError(`migration ${migration.file} has changed since it was applied`)
  }
}

const apply = async (session: SqlSession, { number, file, sql, hash }: Migration): Promise<void> => {
  // File name and hash are checked above: neither can hold a quote.
  const note = `insert into migration (number, file, hash) values (${number}, '${file}', '${hash}')`
  try {
    await session.run(`begin;\n${sql}\n;${note};\ncommit`)
  } catch (error) {
    await session.run('rollback')
    throw failed(file, sql, error)
  }
}

/** Says where in the file, and not what: the database's own sentence can quote a row. */
const failed = (file: string, sql: string, error: unknown): StoreError => {
  const { code, table, constraint, position } = refusalOf(error)
  const line = position && sql.slice(0, Number(position) - 'begin;\n'.length).split('\n').length
  const where = [line && `at line ${line}`, code, table && `table ${table}`, constraint && `constraint ${constraint}`]
  return new StoreError(`migration ${file} failed, and nothing of it stays: ${where.filter(Boolean).join(', ')}`, code)
}
