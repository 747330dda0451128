/**
 * One process to a file. The lock is a Unix socket beside it, on which its holder listens: the kernel lets go of it however
 * the holder ends, and a process number would mean nothing in another container.
 */
import { link, rename, rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Lock {
  release(): Promise<void>
}

/** sun_path is 104 bytes on macOS and 108 on Linux, its last one 0; a longer path would be cut without a word. */
const LONGEST_PATH = 103
const MOST_TRIES = 5
/** Between bind and listen of another process a connection is refused too. */
const SECOND_LOOK_MS = 50

/** Locks `file`, or says why not. */
export async function lockFile(file: string): Promise<Lock> {
  const path = `${file}.lock`
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new Error(`${path}: too long for a lock, which takes ${LONGEST_PATH} bytes. Choose a shorter data directory.`)
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const server = await listen(path)
    if (server !== undefined) return { release: () => close(server) }
    if (await isHeld(path))
      throw new Error(`${file}: another Kith uses it. Stop that one first, or choose another file.`)
  }
  throw new Error(`${path}: others come and go too quickly to lock it. Try again.`)
}

/** bind(2) makes the socket or fails, so that of two at once one wins. undefined: there is one already. */
function listen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(path, () => resolve(server.unref()))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
}

/** Whether its holder lives; what a dead one left behind is put away. */
async function isHeld(path: string): Promise<boolean> {
  const found = await inodeOf(path)
  if (await answers(path)) return true
  await sleep(SECOND_LOOK_MS)
  if (await answers(path)) return true
  if (found !== undefined && found === (await inodeOf(path))) await putAway(path, found)
  return false
}

/** Renamed first: a new lock of somebody quicker must not be removed for the old one. */
async function putAway(path: string, found: bigint): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isAbsent(error)) return
    throw error
  }
  // Whoever has locked it meanwhile is in its right: then there is nothing to give back.
  if ((await inodeOf(aside)) !== found) await link(aside, path).catch(() => undefined)
  await rm(aside)
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(true))
    socket.once('connect', () => socket.destroy())
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' || isAbsent(error) ? resolve(false) : reject(error),
    )
  })
}

async function inodeOf(path: string): Promise<bigint | undefined> {
  try {
    return (await stat(path, { bigint: true })).ino
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
