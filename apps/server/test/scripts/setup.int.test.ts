/** The script of `kith setup`, run by a real shell under a root of its own, where systemd and Caddy only take notes. */

import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { kith } from './commands.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kith-setup-'))
  for (const folder of ['bin', 'etc/caddy', 'etc/systemd/system', 'usr/local/bin'])
    await mkdir(join(root, folder), { recursive: true })
  for (const name of ['caddy', 'id', 'systemctl', 'useradd'])
    await putCommand(name, name === 'id' ? 'exit 1' : `echo "${name} $*" >> ${root}/done`)
  await putCommand('dpkg', 'true')
})
afterEach(() => rm(root, { recursive: true }))

const putCommand = async (name: string, body: string): Promise<void> => {
  await writeFile(join(root, 'bin', name), `#!/bin/sh\n${body}\n`)
  await chmod(join(root, 'bin', name), 0o755)
}

/** Prints it as a person would, and runs it with paths below the root. */
const setUp = async (): Promise<{ code: number; stdout: string }> => {
  const printed = await kith(['setup', 'kith.example.org'], { PATH: process.env.PATH ?? '', KITH_DATA_DIR: root })
  expect(printed).toMatchObject({ code: 0, stderr: '' })
  const script = join(root, 'setup.sh')
  await writeFile(script, printed.stdout.replaceAll(/(?<![\w.])\/(etc|usr\/local)\//g, `${root}/$1/`))
  const env = { PATH: `${join(root, 'bin')}:${process.env.PATH}` }
  return await promisify(execFile)('sh', [script], { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  )
}

const read = (path: string) => readFile(join(root, path), 'utf8')
const modeOf = async (path: string) => (await stat(join(root, path))).mode & 0o777

test('puts every file in its place, with its mode, and starts both', async () => {
  expect(await setUp()).toMatchObject({ code: 0 })
  expect(await read('etc/kith.env')).toContain('PUBLIC_URL=https://kith.example.org\nPORT=4455\n')
  expect(await modeOf('etc/kith.env')).toBe(0o600)
  expect(await read('etc/systemd/system/kith.service')).toMatch(/^\[Unit\]\n[\s\S]*\nWantedBy=multi-user\.target\n$/)
  expect(await read('etc/caddy/Caddyfile')).toContain('reverse_proxy 127.0.0.1:4455\n')
  expect(await modeOf('usr/local/bin/kith')).toBe(0o755)
  const wrapper = await read('usr/local/bin/kith')
  expect(wrapper).toMatch(/\nexec runuser -u kith -- \S+ \S+\/apps\/server\/bin\/kith\.mjs "\$@"\n$/)
  expect(await read('done')).toMatch(
    /useradd --system .* kith\n[\s\S]*systemctl restart kith\nsystemctl reload-or-restart caddy/,
  )
})

test('again: keeps the settings that were changed', async () => {
  await setUp()
  await writeFile(join(root, 'etc/kith.env'), "PUBLIC_URL=https://kith.example.org\nDATABASE_URL='postgres:///kith'\n")
  expect(await setUp()).toMatchObject({ code: 0 })
  expect(await read('etc/kith.env')).toContain('DATABASE_URL')
})

test('a Caddyfile of somebody’s own is not touched, and nothing is done', async () => {
  await writeFile(join(root, 'etc/caddy/Caddyfile'), 'books.example.org {\n}\n')
  await putCommand('dpkg', `echo '??5?????? c ${root}/etc/caddy/Caddyfile'`)
  expect(await setUp()).toMatchObject({ code: 1, stdout: expect.stringContaining('a Caddyfile of your own') })
  expect(await read('etc/caddy/Caddyfile')).toBe('books.example.org {\n}\n')
  await expect(stat(join(root, 'etc/kith.env'))).rejects.toThrow('ENOENT')
})
