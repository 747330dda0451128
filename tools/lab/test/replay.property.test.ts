import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { cellToLatLng, getPentagons } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { type PlainEncounter, plainReplay } from '../src/plain/replay.ts'
import type { ReplayOptions } from '../src/replay/options.ts'
import { PRESENCE, type PresenceKind } from '../src/worlds/files.ts'
import { cleanUp, folderWith, run } from './run.ts'

cleanUp()

type Line = readonly (string | number)[]

interface World {
  readonly friends: readonly Line[]
  readonly lines: readonly Line[]
}

/** Small ids and the largest, so that both ways of numbering people are taken, and few of them, so that they meet. */
const user = fc.constantFrom(0, 1, 2, 3, 5, 8, 77, 65_536, 16_777_216, 4_294_967_295)
const pair = fc.tuple(user, user).filter(([a, b]) => a !== b)
const friends = fc.array(pair, { maxLength: 30 })
/** Seconds since the row above: often none, so that several things happen at once. */
const later = fc.nat({ max: 4 })
const place = fc.constantFrom('x', 'y', 'a "room"\\', '\ufeffx', ' x', 'É', 'é')

/** Points some 20 m apart: beside a pentagon of H3, which has five neighbours, on both sides of 180°, and at a pole. */
const [pentagonLat, pentagonLon] = cellToLatLng(getPentagons(11)[3]!)
const step = fc.integer({ min: -6, max: 6 })
const position = fc.oneof(
  fc.tuple(step, step).map(([y, x]) => [pentagonLat + y / 5000, pentagonLon + x / 5000]),
  fc.tuple(step, step).map(([y, x]) => [y / 5000, x < 0 ? x / 5000 + 180 : x / 5000 - 180]),
  fc.tuple(step, step).map(([y, x]) => [90 - Math.abs(y) / 5000, x * 30]),
)

const inTime = (rows: fc.Arbitrary<readonly (readonly [number, ...Line])[]>): fc.Arbitrary<Line[]> =>
  fc.tuple(fc.integer({ min: -20, max: 20 }), rows).map(([start, all]) => {
    let now = start
    return all.map(([seconds, ...rest]) => {
      now += seconds
      return [now, ...rest]
    })
  })

const LINES: Record<PresenceKind, fc.Arbitrary<readonly Line[]>> = {
  contacts: inTime(
    fc.array(
      fc.tuple(later, pair).map(([t, [a, b]]) => [t, a, b] as const),
      { maxLength: 60 },
    ),
  ),
  visits: inTime(fc.array(fc.tuple(later, user, place), { maxLength: 60 })),
  checkins: inTime(
    fc.array(
      fc.tuple(later, user, position).map(([t, who, at]) => [t, who, ...at] as const),
      { maxLength: 60 },
    ),
  ),
  rooms: fc.array(fc.tuple(user, place), { maxLength: 40 }),
}

const options: fc.Arbitrary<ReplayOptions> = fc.record({
  threshold: fc.integer({ min: 1, max: 4 }),
  dwell: fc.nat({ max: 8 }),
  gap: fc.nat({ max: 5 }),
  stay: fc.nat({ max: 12 }),
  cooldown: fc.nat({ max: 12 }),
})

const csv = (header: readonly string[], lines: readonly Line[]): string =>
  [header, ...lines].map((line) => `${line.join()}\n`).join('')

const words = (options: ReplayOptions): string[] => Object.entries(options).map(([name, value]) => `--${name}=${value}`)

/** One folder for all runs: written over, as nobody looks at it afterwards. */
const folders = Object.fromEntries(Object.keys(PRESENCE).map((kind) => [kind, folderWith({})])) as Record<
  PresenceKind,
  string
>

const write = (kind: PresenceKind, { friends, lines }: World, asWritten = (text: string) => text): void => {
  const put = (name: string, text: string) =>
    writeFileSync(join(folders[kind], `${name}.csv.gz`), gzipSync(asWritten(text), { level: 0 }))
  put('friends', csv(['a', 'b'], friends))
  put(kind, csv(PRESENCE[kind], lines))
}

const exact = ({ t, room, a, b, mutualFriends }: PlainEncounter) => [t, room, a, b, mutualFriends]

const expectSame = (told: readonly PlainEncounter[], plain: readonly PlainEncounter[]): void => {
  expect(told.map(exact)).toEqual(plain.map(exact))
  for (const [i, { strength }] of plain.entries())
    expect(Math.abs(told[i]!.strength - strength)).toBeLessThan(1e-9 * strength)
}

/** Rows that are bad wherever they stand. */
const BAD: Record<PresenceKind | 'any', readonly Line[]> = {
  any: [[''], ['1'], [',,,,'], ['1,1,1,1,1']],
  contacts: [
    ['1e3', 1, 2],
    ['', 1, 2],
    ['1.0', 1, 2],
    [99, 1, 1],
    [99, -1, 2],
    [99, 1, 4_294_967_296],
    [' 99', 1, 2],
  ],
  visits: [
    ['+9', 1, 'x'],
    ['--9', 1, 'x'],
    ['NaN', 1, 'x'],
    [99, '0x1', 'x'],
    [99, '', 'x'],
    [99, 1, 'x', 'y'],
  ],
  checkins: [
    [99, 1, 90.5, 0],
    [99, 1, 0, -180.01],
    [99, 1, '', 0],
    [99, 1, 'NaN', 0],
    [99, 1, 0, '1_0'],
    ['x', 1, 0, 0],
  ],
  rooms: [
    ['1.5', 'x'],
    ['', 'x'],
    [1, 'x', 'y'],
    ['one', 'x'],
    [' 1', 'x'],
    ['1 ', 'x'],
  ],
}

describe.each(Object.keys(PRESENCE) as PresenceKind[])('any world with %s', (kind) => {
  it('MUT5 MUT6 ENC2 ENC3 tells exactly what Map and Set tell', async () => {
    await fc.assert(
      fc.asyncProperty(friends, LINES[kind], options, async (friends, lines, options) => {
        write(kind, { friends, lines })
        const told = await run('replay', folders[kind], '--include-strength', ...words(options))
        expect(told.code).toBe(0)
        expectSame(told.lines as PlainEncounter[], plainReplay(folders[kind], kind, options))
      }),
      { numRuns: 40 },
    )
  })

  const bad = fc.constantFrom(...BAD.any, ...BAD[kind])

  it('tells the same with malformed rows in between, and with lines that end otherwise', async () => {
    const spoilt = fc.array(fc.tuple(fc.nat(), bad), { minLength: 1, maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(friends, LINES[kind], spoilt, fc.boolean(), async (friends, lines, spoilt, crlf) => {
        write(kind, { friends, lines })
        const clean = await run('replay', folders[kind], '--threshold=1')
        const dirty: Line[] = [...lines]
        for (const [at, row] of spoilt) dirty.splice(at % (dirty.length + 1), 0, row)
        const asWritten = (text: string) => (crlf ? text.replaceAll('\n', '\r\n') : text).replace(/\r?\n$/, '')
        // A blank last line whose end is taken away is no line.
        write(kind, { friends, lines: [...dirty, ['no', 'row', 'of', 'any', 'kind']] }, asWritten)
        const { code, out, err } = await run('replay', folders[kind], '--threshold=1')
        expect([code, out]).toEqual([1, clean.out])
        expect(err).toContain(`${spoilt.length + 1} malformed rows left out:\n`)
        expect(err.match(/^\w+\.csv\.gz:\d+: /gm)).toHaveLength(Math.min(10, spoilt.length + 1))
      }),
      { numRuns: 15 },
    )
  })
})
