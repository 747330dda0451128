import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  block,
  cardAround,
  cardInRoom,
  iKnowThem,
  inRoom,
  newPair,
  noNotices,
  noQuiet,
  noteTold,
  nothingSaid,
  nothingShown,
  notNowAround,
  notNowInRoom,
  type PairRecord,
  pairKept,
  type RoomState,
  type Seconds,
  type Side,
  shownAround,
  stepInRoom,
  swapped,
  withSide,
} from '../../src/rules/index.ts'
import { DAY } from '../../src/rules/units.ts'
import { days, facts, justBefore, midnight, NOON, pairs, step, strangers } from './people.ts'

const said = nothingSaid()

describe('what is remembered of a pair', () => {
  it('PRES3 is forgotten after 30 days, and then nothing is left', () => {
    const pair: PairRecord = {
      ...shownAround(notNowAround(notNowInRoom({ pair: newPair(), said }, 'a', NOON).pair, 'b', NOON), NOON),
      step: { step: 5, at: midnight() },
      counted: { step: 3, at: midnight() },
      hiddenUntil: midnight(30),
    }
    expect(pairKept(pair, justBefore(midnight(30)))).toEqual(pair)
    expect(pairKept(pair, midnight(30))).toBeUndefined()
    expect(pairKept(newPair(), NOON)).toBeUndefined()
  })

  it.each<[string, (side: Side) => PairRecord]>([
    ['ENC3 not now said twice', (side) => withSide(newPair(), side, { notNow: 2 })],
    ['ENC2 I know them', (side) => iKnowThem({ pair: newPair(), said }, side, 'member').pair],
    ['REV6 a block', (side) => block(newPair(), side, true)],
    ['ENC6 a mute', (side) => withSide(newPair(), side, { mutes: true })],
  ])('%s stays for good, and nothing with it', (_, said) => {
    for (const side of ['a', 'b'] as const) {
      const pair = { ...noteTold(said(side), side, NOON), shownAroundAt: midnight() }
      expect(pairKept(pair, days(4000))).toEqual(said(side))
    }
  })

  it('ENC3 not now said twice no longer says when', () => {
    const once = notNowInRoom({ pair: newPair(), said }, 'a', NOON).pair
    const twice = notNowAround(once, 'a', days(1))
    expect(pairKept(twice, days(2))?.a).toEqual({ notNow: 2, knowsThem: false, blocks: false, mutes: false })
  })

  it('PRES3 forgetting changes no answer, and is the same from both sides', () => {
    const met3 = { step: 3 as const, thresholdA: 3, thresholdB: 1, known: false }
    const later = fc.nat(40 * DAY).map((s) => (NOON + s) as Seconds)
    fc.assert(
      fc.property(pairs, facts, step, later, (pair, what, shown, now) => {
        const kept = pairKept(pair, now) ?? newPair()
        expect(cardInRoom(kept, said, what, shown)).toBe(cardInRoom(pair, said, what, shown))
        expect(cardAround(kept, met3, now)).toBe(cardAround(pair, met3, now))
        const memory = (one: PairRecord) => (one.step ? { memory: one.step } : {})
        const stepOf = (one: PairRecord) => stepInRoom({ mutualFriends: 2, shownHere: 0, ...memory(one) }, now)
        expect(stepOf(kept)).toBe(stepOf(pair))
        const again = (one: PairRecord) => cardInRoom(notNowAround(one, 'a', now), said, what, shown)
        expect(again(kept)).toBe(again(pair))
        expect(pairKept(swapped(pair), now) ?? newPair()).toEqual(swapped(kept))
        expect(pairKept(kept, now) ?? newPair()).toEqual(kept)
      }),
    )
  })

  it('PRES3 says no hour: each of its times is a midnight, whatever happens', () => {
    const happening = fc.constantFrom<(state: RoomState, now: Seconds) => RoomState>(
      (state, now) => inRoom(state, { kind: 'facts', facts: { ...strangers, mutualFriends: 7 } }, now).state,
      (state, now) => inRoom(state, { kind: 'due', holds: () => false }, now).state,
      (state, now) => inRoom(state, { kind: 'apart' }, now).state,
      (state, now) => inRoom(state, { kind: 'not-now', side: 'a' }, now).state,
      (state, now) => ({ ...state, pair: notNowAround(state.pair, 'b', now) }),
      (state, now) => ({ ...state, pair: shownAround(state.pair, now) }),
    )
    const person = (id: string) => ({
      id,
      who: 'member' as const,
      threshold: 3,
      notices: noNotices(),
      quiet: noQuiet(),
    })
    const start = { pair: newPair(), said, shown: nothingShown(), a: person('ana'), b: person('ben') }
    let seen = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.nat(2 * DAY)), { maxLength: 12 }), (all) => {
        let state: RoomState = start
        let now = NOON as number
        for (const [happen, wait] of all) {
          now += wait
          state = happen(state, now as Seconds)
          for (const [time] of JSON.stringify(state.pair).matchAll(/\d{6,}/g)) {
            seen++
            expect(Number(time) % DAY).toBe(0)
          }
        }
      }),
    )
    expect(seen).toBeGreaterThan(300)
  })
})
