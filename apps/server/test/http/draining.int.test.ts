/** A real process that is told to stop. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { CLOSE } from '@kith/protocol'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'

const program = fileURLToPath(new URL('./stopping-server.ts', import.meta.url))

let child: ChildProcess | undefined
afterEach(() => void child?.kill('SIGKILL'))

const start = async () => {
  const started = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = started
  let said = ''
  started.stdout.on('data', (data) => {
    said += String(data)
  })
  const says = async (words: RegExp): Promise<string> => {
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(words)
    return words.exec(said)?.[0] as string
  }
  const cookie = await says(/^kith=\S+/)
  const url = await says(/http:\S+(?=\n)/)
  return { started, says, cookie, url, all: () => said }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: sockets are told to come again, what was begun is finished, everything is closed, and the process ends',
  async (signal) => {
    const { started, says, cookie, url, all } = await start()
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { headers: { cookie } })
    const closed = once(socket, 'close')
    await once(socket, 'open')
    const headers = { cookie, 'content-type': 'application/json' }
    const call = fetch(`${url}/api/me.forget`, { method: 'POST', headers, body: '{}' })
    await says(/working/)
    const ended = once(started, 'close')
    const began = Date.now()
    started.kill(signal)
    expect((await closed)[0]).toBe(CLOSE.goingAway.code)
    expect(await (await call).json()).toEqual({})
    expect(await ended).toEqual([0, null])
    expect(all()).toContain('disposed')
    // Not as long as a browser would keep its connection.
    expect(Date.now() - began).toBeLessThan(5_000)
  },
)

test('a second signal ends the process at once', async () => {
  const { started, says, cookie, url } = await start()
  const headers = { cookie, 'content-type': 'application/json' }
  const call = fetch(`${url}/api/me.forget`, { method: 'POST', headers, body: '{}' }).catch(() => 'cut')
  await says(/working/)
  const ended = once(started, 'exit')
  started.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 50))
  started.kill('SIGTERM')
  expect(await ended).toEqual([1, null])
  expect(await call).toBe('cut')
})
