/** MUT6: what orders people, asked of the published worlds; skipped where the data is not there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder } from '../src/worlds/files.ts'
import { run } from './run.ts'

const worlds = join(dataFolder(), 'worlds')
const there = existsSync(worlds)
const note = there ? '' : ' (skipped: no data sets; KITH_DATA names their folder)'

/** Each command that the measurements name, with what they say it prints. */
const TOLD = readFileSync(new URL('../../../docs/measurements.md', import.meta.url), 'utf8')
  .split('npx kith-lab worth ../shared/data/worlds/')
  .slice(1)
  .map((text): [words: string, told: string] => {
    const [words, , ...rest] = text.split('\n## ')[0]!.split('\n')
    const table = rest.findLastIndex((line) => line.startsWith('|'))
    return [words!, `${rest.slice(0, table + 1).join('\n')}\n`]
  })

describe.skipIf(!there)(`MUT6 the published worlds${note}`, () => {
  test('Jakarta has 37,792 candidates, 820 later friends, and this is what each measure makes of them', async () => {
    const worth = JSON.parse((await run('worth', join(worlds, 'foursquare-jakarta'), '--json')).out)
    expect([worth.candidates, worth.later]).toEqual([37_792, 820])
    const aucs = worth.measures.map(({ measure, auc }: { measure: string; auc: number }) => [measure, auc.toFixed(3)])
    expect(Object.fromEntries(aucs)).toMatchObject({
      'mutual count': '0.735',
      'Adamic–Adar': '0.735',
      'T (places together)': '0.887',
      'R (places shared)': '0.881',
      'K (combined)': '0.932',
    })
  })

  test.each(TOLD)('docs/measurements.md tells what worth %s prints', async (words, told) => {
    const [world, ...options] = words.split(' ')
    expect((await run('worth', join(worlds, world!), ...options)).out).toBe(told)
  })
})
