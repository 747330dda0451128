/** Running a command as the shell would, and worlds to run it on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { main } from '../src/main.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Standard output as JSON, one value a line. */
  readonly lines: readonly unknown[]
}

export const run = async (...words: string[]): Promise<Ran> => {
  let out = ''
  let err = ''
  const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: (text: string) => (err += text) } }
  const code = await main(words, io)
  const isLines = out.startsWith('{"')
  return {
    code,
    out,
    err,
    lines: isLines
      ? out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [],
  }
}

const folders: string[] = []

/** A folder with these files; gone after the tests. */
export const folderWith = (files: Record<string, string | Uint8Array>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-lab-test-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Removes what `folderWith` made; called once by each test file. */
export const cleanUp = (): void => {
  afterAll(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })
}

/** CSV of rows, without a header. */
export const rows = (...all: readonly (readonly (string | number)[])[]): string =>
  all.map((row) => `${row.join()}\n`).join('')
