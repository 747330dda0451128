import { describe, expect, it } from 'vitest'
import {
  inRoom,
  NEVER_DUE,
  newPair,
  noNotices,
  noQuiet,
  noteTold,
  nothingSaid,
  nothingShown,
  type PairFacts,
  type RoomEvent,
  type RoomPerson,
  type RoomState,
  type RoomStep,
  type Seconds,
  withSide,
} from '../../src/rules/index.ts'
import { days, hours, justBefore, midnight, minutes, NOON, strangers } from './people.ts'

const person = (id: string, who: 'guest' | 'member' = 'member'): RoomPerson => ({
  id,
  who,
  threshold: 3,
  notices: noNotices(),
  quiet: noQuiet(),
})

const anaAndBen = (who: 'guest' | 'member' = 'member'): RoomState => ({
  pair: newPair(),
  said: nothingSaid(),
  a: person('ana'),
  b: person('ben', who),
  shown: nothingShown(),
})

const facts = (mutualFriends: number, more: Partial<PairFacts> = {}): RoomEvent => ({
  kind: 'facts',
  facts: { ...strangers, mutualFriends, ...more },
})
const due: RoomEvent = { kind: 'due', holds: () => false }

/** All the events, one after another. */
const after = (state: RoomState, events: readonly RoomEvent[], now: Seconds = NOON): RoomStep =>
  events.reduce<RoomStep>((last, event) => inRoom(last.state, event, now), inRoom(state, { kind: 'apart' }, now))

describe('two people in a room', () => {
  it('REV6 a card appears on both screens at once, changes with the step, and goes from both', () => {
    const first = after(anaAndBen(), [facts(4)])
    expect(first.effects).toEqual([{ kind: 'card-appears', shown: { card: 'shared', step: 3, topics: 0 } }])
    const more = inRoom(first.state, facts(5), minutes(1))
    expect(more.effects).toEqual([{ kind: 'card-changes', shown: { card: 'shared', step: 5, topics: 0 } }])
    expect(inRoom(more.state, { kind: 'apart' }, minutes(2)).effects).toEqual([{ kind: 'card-goes' }])
  })

  it('MUT4 another count of the same step, or a lower one, changes nothing on the screens', () => {
    const { state } = after(anaAndBen(), [facts(4)])
    expect(inRoom(state, facts(3), minutes(1)).effects).toEqual([])
    expect(inRoom(state, facts(1), minutes(1)).effects).toEqual([])
    expect(inRoom(state, facts(0), minutes(1)).state.shown).toEqual(state.shown)
  })

  it('MUT4 the step that was shown comes back with somebody who comes back', () => {
    const { state } = after(anaAndBen('guest'), [facts(12), { kind: 'apart' }])
    expect(state.shown).toEqual({ card: 'none', step: 10, topics: 0 })
    expect(inRoom(state, facts(1), hours(1)).state.shown.step).toBe(10)
  })

  it('MUT4 what was not shown is not kept: friends who have met leave no step behind', () => {
    const friends = { known: { bothOnlineOnly: false, byProof: true } }
    const { state, effects } = after(anaAndBen(), [facts(60, friends)])
    expect(effects).toEqual([])
    expect(state.shown.step).toBe(0)
    expect(state.pair.step).toBeUndefined()
  })

  it('MUT4 two members are shown in the next room what they were last shown, for 30 days from the day it ended', () => {
    const { state } = after(anaAndBen(), [facts(12)])
    const left = inRoom(state, { kind: 'apart' }, days(1)).state
    expect(left.pair.step).toEqual({ step: 10, at: midnight(1) })
    const choir = { ...anaAndBen(), pair: left.pair }
    expect(inRoom(choir, facts(0), justBefore(midnight(31))).state.shown.step).toBe(10)
    expect(inRoom(choir, facts(1), midnight(31)).state.shown.step).toBe(1)
  })

  it('MUT4 it is kept as soon as it is shown, not renewed once it has gone, and a topic alone leaves none', () => {
    const { state } = after(anaAndBen(), [facts(12)])
    expect(state.pair.step).toEqual({ step: 10, at: midnight() })
    const left = inRoom(state, { kind: 'apart' }, days(1)).state
    expect(inRoom(left, { kind: 'apart' }, days(2)).state.pair.step).toEqual({ step: 10, at: midnight(1) })
    expect(after(anaAndBen(), [facts(0, { sharedTopics: 1 })]).state.pair.step).toBeUndefined()
  })

  it('MUT4 a lower step of one room does not take the place of a higher one of another', () => {
    const { state } = after(anaAndBen(), [facts(4)])
    const pair = { ...state.pair, step: { step: 25, at: minutes(1) } as const }
    expect(inRoom({ ...state, pair }, { kind: 'apart' }, minutes(2)).state.pair.step).toEqual(pair.step)
  })

  it('MUT4 where either is a guest nothing is remembered beyond the room', () => {
    expect(after(anaAndBen('guest'), [facts(12)]).state.pair.step).toBeUndefined()
    const pair = { ...newPair(), step: { step: 50, at: midnight() } as const }
    expect(after({ ...anaAndBen('guest'), pair }, [facts(12)]).state.shown.step).toBe(10)
  })

  it('TOP3 topics come and change on the card, and notify nobody', () => {
    const first = after(anaAndBen(), [facts(0, { sharedTopics: 1 })])
    expect(first.effects).toMatchObject([{ kind: 'card-appears' }])
    expect(first.dueAt).toEqual({ a: NEVER_DUE, b: NEVER_DUE })
    expect(inRoom(first.state, facts(0, { sharedTopics: 2 }), NOON).effects).toMatchObject([{ kind: 'card-changes' }])
  })

  it.each<[string, RoomEvent]>([
    ['ENC3 not now', { kind: 'not-now', side: 'b' }],
    ['ENC2 I know them', { kind: 'i-know-them', side: 'b' }],
    ['REV6 a block', { kind: 'block', side: 'b' }],
  ])('%s takes the card from both, with what was waiting, and it does not come back', (_, said) => {
    const took = after(anaAndBen(), [facts(4), said])
    expect(took.effects).toEqual([{ kind: 'card-goes' }])
    expect(took.dueAt).toEqual({ a: NEVER_DUE, b: NEVER_DUE })
    expect(inRoom(took.state, facts(50), minutes(1)).effects).toEqual([])
  })

  it('ENC2 a guest says I know them for this room, a member for all', () => {
    const guest = after(anaAndBen('guest'), [facts(4), { kind: 'i-know-them', side: 'b' }]).state
    expect([guest.said.b, guest.pair.b.knowsThem]).toEqual(['i-know-them', false])
    const member = after(anaAndBen(), [facts(4), { kind: 'i-know-them', side: 'b' }]).state
    expect([member.said.b, member.pair.b.knowsThem]).toEqual(['nothing', true])
  })

  it('ENC1 each side is told by its own threshold: 3 reached tells Ana, 5 asked does not tell Ben', () => {
    const state = anaAndBen()
    const here = after({ ...state, b: { ...state.b, threshold: 5 } }, [facts(4)])
    expect(here.dueAt).toEqual({ a: NOON, b: NEVER_DUE })
    const told = inRoom(here.state, due, NOON)
    expect(told.effects).toEqual([{ kind: 'notify', side: 'a', others: ['ben'] }])
    expect(told.state.pair.a.toldAt).toBe(midnight())
    expect(told.state.pair.b.toldAt).toBeUndefined()
    const more = inRoom(told.state, facts(5), minutes(1))
    expect(more.dueAt).toEqual({ a: NEVER_DUE, b: minutes(1) })
  })

  it('ENC4 those who wait with Ben are told of together, if their cards still hold', () => {
    const state = anaAndBen()
    const a = { ...state.a, notices: { waiting: ['carla', 'dan'] } }
    const here = after({ ...state, a }, [facts(4)]).state
    const step = inRoom(here, { kind: 'due', holds: (side, other) => side === 'a' && other === 'dan' }, NOON)
    expect(step.effects[0]).toEqual({ kind: 'notify', side: 'a', others: ['dan', 'ben'] })
  })

  it('ENC6 whoever is muted by now is not told of', () => {
    const { state } = after(anaAndBen(), [facts(4)])
    const muted = { ...state, pair: withSide(state.pair, 'a', { mutes: true }) }
    expect(inRoom(muted, due, NOON).effects).toEqual([{ kind: 'notify', side: 'b', others: ['ana'] }])
  })

  it('ENC6 when a mute is taken back, what still holds becomes a notification', () => {
    const state = { ...anaAndBen(), pair: withSide(newPair(), 'a', { mutes: true }) }
    const muted = after(state, [facts(4)])
    expect(muted.dueAt.a).toBe(NEVER_DUE)
    const again = { ...muted.state, pair: withSide(muted.state.pair, 'a', { mutes: false }) }
    expect(inRoom(again, facts(4), minutes(9))).toMatchObject({ effects: [], dueAt: { a: minutes(9) } })
  })

  it('ENC3 whom Ana has been told of elsewhere meanwhile, she is not told of again', () => {
    const { state } = after(anaAndBen(), [facts(4)])
    const told = { ...state, pair: noteTold(state.pair, 'a', minutes(1)) }
    expect(inRoom(told, due, minutes(2)).effects).toEqual([{ kind: 'notify', side: 'b', others: ['ana'] }])
  })

  it('ENC6 in a hush the card comes and the notification waits for its end', () => {
    const state = anaAndBen()
    const here = after({ ...state, a: { ...state.a, quiet: { ...noQuiet(), room: hours(1) } } }, [facts(4)])
    expect(here.effects).toMatchObject([{ kind: 'card-appears' }])
    expect(here.dueAt).toEqual({ a: hours(1), b: NOON })
    const early = inRoom(here.state, due, justBefore(hours(1)))
    expect(early.effects).toEqual([{ kind: 'notify', side: 'b', others: ['ana'] }])
    expect(inRoom(early.state, due, hours(1)).effects).toEqual([{ kind: 'notify', side: 'a', others: ['ben'] }])
  })
})
