/** What `kith doctor` makes of what it sees. */
import { chmod, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { exportKeys, readOrCreate } from '../../src/keys/key-file.ts'
import { parsePublicUrl } from '../../src/public-url.ts'
import { databaseFinding, directoryFinding, keysFinding } from '../../src/scripts/doctor/data.ts'
import { lasting, lineOf, wrong } from '../../src/scripts/doctor/finding.ts'
import { nodeFinding, spaceFinding, timeFinding } from '../../src/scripts/doctor/machine.ts'
import { addressFinding, proxyFinding } from '../../src/scripts/doctor/outside.ts'
import { linesOf } from '../../src/scripts/reports.ts'
import { plain } from '../../src/scripts/running/command.ts'

const NOW = Date.UTC(2026, 10, 24, 19, 0, 0) / 1000
const DAY = 86_400

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-doctor-'))
})
afterEach(() => rm(folder, { recursive: true }))

test.each([
  ['18.20.0', 'wrong'],
  ['20.18.3', 'wrong'],
  ['20.19.0', 'look'],
  ['22.1.0', 'ok'],
  ['24.21.0', 'ok'],
])('Node %s: %s', (version, state) => {
  expect(nodeFinding(version).state).toBe(state)
})

test.each([
  [100, 'wrong'],
  [1000, 'look'],
  [5000, 'ok'],
])('%i MB free: %s', (free, state) => {
  expect(spaceFinding(free, '/var/lib/kith').state).toBe(state)
})

test.each([
  [0, '0 minutes'],
  [61, '1 minute'],
  [3 * 3600, '3 hours'],
  [12 * DAY, '12 days'],
])('%i s is %s', (seconds, words) => {
  expect(lasting(seconds)).toBe(words)
})

test('a line says how bad, what about, what to do', () => {
  expect(lineOf(wrong('disk', 'Make room.'))).toBe('WRONG  disk       Make room.')
})

describe('time', () => {
  test('half a minute from the outside address is wrong', async () => {
    const at = (seconds: number) => new Date((NOW + seconds) * 1000).toUTCString()
    expect((await timeFinding(at(31), NOW)).state).toBe('wrong')
    expect((await timeFinding(at(-31), NOW)).text).toMatch(/^31 seconds from .*timedatectl set-ntp true$/)
    expect((await timeFinding(at(20), NOW)).state).not.toBe('wrong')
    expect((await timeFinding(undefined, NOW)).state).not.toBe('wrong')
  })
})

describe('the address', () => {
  test.each([
    ['https://kith.example.org', 'ok'],
    ['http://localhost:4455', 'look'],
    ['https://192.168.1.5', 'look'],
    ['https://kith.lan', 'look'],
    ['http://kith.example.org', 'wrong'],
    ['http://192.168.1.5:4455', 'wrong'],
  ])('%s: %s', (origin, state) => {
    expect(addressFinding(parsePublicUrl(origin)).state).toBe(state)
  })

  test('GST1: behind https nobody would be told from anybody without TRUST_PROXY', () => {
    const url = parsePublicUrl('https://kith.example.org')
    expect(proxyFinding(url, false).state).toBe('wrong')
    expect(proxyFinding(url, ['loopback'])).toMatchObject({ state: 'ok', text: expect.stringContaining('loopback') })
    expect(proxyFinding(parsePublicUrl('http://localhost:4455'), false).state).toBe('ok')
  })
})

describe('storage', () => {
  test('is written, read, and left as it was', async () => {
    expect((await directoryFinding(folder)).state).toBe('ok')
    expect(await readdir(folder)).toEqual([])
    expect(await directoryFinding(join(folder, 'absent'))).toMatchObject({
      state: 'wrong',
      text: expect.stringContaining('ENOENT'),
    })
  })

  test('says what a power failure costs, and how old the snapshot is', async () => {
    const config = readConfig({ KITH_DATA_DIR: folder })
    expect(await databaseFinding(config, NOW)).toMatchObject({
      state: 'look',
      text: expect.stringContaining('5 minutes'),
    })
    const withPostgres = readConfig({ KITH_DATA_DIR: folder, DATABASE_URL: 'postgres://localhost/kith' })
    expect((await databaseFinding(withPostgres, NOW)).text).toMatch(/^PostgreSQL/)
    const database = join(folder, 'there')
    await readOrCreate(join(database, 'unused'))
    await writeFile(join(database, 'snapshot.tar.gz'), '')
    await utimes(join(database, 'snapshot.tar.gz'), NOW - 180, NOW - 180)
    const later = { ...config, paths: { ...config.paths, database } }
    expect(await databaseFinding(later, NOW)).toMatchObject({
      state: 'ok',
      text: expect.stringContaining('last snapshot 3 minutes ago'),
    })
  })
})

describe('CON2 the keys', () => {
  test('absent, never exported, exported, exported long ago, readable by others', async () => {
    const file = join(folder, 'keys', 'keys.json')
    expect(await keysFinding(file, NOW)).toMatchObject({ state: 'wrong', text: expect.stringContaining('not there') })
    await readOrCreate(file)
    expect(await keysFinding(file, NOW)).toMatchObject({
      state: 'look',
      text: expect.stringContaining('never exported'),
    })
    await exportKeys(file, join(folder, 'copy.json'), NOW)
    expect(await keysFinding(file, NOW + 12 * DAY)).toMatchObject({
      state: 'ok',
      text: expect.stringContaining('exported 12 days ago'),
    })
    expect((await keysFinding(file, NOW + 400 * DAY)).state).toBe('look')
    await chmod(file, 0o644)
    expect(await keysFinding(file, NOW)).toMatchObject({ state: 'wrong', text: expect.stringContaining('chmod 600') })
  })
})

describe('SAFE2 what somebody wrote in a report', () => {
  test('steers no terminal, and stays on its line', () => {
    expect(plain('rude\u001b[2J\u0007\r\nto \u202Eme\u2066 \u009b31m')).toBe('rude [2J to me  31m')
    const lines = linesOf({ id: 'abc', at: NOW, room: 'Book\nevening', text: '' })
    expect(lines).toEqual(['abc  2026-11-24 19:00 UTC  Book evening', '    (nothing was added)'])
  })
})
