/** What migrating does, on any connection: a new, empty database for each test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate, type SqlSession } from '../../src/store/migrate.ts'

const folderOf = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}

const one = { '0001-books.sql': "create table book (title text unique);\ninsert into book values ('Middlemarch');" }

export const migrationContract = (open: () => Promise<SqlSession>): void => {
  test('a migration that fails leaves nothing half done, names its file and line, and quotes no row', async () => {
    const session = await open()
    expect(await migrate(session, folderOf(one))).toEqual(['0001-books.sql'])
    const two = {
      ...one,
      '0002-twice.sql': 'create table shelf (id text);\n\ninsert into book select title from book;',
    }
    const error = await migrate(session, folderOf(two)).catch(String)
    expect(error).toMatch(/migration 0002-twice\.sql failed, and nothing of it stays: 23505, table book/)
    expect(error).not.toContain('Middlemarch')
    expect(await session.run("select to_regclass('shelf') as shelf")).toEqual([{ shelf: null }])
    const mended = { ...two, '0002-twice.sql': 'create table shelf (id text);\nselect * from nowhere;' }
    await expect(migrate(session, folderOf(mended))).rejects.toThrow(/0002-twice\.sql failed.*: at line 2, 42P01/)
    const well = { ...one, '0002-shelves.sql': 'create table shelf (id text);' }
    expect(await migrate(session, folderOf(well))).toEqual(['0002-shelves.sql'])
    expect(await migrate(session, folderOf(well))).toEqual([])
  })

  test('a file that changed since it was applied, is missing or misnamed is refused', async () => {
    const session = await open()
    await migrate(session, folderOf(one))
    await expect(migrate(session, folderOf({ '0001-books.sql': 'select 1' }))).rejects.toThrow(
      'migration 0001-books.sql has changed since it was applied',
    )
    await expect(migrate(session, folderOf({}))).rejects.toThrow('written by a newer Kith: it has migration 0001-books')
    await expect(migrate(session, folderOf({ ...one, '0003-gap.sql': '' }))).rejects.toThrow('should be called 0002-')
    await expect(migrate(session, folderOf({ '1-x.sql': '' }))).rejects.toThrow('should be called 0001-')
  })
}
