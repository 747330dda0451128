/**
 * Opens the data directory, or brings it back from its snapshot where it does not open. A directory is only ever made
 * aside and renamed into place when it is whole, so a kill in the middle of making one leaves nothing that looks like one.
 */
import { chmod, lstat, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { redacted, StoreError } from '../errors.ts'
import type { StoreLog } from '../log.ts'
import { snapshotIn, syncFolder } from './snapshot.ts'
import { type PgliteThread, startThread } from './thread.ts'

export const openDatabase = async (directory: string, log: StoreLog): Promise<PgliteThread> => {
  const data = join(directory, 'pgdata')
  const hasSnapshot = await isThere(snapshotIn(directory))
  if (!(await isThere(data))) {
    if (hasSnapshot) log.warn(`store: ${data} is gone; restoring it from the snapshot`)
    await make(directory, hasSnapshot)
    return await openWhole(data)
  }
  try {
    return await openWhole(data)
  } catch (error) {
    const reason = redacted(error).message
    if (!hasSnapshot) throw new StoreError(`${data} does not open (${reason}), and there is no snapshot beside it`)
    await restore(directory, data, reason, log)
    return await openWhole(data)
  }
}

const restore = async (directory: string, data: string, reason: string, log: StoreLog): Promise<void> => {
  const { mtime } = await stat(snapshotIn(directory))
  const aside = join(directory, `pgdata-damaged-${new Date().toISOString().replaceAll(':', '-')}`)
  await make(directory, true, () => rename(data, aside))
  log.warn(
    `store: ${data} does not open (${reason}); restored it from the snapshot of ${mtime.toISOString()}, and kept the damaged one as ${aside}`,
  )
}

/** Makes a data directory, new or from the snapshot; `makeRoom` comes once it is whole. */
const make = async (directory: string, fromSnapshot: boolean, makeRoom = async () => {}): Promise<void> => {
  const draft = join(directory, 'pgdata-draft')
  await rm(draft, { recursive: true, force: true })
  const thread = await startThread(draft, fromSnapshot ? snapshotIn(directory) : undefined).catch(() => {
    const what = fromSnapshot ? 'the snapshot in it does not open either' : 'no database can be made in it'
    throw new StoreError(`${directory} cannot be used: ${what}`)
  })
  await thread.close()
  await makeRoom()
  await rename(draft, join(directory, 'pgdata'))
  await syncFolder(directory)
}

/** PGlite would make a new, empty database where PG_VERSION is missing. */
const openWhole = async (data: string): Promise<PgliteThread> => {
  if (!(await isThere(join(data, 'PG_VERSION')))) throw new StoreError('PG_VERSION is missing')
  const thread = await startThread(data)
  try {
    await readEverything(thread)
    await keepPrivate(data)
    return thread
  } catch (error) {
    await thread.close()
    throw error
  }
}

/** Every page has a checksum: reading them all finds what a power failure tore, before it is built upon. */
const readEverything = async (thread: PgliteThread): Promise<void> => {
  const tables = await thread.run(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  await thread.run('set enable_indexonlyscan = off')
  for (const { name } of tables) await thread.run(`select count(*) from public.${name}`)
  await thread.run('reset enable_indexonlyscan')
}

/** PGlite makes files that everybody may read and write. */
const keepPrivate = async (path: string): Promise<void> => {
  const info = await lstat(path)
  const mode = info.isDirectory() ? 0o700 : 0o600
  if ((info.mode & 0o777) !== mode) await chmod(path, mode)
  if (info.isDirectory()) for (const name of await readdir(path)) await keepPrivate(join(path, name))
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}
