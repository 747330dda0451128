/** docs/self-hosting.md names every variable, option and command that there is, and no other. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')
const page = read('docs/self-hosting.md')
const tables = page.slice(page.indexOf('## Settings'))
const config = read('apps/server/src/config.ts')

const all = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))].sort()

test('its variables are those that are read', () => {
  const variables = all(config, /read(?:<[^(]*>)?\('([A-Z_]+)'/g)
  expect(variables).toContain('DATABASE_URL')
  expect(all(tables, /`([A-Z]+_?[A-Z_]*)`/g)).toEqual(variables)
})

test('its options are those that are taken', () => {
  expect(all(tables, /`(--[a-z-]+)`/g)).toEqual(all(config, /'(--[a-z-]+)'/g))
})

test('it tells of every command', () => {
  const commands = readdirSync(new URL('../../src/scripts', import.meta.url)).filter((name) => name.endsWith('.ts'))
  expect(commands.length).toBeGreaterThan(4)
  for (const name of commands) expect(page).toMatch(new RegExp(`kith(\\.mjs)? ${name.slice(0, -'.ts'.length)}\\b`))
})

test('its links within lead somewhere', () => {
  const slug = (title: string) =>
    title
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-')
  const titles = all(page, /^#+ (.+)$/gm).map(slug)
  for (const link of all(page, /\]\(#([^)]+)\)/g)) expect(titles).toContain(link)
})
