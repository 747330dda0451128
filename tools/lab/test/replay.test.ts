import { gzipSync } from 'node:zlib'
import { cellToLatLng, gridRing, latLngToCell } from 'h3-js'
import { describe, expect, it, test } from 'vitest'
import { main } from '../src/main.ts'
import { cleanUp, folderWith, type Ran, rows, run } from './run.ts'

cleanUp()

/** 1 and 2 share 11 and 12; 1 and 3 share 11 alone; 2 and 3 are friends who share 11. */
const FRIENDS = `a,b\n${rows([1, 11], [2, 11], [1, 12], [2, 12], [3, 11], [2, 3])}`

const replayed = (files: Record<string, string | Uint8Array>, ...options: string[]): Promise<Ran> =>
  run('replay', folderWith({ 'friends.csv': FRIENDS, ...files }), ...options)

const contacts = (...all: (string | number)[][]) => ({ 'contacts.csv': `t,a,b\n${rows(...all)}` })
const visits = (...all: (string | number)[][]) => ({ 'visits.csv': `t,user,place\n${rows(...all)}` })
const checkins = (...all: (string | number)[][]) => ({ 'checkins.csv': `t,user,lat,lon\n${rows(...all)}` })
const rooms = (...all: (string | number)[][]) => ({ 'rooms.csv': `user,room\n${rows(...all)}` })

const times = ({ lines }: Ran): number[] => lines.map((line) => (line as { t: number }).t)

describe('contacts.csv', () => {
  it('MUT5 tells a pair once, a < b, with the exact count', async () => {
    const { code, out } = await replayed(contacts([100, 2, 1], [120, 1, 2], [130, 1, 3], [140, 2, 3]))
    expect([code, out]).toEqual([0, '{"t":100,"a":1,"b":2,"mutualFriends":2}\n'])
  })

  it('ENC2 friends are no encounter, and a lower threshold tells more', async () => {
    const { lines } = await replayed(contacts([100, 1, 3], [110, 2, 3]), '--threshold', '1')
    expect(lines).toEqual([{ t: 100, a: 1, b: 3, mutualFriends: 1 }])
  })

  it('ENC3 tells again exactly when the cool-down is over, and each time without one', async () => {
    const seen = contacts([100, 1, 2], [109, 1, 2], [110, 1, 2], [110, 1, 2])
    expect(times(await replayed(seen, '--cooldown', '10'))).toEqual([100, 110])
    expect(times(await replayed(seen, '--cooldown', '0'))).toEqual([100, 109, 110, 110])
  })

  it('PRES4 offers a pair from the dwell on, counted from the start of its run', async () => {
    const seen = contacts([100, 1, 2], [160, 1, 2], [220, 2, 1])
    expect(times(await replayed(seen, '--dwell', '120'))).toEqual([220])
    expect(times(await replayed(seen, '--dwell', '121'))).toEqual([])
  })

  it('begins a new run only after more than the gap', async () => {
    const seen = contacts([0, 1, 2], [60, 1, 2], [121, 1, 2])
    expect(times(await replayed(seen, '--gap', '60', '--dwell', '60'))).toEqual([60])
    expect(times(await replayed(seen, '--gap', '59', '--dwell', '60'))).toEqual([])
    expect(
      times(await replayed(contacts([0, 1, 2], [60, 1, 2], [120, 1, 2]), '--gap', '60', '--dwell', '120')),
    ).toEqual([120])
  })

  it('takes ids from 0 to 2³²−1 and negative times', async () => {
    const friends = `a,b\n${rows([0, 7], [7, 4294967295], [0, 8], [8, 4294967295])}`
    const { out } = await replayed({ 'friends.csv': friends, ...contacts([-5, 4294967295, 0]) })
    expect(out).toBe('{"t":-5,"a":0,"b":4294967295,"mutualFriends":2}\n')
  })
})

describe('visits.csv', () => {
  it('PRES1 somebody is there until the stay is over, exclusive', async () => {
    expect(times(await replayed(visits([0, 1, 'x'], [99, 2, 'x']), '--stay', '100'))).toEqual([99])
    expect(times(await replayed(visits([0, 1, 'x'], [100, 2, 'x']), '--stay', '100'))).toEqual([])
    expect(times(await replayed(visits([0, 1, 'x'], [0, 2, 'x']), '--stay', '0'))).toEqual([])
  })

  it('the next arrival ends the last, and a re-arrival at the same place offers again', async () => {
    expect(times(await replayed(visits([0, 1, 'x'], [5, 1, 'y'], [9, 2, 'x']), '--cooldown', '0'))).toEqual([])
    const again = visits([0, 1, 'x'], [5, 2, 'x'], [9, 2, 'x'], [12, 1, 'x'])
    expect(times(await replayed(again, '--cooldown', '0'))).toEqual([5, 9, 12])
  })

  it('offers in ascending order of id, whoever has no friends being there too', async () => {
    const friends = `a,b\n${rows([1, 11], [1, 12], [9, 11], [9, 12], [5, 11], [5, 12])}`
    const { lines } = await replayed({
      'friends.csv': friends,
      ...visits([0, 9, 'x'], [1, 77, 'x'], [2, 5, 'x'], [3, 1, 'x']),
    })
    expect(lines).toEqual([
      { t: 2, a: 5, b: 9, mutualFriends: 2 },
      { t: 3, a: 1, b: 5, mutualFriends: 2 },
      { t: 3, a: 1, b: 9, mutualFriends: 2 },
    ])
  })
})

describe('checkins.csv', () => {
  const home = latLngToCell(53.8, -1.5, 11)
  const at = (t: number, user: number, cell: string) => [t, user, ...cellToLatLng(cell)]

  it('offers whoever is in the same cell of resolution 11 or in one of the six beside it', async () => {
    for (const cell of [home, ...gridRing(home, 1)]) {
      expect(times(await replayed(checkins(at(0, 1, home), at(5, 2, cell))))).toEqual([5])
      expect(times(await replayed(checkins(at(0, 1, cell), at(5, 2, home))))).toEqual([5])
    }
  })

  it('offers nobody who is two cells away', async () => {
    for (const cell of gridRing(home, 2))
      expect(times(await replayed(checkins(at(0, 1, home), at(5, 2, cell))))).toEqual([])
  })

  it('PRES1 whoever arrives beside where they were is offered again, and gone when the stay is over', async () => {
    const [beside] = gridRing(home, 1) as [string]
    const again = checkins(at(0, 1, home), at(1, 2, home), at(5, 2, beside), at(15, 1, home), at(25, 2, beside))
    expect(times(await replayed(again, '--cooldown', '0', '--stay', '11'))).toEqual([1, 5, 15, 25])
    expect(times(await replayed(again, '--cooldown', '0', '--stay', '10'))).toEqual([1, 5])
  })

  it('refuses what is no position, and takes the poles', async () => {
    const { code, err } = await replayed(
      checkins(
        [0, 1, 91, 0],
        [1, 1, 0, -181],
        [2, 1, '1e400', 0],
        [3, 1, '0x10', 0],
        [4, 1, ' 1', 0],
        [5, 1, -90, 180],
        [6, 2, '-9.0e1', '+180.'],
      ),
    )
    expect(code).toBe(1)
    expect(err).toContain('5 malformed rows')
    expect(err).toContain('checkins.csv:2: lat is no latitude')
    expect(err).toContain('checkins.csv:3: lon is no longitude')
  })
})

describe('rooms.csv', () => {
  it('each pair once per room, rooms in order of first row, then a, then b', async () => {
    const friends = `a,b\n${rows([1, 11], [1, 12], [2, 11], [2, 12], [3, 11], [3, 12])}`
    const { lines } = await replayed({
      'friends.csv': friends,
      ...rooms([3, 'z'], [1, 'a"\\ä'], [2, 'z'], [1, 'z'], [3, 'a"\\ä'], [1, 'z']),
    })
    expect(lines).toEqual([
      { room: 'z', a: 1, b: 2, mutualFriends: 2 },
      { room: 'z', a: 1, b: 3, mutualFriends: 2 },
      { room: 'z', a: 2, b: 3, mutualFriends: 2 },
      { room: 'a"\\ä', a: 1, b: 3, mutualFriends: 2 },
    ])
  })

  it('tells a pair again in each room, whatever the cool-down, and takes names as they are written', async () => {
    const { out } = await replayed(rooms([1, 'x'], [2, 'x'], [1, ' x'], [2, ' x'], [1, '\ufeffx'], [2, 'X']))
    expect(out).toBe('{"room":"x","a":1,"b":2,"mutualFriends":2}\n{"room":" x","a":1,"b":2,"mutualFriends":2}\n')
  })
})

describe('what every replay does', () => {
  it('MUT6 adds strength where asked: Adamic–Adar with the natural logarithm', async () => {
    const { lines } = await replayed(contacts([100, 1, 2]), '--include-strength')
    const [{ strength }] = lines as [{ strength: number }]
    expect(strength).toBeCloseTo(1 / Math.log(3) + 1 / Math.log(2), 10)
  })

  it('leaves alone what an option is not about', async () => {
    const twice = [
      [0, 1, 2],
      [50, 1, 2],
    ]
    expect(times(await replayed(contacts(...twice), '--stay', '0', '--cooldown', '50'))).toEqual([0, 50])
    const meeting = visits([0, 1, 'x'], [50, 2, 'x'])
    expect(times(await replayed(meeting, '--dwell', '99', '--gap', '0'))).toEqual([50])
  })

  it('draws a bar on a terminal, and wipes it before the sum', async () => {
    let err = ''
    const terminal = { isTTY: true, write: (text: string) => (err += text) }
    const folder = folderWith({ 'friends.csv': FRIENDS, ...contacts([100, 1, 2]) })
    expect(await main(['replay', folder], { stdout: { write: () => {} }, stderr: terminal })).toBe(0)
    expect(err).toMatch(/^\r\[ {30}\] 0 %\r +\r\{"events":1,/)
  })

  it('sums up in one line of JSON, last on standard error', async () => {
    const { err } = await replayed(contacts([100, 1, 2], [101, 1, 2]))
    const sum = JSON.parse(err.trimEnd().split('\n').at(-1)!)
    expect(Object.keys(sum)).toEqual(['events', 'encounters', 'seconds', 'eventsPerSecond', 'peakMemoryMB'])
    expect([sum.events, sum.encounters]).toEqual([2, 1])
    expect(err).not.toContain('\r')
  })

  it('names the first ten malformed rows by line, counts all, and uses the good ones', async () => {
    const bad = [
      '5,1',
      '5,1,2,3',
      'x,1,2',
      '5.5,1,2',
      '5,1e3,2',
      '5,-1,2',
      '5,4294967296,2',
      '5,1,1',
      '',
      '5, 1,2',
      '4,1,2',
      '5,,2',
    ]
    const text = `t,a,b\n5,9,10\n${bad.join('\n')}\n6,1,2\n`
    const { code, lines, err } = await replayed({ 'contacts.csv': text })
    expect([code, lines]).toEqual([1, [{ t: 6, a: 1, b: 2, mutualFriends: 2 }]])
    expect(err).toContain('12 malformed rows')
    expect(err).toContain('contacts.csv:3: ')
    expect(err.match(/contacts\.csv:\d+: /g)).toHaveLength(10)
    expect(err).toContain('… and 2 more')
  })

  it('a malformed row does not move the clock', async () => {
    const { code, lines } = await replayed(contacts([5, 8, 9], [99, 1, 1], [6, 1, 2]))
    expect([code, lines]).toEqual([1, [{ t: 6, a: 1, b: 2, mutualFriends: 2 }]])
  })

  it('counts malformed friends, and repeated ones once', async () => {
    const friends = `a,b\n${rows([1, 11], [11, 1], [1, 11], [2, 11], [1, 12], [2, 12], [4, 4])}`
    const { code, lines, err } = await replayed(
      { 'friends.csv': friends, ...contacts([1, 1, 2]) },
      '--include-strength',
    )
    expect([code, lines.length]).toEqual([1, 1])
    expect((lines as [{ strength: number }])[0].strength).toBeCloseTo(2 / Math.log(2), 10)
    expect(err).toContain('friends.csv:8: a and b are the same')
  })

  it('reads lines that end in CRLF, and a last line that ends in nothing', async () => {
    const { code, lines } = await replayed({
      'friends.csv': FRIENDS.replaceAll('\n', '\r\n'),
      'visits.csv': 't,user,place\r\n0,1,x\r\n5,2,x',
    })
    expect([code, lines]).toEqual([0, [{ t: 5, a: 1, b: 2, mutualFriends: 2 }]])
  })

  it('prefers .csv.gz to .csv', async () => {
    const packed = gzipSync(`t,a,b\n${rows([7, 1, 2])}`)
    expect(times(await replayed({ ...contacts([5, 1, 2]), 'contacts.csv.gz': packed }))).toEqual([7])
    const friendless = gzipSync('a,b\n')
    expect(times(await replayed({ ...contacts([5, 1, 2]), 'friends.csv.gz': friendless }))).toEqual([])
  })
})

/** One person with a friend more than a list may hold. */
const MANY = `a,b\n${rows(...Array.from({ length: 10_001 }, (_, i) => [0, i + 1]))}`

describe('what no replay can use', () => {
  test.each([
    ['no presence file', {}, [], 'must have exactly one of'],
    ['two of them', { ...contacts(), ...visits() }, [], 'not 2'],
    ['a broken archive', { 'contacts.csv.gz': 'no gzip' }, [], 'cannot be unpacked'],
    ['half an archive', { 'contacts.csv.gz': gzipSync('t,a,b\n1,1,2\n').subarray(0, 25) }, [], 'cannot be unpacked'],
    ['a folder for a file', { 'contacts.csv/none': '' }, [], 'cannot be read'],
    ['longer lists than the engine takes', { ...contacts(), 'friends.csv': MANY }, [], 'somebody has 10001 friends'],
    ['another header', { 'contacts.csv': 'time,a,b\n' }, [], 'must begin with the line "t,a,b"'],
    ['an empty file', { 'contacts.csv': '' }, [], 'must begin with the line "t,a,b"'],
    ['threshold 0', contacts(), ['--threshold', '0'], '--threshold is an integer of at least 1'],
    ['half a second', contacts(), ['--dwell', '0.5'], '--dwell is an integer of at least 0'],
    ['1e3 seconds', contacts(), ['--gap', '1e3'], '--gap is an integer of at least 0'],
    ['a cool-down of nothing', rooms(), ['--cooldown='], '--cooldown is an integer'],
    ['a negative stay', contacts(), ['--stay=-1'], '--stay is an integer'],
    ['an unknown option', contacts(), ['--colour'], "Unknown option '--colour'"],
  ] as [string, Record<string, string | Uint8Array>, string[], string][])(
    '%s: exit 2 and one sentence',
    async (_, files, options, why) => {
      const { code, out, err } = await replayed(files, ...options)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(why)
      expect(err.trimEnd().split('\n')).toHaveLength(1)
    },
  )

  it('a folder that is none, or has no friends, or no folder at all', async () => {
    expect((await run('replay', '/nowhere')).err).toContain('is no folder')
    expect((await run('replay', folderWith(contacts()))).err).toContain('has no friends.csv')
    expect((await run('replay')).code).toBe(2)
    expect((await run('nonsense')).code).toBe(2)
    expect((await run('help')).code).toBe(0)
  })
})
