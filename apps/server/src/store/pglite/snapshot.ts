/**
 * The data directory in one file that survives a power failure: PGlite never calls fsync, this does. Every five minutes
 * if anything was written, and at stop.
 */
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { redacted } from '../errors.ts'
import type { StoreLog } from '../log.ts'
import type { PglitePool } from './pool.ts'
import type { PgliteThread } from './thread.ts'

export const snapshotIn = (directory: string): string => join(directory, 'snapshot.tar.gz')

/** Whole or not at all: whoever opens the file finds this one or the one before. */
export const writeSnapshot = async (directory: string, tar: Uint8Array): Promise<void> => {
  const partial = join(directory, 'snapshot.partial')
  const file = await open(partial, 'w', 0o600)
  try {
    await pipeline(slices(tar), createGzip({ level: 1 }), async (packed: AsyncIterable<Uint8Array>) => {
      for await (const chunk of packed) await file.writeFile(chunk)
    })
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, snapshotIn(directory))
  await syncFolder(directory)
}

/** A rename is kept once its folder is. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const SLICE = 1 << 20

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += SLICE) yield bytes.subarray(from, from + SLICE)
}

export interface Snapshots {
  /** Takes the last one, if anything was written since the one before. */
  stop(): Promise<void>
}

export interface SnapshotTerms {
  readonly directory: string
  readonly thread: PgliteThread
  readonly pool: PglitePool
  readonly everySeconds: number
  readonly log: StoreLog
}

export const keepSnapshots = ({ directory, thread, pool, everySeconds, log }: SnapshotTerms): Snapshots => {
  let running: Promise<void> | undefined
  const take = async (): Promise<void> => {
    if (!pool.changed) return
    try {
      // Only the copying holds up queries; packing and writing do not.
      const tar = await pool.exclusively(async () => {
        pool.noteChanged(false)
        // PGlite has nobody else who would take away what was deleted.
        await thread.run('vacuum')
        await thread.run('checkpoint')
        return thread.dump()
      })
      await writeSnapshot(directory, tar)
    } catch (error) {
      pool.noteChanged(true)
      log.warn(`store: no snapshot could be written to ${directory} (${redacted(error).message})`)
    }
  }
  const timer = setInterval(() => {
    running ??= take().finally(() => {
      running = undefined
    })
  }, everySeconds * 1000).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      await take()
    },
  }
}
