import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshotIn } from '../../../src/store/pglite/snapshot.ts'
import { createPgliteStore } from '../../../src/store/pglite.ts'
import { freshDirectory } from '../fresh.ts'
import { newRoom } from '../people.ts'

/** What a power failure or a careless hand can do to a data directory. */
const DAMAGES: Record<string, (data: string) => void> = {
  'its control file is torn': (data) => writeFileSync(join(data, 'global', 'pg_control'), Buffer.alloc(8192, 7)),
  'it would be taken for no database at all': (data) => rmSync(join(data, 'PG_VERSION')),
  'its log is gone': (data) => {
    for (const file of readdirSync(join(data, 'pg_wal'))) if (/^0/.test(file)) rmSync(join(data, 'pg_wal', file))
  },
  'a page of a table is torn': (data) => {
    const tables = readdirSync(join(data, 'base', '5')).map((file) => join(data, 'base', '5', file))
    const table = tables.find((file) => readFileSync(file).includes(room.name))!
    const pages = readFileSync(table)
    writeFileSync(table, pages.fill(1, 4096, 8192))
  },
  'it is gone': (data) => rmSync(data, { recursive: true }),
}

const room = newRoom({ name: 'The evening before the power failed' })

export const damageTests = (): void => {
  let whole: string
  let copy: string

  beforeAll(async () => {
    whole = await freshDirectory()
    const store = await createPgliteStore({ directory: whole })
    await store.rooms.add(room)
    await store[Symbol.asyncDispose]()
  }, 120_000)
  afterAll(() => rmSync(whole, { recursive: true }))

  const damaged = (damage: (data: string) => void): string => {
    copy = mkdtempSync(join(tmpdir(), 'kith-store-'))
    for (const name of ['pgdata', 'snapshot.tar.gz']) cpSync(join(whole, name), join(copy, name), { recursive: true })
    damage(join(copy, 'pgdata'))
    return copy
  }

  test.for(Object.entries(DAMAGES))('a directory is restored from its snapshot where %s', async ([what, damage]) => {
    const directory = damaged(damage)
    const warnings: string[] = []
    const log = { info: () => {}, warn: (line: string) => warnings.push(line) }
    const store = await createPgliteStore({ directory, log })
    expect(await store.rooms.byId(room.id)).toStrictEqual(room)
    await store.rooms.add(newRoom())
    await store[Symbol.asyncDispose]()
    expect(warnings).toHaveLength(1)
    const aside = readdirSync(directory).filter((name) => /^pgdata-damaged-\d{4}-\d\d-\d\dT/.test(name))
    if (what === 'it is gone') expect([warnings[0], aside]).toEqual([expect.stringContaining('is gone; restoring'), []])
    else {
      expect(aside).toHaveLength(1)
      expect(warnings[0]).toMatch(/pgdata does not open \(.+\); restored it from the snapshot of \d{4}-/)
      expect(warnings[0]).toContain(join(directory, aside[0]!))
    }
    expect(readdirSync(directory)).not.toContain('pgdata-draft')
    rmSync(directory, { recursive: true })
  })

  test('without a good snapshot nothing is touched, and the error says what does not open', async () => {
    const directory = damaged(DAMAGES['its control file is torn']!)
    const control = () => readFileSync(join(directory, 'pgdata', 'global', 'pg_control'))
    const before = control()
    writeFileSync(snapshotIn(directory), 'no snapshot')
    await expect(createPgliteStore({ directory })).rejects.toThrow('the snapshot in it does not open either')
    rmSync(snapshotIn(directory))
    await expect(createPgliteStore({ directory })).rejects.toThrow(/pgdata does not open .+ no snapshot beside it/)
    expect(control().equals(before)).toBe(true)
    rmSync(directory, { recursive: true })
  })
}
