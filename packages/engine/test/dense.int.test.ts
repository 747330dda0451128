/** Rooms and cells too large to shrink, where the ways of counting part and the indexes behind them come and go. */
import { describe, expect, it } from 'vitest'
import {
  APART,
  type Entering,
  type ListId,
  type ListInput,
  Lists,
  Pair,
  type PairRow,
  Pairs,
  type PersonId,
  type PlaceId,
  Places,
  type PresenceId,
  type TopicId,
  type Way,
} from '../src/index.ts'
import { inputOf, seeded } from './arbitraries.ts'
import { actedBy, expectEqual, OracleLists, OraclePlaces, type OracleTable, rowsBetween, sorted } from './oracle.ts'

const WAYS: Way[] = ['pairwise', 'inverted', 'estimated']
const [hall, garden] = [1, 2] as [number, number] as [PlaceId, PlaceId]

type Random = ReturnType<typeof seeded>

/** Some persons are in most lists and most in few; the first `members` of them are the owners. */
const draw = (random: Random, universe: number): number =>
  1 + Math.min(random(universe), random(universe), random(universe))

/** A list of 20 persons or more. In one of three, entries hold up to three, and some are in two entries. */
const drawList = (random: Random, universe: number, members: number, longest = 100): ListInput => {
  const persons = Array.from({ length: 20 + random(longest - 19) }, () => draw(random, universe))
  const tangled = random(3) === 0
  const held = tangled ? persons : [...new Set(persons)]
  const entries: number[][] = []
  for (const person of held) {
    const last = entries.at(-1)
    if (tangled && last && last.length < 3 && random(4) === 0) last.push(person)
    else entries.push([person])
  }
  return inputOf(
    entries.map((of) => ({ persons: of, tie: random(8), online: random(3) === 0 })),
    random(5) === 0 ? undefined : ((1 + random(members)) as PersonId),
    random(4) === 0 ? [draw(random, universe) as PersonId] : [],
  )
}

/** Rooms that count in each way, over the same lists as an oracle, all told of the same events. */
class Hall {
  readonly random: Random
  readonly lists = new Lists()
  readonly oracle = new OracleLists()
  readonly model = new OraclePlaces(this.oracle)
  readonly rooms = WAYS.map((way) => new Places(this.lists, { way }))
  /** How many rows have been compared: a test that tells nothing proves nothing. */
  rows = 0
  /** What everybody shares, as long as nobody comes or goes. */
  #table: OracleTable | undefined

  constructor(seed: number, lists: number, universe: number, members: number, longest: number) {
    this.random = seeded(seed)
    for (let i = 0; i < lists; i++) {
      const input = drawList(this.random, universe, members, longest)
      this.oracle.add(this.lists.add(input), input)
    }
  }

  /** Enters, enters again, or enters elsewhere. */
  enter(who: PresenceId, place: PlaceId, entering: Required<Pick<Entering, 'list' | 'topics'>>): void {
    const before = this.#shared(who)
    const isElsewhere = this.model.present.has(who) && this.model.present.get(who)!.place !== place
    this.model.present.set(who, { place, until: Number.POSITIVE_INFINITY, ...entering })
    const after = this.#shared(who)
    const nobody: OracleTable = new Map()
    const expected = isElsewhere
      ? [...rowsBetween(before, nobody), ...rowsBetween(nobody, after)]
      : rowsBetween(before, after)
    this.#compare(expected, who, (room) => room.enter(who, place, entering))
  }

  leave(who: PresenceId): void {
    const before = this.#shared(who)
    this.model.present.delete(who)
    this.#compare(rowsBetween(before, new Map()), who, (room) => room.leave(who))
  }

  recount(concerned: ListId[], change: (lists: Lists | OracleLists) => unknown): void {
    const before = this.#table ?? this.model.table()
    const told = this.rooms.map(() => new Pairs())
    const inner = () => {
      change(this.lists)
      change(this.oracle)
    }
    this.rooms.reduceRight<() => unknown>(
      (then, room, i) => () => room.recount(concerned, () => void then(), told[i]),
      inner,
    )()
    this.#table = this.model.table()
    const expected = sorted(rowsBetween(before, this.#table))
    for (const [i, way] of WAYS.entries()) expectEqual(sorted(told[i]!.rows()), expected, way)
    this.rows += expected.length
  }

  /** What everybody shares with one. */
  #shared(who: PresenceId): OracleTable {
    const table: OracleTable = new Map()
    for (const other of this.model.present.keys()) {
      const state = this.model.state(who, other)
      if (state.mutual > 0 || state.sharedTopics > 0 || state.knowEachOther)
        table.set(who < other ? `${who} ${other}` : `${other} ${who}`, state)
    }
    return table
  }

  #compare(expected: PairRow[], who: PresenceId, act: (room: Places) => Pairs): void {
    this.#table = undefined
    for (const [i, room] of this.rooms.entries()) {
      expectEqual(actedBy(who, act(room).rows()), actedBy(who, expected), WAYS[i])
    }
    this.rows += expected.length
  }
}

describe('a dense room', () => {
  it('MUT1 MUT5 WAYS1 TOP3 each way tells what the oracle says, while 130 come, seal again, go, and come back', () => {
    const room = new Hall(11, 200, 3000, 150, 100)
    const { random } = room
    const brought = () => ({
      list: (1 + random(200)) as ListId,
      topics: [random(30), 30 + random(30)].slice(random(3)) as TopicId[],
    })
    const everybody = Array.from({ length: 130 }, (_, i) => (1 + i) as PresenceId)
    for (const who of everybody) room.enter(who, hall, brought())
    for (let i = 0; i < 40; i++) room.enter((1 + random(130)) as PresenceId, random(8) === 0 ? garden : hall, brought())
    for (const who of everybody.slice(0, 95)) room.leave(who)
    for (const who of everybody.slice(20, 90)) room.enter(who, hall, brought())
    for (const who of everybody) if (room.model.present.has(who)) room.leave(who)
    for (const places of room.rooms) expect([places.size, places.at(hall), places.bytes.index]).toEqual([0, [], 0])
    for (const who of everybody.slice(0, 20)) room.enter(who, hall, brought())
    expect(room.rows).toBeGreaterThan(5000)
  })

  it('MUT4 MUT5 NEVER1 proofs, marks and blanked entries in the middle of a room of 98', () => {
    const room = new Hall(12, 98, 1000, 60, 50)
    const { lists, random } = room
    for (let who = 1; who <= 98; who++) room.enter(who as PresenceId, hall, { list: who as ListId, topics: [] })
    const entered = room.rows
    const tokens = Array.from({ length: 5 }, () => (61 + random(80)) as PersonId)
    const member = 7 as PersonId
    for (const token of tokens.slice(0, 3)) {
      if (room.oracle.proofs.has(token)) continue
      room.recount(lists.concernedBy(token, member), (both) => both.prove(token, member))
    }
    const [proved, second, , marked] = tokens as [PersonId, PersonId, PersonId, PersonId]
    for (const token of [proved, marked]) room.recount(lists.concernedBy(token), (both) => both.never(token))
    room.recount(lists.concernedBy(second), (both) => both.withdraw(second))
    room.recount(lists.concernedBy(proved), (both) => both.again(proved))
    for (const list of [3, 90] as ListId[]) room.recount([list], (both) => both.blank(list, 2))
    expect(room.rows - entered).toBeGreaterThan(100)
    for (let who = 1; who <= 98; who += 3) room.leave(who as PresenceId)
    for (let who = 1; who <= 98; who += 3) room.enter(who as PresenceId, hall, { list: who as ListId, topics: [] })
  })
})

/** Whatever is told, in the three ways; and what it comes to. */
class Told {
  readonly outs = WAYS.map(() => new Pairs())
  /** The pairs that share something, and how many mutual friends. */
  readonly ledger = new Map<string, number>()
  rows = 0

  compare(): void {
    const [first, ...others] = this.outs.map((out) => sorted(out.rows()))
    for (const other of others) expectEqual(other, first)
    // In the order in which they are told: who enters elsewhere parts, and may meet the same people again.
    for (const { change, a, b, mutual } of this.outs[0]!.rows()) {
      const pair = a < b ? `${a} ${b}` : `${b} ${a}`
      if (change === APART) this.ledger.delete(pair)
      else this.ledger.set(pair, mutual)
    }
    this.rows += first!.length
  }
}

describe('a dense town', () => {
  it('PRES4 WAYS1 MUT5 400 in twelve cells: every way tells the same, and the sum of all rows is what holds', () => {
    const random = seeded(21)
    const lists = new Lists()
    const inputs = Array.from({ length: 500 }, () => drawList(random, 20_000, 400))
    const ids = inputs.map((input) => lists.add(input))
    const neighbours = (cell: PlaceId) => [cell - 1, cell, cell + 1].filter((one) => one > 0 && one <= 12) as PlaceId[]
    const towns = WAYS.map((way) => new Places(lists, { way, neighbours }))
    const told = new Told()
    const listOf = new Map<PresenceId, ListId>()
    const all = (act: (town: Places, out: Pairs) => unknown) => {
      for (const [i, town] of towns.entries()) act(town, told.outs[i]!)
      told.compare()
    }
    for (let i = 0; i < 900; i++) {
      const who = (1 + random(400)) as PresenceId
      // Everybody is drawn towards the middle, where one cell is dense enough for an index.
      const cell = (1 + Math.min(11, Math.floor((random(12) + random(12)) / 2))) as PlaceId
      const isHere = listOf.has(who)
      if (isHere && random(5) === 0) {
        all((town, out) => town.leave(who, out))
        listOf.delete(who)
      } else if (isHere && random(2) === 0) all((town, out) => town.move(who, cell, out))
      else {
        const list = ids[random(ids.length)]!
        listOf.set(who, list)
        all((town, out) => town.enter(who, cell, { list }, out))
      }
    }
    const pair = new Pair(lists)
    const present = [...listOf.keys()].sort((x, y) => x - y)
    const holds = new Map<string, number>()
    for (const [i, a] of present.entries()) {
      for (const b of present.slice(i + 1)) {
        if (Math.abs(towns[0]!.placeOf(a)! - towns[0]!.placeOf(b)!) > 1) continue
        const { mutual } = pair.count(listOf.get(a)!, listOf.get(b)!)
        const { aKnowsB, bKnowsA } = pair.relation(listOf.get(a)!, listOf.get(b)!)
        if (mutual > 0 || (aKnowsB !== 'not' && bKnowsA !== 'not')) holds.set(`${a} ${b}`, mutual)
      }
    }
    expectEqual([...told.ledger].sort(), [...holds].sort())
    expect(told.rows).toBeGreaterThan(10_000)
    for (const who of present) all((town, out) => town.leave(who, out))
    expect(told.ledger.size).toBe(0)
    for (const town of towns) expect([town.size, town.bytes.index]).toEqual([0, 0])
  })
})

describe('numbers used again', () => {
  it('LIST1 NEAR a list’s number, a presence’s and a place’s are given out again with nothing of before', () => {
    const lists = new Lists()
    const rooms = WAYS.map((way) => new Places(lists, { way }))
    const random = seeded(31)
    const oracle = new OracleLists()
    const model = new OraclePlaces(oracle)
    const seen = new Set<ListId>()
    let again = 0
    for (let i = 0; i < 250; i++) {
      const who = (1 + random(12)) as PresenceId
      const place = (1 + random(3)) as PlaceId
      const old = model.present.get(who)
      if (old) {
        model.present.delete(who)
        for (const room of rooms) room.leave(who)
        lists.remove(old.list)
        oracle.remove(old.list)
      }
      const input = drawList(random, 300, 12)
      const list = lists.add(input)
      if (seen.has(list)) again++
      seen.add(list)
      oracle.add(list, input)
      const before = model.table()
      model.present.set(who, { place, list, topics: [], until: Number.POSITIVE_INFINITY })
      const expected = actedBy(who, rowsBetween(before, model.table()))
      for (const room of rooms) expectEqual(actedBy(who, room.enter(who, place, { list }).rows()), expected)
    }
    expect(lists.size).toBe(model.present.size)
    expect(lists.end).toBeLessThan(20)
    expect(again).toBeGreaterThan(200)
  })

  it('CON4 MUT5 the longest lists that may be, between others', () => {
    const lists = new Lists()
    const oracle = new OracleLists()
    const add = (input: ListInput): ListId => {
      const list = lists.add(input)
      oracle.add(list, input)
      return list
    }
    const range = (from: number, step: number, length: number) => Array.from({ length }, (_, i) => from + i * step)
    const short = add({ persons: range(1, 7, 100) })
    const twos = add({ persons: range(1, 2, 10_000), ties: range(0, 0, 10_000) })
    const between = add({ persons: [14, 21, 28] })
    const threes = add({ persons: range(1, 3, 10_000), entryOf: range(0, 1, 10_000).map((at) => at >> 1) })
    const pair = new Pair(lists)
    const ask = () => {
      for (const [a, b] of [
        [short, twos],
        [twos, threes],
        [threes, short],
        [between, threes],
        [threes, twos],
      ] as const) {
        const { mutual, strength } = pair.count(a, b)
        const { mutual: m, strength: s } = oracle.count(a, b)
        expectEqual({ mutual, strength }, { mutual: m, strength: s }, `count(${a}, ${b})`)
      }
    }
    ask()
    lists.remove(twos)
    oracle.remove(twos)
    add({ persons: range(2, 2, 9_999) })
    ask()
  })
})
