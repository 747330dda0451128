import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { snapshotIn, writeSnapshot } from '../../../src/store/pglite/snapshot.ts'
import { createPgliteStore } from '../../../src/store/pglite.ts'
import { newRoom } from '../people.ts'
import { emptyDirectory, migratedDirectory } from './directory.ts'
import { startChild } from './process.ts'

const contentOf = (directory: string): string => gunzipSync(readFileSync(snapshotIn(directory))).toString()

export const snapshotTests = (): void => {
  test('a snapshot is whole and synced before it takes the place of the one before, and its folder after', async () => {
    const directory = emptyDirectory()
    await writeSnapshot(directory, Buffer.from('before'))
    const seen: string[] = []
    const handle = await open(directory)
    const prototype = Object.getPrototypeOf(handle) as FileHandle
    await handle.close()
    const sync = prototype.sync
    const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
      await sync.call(this)
      const path = readlinkSync(`/proc/self/fd/${this.fd}`)
      const partial = path.endsWith('.partial') ? ` (${gunzipSync(readFileSync(path))})` : ''
      seen.push(`${basename(path)}${partial} while the snapshot is ${contentOf(directory)}`)
    })
    onTestFinished(() => spy.mockRestore())
    await writeSnapshot(directory, Buffer.from('after'))
    expect(seen).toEqual([
      'snapshot.partial (after) while the snapshot is before',
      `${basename(directory)} while the snapshot is after`,
    ])
  })

  test('a kill while snapshots are written leaves a whole one', async () => {
    const directory = emptyDirectory()
    for (let round = 0; round < 5; round++) {
      const child = startChild('snapshots', directory)
      await child.said(/snapshot 1\n/)
      await new Promise((resolve) => setTimeout(resolve, 20 * round))
      await child.kill()
      const bytes = gunzipSync(readFileSync(snapshotIn(directory)))
      expect(bytes.equals(Buffer.alloc(8 << 20, bytes[0]))).toBe(true)
    }
  })

  test('a snapshot is taken after something was written, and at stop; while nothing is, none', async () => {
    const directory = await migratedDirectory()
    const file = snapshotIn(directory)
    const store = await createPgliteStore({ directory, snapshotSeconds: 0.1 })
    const inode = () => lstatSync(file, { throwIfNoEntry: false })?.ino
    await expect.poll(inode, { timeout: 60_000 }).toBeDefined()
    const first = inode()
    await store.rooms.notEnded(0)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(inode()).toBe(first)
    await store.rooms.add(newRoom())
    await expect.poll(inode, { timeout: 60_000 }).not.toBe(first)
    const second = inode()
    await store[Symbol.asyncDispose]()
    expect(inode()).toBe(second)
    const again = await createPgliteStore({ directory })
    await again.rooms.add(newRoom())
    await again[Symbol.asyncDispose]()
    expect(inode()).not.toBe(second)
  })

  test('nobody else may read the directory or anything in it', async () => {
    const directory = await migratedDirectory()
    const store = await createPgliteStore({ directory })
    await store.rooms.add(newRoom())
    const openToOthers = [directory, ...readdirSync(directory, { recursive: true, encoding: 'utf8' })]
      .map((name) => (name === directory ? name : join(directory, name)))
      .filter((path) => !lstatSync(path).isSocket() && (statSync(path).mode & 0o077) !== 0)
    expect(openToOthers).toEqual([])
    await store[Symbol.asyncDispose]()
    expect(statSync(snapshotIn(directory)).mode & 0o777).toBe(0o600)
  })
}
