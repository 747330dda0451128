/** Rooms and cells, told with made-up people; and rooms too large to shrink, counted in every way. */
import { describe, expect, it } from 'vitest'
import {
  APART,
  CHANGED,
  type ListId,
  Lists,
  NEAR,
  Pairs,
  type PersonId,
  type PlaceId,
  Places,
  type PresenceId,
  type TopicId,
  type Way,
} from '../src/index.ts'
import { seeded } from './arbitraries.ts'
import { sorted } from './oracle.ts'

const [ana, ben, carla] = [1, 2, 3] as [number, number, number] as [PresenceId, PresenceId, PresenceId]
const [hall, garden] = [1, 2] as [number, number] as [PlaceId, PlaceId]
const [books, choir] = [1, 2] as [number, number] as [TopicId, TopicId]

const lists = new Lists()
const anas = lists.add({ persons: [101, 102, 103] })
const anasLater = lists.add({ persons: [101, 102, 103, 104] })
const bens = lists.add({ persons: [102, 103, 104] })

const what = (pairs: Pairs): unknown[] =>
  pairs.rows().map(({ change, b, mutual, sharedTopics }) => ({ change, b, mutual, sharedTopics }))

describe('a room', () => {
  it('NEAR2 MUT4 a pair appears with its count, changes with a sealing, and goes with whoever leaves', () => {
    const room = new Places(lists)
    expect(what(room.enter(ana, hall, { list: anas }))).toEqual([])
    expect(what(room.enter(ben, hall, { list: bens }))).toEqual([{ change: NEAR, b: ana, mutual: 2, sharedTopics: 0 }])
    expect(what(room.enter(ana, hall, { list: anasLater }))).toEqual([
      { change: CHANGED, b: ben, mutual: 3, sharedTopics: 0 },
    ])
    expect(what(room.leave(ben))).toEqual([{ change: APART, b: ana, mutual: 0, sharedTopics: 0 }])
    expect([room.size, room.placeOf(ben), room.at(hall)]).toEqual([1, undefined, [ana]])
  })

  it('NEAR2 CON4 who has sealed nothing is on nobody’s screen, until they do', () => {
    const room = new Places(lists)
    room.enter(ana, hall, { list: anas })
    expect(what(room.enter(ben, hall))).toEqual([])
    expect(what(room.enter(ben, hall, { list: bens }))).toEqual([{ change: NEAR, b: ana, mutual: 2, sharedTopics: 0 }])
  })

  it('TOP3 NEAR6 a shared topic is something, and adds to strength by how few have tapped it', () => {
    const room = new Places(lists)
    room.enter(ana, hall, { topics: [books, choir] })
    room.enter(carla, hall, { topics: [books] })
    const [first, second] = sorted(room.enter(ben, hall, { topics: [books, choir] }).rows())
    expect([first!.sharedTopics, second!.sharedTopics]).toEqual([2, 1])
    expect(first!.strength).toBeCloseTo(1 / Math.log(3) + 1 / Math.log(2), 10)
    expect(second!.strength).toBeCloseTo(1 / Math.log(3), 10)
  })

  it('NEAR4 PRES1 a presence ends at its time, not before', () => {
    const room = new Places(lists)
    room.enter(ana, hall, { list: anas, until: 100 })
    room.enter(ben, hall, { list: bens, until: 50 })
    room.enter(ben, hall, { until: 120 })
    expect(room.expire(99).size).toBe(0)
    expect(what(room.expire(100))).toEqual([{ change: APART, b: ben, mutual: 0, sharedTopics: 0 }])
    expect(room.at(hall)).toEqual([ben])
  })

  it('NEAR3 resume puts back and tells nothing; whoever is there cannot be put back', () => {
    const room = new Places(lists)
    room.resume(ana, hall, { list: anas })
    room.resume(ben, hall, { list: bens })
    expect(() => room.resume(ben, garden)).toThrow('present already')
    expect(what(room.leave(ana))).toEqual([{ change: APART, b: ben, mutual: 0, sharedTopics: 0 }])
  })

  it('NEAR3 entering elsewhere leaves first', () => {
    const room = new Places(lists)
    room.enter(ana, hall, { list: anas })
    room.enter(ben, hall, { list: bens })
    room.enter(carla, garden, { list: bens })
    expect(what(room.enter(ana, garden, { list: anas }))).toEqual([
      { change: APART, b: ben, mutual: 0, sharedTopics: 0 },
      { change: NEAR, b: carla, mutual: 2, sharedTopics: 0 },
    ])
  })

  it('NEAR refuses what it cannot place, by name', () => {
    const cells = new Places(lists, { neighbours: () => [] })
    expect(() => cells.enter(ana, hall, { topics: [books] })).toThrow('topics: only rooms')
    expect(() => cells.enter(0 as PresenceId, hall)).toThrow('no presence number')
    expect(() => cells.enter(ana, hall, { list: 99 as ListId })).toThrow('no list 99')
    expect(() => cells.enter(ana, hall, { until: Number.NaN })).toThrow('until')
    expect(() => cells.leave(ana)).toThrow('nowhere')
    expect(() => new Places(lists).enter(ana, hall, { topics: [1, 2, 3, 4, 5, 6] as TopicId[] })).toThrow('more than 5')
    expect(cells.size).toBe(0)
  })
})

describe('cells', () => {
  it('NEAR1 PRES4 asks for the neighbours of a cell once, and tells nothing of who stays near', () => {
    const asked: number[] = []
    const street = new Places(lists, {
      neighbours: (cell) => {
        asked.push(cell)
        return [cell - 1, cell + 1] as PlaceId[]
      },
    })
    street.enter(ana, 10 as PlaceId, { list: anas })
    expect(what(street.enter(ben, 11 as PlaceId, { list: bens }))).toHaveLength(1)
    expect(what(street.move(ben, 9 as PlaceId))).toEqual([])
    expect(what(street.move(ben, 12 as PlaceId))).toEqual([{ change: APART, b: ana, mutual: 0, sharedTopics: 0 }])
    street.move(ben, 11 as PlaceId)
    expect(asked.sort((x, y) => x - y)).toEqual([9, 10, 11, 12])
  })
})

const WAYS: Way[] = ['pairwise', 'inverted', 'estimated']

describe('dense rooms', () => {
  it('WAYS1 MUT5 220 people come, seal again, prove and go: every way tells the same', () => {
    const random = seeded(3)
    const crowd = new Lists()
    const draw = (size: number): number[] => Array.from({ length: size }, () => 1 + random(800))
    const ids = Array.from({ length: 400 }, (_, i) => crowd.add(randomInput(i + 1, draw, random)))
    const rooms = WAYS.map((way) => new Places(crowd, { way }))
    const outs = WAYS.map(() => new Pairs())
    const tell = (act: (room: Places, out: Pairs) => void): void => {
      for (const [i, room] of rooms.entries()) act(room, outs[i]!.clear())
      const [first, ...others] = outs.map((out) => sorted(out.rows()))
      for (const other of others) expect(other).toStrictEqual(first)
    }
    for (let step = 0; step < 350; step++) {
      const who = (1 + random(220)) as PresenceId
      const list = ids[random(ids.length)]!
      const topics = [random(40) as TopicId]
      const isHere = rooms[0]!.placeOf(who) !== undefined
      if (isHere && random(4) === 0) tell((room, out) => room.leaveInto(who, out))
      else tell((room, out) => room.enterInto(who, hall, { list, topics }, out))
    }
    const token = 790 as PersonId
    const nested = (change: () => void): void => {
      const concerned = crowd.concernedBy(token, 5 as PersonId)
      let inner = change
      for (const [i, room] of rooms.entries()) {
        const then = inner
        inner = () => room.recountInto(concerned, then, outs[i]!.clear())
      }
      inner()
      expect(sorted(outs[1]!.rows())).toStrictEqual(sorted(outs[0]!.rows()))
      expect(sorted(outs[2]!.rows())).toStrictEqual(sorted(outs[0]!.rows()))
    }
    nested(() => crowd.prove(token, 5 as PersonId))
    expect(outs[0]!.size).toBeGreaterThan(0)
    nested(() => crowd.withdraw(token))
    for (let who = 1; who <= 220; who++)
      if (rooms[0]!.placeOf(who as PresenceId) !== undefined)
        tell((room, out) => room.leaveInto(who as PresenceId, out))
    expect(rooms.map((room) => room.size)).toEqual([0, 0, 0])
  })
})

/** One list in four has an entry of two persons. */
const randomInput = (self: number, draw: (size: number) => number[], random: (below: number) => number) => {
  const persons = [...new Set(draw(20 + random(60)))]
  const entryOf = persons.map((_, i) => Math.max(0, i - 1))
  return { persons, ...(random(4) === 0 ? { entryOf } : {}), self: self as PersonId }
}
