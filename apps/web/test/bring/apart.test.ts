/** DATA3: the page that may ask a foreign server cannot reach the address book, by anything that it imports. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { handOver, readMutual, takeHandedOver } from '../../src/screens/follows/handover.ts'

const source = join(import.meta.dirname, '../../src')

/** Everything that is loaded with a file: what it imports, and so on. Types are not loaded. */
const loadedWith = (entry: string): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file) || !/\.tsx?$/.test(file)) return
    const text = readFileSync(file, 'utf8')
    const names = [
      ...text.matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm),
    ]
    const imports = names.map(([, still, later]) => (still ?? later)!)
    found.set(file, imports)
    for (const name of imports.filter((one) => one.startsWith('.')))
      visit(join(dirname(file), name.replace(/\?.*$/, '')))
  }
  visit(entry)
  return found
}

const mutual = {
  account: 'ana@social.example',
  own: 'mastodon:ana@social.example',
  people: [{ name: 'Ben', handle: 'mastodon:ben@social.example' }],
  following: 3,
  followers: 4,
  isCut: false,
}

afterEach(() => vi.unstubAllGlobals())

describe('the page of follows', () => {
  it('DATA3 loads neither the address book, nor a worker, nor the app’s own connection', () => {
    const loaded = loadedWith(join(source, 'screens/follows/main.tsx'))
    const files = [...loaded.keys()].map((file) => relative(source, file))
    expect(files).toContain('screens/follows/ask.ts')
    expect(files.filter((file) => /^(device|worker|client|state|sw)\//.test(file))).toEqual([])
    expect([...loaded.values()].flat().filter((name) => name === 'idb' || name.includes('worker'))).toEqual([])
  })

  it('DATA3 is the only one that names a foreign server: the import loads none of its questions', () => {
    const files = [...loadedWith(join(source, 'screens/bring/screen.tsx')).keys()].map((file) => relative(source, file))
    expect(files).toContain('device/importing.ts')
    expect(files.filter((file) => file.startsWith('screens/follows/'))).toEqual(['screens/follows/handover.ts'])
  })

  it('hands over once, and what is handed over is looked at', () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
    handOver(mutual)
    expect(takeHandedOver()).toEqual(mutual)
    expect(takeHandedOver()).toBeUndefined()
    expect(readMutual('{')).toBeUndefined()
    expect(readMutual('null')).toBeUndefined()
    expect(
      readMutual(JSON.stringify({ ...mutual, people: [{ name: 'Ben', handle: 'ben@mail.example' }] })),
    ).toBeUndefined()
  })
})
