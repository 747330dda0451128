/**
 * The store in this process, in one directory: nothing to install. It holds `pgdata`, `snapshot.tar.gz` and a lock. A kill
 * loses nothing that was acknowledged; a power failure may lose what came after the snapshot.
 */
import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createKyselyStore } from './kysely-store.ts'
import { SILENT, type StoreLog } from './log.ts'
import { migrate } from './migrate.ts'
import { lockDirectory } from './pglite/lock.ts'
import { openDatabase } from './pglite/open.ts'
import { createPglitePool } from './pglite/pool.ts'
import { keepSnapshots } from './pglite/snapshot.ts'
import type { PgliteThread } from './pglite/thread.ts'
import type { Store } from './store.ts'

export interface PgliteStoreOptions {
  /** Made where it is not there. Nobody but the process's user may read it. */
  readonly directory: string
  readonly log?: StoreLog
  /** How often a snapshot is taken if anything was written; 0: never, and not at stop either. */
  readonly snapshotSeconds?: number
}

export const createPgliteStore = async (options: PgliteStoreOptions): Promise<Store> => {
  const { log = SILENT, snapshotSeconds = 300 } = options
  const directory = resolve(options.directory)
  await ownDirectory(directory)
  const lock = await lockDirectory(directory)
  try {
    const thread = await openMigrated(directory, log)
    const pool = createPglitePool(thread)
    const snapshots =
      snapshotSeconds > 0 && keepSnapshots({ directory, thread, pool, everySeconds: snapshotSeconds, log })
    return createKyselyStore(pool, async () => {
      try {
        if (snapshots) await snapshots.stop()
        await pool.end()
        await thread.close()
      } finally {
        await lock.release()
      }
    })
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** A folder that holds other things is left as it is: what the store puts there is private by itself. */
const ownDirectory = async (directory: string): Promise<void> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const names = await readdir(directory)
  const isOwn = names.length === 0 || names.includes('pgdata')
  if (isOwn && ((await stat(directory)).mode & 0o077) !== 0) await chmod(directory, 0o700)
}

const openMigrated = async (directory: string, log: StoreLog): Promise<PgliteThread> => {
  const thread = await openDatabase(directory, log)
  try {
    for (const file of await migrate(thread)) log.info(`store: applied migration ${file}`)
    return thread
  } catch (error) {
    await thread.close()
    throw error
  }
}
