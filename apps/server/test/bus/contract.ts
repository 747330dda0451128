/** What every bus does, whichever keeps it: each adapter runs this suite. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Bus, BusChange } from '../../src/bus/bus.ts'

const START = 1_800_000_000
const lists = 'room:{r1}:lists'
const here = 'room:{r1}:here'

const write = (key: string, fields: Record<string, string>, until: number): BusChange => ({
  kind: 'write',
  key,
  fields,
  until,
})

/** `create` makes a bus of its own for each test, whose time is `now`. */
export function busContract(name: string, create: (now: () => number) => Promise<Bus>): void {
  describe(`the bus ${name}`, () => {
    let bus: Bus
    let time: number
    const fields = async (key: string) => Object.fromEntries(await bus.read(key))

    beforeEach(async () => {
      time = START
      bus = await create(() => time)
    })
    afterEach(async () => {
      await bus[Symbol.asyncDispose]()
    })

    describe('records', () => {
      test('what was never written is empty, and has no end', async () => {
        expect(await fields(lists)).toEqual({})
        expect(await bus.readField(lists, 'ana')).toBeUndefined()
        expect(await bus.endOf(lists)).toBeUndefined()
      })

      test('a write sets its fields, leaves the others, and says the end of all', async () => {
        await bus.commit([write(lists, { ana: 'a1', ben: 'b1' }, START + 100)])
        await bus.commit([write(lists, { ana: 'a2', carla: '' }, START + 50)])
        expect(await fields(lists)).toEqual({ ana: 'a2', ben: 'b1', carla: '' })
        expect(await bus.readField(lists, 'carla')).toBe('')
        expect(await bus.endOf(lists)).toBe(START + 50)
      })

      test('any string comes back as it was', async () => {
        const strings = { '': 'nothing', __proto__x: '{"a":[1]}\r\n', 'ключ\u0000': 'ñ 漢 🪁 \u2028', '1': '\ud800' }
        const special = JSON.parse('{"__proto__":"p","constructor":"c"}')
        await bus.commit([write('k{\n} \u0000', { ...strings }, START + 9), write('k{\n} \u0000', special, START + 9)])
        const read = await bus.read('k{\n} \u0000')
        for (const [field, value] of [...Object.entries(strings), ['__proto__', 'p'], ['constructor', 'c']])
          expect(read.get(field!)).toBe(value)
      })

      test('what somebody has read does not change under them', async () => {
        await bus.commit([write(lists, { ana: 'a1' }, START + 100)])
        const read = await bus.read(lists)
        await bus.commit([write(lists, { ana: 'a2', ben: 'b1' }, START + 100)])
        expect(Object.fromEntries(read)).toEqual({ ana: 'a1' })
      })

      test('a write without fields moves an end, and makes no record', async () => {
        await bus.commit([write(lists, { ana: 'a1' }, START + 10)])
        await bus.commit([write(lists, {}, START + 500), write(here, {}, START + 500)])
        expect(await bus.endOf(lists)).toBe(START + 500)
        expect(await bus.endOf(here)).toBeUndefined()
      })

      test('fields and records can be removed; with its last field a record is gone', async () => {
        await bus.commit([write(lists, { ana: 'a', ben: 'b', carla: 'c' }, START + 100)])
        await bus.commit([{ kind: 'remove-fields', key: lists, fields: ['ana', 'nobody'] }])
        expect(await fields(lists)).toEqual({ ben: 'b', carla: 'c' })
        await bus.commit([{ kind: 'remove-fields', key: lists, fields: ['ben', 'carla'] }])
        expect(await bus.endOf(lists)).toBeUndefined()
        await bus.commit([write(here, { ana: 'a' }, START + 100)])
        await bus.commit([{ kind: 'remove', key: here }])
        await bus.commit([
          { kind: 'remove', key: here },
          { kind: 'remove-fields', key: here, fields: ['ana'] },
        ])
        expect([await fields(here), await bus.endOf(here)]).toEqual([{}, undefined])
      })
    })

    describe('ends', () => {
      test('PRES3 a record is there until its end, and at its end nothing of it is', async () => {
        await bus.commit([write(here, { ana: 'since six' }, START + 100)])
        time = START + 99
        expect(await fields(here)).toEqual({ ana: 'since six' })
        time = START + 100
        expect(await fields(here)).toEqual({})
        expect(await bus.readField(here, 'ana')).toBeUndefined()
        expect(await bus.endOf(here)).toBeUndefined()
      })

      test('PRES3 what has ended does not come back with a later end', async () => {
        await bus.commit([write(here, { ana: 'since six' }, START + 100)])
        time = START + 150
        await bus.commit([write(here, {}, START + 900)])
        expect(await bus.endOf(here)).toBeUndefined()
        await bus.commit([write(here, { ben: 'b' }, START + 900)])
        expect(await fields(here)).toEqual({ ben: 'b' })
      })

      test('PRES3 an end that has passed ends the record at once', async () => {
        await bus.commit([write(here, { ana: 'a' }, START + 100)])
        await bus.commit([write(here, { ana: 'b' }, START)])
        expect([await fields(here), await bus.endOf(here)]).toEqual([{}, undefined])
        await bus.commit([write(here, { ana: 'c' }, START - 5)])
        expect(await fields(here)).toEqual({})
      })
    })

    describe('commits', () => {
      test('carries out its changes in their order', async () => {
        await bus.commit([write(lists, { ana: 'a', ben: 'b' }, START + 100)])
        await bus.commit([
          { kind: 'remove', key: lists },
          write(lists, { carla: 'c' }, START + 200),
          write(here, { carla: '1' }, START + 300),
          { kind: 'remove-fields', key: lists, fields: ['ana'] },
        ])
        expect([await fields(lists), await fields(here)]).toEqual([{ carla: 'c' }, { carla: '1' }])
        await bus.commit([])
      })

      test.each([
        ['room:{r1}:lists', 'room:{r2}:lists'],
        ['plain', 'plain2'],
        ['a{}b', 'a{}c'],
        ['{x}{y}', '{y}'],
      ])('refuses %s and %s, which do not share a tag, and does neither', async (one, other) => {
        const both = [write(one, { ana: 'a' }, START + 9), write(other, { ana: 'a' }, START + 9)]
        await expect(bus.commit(both)).rejects.toThrow(/share a tag/)
        expect([await fields(one), await fields(other)]).toEqual([{}, {}])
      })

      test.each([
        ['room:{r1}:lists', '{r1}'],
        ['plain', 'plain'],
        ['{x}{y}', 'z{x}'],
      ])('takes %s and %s together', async (one, other) => {
        await bus.commit([write(one, { ana: 'a' }, START + 9), write(other, { ben: 'b' }, START + 9)])
        expect(await bus.readField(one, 'ana')).toBe('a')
        expect(await bus.readField(other, 'ben')).toBe('b')
      })

      test.each([Number.NaN, 1.5, Number.POSITIVE_INFINITY])('refuses the end %d', async (until) => {
        await expect(bus.commit([write(lists, { ana: 'a' }, until)])).rejects.toThrow(/until/)
        await expect(bus.writeIfAbsent(lists, 'ana', 'a', until)).rejects.toThrow(/until/)
      })

      test('many at once, each seen when its promise is fulfilled', async () => {
        const one = async (n: number) => {
          await bus.commit([write(lists, { [`p${n}`]: `${n}` }, START + 100)])
          return bus.readField(lists, `p${n}`)
        }
        const seen = await Promise.all(Array.from({ length: 200 }, (_, n) => one(n)))
        expect(seen).toEqual(Array.from({ length: 200 }, (_, n) => `${n}`))
      })
    })

    describe('writeIfAbsent', () => {
      test('sets a field once', async () => {
        expect(await bus.writeIfAbsent(lists, 'ana', 'first', START + 100)).toBe(true)
        expect(await bus.writeIfAbsent(lists, 'ana', 'second', START + 500)).toBe(false)
        expect(await bus.readField(lists, 'ana')).toBe('first')
        expect(await bus.endOf(lists)).toBe(START + 100)
      })

      test('keeps the later of two ends', async () => {
        await bus.writeIfAbsent(lists, 'ana', 'a', START + 100)
        await bus.writeIfAbsent(lists, 'ben', 'b', START + 50)
        expect(await bus.endOf(lists)).toBe(START + 100)
        await bus.writeIfAbsent(lists, 'carla', 'c', START + 150)
        expect(await bus.endOf(lists)).toBe(START + 150)
      })

      test('of many at once one wins, and the field is what it wrote', async () => {
        const tries = Array.from({ length: 50 }, (_, n) => bus.writeIfAbsent(lists, 'ana', `${n}`, START + 100))
        const winners = (await Promise.all(tries)).flatMap((won, n) => (won ? [`${n}`] : []))
        expect(winners).toHaveLength(1)
        expect(await bus.readField(lists, 'ana')).toBe(winners[0])
      })

      test('sees what a commit before it has written, and what has ended as absent', async () => {
        const committed = bus.commit([write(lists, { ana: 'a' }, START + 100)])
        expect(await bus.writeIfAbsent(lists, 'ana', 'b', START + 100)).toBe(false)
        await committed
        time = START + 100
        expect(await bus.writeIfAbsent(lists, 'ana', 'b', START + 200)).toBe(true)
        expect(await fields(lists)).toEqual({ ana: 'b' })
      })
    })

    describe('budgets', () => {
      test('CON2 spends whole or not at all, and is full again after its time', async () => {
        const spend = (amount: number) => bus.spend('budget:{ana}', amount, 100, 60)
        expect(await spend(64)).toEqual({ ok: true, left: 36 })
        time += 20
        expect(await spend(37)).toEqual({ ok: false, retryAfter: 40 })
        expect(await spend(36)).toEqual({ ok: true, left: 0 })
        expect(await spend(1)).toEqual({ ok: false, retryAfter: 40 })
        time += 39
        expect(await spend(1)).toEqual({ ok: false, retryAfter: 1 })
        time += 1
        expect(await spend(100)).toEqual({ ok: true, left: 0 })
        expect(await spend(1)).toEqual({ ok: false, retryAfter: 60 })
      })

      test('the window begins with the first that was spent, not with what was refused or asked', async () => {
        expect(await bus.spend('{b}', 0, 5, 60)).toEqual({ ok: true, left: 5 })
        expect(await bus.spend('{b}', 6, 5, 60)).toEqual({ ok: false, retryAfter: 60 })
        time += 50
        expect(await bus.spend('{b}', 5, 5, 60)).toEqual({ ok: true, left: 0 })
        expect(await bus.spend('{b}', 1, 5, 60)).toEqual({ ok: false, retryAfter: 60 })
      })

      test('a limit may change in between', async () => {
        await bus.spend('{b}', 5, 5, 60)
        expect(await bus.spend('{b}', 2, 10, 60)).toEqual({ ok: true, left: 3 })
        expect(await bus.spend('{b}', 0, 5, 60)).toEqual({ ok: true, left: 0 })
        expect(await bus.spend('{b}', 1, 5, 60)).toEqual({ ok: false, retryAfter: 60 })
      })

      test('of many at once no more get through than the limit says', async () => {
        const all = await Promise.all(Array.from({ length: 30 }, () => bus.spend('{b}', 1, 10, 60)))
        expect(all.filter(({ ok }) => ok)).toHaveLength(10)
      })

      test('budgets and records of one name are two things', async () => {
        await bus.spend('{b}', 1, 5, 60)
        expect(await fields('{b}')).toEqual({})
        await bus.commit([write('{b}', { ana: 'a' }, START + 9), { kind: 'remove', key: '{b}' }])
        expect(await bus.spend('{b}', 1, 5, 60)).toEqual({ ok: true, left: 3 })
      })

      test.each([
        [-1, 5, 60],
        [1.5, 5, 60],
        [1, Number.NaN, 60],
        [1, 5, 0],
      ])('refuses to spend %d of %d within %d', async (amount, limit, within) => {
        await expect(bus.spend('{b}', amount, limit, within)).rejects.toThrow(RangeError)
      })
    })

    describe('channels', () => {
      /** Over a connection a message may come after `publish` is fulfilled. */
      const heard = (list: readonly string[], count: number) =>
        expect.poll(() => list.length, { timeout: 2000, interval: 5 }).toBe(count)

      test('all who listen hear every message in order; nobody hears another channel or what came before', async () => {
        const ana: string[] = []
        const ben: string[] = []
        await bus.publish('{r1}', 'too early')
        await bus.subscribe('{r1}', (message) => ana.push(message))
        await bus.subscribe('{r1}', (message) => ben.push(message))
        await Promise.all(Array.from({ length: 50 }, (_, n) => bus.publish('{r1}', `${n}`)))
        await bus.publish('{r2}', 'elsewhere')
        await heard(ana, 50)
        await heard(ben, 50)
        expect(ana).toEqual(Array.from({ length: 50 }, (_, n) => `${n}`))
        expect(ben).toEqual(ana)
      })

      test('who has stopped hears nothing more, and the others do', async () => {
        const ana: string[] = []
        const ben: string[] = []
        const stop = await bus.subscribe('{r1}', (message) => ana.push(message))
        await bus.subscribe('{r1}', (message) => ben.push(message))
        await bus.publish('{r1}', 'one')
        await heard(ana, 1)
        await stop()
        await stop()
        await bus.publish('{r1}', 'two')
        await heard(ben, 2)
        expect(ana).toEqual(['one'])
      })

      test('a listener that throws harms no other', async () => {
        const ben: string[] = []
        await bus.subscribe('{r1}', () => {
          throw new Error('Ana drops the phone')
        })
        await bus.subscribe('{r1}', (message) => ben.push(message))
        await bus.publish('{r1}', 'one')
        await heard(ben, 1)
      })

      test('a message is never heard inside the call that publishes it', async () => {
        const order: string[] = []
        await bus.subscribe('{r1}', (message) => order.push(message))
        const published = bus.publish('{r1}', 'heard')
        order.push('called')
        await published
        await heard(order, 2)
        expect(order).toEqual(['called', 'heard'])
      })
    })

    test('answers until it is disposed, then refuses everything; disposing twice is once', async () => {
      await bus.ping()
      const last = bus.commit([write(lists, { ana: 'a' }, START + 9)])
      await bus[Symbol.asyncDispose]()
      await bus[Symbol.asyncDispose]()
      await last
      for (const call of [
        () => bus.ping(),
        () => bus.read(lists),
        () => bus.readField(lists, 'ana'),
        () => bus.endOf(lists),
        () => bus.commit([]),
        () => bus.writeIfAbsent(lists, 'ana', 'a', START + 9),
        () => bus.spend('{b}', 1, 5, 60),
        () => bus.publish('{r1}', 'x'),
        () => bus.subscribe('{r1}', () => undefined),
      ])
        await expect(call()).rejects.toThrow(/closed/)
    })
  })
}
