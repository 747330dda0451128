/** Directories that go with the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { freshDirectory } from '../fresh.ts'

export const emptyDirectory = (): string => passing(mkdtempSync(join(tmpdir(), 'kith-store-')))

/** With a migrated database that nobody has open. */
export const migratedDirectory = async (): Promise<string> => passing(await freshDirectory())

const passing = (directory: string): string => {
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
