import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  inRoom,
  mayTellOf,
  newPair,
  noNotices,
  noQuiet,
  noteTold,
  nothingSaid,
  nothingShown,
  type PairFacts,
  type PairRecord,
  type Quiet,
  type RoomEffect,
  type RoomEvent,
  type RoomNotices,
  type RoomState,
  type SaidInRoom,
  type Seconds,
  type Shown,
  type Side,
  swapped,
  withSide,
} from '../../src/rules/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/rules/units.ts'
import { facts, NOON, pairs, ROOMS, saidInRoom, step } from './people.ts'

const PEOPLE = ['ana', 'ben', 'carla', 'dan'] as const
const WHO = { ana: 'member', ben: 'member', carla: 'guest', dan: 'member' } as const
const THRESHOLD = { ana: 3, ben: 1, carla: 3, dan: 5 } as const
type Name = (typeof PEOPLE)[number]

interface Sent {
  readonly room: string
  readonly to: Name
  readonly of: readonly string[]
  readonly at: Seconds
  readonly quiet: boolean
  /** As they stood when it was sent. */
  readonly shown: readonly Shown[]
  readonly muted: boolean
}

/** Four people in two rooms, with everything that a server would keep of them, and a log of all that was ever sent. */
class World {
  now: Seconds = NOON
  readonly pairs = new Map<string, PairRecord>()
  readonly shown = new Map<string, Shown>()
  readonly said = new Map<string, SaidInRoom>()
  readonly notices = new Map<string, RoomNotices>()
  readonly quiet = new Map<Name, Quiet>()
  readonly sent: Sent[] = []

  state(room: string, a: Name, b: Name): RoomState {
    const one = (id: Name) => ({
      id,
      who: WHO[id],
      threshold: THRESHOLD[id],
      notices: this.notices.get(`${room} ${id}`) ?? noNotices(),
      quiet: this.quiet.get(id) ?? noQuiet(),
    })
    const shown = this.shown.get(`${room} ${a} ${b}`) ?? nothingShown()
    const said = this.said.get(`${room} ${a} ${b}`) ?? nothingSaid()
    return { pair: this.pairs.get(`${a} ${b}`) ?? newPair(), said, a: one(a), b: one(b), shown }
  }

  /** The pair as it is kept, the lower name first, and on which side somebody is. */
  pairOf(room: string, me: string, other: string): { state: RoomState; side: Side } {
    const [a, b] = [me, other].sort() as [Name, Name]
    return { state: this.state(room, a, b), side: a === me ? 'a' : 'b' }
  }

  happen(room: string, a: Name, b: Name, event: RoomEvent): void {
    const names = { a, b }
    const next = inRoom(this.state(room, a, b), event, this.now)
    for (const effect of next.effects) if (effect.kind === 'notify') this.log(room, names[effect.side], effect)
    this.keep(room, a, b, next.state)
    for (const effect of next.effects) if (effect.kind === 'notify') this.note(room, names[effect.side], effect.others)
  }

  keep(room: string, a: Name, b: Name, state: RoomState): void {
    this.pairs.set(`${a} ${b}`, state.pair)
    this.shown.set(`${room} ${a} ${b}`, state.shown)
    this.said.set(`${room} ${a} ${b}`, state.said)
    this.notices.set(`${room} ${a}`, state.a.notices)
    this.notices.set(`${room} ${b}`, state.b.notices)
  }

  log(room: string, to: Name, effect: RoomEffect & { kind: 'notify' }): void {
    const all = effect.others.map((other) => this.pairOf(room, to, other))
    this.sent.push({
      room,
      to,
      of: effect.others,
      at: this.now,
      quiet: Object.values(this.quiet.get(to) ?? {}).some((until) => this.now < until),
      shown: all.map(({ state }) => state.shown),
      muted: all.some(({ state, side }) => state.pair[side].mutes),
    })
  }

  /** As the effect asks: the time is noted on the pairs with the others. */
  note(room: string, to: Name, others: readonly string[]): void {
    for (const other of others) {
      const { state, side } = this.pairOf(room, to, other)
      const [a, b] = side === 'a' ? [to, other] : [other, to]
      this.pairs.set(`${a} ${b}`, noteTold(state.pair, side, this.now))
    }
  }

  due(room: string, a: Name, b: Name): void {
    const holds = (side: Side, other: string) => {
      const pair = this.pairOf(room, side === 'a' ? a : b, other)
      return mayTellOf(pair.state, pair.side, this.now)
    }
    this.happen(room, a, b, { kind: 'due', holds })
  }
}

const two = fc.subarray([...PEOPLE], { minLength: 2, maxLength: 2 }).map((both) => [...both].sort() as [Name, Name])
const room = fc.constantFrom(...ROOMS)
const anySide = fc.constantFrom<Side>('a', 'b')
const friendly = fc.record({
  mutualFriends: fc.oneof(fc.nat(6), fc.nat(60)),
  sharedTopics: fc.nat(1),
  bothRecognisable: fc.boolean(),
})
const said = fc.record({
  kind: fc.constantFrom('not-now', 'i-know-them', 'block'),
  side: anySide,
}) as fc.Arbitrary<RoomEvent>

/** Only where something has been sent already: else most worlds would fall silent at once. */
const someSent = (world: World): boolean => world.sent.length > 2

/** What can happen, most often that somebody comes, time passes, and what is due is asked for. */
const happening: fc.Arbitrary<(world: World) => void> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(room, two, fc.oneof({ weight: 9, arbitrary: friendly }, facts)).map(
      ([where, [a, b], what]: [string, [Name, Name], PairFacts]) =>
        (world: World) =>
          world.happen(where, a, b, { kind: 'facts', facts: what }),
    ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(room, two).map(
      ([where, [a, b]]) =>
        (world: World) =>
          world.due(where, a, b),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(room, two).map(
      ([where, [a, b]]) =>
        (world: World) =>
          world.happen(where, a, b, { kind: 'apart' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(room, two, said).map(
      ([where, [a, b], event]) =>
        (world: World) =>
          someSent(world) && world.happen(where, a, b, event),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(fc.nat(15 * MINUTE), fc.nat(12 * HOUR), fc.nat(40 * DAY)).map((seconds) => (world: World) => {
      world.now = (world.now + seconds) as Seconds
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom('own', 'room', 'introduction'), fc.nat(HOUR))
      .map(([name, kind, long]) => (world: World) => {
        const quiet = { ...(world.quiet.get(name) ?? noQuiet()), [kind]: (world.now + long) as Seconds }
        world.quiet.set(name, quiet)
      }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(two, anySide, fc.boolean()).map(([[a, b], side, mutes]) => (world: World) => {
      const pair = world.pairs.get(`${a} ${b}`) ?? newPair()
      world.pairs.set(`${a} ${b}`, withSide(pair, side, { mutes }))
    }),
  },
)

const happenings = fc.array(happening, { minLength: 20, maxLength: 120, size: 'max' })

const played = (events: readonly ((world: World) => unknown)[]): World => {
  const world = new World()
  for (const event of events) event(world)
  return world
}

/** Runs the same worlds for each rule, and sees to it that there was something to check. */
const inAllWorlds = (check: (sent: readonly Sent[]) => void): void => {
  let sent = 0
  fc.assert(
    fc.property(happenings, (events) => {
      const world = played(events)
      sent += world.sent.length
      check(world.sent)
    }),
    { numRuns: 150 },
  )
  expect(sent).toBeGreaterThan(300)
}

/** All pairs of notifications, the earlier first. */
const everyTwo = (sent: readonly Sent[]): [Sent, Sent][] =>
  sent.flatMap((one, i) => sent.slice(i + 1).map((later): [Sent, Sent] => [one, later]))

describe('all notifications ever sent in rooms', () => {
  it('ENC4 never two for one person in one room within 10 minutes', () => {
    inAllWorlds((sent) => {
      for (const [one, later] of everyTwo(sent))
        if (one.to === later.to && one.room === later.room)
          expect(later.at - one.at).toBeGreaterThanOrEqual(10 * MINUTE)
    })
  })

  it('ENC3 never of the same pair twice in 30 days, in whatever room', () => {
    inAllWorlds((sent) => {
      for (const [one, later] of everyTwo(sent))
        if (one.to === later.to && one.of.some((other) => later.of.includes(other)))
          expect(later.at - one.at).toBeGreaterThanOrEqual(30 * DAY)
    })
  })

  it('ENC6 never in a hush, nor of somebody muted', () => {
    inAllWorlds((sent) => {
      for (const { quiet, muted } of sent) expect([quiet, muted]).toEqual([false, false])
    })
  })

  it('ENC4 never of a topic alone, ENC1 never below the threshold, and only of cards that are there', () => {
    inAllWorlds((sent) => {
      for (const { to, of, shown } of sent) {
        expect(new Set(of).size).toBe(of.length)
        for (const { card, step: said } of shown)
          expect(card.startsWith('online') || (card === 'shared' && said >= THRESHOLD[to])).toBe(true)
      }
    })
  })
})

describe('both sides of a room', () => {
  const event: fc.Arbitrary<RoomEvent> = fc.oneof(
    facts.map((what): RoomEvent => ({ kind: 'facts', facts: what })),
    said,
    fc.constant<RoomEvent>({ kind: 'apart' }),
    fc.constant<RoomEvent>({ kind: 'due', holds: () => false }),
  )
  const otherWay = (one: RoomEvent): RoomEvent => ('side' in one ? { ...one, side: one.side === 'a' ? 'b' : 'a' } : one)
  const turned = ({ pair, said, a, b, shown }: RoomState): RoomState => {
    return { pair: swapped(pair), said: { a: said.b, b: said.a }, a: b, b: a, shown }
  }
  const onScreens = (effects: readonly RoomEffect[]) => effects.filter(({ kind }) => kind !== 'notify')
  const state = fc.tuple(pairs, saidInRoom, step).map(
    ([pair, said, shown]): RoomState => ({
      ...new World().state('library', 'ana', 'carla'),
      pair,
      said,
      shown: { card: 'none', step: shown, topics: 0 },
    }),
  )

  it('REV6 exchanging the sides exchanges what is kept, and both screens get the same', () => {
    fc.assert(
      fc.property(state, fc.array(event, { maxLength: 8 }), (start, events) => {
        let one = start
        let other = turned(start)
        for (const what of events) {
          const next = inRoom(one, what, NOON)
          const there = inRoom(other, otherWay(what), NOON)
          expect(there.state).toEqual(turned(next.state))
          expect(there.dueAt).toEqual({ a: next.dueAt.b, b: next.dueAt.a })
          expect(onScreens(there.effects)).toEqual(onScreens(next.effects))
          one = next.state
          other = there.state
        }
      }),
    )
  })

  it('ENC4 after due nothing is due: who asks when told to does not ask for ever', () => {
    fc.assert(
      fc.property(state, facts, (start, what) => {
        const here = inRoom(start, { kind: 'facts', facts: what }, NOON)
        const { dueAt } = inRoom(here.state, { kind: 'due', holds: () => false }, NOON)
        expect(Math.min(dueAt.a, dueAt.b)).toBeGreaterThan(NOON)
      }),
    )
  })

  it('MUT4 a step never falls in a room, whatever happens there', () => {
    fc.assert(
      fc.property(state, fc.array(event, { maxLength: 12 }), (start, events) => {
        let now = start
        for (const what of events) {
          const next = inRoom(now, what, NOON).state
          expect(next.shown.step).toBeGreaterThanOrEqual(now.shown.step)
          now = next
        }
      }),
    )
  })

  it('REV6 a screen that carries out the effects shows what is kept', () => {
    fc.assert(
      fc.property(state, fc.array(event, { maxLength: 12 }), (start, events) => {
        let now = start
        let screen: Shown | undefined
        for (const what of events) {
          const next = inRoom(now, what, NOON)
          for (const effect of onScreens(next.effects)) {
            if (effect.kind === 'card-appears') expect(screen).toBeUndefined()
            else expect(screen).toBeDefined()
            screen = 'shown' in effect ? effect.shown : undefined
          }
          now = next.state
          expect(screen ?? { ...now.shown, card: 'none' }).toEqual(now.shown)
        }
      }),
    )
  })
})
