import { createHmac } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportKeys } from '../../src/keys/key-file.ts'
import { type Keys, loadKeys } from '../../src/keys/keys.ts'

let folder: string
let file: string
let keys: Keys
let secrets: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-keys-'))
  file = join(folder, 'keys', 'keys.json')
  keys = await loadKeys(file)
  secrets = JSON.parse(await readFile(file, 'utf8'))
})
afterAll(() => rm(folder, { recursive: true }))

const bytes = (name: string) => Buffer.from(secrets[name]!, 'base64url')
const token = Uint8Array.from({ length: 64 }, (_, n) => n)

describe('CON2 the key file', () => {
  test('is made on the first start, for its owner alone, with four different secrets', async () => {
    expect(keys.isNew).toBe(true)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700)
    const all = ['oprfSeed', 'storeKey', 'sealKey', 'hashKey'].map((name) => bytes(name).toString('hex'))
    expect(new Set(all).size).toBe(4)
    expect(all.every((one) => one.length === 64)).toBe(true)
    expect(await readdir(join(folder, 'keys'))).toEqual(['keys.json'])
  })

  test('gives the same keys on every start', async () => {
    const again = await loadKeys(file)
    expect(again.isNew).toBe(false)
    expect([again.oprfKeyId, again.storeHash(token), again.pairKey('ana', 'ben')]).toEqual([
      keys.oprfKeyId,
      keys.storeHash(token),
      keys.pairKey('ana', 'ben'),
    ])
    expect([...again.addressKey]).toEqual([...keys.addressKey])
  })

  test('of two that start at once, both have the keys of one', async () => {
    const both = join(folder, 'both', 'keys.json')
    const [one, other] = await Promise.all([loadKeys(both), loadKeys(both)])
    expect(one.oprfKeyId).toBe(other.oprfKeyId)
    expect(await readdir(join(folder, 'both'))).toEqual(['keys.json'])
  })

  test.each([0o640, 0o604, 0o660])('is refused with mode %o, with the line that mends it', async (mode) => {
    await chmod(file, mode)
    await expect(loadKeys(file)).rejects.toThrow(
      `${file}: others on this machine can read the keys. Run: chmod 600 '${file}'`,
    )
    await chmod(file, 0o600)
    await expect(loadKeys(file)).resolves.toBeDefined()
  })

  test('is refused where others can replace it', async () => {
    const open = join(folder, 'open')
    await mkdir(open)
    await chmod(open, 0o777)
    await expect(loadKeys(join(open, 'keys.json'))).rejects.toThrow(`chmod 700 '${open}'`)
  })

  test('a damaged one is named, what is in it is not, and it stays as it is', async () => {
    const damaged = join(folder, 'damaged.json')
    const secret = secrets.storeKey!
    for (const content of [
      `{"storeKey":"${secret}"`,
      `"${secret}"`,
      'null',
      JSON.stringify({ ...secrets, sealKey: secret.slice(3) }),
    ]) {
      await writeFile(damaged, content, { mode: 0o600 })
      const error = await loadKeys(damaged).catch((error: Error) => error)
      expect(error).toBeInstanceOf(Error)
      expect(inspect(error)).toContain(damaged)
      expect(inspect(error)).not.toContain(secret.slice(0, 6))
      expect(await readFile(damaged, 'utf8')).toBe(content)
    }
  })

  test('is exported to a new file, and remembers when', async () => {
    const to = join(folder, 'copy.json')
    expect(keys.exportedAt).toBeUndefined()
    await exportKeys(file, to, 1_800_000_000)
    expect((await stat(to)).mode & 0o777).toBe(0o600)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await loadKeys(file)).exportedAt).toBe(1_800_000_000)
    expect((await loadKeys(to)).oprfKeyId).toBe(keys.oprfKeyId)
    await expect(exportKeys(file, to, 1_900_000_000)).rejects.toThrow(/EEXIST/)
    await expect(exportKeys(file, file, 1_900_000_000)).rejects.toThrow(/itself/)
    expect((await loadKeys(file)).exportedAt).toBe(1_800_000_000)
  })

  test('nothing of it is shown: not logged, not as JSON, not to a debugger', () => {
    const shown = [
      inspect(keys, { depth: 9, showHidden: true }),
      JSON.stringify({ keys }),
      keys.forLogging(),
      String(keys),
    ]
    for (const name of ['oprfSeed', 'storeKey', 'sealKey', 'hashKey'])
      for (const text of shown) expect(text).not.toContain(secrets[name]!.slice(0, 8))
    expect(shown.slice(0, 3)).toEqual(['[keys]', '{"keys":"[keys]"}', '[keys]'])
  })
})

describe('hashes', () => {
  test('CON2 a stored token is the first 16 bytes of HMAC-SHA-256 under the store key', () => {
    const expected = createHmac('sha256', bytes('storeKey')).update(token).digest().subarray(0, 16)
    expect(keys.storeHash(token)).toBe(expected.toString('base64url'))
    expect(keys.storeHash(token.subarray(1))).not.toBe(keys.storeHash(token))
  })

  test('PRES3 a pair has one key in either order, and every pair its own', () => {
    expect(keys.pairKey('ana', 'ben')).toBe(keys.pairKey('ben', 'ana'))
    expect(keys.pairKey('ana', 'ben')).toMatch(/^[0-9a-f]{32}$/)
    const pairs = [
      ['ana', 'ben'],
      ['ana', 'carla'],
      ['an', 'aben'],
      ['anab', 'en'],
      ['', 'anaben'],
    ] as const
    expect(new Set(pairs.map(([one, other]) => keys.pairKey(one, other))).size).toBe(pairs.length)
    expect(() => keys.pairKey('ana', 'ana')).toThrow(RangeError)
  })

  test('ENC5 MUT6 equals are put in an order of 32 bits that follows from all parts and their order', () => {
    const parts = fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const number = keys.order(...one)
        expect(Number.isInteger(number) && number >= 0 && number < 2 ** 32).toBe(true)
        expect(keys.order(...one)).toBe(number)
        // Two of a few hundred meeting in 32 bits has a chance of 1 in ten million.
        if (JSON.stringify(one) !== JSON.stringify(other)) expect(keys.order(...other)).not.toBe(number)
      }),
      { numRuns: 300 },
    )
  })

  test('REV1 an id follows from its parts, and its like for another purpose is another', async () => {
    expect(keys.id('ana', 'ben', 'r1')).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(keys.id('ana', 'ben', 'r1')).toBe(keys.id('ana', 'ben', 'r1'))
    expect(keys.id('ben', 'ana', 'r1')).not.toBe(keys.id('ana', 'ben', 'r1'))
    expect(Buffer.from(keys.id('ana', 'ben'), 'base64url').toString('hex')).not.toBe(keys.pairKey('ana', 'ben'))
    const others = await loadKeys(join(folder, 'others.json'))
    expect(others.id('ana', 'ben', 'r1')).not.toBe(keys.id('ana', 'ben', 'r1'))
    expect(others.pairKey('ana', 'ben')).not.toBe(keys.pairKey('ana', 'ben'))
  })
})

describe('DATA4 sealing', () => {
  test('opens what it has sealed, never seals the same twice the same way, and shows nothing', () => {
    const sealed = keys.seal('ana@example.org ñ 🪁', 'address of m1')
    expect(keys.open(sealed, 'address of m1')).toBe('ana@example.org ñ 🪁')
    expect(keys.open(Buffer.from(sealed), 'address of m1')).toBe('ana@example.org ñ 🪁')
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('ana')
    expect([...keys.seal('ana@example.org ñ 🪁', 'address of m1')]).not.toEqual([...sealed])
    expect(keys.open(keys.seal('', ''), '')).toBe('')
  })

  test('opens nothing in another context, under other keys, changed, or cut short', async () => {
    const sealed = keys.seal('ana@example.org', 'address of m1')
    const others = await loadKeys(join(folder, 'others.json'))
    const refusal = /not by these keys, or not in this context/
    expect(() => keys.open(sealed, 'address of m2')).toThrow(refusal)
    expect(() => others.open(sealed, 'address of m1')).toThrow(refusal)
    for (let index = 0; index < sealed.length; index++) {
      const changed = sealed.slice()
      changed[index]! ^= 1
      expect(() => keys.open(changed, 'address of m1')).toThrow(refusal)
    }
    for (const length of [0, 23, 24, 39, sealed.length - 1])
      expect(() => keys.open(sealed.subarray(0, length), 'address of m1')).toThrow(refusal)
  })
})
