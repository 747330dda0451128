import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DirectoryLock, lockDirectory } from '../../../src/store/pglite/lock.ts'
import { emptyDirectory } from './directory.ts'

export const lockTests = (): void => {
  test('a held directory is refused with its name and the process that holds it, and free once released', async () => {
    const directory = emptyDirectory()
    const lock = await lockDirectory(directory)
    const refused = expect(lockDirectory(directory)).rejects
    await refused.toThrow(`${directory} is in use by process ${process.pid}`)
    await lock.release()
    await (await lockDirectory(directory)).release()
  })

  test('of many that find a dead lock at once exactly one takes it over, every time', async () => {
    const directory = emptyDirectory()
    for (let round = 0; round < 20; round++) {
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)))
      const held = tries.flatMap((lock) => (lock.status === 'fulfilled' ? lock.value : []))
      expect(held).toHaveLength(1)
      // Released like this it is as dead as after a kill: its folder stays.
      await (held[0] as DirectoryLock).release()
    }
    expect(readdirSync(directory)).toHaveLength(1)
  })

  test('a path too long for a socket is locked all the same', async () => {
    const directory = join(emptyDirectory(), 'a'.repeat(100), 'b'.repeat(100))
    mkdirSync(directory, { recursive: true })
    const lock = await lockDirectory(directory)
    await expect(lockDirectory(directory)).rejects.toThrow('is in use by')
    expect(statSync(join(directory, 'lock-1', 'socket')).isSocket()).toBe(true)
    await lock.release()
    await (await lockDirectory(directory)).release()
  })
}
