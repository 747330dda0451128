import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  APART,
  EMPTY_LIST,
  type Entering,
  type ListInput,
  Lists,
  Pair,
  type PairRow,
  Pairs,
  type PlaceId,
  Places,
  type PlacesOptions,
  type PresenceId,
  type TopicId,
} from '../src/index.ts'
import { type Change, change, listInput, ready } from './arbitraries.ts'
import { actedBy, expectEqual, OracleLists, OraclePlaces, type OracleTable, rowsBetween, sorted } from './oracle.ts'

/** Something that somebody does, or time passing, or the lists changing under those present. */
type Action =
  | { readonly does: 'enter'; readonly who: PresenceId; readonly place: PlaceId; readonly with: Brought }
  | { readonly does: 'resume'; readonly who: PresenceId; readonly place: PlaceId; readonly with: Brought }
  | { readonly does: 'enter again'; readonly pick: number; readonly with: Brought }
  | { readonly does: 'move'; readonly pick: number; readonly place: PlaceId }
  | { readonly does: 'leave'; readonly pick: number }
  | { readonly does: 'expire'; readonly now: number }
  | { readonly does: 'change'; readonly change: Change }

/** `list` chooses among the lists that are held then, the empty one too; undefined says nothing. */
interface Brought {
  readonly list: number | undefined
  readonly topics: readonly TopicId[] | undefined
  readonly until: number | undefined
}

const TOPICS = [1, 2, 3, 4] as TopicId[]

/** A few near the beginning of the tables, and some that make them grow. */
const who = fc.constantFrom(...([1, 2, 3, 4, 5, 64, 128, 900] as PresenceId[]))
const pick = fc.nat(60)

const actionsIn = (places: readonly PlaceId[], topics: boolean): fc.Arbitrary<Action[]> => {
  const place = fc.constantFrom(...places)
  const brought: fc.Arbitrary<Brought> = fc.record({
    list: fc.option(pick, { nil: undefined, freq: 8 }),
    topics: topics ? fc.option(fc.subarray(TOPICS), { nil: undefined, freq: 3 }) : fc.constant(undefined),
    until: fc.option(fc.nat(20), { nil: undefined }),
  })
  const action: fc.Arbitrary<Action> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('enter' as const), who, place, with: brought }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('resume' as const), who, place, with: brought }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('enter again' as const), pick, with: brought }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('move' as const), pick, place }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('leave' as const), pick }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('expire' as const), now: fc.nat(20) }) },
    { weight: 5, arbitrary: fc.record({ does: fc.constant('change' as const), change }) },
  )
  return fc.array(action, { minLength: 4, maxLength: 24 })
}

const inputs = fc.array(listInput, { minLength: 3, maxLength: 5 })

/** A row that must be told; a parting only where partings are told: the two are no longer near. */
interface Expected {
  readonly row: PairRow
  readonly parting: boolean
}

/** The same world in the oracle and in places that count in each way, one of which tells no partings. */
class World {
  readonly lists = new Lists()
  readonly oracle = new OracleLists()
  readonly model: OraclePlaces
  readonly all: readonly { readonly name: string; readonly places: Places; readonly tellApart: boolean }[]
  readonly #pair = new Pair(this.lists)
  readonly #out = new Pairs()
  /** What every pair shared after the last event. */
  #table: OracleTable = new Map()

  constructor(
    inputs: readonly ListInput[],
    options: PlacesOptions = {},
    near: (x: PlaceId, y: PlaceId) => boolean = (x, y) => x === y,
  ) {
    this.model = new OraclePlaces(this.oracle, near)
    this.all = [
      { name: 'pairwise', places: new Places(this.lists, { ...options, way: 'pairwise' }), tellApart: true },
      { name: 'inverted', places: new Places(this.lists, { ...options, way: 'inverted' }), tellApart: true },
      { name: 'estimated', places: new Places(this.lists, { ...options, way: 'estimated' }), tellApart: true },
      { name: 'silent', places: new Places(this.lists, { ...options, tellApart: false }), tellApart: false },
    ]
    for (const input of inputs) this.oracle.add(this.lists.add(input), input)
  }

  /** Does it everywhere, and compares what is told with what the tables before and after say. */
  act(action: Action): unknown {
    const present = [...this.model.present.keys()]
    const chosen = 'pick' in action ? present[action.pick % present.length] : undefined
    switch (action.does) {
      case 'enter':
        return this.#enter(action.who, action.place, action.with)
      case 'resume':
        return this.#resume(action.who, action.place, action.with)
      case 'enter again':
        return chosen && this.#enter(chosen, this.model.present.get(chosen)!.place, action.with)
      case 'move':
        return chosen && this.#move(chosen, action.place)
      case 'leave':
        return chosen && this.#leave(chosen)
      case 'expire':
        return this.#expire(action.now)
      case 'change':
        return this.#change(action.change)
    }
  }

  #enter(who: PresenceId, place: PlaceId, brought: Brought): void {
    const entering = this.#entering(brought)
    const elsewhere = this.model.present.has(who) && this.model.present.get(who)!.place !== place
    const left = elsewhere ? this.#after(() => this.model.present.delete(who)) : []
    const expected = [...left, ...this.#after(() => this.#place(who, place, entering))]
    this.#tell(who, expected, (places) => places.enter(who, place, entering, this.#out))
  }

  /** NEAR3: who is nowhere is put back, and nobody is told. */
  #resume(who: PresenceId, place: PlaceId, brought: Brought): void {
    if (this.model.present.has(who)) return
    const entering = this.#entering(brought)
    this.#after(() => this.#place(who, place, entering))
    this.#tell(who, [], (places) => {
      places.resume(who, place, entering)
      return this.#out.clear()
    })
  }

  #entering({ list, topics, until }: Brought): Entering {
    const held = [...this.oracle.lists.keys()]
    return {
      ...(list === undefined ? {} : { list: held[list % held.length]! }),
      ...(topics === undefined ? {} : { topics }),
      ...(until === undefined ? {} : { until }),
    }
  }

  /** In the model. Who is there already keeps what they do not say again. */
  #place(who: PresenceId, place: PlaceId, { list, topics, until }: Entering): void {
    const had = this.model.present.get(who) ?? { list: EMPTY_LIST, topics: [], until: Number.POSITIVE_INFINITY }
    this.model.present.set(who, {
      place,
      list: list ?? had.list,
      topics: topics ?? had.topics,
      until: until ?? had.until,
    })
  }

  #move(who: PresenceId, place: PlaceId): void {
    const expected = this.#after(() => {
      this.model.present.get(who)!.place = place
    })
    this.#tell(who, expected, (places) => places.move(who, place, this.#out))
  }

  #leave(who: PresenceId): void {
    const expected = this.#after(() => this.model.present.delete(who))
    this.#tell(who, expected, (places) => places.leave(who, this.#out))
  }

  /** PRES1. Who leaves first comes first in a row; of those who leave together either may. */
  #expire(now: number): void {
    const ends = new Map([...this.model.present].map(([one, { until }]) => [one, until]))
    const expected = this.#after(() => {
      for (const [one, until] of ends) if (until <= now) this.model.present.delete(one)
    })
    this.#compare(expected, sorted, ({ places }) => {
      const rows = places.expire(now, this.#out).rows()
      for (const { a, b } of rows) {
        expect(ends.get(a)).toBeLessThanOrEqual(now)
        expect(ends.get(a)).toBeLessThanOrEqual(ends.get(b)!)
      }
      return rows
    })
  }

  /** A change of the lists, told by all places, one within the other. */
  #change(what: Change): void {
    const inUse = new Set([...this.model.present.values()].map(({ list }) => list))
    const made = ready(this.lists, this.oracle, what, inUse)
    if (!made) return
    const told = this.all.map(() => new Pairs())
    const expected = this.#after(() => {
      const nested = this.all.reduceRight(
        (inner: () => void, { places }, index) =>
          () =>
            void places.recount(made.concerned, inner, told[index]),
        () => void made.make(),
      )
      nested()
    })
    this.#compare(expected, sorted, (_, index) => {
      const rows = told[index]!.rows()
      for (const { a } of rows) expect(made.concerned).toContain(this.model.present.get(a)!.list)
      return rows
    })
  }

  /** What must be told of something that happens. */
  #after(happens: () => unknown): Expected[] {
    const before = this.#table
    happens()
    this.#table = this.model.table()
    return rowsBetween(before, this.#table).map((row) => ({
      row,
      parting: row.change === APART && !this.model.near(row.a, row.b),
    }))
  }

  #tell(who: PresenceId, expected: Expected[], does: (places: Places) => Pairs): void {
    this.#compare(
      expected,
      (rows) => actedBy(who, rows),
      ({ places }) => {
        const rows = does(places).rows()
        for (const { a } of rows) expect(a).toBe(who)
        return rows
      },
    )
  }

  #compare(
    expected: Expected[],
    ordered: (rows: PairRow[]) => PairRow[],
    told: (here: (typeof this.all)[number], index: number) => PairRow[],
  ): void {
    for (const [index, here] of this.all.entries()) {
      const { name, places, tellApart } = here
      const rows = expected.filter(({ parting }) => tellApart || !parting).map(({ row }) => row)
      const received = told(here, index)
      expectEqual(ordered(received), ordered(rows), name)
      const present = [...this.model.present].map(([one, { place }]) => ({ one, place }))
      expectEqual(places.size, present.length, 'size')
      const whereabouts = present.map(({ one }) => ({ one, place: places.placeOf(one) }))
      expectEqual(whereabouts, present, 'placeOf')
      for (const place of new Set(present.map((one) => one.place))) {
        const here = present.filter((one) => one.place === place).map(({ one }) => one)
        expectEqual(places.at(place).sort(), here.sort(), `at(${place})`)
      }
    }
    this.#askAPair()
  }

  /** A pair may be counted between any two events: what counting leaves behind must disturb nobody. */
  #askAPair(): void {
    const [one, other] = [...this.oracle.lists.keys()].slice(-2)
    if (one === undefined || other === undefined) return
    const { mutual, strength } = this.#pair.count(one, other)
    const { mutual: m, strength: s } = this.oracle.count(one, other)
    expectEqual({ mutual, strength }, { mutual: m, strength: s })
  }
}

describe('rooms', () => {
  it('MUT4 MUT5 TOP3 ENC2 CON4 tell exactly what has become of each pair, in every way of counting', () => {
    fc.assert(
      fc.property(inputs, actionsIn([0, 1, 2] as PlaceId[], true), (inputs, actions) => {
        const world = new World(inputs)
        for (const action of actions) world.act(action)
      }),
      { numRuns: 200 },
    )
  })

  it('MUT4 MUT5 one room in which all are together', () => {
    fc.assert(
      fc.property(inputs, actionsIn([1] as PlaceId[], true), (inputs, actions) => {
        const world = new World(inputs)
        for (const action of actions) world.act(action)
      }),
      { numRuns: 120 },
    )
  })
})

describe('cells', () => {
  const CELLS = [1, 2, 3, 4, 5, 6] as PlaceId[]

  it('PRES4 MUT4 MUT5 cells in a row: near are those in the same cell or in the next', () => {
    const near = (x: PlaceId, y: PlaceId) => Math.abs(x - y) <= 1
    const neighbours = (place: PlaceId) => CELLS.filter((other) => near(place, other))
    fc.assert(
      fc.property(inputs, actionsIn(CELLS, false), (inputs, actions) => {
        const world = new World(inputs, { neighbours }, near)
        for (const action of actions) world.act(action)
      }),
      { numRuns: 120 },
    )
  })

  it('PRES4 MUT4 a cell is near itself, named as its own neighbour or not', () => {
    const near = (x: PlaceId, y: PlaceId) => (x + y) % 3 === 0
    const neighbours = (place: PlaceId) => CELLS.filter((other) => other !== place && near(place, other))
    fc.assert(
      fc.property(inputs, actionsIn(CELLS, false), (inputs, actions) => {
        const world = new World(inputs, { neighbours }, near)
        for (const action of actions) world.act(action)
      }),
      { numRuns: 100 },
    )
  })
})
