/** A process that is killed in the middle of writing and compacting loses nothing that it has acknowledged. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMemoryBus } from '../../src/bus/memory.ts'

const ROUNDS = 6
const writer = fileURLToPath(new URL('writes-until-killed.ts', import.meta.url))
const now = () => Math.floor(Date.now() / 1000)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-kill-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The last number that each writer had acknowledged when it was killed, so many milliseconds after its first. */
async function writeAndKill(file: string, from: number, after: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, file, `${from}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), closed])
  await sleep(after)
  child.kill('SIGKILL')
  expect((await closed)[1]).toBe('SIGKILL')
  return new Map(
    output
      .split('\n')
      .slice(0, -1)
      .map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]),
  )
}

test('kill -9: what was acknowledged is there, both records of a commit or neither', async () => {
  const file = join(folder, 'rooms.bus')
  let from = 0
  for (let round = 0; round < ROUNDS; round++) {
    const acknowledged = await writeAndKill(file, from, 60 + round * 83)
    await using bus = await createMemoryBus({ file, now })
    const here = Object.fromEntries(await bus.read('room:{r1}:here'))
    for (const [who, number] of acknowledged) {
      expect(Number(here[who])).toBeGreaterThanOrEqual(number)
      expect(Number(here[who])).toBeLessThanOrEqual(number + 1)
      expect(await bus.readField('room:{r1}:lists', who)).toBe(here[who])
    }
    expect(acknowledged.size).toBe(4)
    from = Math.max(...acknowledged.values()) + 1000
  }
})
