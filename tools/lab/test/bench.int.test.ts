/** The benchmarks run, on little, and say what they promise; no figure is judged here. */
import { expect, test } from 'vitest'
import { run } from './run.ts'

test('bench engine: both contenders see the same, and the JSON has its keys', async () => {
  const { code, out } = await run(
    'bench',
    'engine',
    '--people',
    '2000',
    '--growth',
    '1000,2000',
    '--world',
    '/nowhere',
    '--json',
  )
  const figures = JSON.parse(out)
  expect(code).toBe(0)
  expect(Object.keys(figures.moveAndCount)).toEqual(
    expect.arrayContaining(['enginePerSecond', 'mapSetPerSecond', 'ratio']),
  )
  expect(figures.count.coldNs).toBeGreaterThan(0)
  expect(figures.rooms.map(({ people }: { people: number }) => people)).toEqual([200, 1000])
  expect(figures.memory.bytesPerEdge).toBeLessThan(30)
  expect(figures.growth.map(({ people }: { people: number }) => people)).toEqual([1000, 2000])
})

test('bench oprf: both evaluate', async () => {
  const { out } = await run('bench', 'oprf', '--count', '64', '--json')
  expect(JSON.parse(out).identifiers).toBe(64)
})
