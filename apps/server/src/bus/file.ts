/**
 * The one file of the bus in memory. Commits are appended with write(2), which a kill of the process cannot undo; for a
 * power cut there is the fsync of each compaction. Compacting writes a new file and puts it in the old one's place.
 */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Commit, HEADER } from './line.ts'
import { type Lock, lockFile } from './lock.ts'
import { readCommits } from './read-file.ts'

const OWNER_ONLY = 0o600

export class BusFile {
  readonly path: string
  readonly #lock: Lock
  #handle: FileHandle
  #length: number
  /** What has been appended since a compaction began; undefined while there is none. */
  #sinceCompaction: Buffer[] | undefined
  /** Half a line is in the file and could not be cut off. */
  #isBroken = false
  /** What was appended or cut off since the last compaction. */
  hasGrown: boolean

  private constructor(path: string, lock: Lock, handle: FileHandle, length: number, hasGrown: boolean) {
    this.path = path
    this.#lock = lock
    this.#handle = handle
    this.#length = length
    this.hasGrown = hasGrown
  }

  /** Locks it, reads it, and cuts off what was left half written; `torn` is how many bytes that were. */
  static async open(path: string, take: (commit: Commit) => void): Promise<{ file: BusFile; torn: number }> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const lock = await lockFile(path)
    let handle: FileHandle | undefined
    try {
      await rm(temporary(path), { force: true })
      handle = await open(path, 'a+', OWNER_ONLY)
      await handle.chmod(OWNER_ONLY)
      const { length, torn } = await readCommits(handle, path, take)
      if (torn > 0) await handle.truncate(length)
      if (length === 0) await writeAll(handle, HEADER)
      const hasGrown = length > HEADER.length || torn > 0
      return { file: new BusFile(path, lock, handle, Math.max(length, HEADER.length), hasGrown), torn }
    } catch (error) {
      await handle?.close()
      await lock.release()
      throw error
    }
  }

  /** One at a time, and never beside `#takePlace`: the caller keeps the order. */
  async append(lines: Buffer): Promise<void> {
    if (this.#isBroken) throw new Error(`${this.path}: cannot be written until it has been compacted`)
    this.hasGrown = true
    try {
      await writeAll(this.#handle, lines)
    } catch (error) {
      await this.#cutOff()
      throw error
    }
    this.#length += lines.length
    this.#sinceCompaction?.push(lines)
  }

  /**
   * Writes `lines` to a new file while others may append, then waits for its turn to add what they have appended, and puts
   * the new file in the place of the old one. `inTurn` runs it while nobody appends.
   */
  async compact(lines: Iterable<Buffer>, inTurn: (task: () => Promise<void>) => Promise<void>): Promise<void> {
    const handle = await open(temporary(this.path), 'ax', OWNER_ONLY)
    this.#sinceCompaction = []
    try {
      let length = await writeEach(handle, [HEADER])
      length += await writeEach(handle, lines)
      await handle.sync()
      await inTurn(() => this.#takePlace(handle, length))
    } catch (error) {
      await handle.close()
      await rm(temporary(this.path), { force: true })
      throw error
    } finally {
      this.#sinceCompaction = undefined
    }
    await syncDirectory(dirname(this.path))
  }

  async close(): Promise<void> {
    await this.#handle.close()
    await this.#lock.release()
  }

  async #takePlace(handle: FileHandle, length: number): Promise<void> {
    const appended = this.#sinceCompaction ?? []
    const total = length + (await writeEach(handle, appended))
    await rename(temporary(this.path), this.path)
    const old = this.#handle
    this.#handle = handle
    this.#length = total
    this.#isBroken = false
    this.hasGrown = appended.length > 0
    // The new one is in its place by now: a failure here must not look like one of the compaction.
    await old.close().catch(() => undefined)
  }

  async #cutOff(): Promise<void> {
    try {
      await this.#handle.truncate(this.#length)
    } catch {
      this.#isBroken = true
    }
  }
}

function temporary(path: string): string {
  return `${path}.new`
}

async function writeEach(handle: FileHandle, pieces: Iterable<Buffer>): Promise<number> {
  let length = 0
  for (const piece of pieces) {
    await writeAll(handle, piece)
    length += piece.length
  }
  return length
}

/** write(2) may take less than it was given. */
async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten
}

/** The rename itself is kept over a power cut only with its directory. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
