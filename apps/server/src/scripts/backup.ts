/**
 * `kith backup FILE|DIRECTORY`: copies the store's own snapshot, which is whole at any moment, so the server need not stop.
 * Keys and rooms' memory stay out of it on purpose.
 */
import { createReadStream } from 'node:fs'
import { access, type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Config, readConfig } from '../config.ts'
import { snapshotIn, syncFolder } from '../store/pglite/snapshot.ts'
import { command, UsageError } from './running/command.ts'

export const summary = 'backup FILE or DIRECTORY: copies the database, without keys and without who is where'

export const run = command(async (words, say) => {
  const [to, ...options] = words
  if (to === undefined || to.startsWith('-')) throw new UsageError('kith backup FILE, or kith backup DIRECTORY')
  const config = readConfig(undefined, options)
  const { mtime } = await snapshotOf(config)
  const target = await targetFor(resolve(to), mtime)
  await copySynced(snapshotIn(config.paths.database), target)
  say(`The database as it was written until ${mtime.toISOString().slice(0, 19)}Z is in ${target}.`)
  say('Not in it: the keys (kith keys export FILE), and who is in which room now, which is in no backup.')
  say('To bring it back: docs/self-hosting.md, "Restore".')
  return 0
})

const snapshotOf = async ({ databaseUrl, paths }: Config) => {
  if (databaseUrl !== undefined)
    throw new Error('This Kith keeps its data in PostgreSQL, which has a tool of its own: pg_dump "$DATABASE_URL".')
  return await stat(snapshotIn(paths.database)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new Error(
      `${paths.database}: no snapshot yet. Kith makes one five minutes after something is written, and at stop.`,
    )
  })
}

/** In a directory, a name that says what it holds. */
const targetFor = async (to: string, until: Date): Promise<string> => {
  const isDirectory = await stat(to).then(
    (info) => info.isDirectory(),
    () => false,
  )
  if (isDirectory) return join(to, `kith-${until.toISOString().slice(0, 19).replaceAll(':', '')}Z.tar.gz`)
  return to
}

/** Put into place when it is whole, has been read through and is on the disk; nothing is overwritten. */
const copySynced = async (from: string, to: string): Promise<void> => {
  if (await isThere(to)) throw new Error(`${to}: is there already. Choose another name.`)
  const partial = join(dirname(to), `.${basename(to)}.${process.pid}.partial`)
  const file = await open(partial, 'wx', 0o600)
  try {
    await copy(from, file)
    await pipeline(
      createReadStream(partial),
      createGunzip(),
      new Writable({ write: (_chunk, _encoding, done) => done() }),
    )
    await rename(partial, to)
    await syncFolder(dirname(to))
  } finally {
    await rm(partial, { force: true })
  }
}

const copy = async (from: string, file: FileHandle): Promise<void> => {
  try {
    await pipeline(createReadStream(from), async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) await file.writeFile(chunk)
    })
    await file.sync()
  } finally {
    await file.close()
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
