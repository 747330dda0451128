import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AroundEvent,
  type AroundPerson,
  type AroundState,
  inAround,
  NEVER_DUE,
  newPair,
  noAroundNotices,
  noQuiet,
  type PairRecord,
  type Quiet,
  type Seconds,
  type Side,
  swapped,
  toldAround,
  withSide,
} from '../../src/rules/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/rules/units.ts'
import { days, hours, justBefore, midnight, minutes, NOON, pairs, step } from './people.ts'

const person = (more: Partial<AroundPerson> = {}): AroundPerson => ({
  threshold: 3,
  notices: noAroundNotices(),
  quiet: noQuiet(),
  ...more,
})
const anaAndBen = (more: Partial<AroundState> = {}): AroundState => ({
  pair: newPair(),
  a: person(),
  b: person(),
  near: false,
  known: false,
  ...more,
})
const near = (mutualFriends?: number): AroundEvent => ({
  kind: 'near',
  known: false,
  ...(mutualFriends === undefined ? {} : { mutualFriends }),
})
const apart: AroundEvent = { kind: 'apart' }
const due: AroundEvent = { kind: 'due' }
const hushed = (until: Seconds): AroundPerson => person({ quiet: { ...noQuiet(), own: until } })

describe('two people around', () => {
  it('ENC4 the card comes with its notification, for both at once', () => {
    const { state, effects, dueAt } = inAround(anaAndBen(), near(5), NOON)
    expect(effects).toEqual([{ kind: 'card-appears', step: 5, until: hours(24) }])
    expect([state.a.notices.told, state.b.notices.told]).toEqual([[NOON], [NOON]])
    expect([state.pair.a.toldAt, state.pair.b.toldAt, state.pair.shownAroundAt]).toEqual(Array(3).fill(midnight()))
    expect(dueAt).toBe(hours(24))
  })

  it('PRES4 it stands for 24 hours wherever both go, and says nothing of leaving or coming back', () => {
    let { state } = inAround(anaAndBen(), near(5), NOON)
    for (const event of [apart, near(), apart, due]) {
      const next = inAround(state, event, justBefore(hours(24)))
      expect(next.effects).toEqual([])
      state = next.state
    }
    const ended = inAround(state, due, hours(24))
    expect(ended.effects).toEqual([{ kind: 'card-goes' }])
    expect(ended.state.cardUntil).toBeUndefined()
  })

  it('ENC3 who are still near when it ends are not shown again', () => {
    const { state } = inAround(anaAndBen(), near(5), NOON)
    const ended = inAround(state, due, hours(24))
    expect(ended).toMatchObject({ effects: [{ kind: 'card-goes' }], dueAt: NEVER_DUE })
  })

  it('ENC1 nothing below a threshold, ENC2 and nothing for friends', () => {
    expect(inAround(anaAndBen({ a: person({ threshold: 5 }) }), near(4), NOON)).toMatchObject({ effects: [] })
    expect(inAround(anaAndBen(), { kind: 'near', mutualFriends: 9, known: true }, NOON)).toMatchObject({ effects: [] })
  })

  it.each(['a', 'b'] as const)(
    'ENC6 the hush of %s holds the card back from both, until it ends and they are near',
    (side) => {
      const held = inAround(anaAndBen({ [side]: hushed(hours(1)) }), near(5), NOON)
      expect(held).toMatchObject({ effects: [], dueAt: hours(1) })
      expect(inAround(held.state, due, justBefore(hours(1))).effects).toEqual([])
      expect(inAround(held.state, due, hours(1)).effects).toMatchObject([{ kind: 'card-appears' }])
      const gone = inAround(held.state, apart, minutes(30))
      expect(gone.dueAt).toBe(NEVER_DUE)
      expect(inAround(gone.state, due, hours(1)).effects).toEqual([])
    },
  )

  it('ENC6 a spent limit of one holds it back from both', () => {
    const spent = person({ notices: [hours(-3), hours(-2), hours(-1)].reduce(toldAround, noAroundNotices()) })
    expect(inAround(anaAndBen({ b: spent }), near(5), NOON)).toMatchObject({ effects: [], dueAt: hours(21) })
  })

  it.each(['a', 'b'] as const)('ENC6 a mute of %s holds it back until it is taken back', (side) => {
    const held = inAround(anaAndBen({ pair: withSide(newPair(), side, { mutes: true }) }), near(5), NOON)
    expect(held).toMatchObject({ effects: [], dueAt: NEVER_DUE })
    const again = { ...held.state, pair: withSide(held.state.pair, side, { mutes: false }) }
    expect(inAround(again, due, minutes(5)).effects).toMatchObject([{ kind: 'card-appears', step: 5 }])
  })

  it('MUT4 a pair is counted once in 30 days: what was held back is shown as it was counted', () => {
    const held = inAround(anaAndBen({ a: hushed(hours(1)) }), near(5), NOON).state
    const gone = inAround(held, apart, minutes(10)).state
    expect(inAround(gone, near(), hours(2)).effects).toMatchObject([{ step: 5 }])
    expect(inAround(gone, near(100), hours(2)).effects).toMatchObject([{ step: 5 }])
    expect(inAround(gone, near(100), justBefore(midnight(30))).effects).toMatchObject([{ step: 5 }])
    expect(inAround(gone, near(100), midnight(30)).effects).toMatchObject([{ step: 100 }])
    expect(inAround(gone, near(), midnight(30)).effects).toEqual([])
  })

  it('MUT4 a pair that was counted below the threshold is not counted again', () => {
    const { state } = inAround(anaAndBen(), near(1), NOON)
    expect(inAround(state, near(50), days(7)).effects).toEqual([])
  })

  it.each<[string, AroundEvent]>([
    ['ENC3 not now', { kind: 'not-now', side: 'b' }],
    ['ENC2 I know them', { kind: 'i-know-them', side: 'b' }],
    ['REV6 a block', { kind: 'block', side: 'b' }],
    ['ENC7 following', { kind: 'followed', until: midnight(30) }],
  ])('%s takes the card from both, and keeps one from coming', (_, event) => {
    const shown = inAround(anaAndBen(), near(5), NOON).state
    const took = inAround(shown, event, minutes(1))
    expect(took).toMatchObject({ effects: [{ kind: 'card-goes' }], dueAt: NEVER_DUE })
    expect(took.state.cardUntil).toBeUndefined()
    const before = inAround(anaAndBen(), event, NOON)
    expect(before.effects).toEqual([])
    expect(inAround(before.state, near(5), minutes(1)).effects).toEqual([])
  })
})

const PEOPLE = ['ana', 'ben', 'carla', 'dan', 'eva'] as const
type Name = (typeof PEOPLE)[number]
const THRESHOLD: Record<Name, number> = { ana: 1, ben: 3, carla: 3, dan: 5, eva: 3 }

interface Shown {
  readonly pair: string
  readonly of: readonly [Name, Name]
  readonly step: number
  readonly at: number
  readonly free: boolean
}

/** Five people around, with all that a server would keep of them, and a log of every card and every count. */
class Town {
  now = NOON as number
  readonly states = new Map<string, AroundState>()
  readonly people = new Map<Name, AroundPerson>()
  readonly shown: Shown[] = []
  readonly counts: { pair: string; at: number; step: number }[] = []

  happen([a, b]: readonly [Name, Name], event: AroundEvent): void {
    const pair = `${a} ${b}`
    const before = { ...(this.states.get(pair) ?? anaAndBen()), a: this.of(a), b: this.of(b) }
    const { state, effects } = inAround(before, event, this.now as Seconds)
    for (const effect of effects) if (effect.kind === 'card-appears') this.log(pair, [a, b], state, effect.step)
    if (state.pair.counted !== before.pair.counted)
      this.counts.push({ pair, at: this.now, step: state.pair.counted!.step })
    this.states.set(pair, state)
    this.people.set(a, state.a)
    this.people.set(b, state.b)
  }

  log(pair: string, of: readonly [Name, Name], state: AroundState, shown: number): void {
    const quiet = of.some((name) => this.now < this.of(name).quiet.own)
    const free = state.near && !quiet && !state.pair.a.mutes && !state.pair.b.mutes
    this.shown.push({ pair, of, step: shown, at: this.now, free })
  }

  of(name: Name): AroundPerson {
    return this.people.get(name) ?? person({ threshold: THRESHOLD[name] })
  }
}

const two = fc.subarray([...PEOPLE], { minLength: 2, maxLength: 2 }) as unknown as fc.Arbitrary<[Name, Name]>
const coming = fc.option(fc.oneof(fc.nat(6), fc.nat(60)), { nil: undefined }).map((n) => near(n))
const happening: fc.Arbitrary<(town: Town) => void> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(two, coming).map(
      ([of, event]) =>
        (town: Town) =>
          town.happen(of, event),
    ),
  },
  { weight: 3, arbitrary: two.map((of) => (town: Town) => town.happen(of, due)) },
  { weight: 2, arbitrary: two.map((of) => (town: Town) => town.happen(of, apart)) },
  {
    weight: 5,
    arbitrary: fc.oneof(fc.nat(40 * MINUTE), fc.nat(6 * HOUR), fc.nat(35 * DAY)).map((wait) => (town: Town) => {
      town.now += wait
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...PEOPLE), fc.nat(HOUR)).map(([name, long]) => (town: Town) => {
      const quiet: Quiet = { ...noQuiet(), own: (town.now + long) as Seconds }
      town.people.set(name, { ...town.of(name), quiet })
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(two, fc.boolean()).map(([of, mutes]) => (town: Town) => {
      const state = town.states.get(of.join(' ')) ?? anaAndBen()
      town.states.set(of.join(' '), { ...state, pair: withSide(state.pair, 'a', { mutes }) })
    }),
  },
)

describe('all cards that ever came around', () => {
  const inAllTowns = (check: (town: Town) => void): void => {
    let shown = 0
    fc.assert(
      fc.property(fc.array(happening, { minLength: 30, maxLength: 200, size: 'max' }), (all) => {
        const town = new Town()
        for (const happen of all) happen(town)
        shown += town.shown.length
        check(town)
      }),
    )
    expect(shown).toBeGreaterThan(300)
  }

  it('ENC4 nobody is told of more than 3 in 24 hours, nor of two within 30 minutes', () => {
    inAllTowns(({ shown }) => {
      for (const name of PEOPLE) {
        const times = shown.filter(({ of }) => of.includes(name)).map(({ at }) => at)
        for (const [i, at] of times.entries()) {
          expect((times[i + 1] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(30 * MINUTE)
          expect((times[i + 3] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(24 * HOUR)
        }
      }
    })
  })

  it('ENC3 no pair is shown twice in 30 days, MUT4 nor counted twice', () => {
    inAllTowns(({ shown, counts }) => {
      for (const log of [shown, counts])
        for (const [i, one] of log.entries())
          for (const later of log.slice(i + 1))
            if (later.pair === one.pair) expect(later.at - one.at).toBeGreaterThanOrEqual(30 * DAY)
    })
  })

  it('ENC6 none comes in a hush or a mute of either, nor while they are apart', () => {
    inAllTowns(({ shown }) => {
      for (const { free } of shown) expect(free).toBe(true)
    })
  })

  it('ENC1 none is below a threshold, MUT4 and each shows what was last counted', () => {
    inAllTowns(({ shown, counts }) => {
      for (const { pair, of, step: shownStep, at } of shown) {
        for (const name of of) expect(shownStep).toBeGreaterThanOrEqual(THRESHOLD[name])
        const last = counts.findLast((count) => count.pair === pair && count.at <= at)
        expect(shownStep).toBe(last?.step)
      }
    })
  })
})

describe('both sides around', () => {
  const side = fc.constantFrom<Side>('a', 'b')
  const event = fc.oneof<fc.Arbitrary<AroundEvent>[]>(
    fc.record({ kind: fc.constant('near'), mutualFriends: fc.nat(60), known: fc.boolean() }),
    fc.constantFrom(apart, due),
    fc.record({ kind: fc.constantFrom('not-now', 'i-know-them', 'block'), side }) as fc.Arbitrary<AroundEvent>,
  )
  const anyone = fc
    .record({ threshold: step, told: fc.array(fc.nat(24), { maxLength: 3 }), hush: fc.nat(1) })
    .map(({ threshold, told, hush }) => ({
      ...hushed(hours(hush)),
      threshold,
      notices: { told: told.sort((x, y) => y - x).map((n) => hours(-n)) },
    }))
  const turned = ({ pair, a, b, ...rest }: AroundState): AroundState => ({ ...rest, pair: swapped(pair), a: b, b: a })
  const otherWay = (one: AroundEvent): AroundEvent =>
    'side' in one ? { ...one, side: one.side === 'a' ? 'b' : 'a' } : one

  it('REV6 exchanging the sides exchanges what is kept, and both screens get the same', () => {
    fc.assert(
      fc.property(pairs, anyone, anyone, fc.array(event, { maxLength: 8 }), (pair: PairRecord, a, b, events) => {
        let one = anaAndBen({ pair, a, b })
        let other = turned(one)
        for (const [i, what] of events.entries()) {
          const next = inAround(one, what, hours(i))
          const there = inAround(other, otherWay(what), hours(i))
          expect(there).toEqual({ ...next, state: turned(next.state) })
          one = next.state
          other = there.state
        }
      }),
    )
  })

  it('ENC6 after due nothing is due: who asks when told to does not ask for ever', () => {
    fc.assert(
      fc.property(pairs, anyone, anyone, fc.nat(60), (pair, a, b, mutualFriends) => {
        const here = inAround(anaAndBen({ pair, a, b }), near(mutualFriends), NOON)
        expect(inAround(here.state, due, NOON).dueAt).toBeGreaterThan(NOON)
      }),
    )
  })
})
