import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { gridDisk, latLngToCell } from 'h3-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../src/main.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kith-world-'))
})
afterAll(() => rm(root, { recursive: true }))

/** Runs the command and hears what it says. */
const world = async (...words: string[]) => {
  const heard = { stdout: '', stderr: '' }
  const code = await main(['world', ...words], {
    stdout: { write: (text) => (heard.stdout += text) },
    stderr: { write: (text) => (heard.stderr += text) },
  })
  return { code, ...heard }
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** One hash of all files, names included. */
const hashOf = async (folder: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const file of await filesIn(folder)) hash.update(`${file}\n`).update(await readFile(join(folder, file)))
  return hash.digest('hex')
}

/** Rows of integers and decimals, after their header. */
const rowsOf = async (file: string, header: string): Promise<number[][]> => {
  const [first, ...rows] = (await readFile(join(root, file), 'utf8')).split('\n')
  expect(first).toBe(header)
  expect(rows.pop()).toBe('')
  return rows.map((row) => row.split(',').map(Number))
}

describe('kith-lab world', () => {
  test('writes worlds to replay, and says where', async () => {
    const { code, stdout, stderr } = await world('--people', '400', '--out', join(root, 'small'))
    expect(code).toBe(0)
    expect(stdout.split('\n')).toEqual([...['', '/rooms', '/gatherings'].map((end) => join(root, 'small') + end), ''])
    expect(stderr).toContain('400 people')
    expect(await filesIn(join(root, 'small'))).toEqual([
      'checkins.csv',
      'friends-later.csv',
      'friends.csv',
      'gatherings/friends-later.csv',
      'gatherings/friends.csv',
      'gatherings/visits.csv',
      'homes.csv',
      'names.csv',
      'rooms/friends.csv',
      'rooms/rooms.csv',
    ])
  })

  test('the same options give the same bytes, another seed other bytes', async () => {
    for (const [folder, seed] of [
      ['one', '5'],
      ['two', '5'],
      ['other', '6'],
    ] as const)
      await world('--people', '120', '--seed', seed, '--days', '2', '--books', '--out', join(root, folder))
    expect(await hashOf(join(root, 'one'))).toBe(await hashOf(join(root, 'two')))
    expect(await hashOf(join(root, 'other'))).not.toBe(await hashOf(join(root, 'one')))
    // Fixed, so that another machine or a later engine is caught; whoever changes the town changes this line.
    expect(await hashOf(join(root, 'one'))).toBe('4dfa8b4b2435af07a66d826b06ca8fe2c1cc9fd79045b633fea4dd4662012dc0')
  })

  test('--gzip holds the same text', async () => {
    await world('--people', '120', '--seed', '5', '--days', '2', '--gzip', '--out', join(root, 'packed'))
    const packed = await readFile(join(root, 'packed', 'checkins.csv.gz'))
    expect(packed.readUInt32LE(4), 'no time of making').toBe(0)
    expect(gunzipSync(packed)).toEqual(await readFile(join(root, 'one', 'checkins.csv')))
  })

  test('pairs are a < b, sorted, once; what comes later is not there before', async () => {
    const friends = await rowsOf('small/friends.csv', 'a,b')
    const later = await rowsOf('small/friends-later.csv', 'a,b')
    for (const rows of [friends, later])
      expect(
        rows.every(([a, b], i) => {
          const [c, d] = rows[i - 1] ?? [-1, -1]
          return a! < b! && b! < 400 && (c! < a! || (c === a && d! < b!))
        }),
      ).toBe(true)
    const known = new Set(friends.map(String))
    expect(later.length).toBeGreaterThan(100)
    expect(later.some((pair) => known.has(String(pair)))).toBe(false)
  })

  test('stops and visits are in order of time within the week; everybody is in one room at most', async () => {
    const stops = await rowsOf('small/checkins.csv', 't,user,lat,lon')
    const visits = await rowsOf('small/gatherings/visits.csv', 't,user,place')
    for (const rows of [stops, visits])
      expect(rows.every(([t], i) => t! >= (rows[i - 1]?.[0] ?? 0) && t! < 7 * 86_400)).toBe(true)
    expect(stops.length / 400 / 7).toBeCloseTo(2.8, 0)
    expect(stops.every(([, , lat, lon]) => lat! >= 54.7 && lat! < 54.9 && lon! >= 2.5 && lon! < 2.82)).toBe(true)
    const inRooms = (await rowsOf('small/rooms/rooms.csv', 'user,room')).map(([user]) => user)
    expect(new Set(inRooms).size).toBe(inRooms.length)
    expect(inRooms.length).toBeGreaterThan(200)
  })

  test('in a town of 400, people who share 25 friends and are none come near each other', async () => {
    const circles = await circlesOf('small')
    const pairs = await nearPairs(await rowsOf('small/checkins.csv', 't,user,lat,lon'))
    const told = pairs.filter(([a, b]) => !circles.get(a)?.has(b) && mutualIn(circles, a, b) >= 25)
    expect(told.length).toBeGreaterThanOrEqual(10)
  })

  test('what comes later is likelier the more friends the two share', async () => {
    await world('--people', '600', '--out', join(root, 'town'))
    const circles = await circlesOf('town')
    const later = new Set((await rowsOf('town/friends-later.csv', 'a,b')).map(String))
    const tally = { few: [0, 0], many: [0, 0] }
    for (let a = 0; a < 600; a++)
      for (let b = a + 1; b < 600; b++) {
        if (circles.get(a)?.has(b)) continue
        const mutual = mutualIn(circles, a, b)
        const group = mutual < 2 ? tally.few : tally.many
        group[0]!++
        if (later.has(`${a},${b}`)) group[1]!++
      }
    expect(tally.many[1]! / tally.many[0]!).toBeGreaterThan((3 * tally.few[1]!) / tally.few[0]!)
  })

  test('refuses what it cannot use with one sentence', async () => {
    await writeFile(join(root, 'file'), '')
    const out = join(root, 'never')
    for (const [words, sentence] of [
      [[], /how many people/],
      [['--people', '100'], /--out/],
      [['--people', '9', '--out', out], /--people.*10/],
      [['--people', 'ten', '--out', out], /--people/],
      [['--people', '4000001', '--out', out], /--people.*4000000/],
      [['--people', '100', '--seed=-1', '--out', out], /seed/],
      [['--people', '100', '--days', '0', '--out', out], /--days/],
      [['--people', '100', '--colour', '--out', out], /--colour/],
      [['--people', '100', out], /--out/],
      [['--people', '100', '--out', join(root, 'small')], /not empty/],
      [['--people', '100', '--out', join(root, 'file')], /folder/],
    ] as const) {
      const { code, stdout, stderr } = await world(...words)
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toMatch(sentence)
      expect(stderr.trimEnd().split('\n').length).toBe(1)
    }
    expect(await readdir(root)).not.toContain('never')
  })
})

/** Everybody's friends, by the file. */
const circlesOf = async (folder: string): Promise<Map<number, Set<number>>> => {
  const circles = new Map<number, Set<number>>()
  const know = (a: number, b: number) => circles.set(a, (circles.get(a) ?? new Set()).add(b))
  for (const [a, b] of await rowsOf(`${folder}/friends.csv`, 'a,b')) {
    know(a!, b!)
    know(b!, a!)
  }
  return circles
}

const mutualIn = (circles: Map<number, Set<number>>, a: number, b: number): number => {
  const theirs = circles.get(b)
  let shared = 0
  for (const friend of circles.get(a) ?? []) if (theirs?.has(friend)) shared++
  return shared
}

/** Pairs who stopped in the same or neighbouring cells (H3, resolution 11) within an hour. */
const nearPairs = async (stops: readonly number[][]): Promise<[number, number][]> => {
  const pairs = new Map<string, [number, number]>()
  const recent = new Map<string, { t: number; user: number }[]>()
  for (const [t, user, lat, lon] of stops as [number, number, number, number][]) {
    const cell = latLngToCell(lat, lon, 11)
    for (const near of gridDisk(cell, 1).flatMap((one) => recent.get(one) ?? []))
      if (t - near.t <= 3600 && near.user !== user) pairs.set([near.user, user].sort().join(), [near.user, user])
    recent.set(cell, [...(recent.get(cell) ?? []), { t, user }])
  }
  return [...pairs.values()]
}
