/** The published worlds, against the replay done plainly with Map and Set; skipped where the data is not there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type PlainEncounter, plainReplay } from '../src/plain/replay.ts'
import { REPLAY_DEFAULTS, type ReplayOptions } from '../src/replay/options.ts'
import { dataFolder, presenceKind } from '../src/worlds/files.ts'
import { readWorld } from '../src/worlds/world.ts'
import { run } from './run.ts'

const worlds = join(dataFolder(), 'worlds')
const there = existsSync(worlds)
const note = there ? '' : ' (skipped: no data sets; KITH_DATA names their folder)'

const OTHERS: Partial<ReplayOptions>[] = [
  { threshold: 1, cooldown: 0 },
  { threshold: 5, dwell: 60, gap: 120, stay: 600 },
  { threshold: 3, cooldown: 86_400, stay: 7200, dwell: 20, gap: 40 },
]

const CASES: [world: string, options: Partial<ReplayOptions>][] = [
  ...['highschool-2013', 'sigcomm-2009', 'foursquare-jakarta', 'facebook-caltech'].flatMap((world) =>
    [{}, ...OTHERS].map((options): [string, Partial<ReplayOptions>] => [world, options]),
  ),
  ['gowalla-2010', {}],
  ['gowalla-2010', { threshold: 1, stay: 900, cooldown: 3600 }],
  ['facebook-harvard', {}],
]

describe.skipIf(!there)(`MUT5 MUT6 the published worlds${note}`, () => {
  test.each(CASES)('%s with %j tells exactly what Map and Set tell', async (world, changed) => {
    const folder = join(worlds, world)
    const options = Object.entries(changed).map(([name, value]) => `--${name}=${value}`)
    const { code, lines } = await run('replay', folder, '--include-strength', ...options)
    const expected = plainReplay(folder, presenceKind(folder), { ...REPLAY_DEFAULTS, ...changed })
    expect(code).toBe(0)
    expect(lines.length).toBe(expected.length)
    expect(expected.length).toBeGreaterThan(0)
    const wrong = lines.findIndex((line, i) => !isSame(line as PlainEncounter, expected[i]!))
    expect(wrong === -1 ? 'none' : { told: lines[wrong], plainly: expected[wrong] }).toBe('none')
  })
})

describe.skipIf(!there)(`MUT5 the rooms of facebook-harvard${note}`, () => {
  test('431,105 pairs who are no friends, 319,967 of whom share two or more', async () => {
    const folder = join(worlds, 'facebook-harvard')
    const { ids, presence, friendships } = readWorld(folder)
    const { starts, friends } = friendships
    const friendsOf = Array.from(ids, (_, person) => new Set(friends.subarray(starts[person], starts[person + 1])))
    const rooms = presence.places.map((): number[] => [])
    for (let row = 0; row < presence.size; row++) rooms[presence.place[row]!]!.push(presence.a[row]!)
    let strangers = 0
    for (const people of rooms)
      for (const [i, a] of people.entries()) for (const b of people.slice(i + 1)) if (!friendsOf[a]!.has(b)) strangers++
    expect(strangers).toBe(431_105)
    expect((await run('replay', folder)).lines).toHaveLength(319_967)
  })
})

const isSame = (told: PlainEncounter, plain: PlainEncounter): boolean =>
  told.t === plain.t &&
  told.room === plain.room &&
  told.a === plain.a &&
  told.b === plain.b &&
  told.mutualFriends === plain.mutualFriends &&
  Math.abs(told.strength - plain.strength) < 1e-9 * plain.strength
