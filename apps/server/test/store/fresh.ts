/** A new, migrated store in a moment: making one takes seconds, so one is made once and copied. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cp, lstat, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { readMigrations } from '../../src/store/migrate.ts'
import { createPgliteStore } from '../../src/store/pglite.ts'
import type { Store } from '../../src/store/store.ts'

/** On PGlite, in a temporary folder that goes when the store is disposed. */
export const freshStore = async (): Promise<Store> => {
  const directory = await freshDirectory()
  // A test that fails may not dispose; its folder goes with the process.
  const remove = () => rmSync(directory, { recursive: true, force: true })
  process.once('exit', remove)
  const store = await createPgliteStore({ directory, snapshotSeconds: 0 })
  let disposed: Promise<void> | undefined
  const dispose = async (): Promise<void> => {
    await store[Symbol.asyncDispose]()
    process.off('exit', remove)
    remove()
  }
  return {
    ...store,
    [Symbol.asyncDispose]: () => {
      disposed ??= dispose()
      return disposed
    },
  }
}

/** The directory of a migrated store that nobody has open; the caller's to remove. */
export const freshDirectory = async (): Promise<string> => {
  const made = await template()
  const directory = await mkdtemp(join(tmpdir(), 'kith-store-'))
  await cp(join(made, 'pgdata'), join(directory, 'pgdata'), { recursive: true })
  return directory
}

/** Made by whoever comes first, and kept for all later runs until PGlite or a migration changes. */
const template = async (): Promise<string> => {
  // The manifest pins PGlite, whose next version may make another directory.
  const hash = createHash('sha256').update(await readFile(new URL('../../package.json', import.meta.url)))
  for (const migration of await readMigrations()) hash.update(migration.hash)
  const path = join(tmpdir(), `kith-store-template-${userInfo().uid}-${hash.digest('hex').slice(0, 16)}`)
  if (!(await isMine(path))) await make(path)
  return path
}

const make = async (path: string): Promise<void> => {
  const draft = await mkdtemp(`${path}-draft-`)
  const store = await createPgliteStore({ directory: draft, snapshotSeconds: 0 })
  await store[Symbol.asyncDispose]()
  try {
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Somebody else was quicker.
    if (!(await isMine(path))) throw error
  }
}

/** The temporary folder is everybody's: what another user has put there is not trusted. */
const isMine = async (path: string): Promise<boolean> => {
  const info = await lstat(path).catch(() => undefined)
  if (info && (!info.isDirectory() || info.uid !== userInfo().uid)) throw new Error(`${path} is somebody else's`)
  return info !== undefined
}
