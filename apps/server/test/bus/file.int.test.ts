/** The file behind the bus in memory: what it keeps, what it forgets, and what it refuses. */
import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BusChange } from '../../src/bus/bus.ts'
import { createMemoryBus, type MemoryBus } from '../../src/bus/memory.ts'

const START = 1_800_000_000

let folder: string
let file: string
let time: number
let warnings: object[]

const open = () =>
  createMemoryBus({
    file,
    now: () => time,
    log: { warn: (details, message) => warnings.push({ ...details, message }) },
  })
const write = (key: string, fields: Record<string, string>, until = START + 1000): BusChange => ({
  kind: 'write',
  key,
  fields,
  until,
})
const fieldsOf = async (bus: MemoryBus, key: string) => Object.fromEntries(await bus.read(key))
/** The file as a kill at this moment would leave it, opened elsewhere. */
const afterKill = async <T>(look: (bus: MemoryBus) => Promise<T>): Promise<T> => {
  const copy = join(folder, 'killed.bus')
  await writeFile(copy, await readFile(file))
  await using bus = await createMemoryBus({ file: copy, now: () => time })
  return await look(bus)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-bus-'))
  file = join(folder, 'rooms', 'rooms.bus')
  time = START
  warnings = []
})
afterEach(() => rm(folder, { recursive: true }))

describe('what is kept', () => {
  test('everything fulfilled is in the file, and there again after a stop', async () => {
    {
      await using bus = await open()
      await bus.commit([write('room:{r1}:lists', { ana: 'a', ben: 'b' }), write('{r1}', { name: 'Book evening' })])
      await bus.commit([{ kind: 'remove-fields', key: 'room:{r1}:lists', fields: ['ana'] }])
      await bus.writeIfAbsent('{r1}', 'host', 'carla', START + 5000)
      expect(await afterKill((killed) => fieldsOf(killed, 'room:{r1}:lists'))).toEqual({ ben: 'b' })
      expect(await afterKill((killed) => killed.endOf('{r1}'))).toBe(START + 5000)
    }
    await using bus = await open()
    expect(await fieldsOf(bus, 'room:{r1}:lists')).toEqual({ ben: 'b' })
    expect(await fieldsOf(bus, '{r1}')).toEqual({ name: 'Book evening', host: 'carla' })
    expect(warnings).toEqual([])
  })

  test('for its owner alone: file, folder, and after a compaction', async () => {
    await using bus = await open()
    const modes = async () => [(await stat(file)).mode & 0o777, (await stat(join(folder, 'rooms'))).mode & 0o777]
    expect(await modes()).toEqual([0o600, 0o700])
    await bus.commit([write('{r1}', { ana: 'a' })])
    await bus.compact()
    expect(await modes()).toEqual([0o600, 0o700])
  })

  test('commits of one tick are one write, and each is a record of its own', async () => {
    await using bus = await open()
    await Promise.all(Array.from({ length: 20 }, (_, n) => bus.commit([write(`{r${n}}`, { ana: 'a' })])))
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(21)
  })

  test('a list longer than what is read at once', async () => {
    const long = 'ñ'.repeat(1_500_000)
    {
      await using bus = await open()
      await bus.commit([write('{r1}', { ana: long, ben: long, carla: 'short' })])
      expect(await afterKill((killed) => killed.readField('{r1}', 'ben'))).toBe(long)
    }
    await using bus = await open()
    expect(await fieldsOf(bus, '{r1}')).toEqual({ ana: long, ben: long, carla: 'short' })
  })

  test('what comes during a compaction is not lost', async () => {
    await using bus = await open()
    const many = Array.from({ length: 3000 }, (_, n) => write(`{r}:${n}`, { list: 'x'.repeat(2000) }))
    await bus.commit(many)
    const compaction = bus.compact()
    let isDone = false
    let last = 0
    void compaction.then(() => {
      isDone = true
    })
    for (; !isDone; last++) {
      await bus.commit([
        write(`{r}:${last % 3000}`, { list: `new ${last}` }),
        { kind: 'remove', key: `{r}:${2999 - last}` },
      ])
      await bus.commit([write('{late}', { [`n${last}`]: 'here' })])
    }
    await compaction
    expect(last).toBeGreaterThan(3)
    await afterKill(async (killed) => {
      expect((await killed.read('{late}')).size).toBe(last)
      for (let n = 0; n < 3000; n++) expect(await fieldsOf(killed, `{r}:${n}`)).toEqual(await fieldsOf(bus, `{r}:${n}`))
    })
  })
})

describe('what is forgotten', () => {
  test('PRES3 after its end and the next compaction, nothing of a record is in any file', async () => {
    await using bus = await open()
    await bus.commit([write('room:{r1}:here', { ana: 'since-six' }, START + 100), write('{r1}', { ben: 'stays' })])
    time += 100
    expect(await bus.read('room:{r1}:here')).toEqual(new Map())
    await bus.compact()
    const names = (await readdir(join(folder, 'rooms'))).filter((name) => name.endsWith('.bus'))
    expect(names).toEqual(['rooms.bus'])
    const bytes = await readFile(file, 'utf8')
    expect(bytes).not.toMatch(/ana|since-six|here/)
    expect(bytes).toContain('stays')
  })

  test('PRES3 also where nothing has been written since', async () => {
    await using bus = await open()
    await bus.commit([write('{r1}', { ana: 'since-six' }, START + 100)])
    await bus.compact()
    expect(await readFile(file, 'utf8')).toContain('since-six')
    time += 100
    await bus.compact()
    expect(await readFile(file, 'utf8')).not.toContain('since-six')
  })

  test('PRES3 what was removed or written over is gone with the next compaction, and at a stop', async () => {
    {
      await using bus = await open()
      await bus.commit([write('{r1}', { ana: 'first', ben: 'second' })])
      await bus.commit([write('{r1}', { ana: 'third' }), { kind: 'remove-fields', key: '{r1}', fields: ['ben'] }])
    }
    expect(await readFile(file, 'utf8')).not.toMatch(/first|second/)
  })

  test('PRES3 what ended while nothing ran is neither read nor left in the file', async () => {
    {
      await using bus = await open()
      await bus.commit([write('{r1}', { ana: 'since-six' }, START + 100)])
    }
    expect(await readFile(file, 'utf8')).toContain('since-six')
    time += 100
    {
      await using bus = await open()
      expect(await bus.read('{r1}')).toEqual(new Map())
    }
    expect(await readFile(file, 'utf8')).not.toContain('since-six')
  })

  test('PRES3 read again, a record that had ended does not lend its fields to the next of its name', async () => {
    await using bus = await open()
    await bus.commit([write('{r1}', { ana: 'since-six' }, START + 100)])
    time += 150
    await bus.commit([write('{r1}', { ben: 'b' }, START + 500)])
    expect(await afterKill((killed) => fieldsOf(killed, '{r1}'))).toEqual({ ben: 'b' })
  })

  test('budgets are not in the file', async () => {
    await using bus = await open()
    await bus.spend('budget:{ana}', 1, 5, 60)
    await bus.compact()
    expect(await readFile(file, 'utf8')).not.toContain('ana')
  })
})

describe('what was left half written', () => {
  const prepare = async () => {
    await using bus = await open()
    await bus.commit([write('{r1}', { ana: 'a' })])
    await bus.commit([write('{r1}', { ben: 'b' })])
    return readFile(file)
  }

  test('wherever the last record breaks off, it is dropped, said, and written over', async () => {
    const whole = await prepare()
    const lineAt = whole.lastIndexOf('\n', -2) + 1
    for (let length = lineAt + 1; length < whole.length; length += 7) {
      await writeFile(file, whole.subarray(0, length))
      warnings = []
      {
        await using bus = await open()
        expect(await fieldsOf(bus, '{r1}')).toEqual({ ana: 'a' })
        expect(warnings).toMatchObject([{ file, bytes: length - lineAt }])
        await bus.commit([write('{r1}', { carla: 'c' })])
        expect(await afterKill((killed) => fieldsOf(killed, '{r1}'))).toEqual({ ana: 'a', carla: 'c' })
      }
    }
  })

  test('zeros behind the last record, as a power cut may leave them', async () => {
    await prepare()
    await appendFile(file, Buffer.alloc(5000))
    await using bus = await open()
    expect(await fieldsOf(bus, '{r1}')).toEqual({ ana: 'a', ben: 'b' })
    expect(warnings).toHaveLength(1)
  })

  test('a compaction that was never finished', async () => {
    await prepare()
    await writeFile(`${file}.new`, 'half a file')
    await using bus = await open()
    expect(await fieldsOf(bus, '{r1}')).toEqual({ ana: 'a', ben: 'b' })
    expect(await readdir(join(folder, 'rooms'))).not.toContain('rooms.bus.new')
  })

  test('an empty file is a new one', async () => {
    await prepare()
    await truncate(file, 0)
    await using bus = await open()
    expect(await bus.read('{r1}')).toEqual(new Map())
  })
})

describe('what is refused', () => {
  test('a record damaged in the middle: the file is named and stays as it is', async () => {
    {
      await using bus = await open()
      for (const name of ['ana', 'ben', 'carla']) await bus.commit([write('{r1}', { [name]: 'here' })])
      await writeFile(join(folder, 'copy'), await readFile(file))
    }
    const whole = await readFile(join(folder, 'copy'))
    const damaged = Buffer.from(whole)
    damaged[whole.indexOf('ben')] = 0x42
    await writeFile(file, damaged)
    await expect(open()).rejects.toThrow(
      `${file}: damaged at byte ${whole.lastIndexOf('\n', whole.indexOf('ben')) + 1}`,
    )
    expect(await readFile(file)).toEqual(damaged)
    await writeFile(file, whole)
    await using bus = await open()
    expect(await fieldsOf(bus, '{r1}')).toEqual({ ana: 'here', ben: 'here', carla: 'here' })
  })

  test.each(['diary\n', '{"version":2}', '\0'])('a file that is none of ours: %j', async (content) => {
    await (await open())[Symbol.asyncDispose]()
    await writeFile(file, content)
    await expect(open()).rejects.toThrow(`${file}: no file of this version`)
    expect(await readFile(file, 'utf8')).toBe(content)
  })

  test('a second bus on one file, until the first has let go', async () => {
    const first = await open()
    await expect(open()).rejects.toThrow(`${file}: another Kith uses it`)
    await first.commit([write('{r1}', { ana: 'a' })])
    await first[Symbol.asyncDispose]()
    await using second = await open()
    expect(await fieldsOf(second, '{r1}')).toEqual({ ana: 'a' })
  })

  test('of many at once one gets it', async () => {
    const all = await Promise.allSettled(Array.from({ length: 8 }, open))
    const buses = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(buses).toHaveLength(1)
    await buses[0]?.[Symbol.asyncDispose]()
  })

  test('a path that is too long for a lock', async () => {
    file = join(folder, 'x'.repeat(100))
    await expect(open()).rejects.toThrow(/too long for a lock/)
  })
})

describe('a restart at any point', () => {
  const key = fc.constantFrom('{r}:lists', '{r}:here', '{r}')
  const field = fc.constantFrom('ana', 'ben', 'carla', '')
  const until = fc.integer({ min: 0, max: 60 })
  const change: fc.Arbitrary<BusChange> = fc.oneof(
    fc.record({
      kind: fc.constant('write' as const),
      key,
      fields: fc.dictionary(field, fc.string(), { maxKeys: 3 }),
      until: until.map((seconds) => START + seconds),
    }),
    fc.record({ kind: fc.constant('remove-fields' as const), key, fields: fc.array(field, { maxLength: 2 }) }),
    fc.record({ kind: fc.constant('remove' as const), key }),
  )
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('commit' as const), changes: fc.array(change, { maxLength: 4 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('if-absent' as const), key, field, until }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat({ max: 20 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constantFrom('compact' as const, 'restart' as const, 'kill' as const) }),
    },
  )
  const everything = async (bus: MemoryBus) => {
    const keys = ['{r}:lists', '{r}:here', '{r}']
    return Promise.all(keys.map(async (one) => [await fieldsOf(bus, one), await bus.endOf(one)]))
  }

  test('gives what was acknowledged, as a bus without a file that was never stopped has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        time = START
        await rm(file, { force: true })
        await using model = await createMemoryBus({ now: () => time })
        let bus = await open()
        for (const one of steps) {
          if (one.do === 'wait') time += one.seconds
          else if (one.do === 'commit') for (const each of [bus, model]) await each.commit(one.changes)
          else if (one.do === 'if-absent') {
            const say = (each: MemoryBus) => each.writeIfAbsent(one.key, one.field, 'first', START + one.until)
            expect(await say(bus)).toBe(await say(model))
          } else if (one.do === 'compact') await bus.compact()
          else {
            const atKill = await readFile(file)
            await bus[Symbol.asyncDispose]()
            if (one.do === 'kill') await writeFile(file, atKill)
            bus = await open()
          }
          expect(await everything(bus)).toEqual(await everything(model))
        }
        await bus[Symbol.asyncDispose]()
      }),
      { numRuns: 150 },
    )
  })
})
