/** What is kept: the data directory, the database, the keys. */
import { randomBytes } from 'node:crypto'
import { open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { UnixSeconds } from '../../clock.ts'
import type { Config } from '../../config.ts'
import { readKeyFile } from '../../keys/key-file.ts'
import { snapshotIn } from '../../store/pglite/snapshot.ts'
import { type Finding, lasting, look, ok, wrong } from './finding.ts'

/** Writes, syncs, reads and removes a file there. */
export const directoryFinding = async (directory: string): Promise<Finding> => {
  const file = join(directory, `doctor-${randomBytes(6).toString('hex')}`)
  const words = randomBytes(64).toString('hex')
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(words)
      await handle.sync()
    } finally {
      await handle.close()
    }
    const read = await readFile(file, 'utf8')
    if (read !== words)
      return wrong('storage', `${directory}: what is written there comes back changed. Change the disk.`)
    return ok('storage', `${directory} can be written and read`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return wrong('storage', `${directory} cannot be written (${code}). Its owner must be the user of the server.`)
  } finally {
    await rm(file, { force: true })
  }
}

export const databaseFinding = async ({ databaseUrl, paths }: Config, now: UnixSeconds): Promise<Finding> => {
  if (databaseUrl !== undefined) return ok('database', 'PostgreSQL: what was acknowledged outlives a power failure')
  const limit = 'When the power fails, up to 5 minutes can be lost; with PostgreSQL (DATABASE_URL) nothing is.'
  const snapshot = await stat(snapshotIn(paths.database)).catch(() => undefined)
  if (snapshot === undefined) return look('database', `within Kith, no snapshot yet. ${limit}`)
  const age = lasting(now - snapshot.mtimeMs / 1000)
  return ok('database', `within Kith, last snapshot ${age} ago (only after something was written). ${limit}`)
}

const LONG_AGO_S = 365 * 86_400

/** CON2. */
export const keysFinding = async (file: string, now: UnixSeconds): Promise<Finding> => {
  try {
    const { exportedAt } = await readKeyFile(file)
    const { birthtimeMs, mtimeMs } = await stat(file)
    const advice = 'Without a copy a dead disk makes every stored token worthless: kith keys export FILE'
    if (exportedAt === undefined)
      return look('keys', `${lasting(now - (birthtimeMs || mtimeMs) / 1000)} old and never exported. ${advice}`)
    const ago = lasting(now - exportedAt)
    if (now - exportedAt > LONG_AGO_S)
      return look('keys', `exported ${ago} ago. Look whether that copy can still be read.`)
    return ok('keys', `for their owner alone, exported ${ago} ago`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return wrong('keys', `${file} is not there. The first start makes it; or bring back the copy that was exported.`)
    return wrong('keys', (error as Error).message)
  }
}
