/** The command, as it is typed. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../bin/kith.mjs', import.meta.url))
const kith = (...words: string[]) => spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' })

test.each(['help', '--help'])('kith %s lists the commands, each with what it is for', (word) => {
  const { status, stdout, stderr } = kith(word)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^kith <command>\n\n {2}start +\S/)
  for (const line of stdout.trim().split('\n').slice(2)) expect(line).toMatch(/^ {2}[a-z]+ +\S+/)
})

test('a command that is none: exit 2, and which there are', () => {
  const { status, stdout, stderr } = kith('dance')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain("there is no command 'dance'")
  expect(stderr).toMatch(/^ {2}start +/m)
})
