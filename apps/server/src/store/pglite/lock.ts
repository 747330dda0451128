/**
 * One process at a time in a directory: PGlite has no lock of its own, and two of them lose each other's rows in silence.
 *
 * A holder listens on a socket in `lock-N`, so a kill of any kind frees the directory, and no process id that has been
 * given to another program can seem to hold it. Taking over a dead holder's lock never removes anything first: the new
 * one is `lock-N+1`, made elsewhere and renamed into place, which only one process can do; and it counts only if it is
 * the highest. The highest is never removed, so two that find the same dead lock cannot both believe in theirs.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createConnection, createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreError } from '../errors.ts'

export interface DirectoryLock {
  release(): Promise<void>
}

export const lockDirectory = async (directory: string): Promise<DirectoryLock> => {
  const draft = join(directory, `lock-draft-${randomBytes(8).toString('hex')}`)
  await mkdir(draft, { mode: 0o700 })
  await writeFile(join(draft, HOLDER), `process ${process.pid} on ${hostname()}`, { mode: 0o600 })
  const server = await listen(draft)
  try {
    await claim(directory, draft)
  } catch (error) {
    await Promise.all([closed(server), rm(draft, { recursive: true, force: true })])
    throw error
  }
  return { release: () => closed(server) }
}

const SOCKET = 'socket'
const HOLDER = 'holder'

const claim = async (directory: string, draft: string): Promise<void> => {
  for (;;) {
    const highest = Math.max(0, ...(await locksIn(directory)))
    if (highest > 0 && (await isHeld(join(directory, `lock-${highest}`)))) throw await refusal(directory, highest)
    const mine = highest + 1
    if (!(await renamed(draft, join(directory, `lock-${mine}`)))) continue
    const locks = await locksIn(directory)
    if (Math.max(...locks) === mine) return await removeBelow(directory, locks, mine)
    // Somebody went further while this one was being made: step back and look again.
    await rename(join(directory, `lock-${mine}`), draft)
  }
}

const locksIn = async (directory: string): Promise<number[]> => {
  const names = await readdir(directory)
  return names.flatMap((name) => /^lock-(\d+)$/.exec(name)?.[1] ?? []).map(Number)
}

const removeBelow = async (directory: string, locks: readonly number[], mine: number): Promise<void> => {
  const dead = locks.filter((lock) => lock < mine).map((lock) => join(directory, `lock-${lock}`))
  await Promise.all(dead.map((lock) => rm(lock, { recursive: true, force: true })))
}

/** A folder that is there and not empty is not replaced. */
const renamed = async (from: string, to: string): Promise<boolean> => {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

const refusal = async (directory: string, lock: number): Promise<StoreError> => {
  const holder = await readFile(join(directory, `lock-${lock}`, HOLDER), 'utf8').catch(() => 'another process')
  return new StoreError(
    `${directory} is in use by ${holder}. Stop it first, or give this one another directory.`,
    'IN_USE',
  )
}

/** Whoever listens is alive, even if too busy to answer. */
const isHeld = (lock: string): Promise<boolean> =>
  withShortPath(
    lock,
    (path) =>
      new Promise((resolve) => {
        const socket = createConnection(path)
        const answer = (held: boolean) => {
          socket.destroy()
          resolve(held)
        }
        socket.once('connect', () => answer(true))
        socket.once('error', () => answer(false))
      }),
  )

const listen = (folder: string): Promise<Server> =>
  withShortPath(
    folder,
    (path) =>
      new Promise((resolve, reject) => {
        const server = createServer((socket) => socket.destroy())
        server.once('error', (error: NodeJS.ErrnoException) =>
          reject(new StoreError(`${folder} cannot hold a lock (${error.code}): is its disk a network's?`, error.code)),
        )
        server.listen(path, () => resolve(server.unref()))
      }),
  )

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

/** A socket's path may have about 100 bytes: a longer one is reached through a link from the temporary folder. */
const withShortPath = async <T>(folder: string, work: (socket: string) => Promise<T>): Promise<T> => {
  if (Buffer.byteLength(folder) < 90) return await work(join(folder, SOCKET))
  const short = await mkdtemp(join(tmpdir(), 'kith-'))
  try {
    await symlink(folder, join(short, 'to'))
    return await work(join(short, 'to', SOCKET))
  } finally {
    await rm(short, { recursive: true, force: true })
  }
}
