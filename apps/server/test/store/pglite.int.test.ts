/** The store in this process, on a directory: what every store does, and what PGlite alone would not. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, onTestFinished } from 'vitest'
import { startThread } from '../../src/store/pglite/thread.ts'
import { createPgliteStore } from '../../src/store/pglite.ts'
import { storeContract } from './contract.ts'
import { freshDirectory } from './fresh.ts'
import { migrationContract } from './migrations.ts'
import { damageTests } from './pglite/damage.ts'
import { lockTests } from './pglite/lock.ts'
import { processTests } from './pglite/processes.ts'
import { snapshotTests } from './pglite/snapshots.ts'

describe('pglite store', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kith-store-'))
  storeContract(() => createPgliteStore({ directory: join(directory, 'store') }))

  describe('migrations', () =>
    migrationContract(async () => {
      const fresh = await freshDirectory()
      const thread = await startThread(join(fresh, 'pgdata'))
      await thread.run('drop schema public cascade; create schema public')
      onTestFinished(async () => {
        await thread.close()
        rmSync(fresh, { recursive: true })
      })
      return thread
    }))

  describe('lock', lockTests)
  describe('snapshot', snapshotTests)
  describe('damage', damageTests)
  describe('processes', processTests)
})
