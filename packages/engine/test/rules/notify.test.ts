import { describe, expect, it } from 'vitest'
import {
  type AroundNotices,
  aroundDue,
  aroundFreeAt,
  type Card,
  cardCame,
  cardWent,
  eventNotice,
  heldDue,
  holdEvent,
  isQuiet,
  mayTell,
  NEVER_DUE,
  newPair,
  noAroundNotices,
  noHeldEvents,
  noNotices,
  noQuiet,
  noticesDue,
  type PairSide,
  POLICY,
  quietAfterIntroduction,
  quietUntil,
  type RoomNotices,
  takeHeld,
  takeNotices,
  toldAround,
} from '../../src/rules/index.ts'
import { days, hours, justBefore, minutes, NOON } from './people.ts'

const untouched = newPair().a
const card = (other: string, mutualFriends: number, more: { side?: Partial<PairSide>; card?: Card } = {}) => ({
  other,
  card: more.card ?? ('shared' as const),
  mutualFriends,
  threshold: 3,
  side: { ...untouched, ...more.side },
})
const waiting = (...others: string[]): RoomNotices => ({ waiting: others })
const all = () => true

describe('a pair', () => {
  const ana = { mutualFriends: 3, thresholdA: 3, thresholdB: 1, friends: false }

  it('ENC1 is told of where both thresholds are reached, and not one below', () => {
    expect(mayTell(ana, NOON)).toBe(true)
    expect(mayTell({ ...ana, mutualFriends: 2 }, NOON)).toBe(false)
    expect(mayTell({ ...ana, thresholdB: 5 }, NOON)).toBe(false)
  })

  it('ENC1 the threshold is 3 unless changed, PRES4 a card of Around stands for 24 hours', () => {
    expect(POLICY.threshold).toBe(3)
    expect(POLICY.aroundCard).toBe(24 * 3600)
  })

  it('ENC2 friends are not told of', () => {
    expect(mayTell({ ...ana, friends: true }, NOON)).toBe(false)
  })

  it('ENC3 is told of again after exactly 30 days, not a second before', () => {
    expect(mayTell({ ...ana, lastToldAt: NOON }, justBefore(days(30)))).toBe(false)
    expect(mayTell({ ...ana, lastToldAt: NOON }, days(30))).toBe(true)
    expect(mayTell({ ...ana, lastToldAt: NOON, coolDown: 60 }, minutes(1))).toBe(true)
  })
})

describe('notices in a room', () => {
  it('ENC1 the threshold decides notifications: three friends are told of, two are not', () => {
    expect(cardCame(noNotices(), card('ben', 3), NOON).waiting).toEqual(['ben'])
    expect(cardCame(noNotices(), card('ben', 2), NOON).waiting).toEqual([])
  })

  it('ENC4 a card for a topic alone notifies nobody, even with a threshold of nothing', () => {
    expect(cardCame(noNotices(), { ...card('ben', 0), threshold: 0 }, NOON).waiting).toEqual([])
  })

  it('ENC2 somebody known online is told of without a shared friend', () => {
    expect(cardCame(noNotices(), card('ben', 0, { card: 'online' }), NOON).waiting).toEqual(['ben'])
    expect(cardCame(noNotices(), card('ben', 0, { card: 'online-by-name' }), NOON).waiting).toEqual(['ben'])
    expect(cardCame(noNotices(), card('ben', 9, { card: 'none' }), NOON).waiting).toEqual([])
  })

  it('ENC6 whoever is muted is not told of, online or not', () => {
    expect(cardCame(noNotices(), card('ben', 9, { side: { mutes: true } }), NOON).waiting).toEqual([])
    expect(cardCame(noNotices(), card('ben', 9, { side: { mutes: true }, card: 'online' }), NOON).waiting).toEqual([])
  })

  it('ENC3 a pair waits again after exactly 30 days', () => {
    const told = card('ben', 9, { side: { toldAt: NOON } })
    expect(cardCame(noNotices(), told, justBefore(days(30))).waiting).toEqual([])
    expect(cardCame(noNotices(), told, days(30)).waiting).toEqual(['ben'])
    const online = card('ben', 9, { side: { toldAt: NOON }, card: 'online' })
    expect(cardCame(noNotices(), online, justBefore(days(30))).waiting).toEqual([])
  })

  it('ENC4 whoever comes, goes and comes waits once', () => {
    const both = cardCame(cardCame(noNotices(), card('ben', 9), NOON), card('carla', 9), NOON)
    expect(cardCame(both, card('ben', 9), NOON).waiting).toEqual(['ben', 'carla'])
    expect(cardWent(both, 'ben').waiting).toEqual(['carla'])
  })

  it('ENC4 all that waits is one notification, at most one in 10 minutes', () => {
    const first = takeNotices(waiting('ben', 'carla', 'dan'), noQuiet(), all, NOON)
    expect(first.told).toEqual(['ben', 'carla', 'dan'])
    const next = cardCame(first.notices, card('eva', 9), NOON)
    expect(noticesDue(next, noQuiet(), minutes(3))).toBe(minutes(10))
    expect(takeNotices(next, noQuiet(), all, justBefore(minutes(10)))).toEqual({ notices: next, told: [] })
    expect(takeNotices(next, noQuiet(), all, minutes(10)).told).toEqual(['eva'])
  })

  it('ENC4 what no longer holds is not told of, and begins no pause', () => {
    const { notices, told } = takeNotices(waiting('ben', 'carla'), noQuiet(), (other) => other === 'carla', NOON)
    expect(told).toEqual(['carla'])
    expect(notices).toEqual({ lastAt: NOON, waiting: [] })
    expect(takeNotices(waiting('ben'), noQuiet(), () => false, NOON).notices).toEqual({ waiting: [] })
  })

  it('ENC6 a hush holds notices back until it ends, and then they are one', () => {
    const quiet = { ...noQuiet(), own: minutes(45) }
    expect(noticesDue(waiting('ben'), quiet, NOON)).toBe(minutes(45))
    expect(takeNotices(waiting('ben', 'carla'), quiet, all, justBefore(minutes(45))).told).toEqual([])
    expect(takeNotices(waiting('ben', 'carla'), quiet, all, minutes(45)).told).toEqual(['ben', 'carla'])
  })

  it('ENC4 nothing that waits is never due', () => {
    expect(noticesDue(noNotices(), noQuiet(), NOON)).toBe(NEVER_DUE)
  })
})

describe('quiet', () => {
  it('ENC6 lasts until the latest of its three ends, and not at it', () => {
    const quiet = { own: minutes(5), room: minutes(50), introduction: minutes(20) }
    expect(quietUntil(quiet)).toBe(minutes(50))
    expect(isQuiet(quiet, justBefore(minutes(50)))).toBe(true)
    expect(isQuiet(quiet, minutes(50))).toBe(false)
    expect(isQuiet(noQuiet(), NOON)).toBe(false)
  })

  it('CONV4 after an introduction it is quiet for exactly 20 minutes', () => {
    const quiet = quietAfterIntroduction(noQuiet(), NOON)
    expect(isQuiet(quiet, justBefore(minutes(20)))).toBe(true)
    expect(isQuiet(quiet, minutes(20))).toBe(false)
    expect(quietAfterIntroduction({ ...noQuiet(), own: hours(3) }, NOON).own).toBe(hours(3))
  })

  it('ENC4 waves and messages notify each time, but for hush, mute and blocks', () => {
    const quiet = quietAfterIntroduction(noQuiet(), NOON)
    expect(eventNotice(noQuiet(), { ...untouched, toldAt: NOON }, false, NOON)).toBe('now')
    expect(eventNotice(quiet, untouched, false, justBefore(minutes(20)))).toBe('held')
    expect(eventNotice(quiet, untouched, false, minutes(20))).toBe('now')
    for (const hush of [noQuiet(), quiet]) {
      expect(eventNotice(hush, { ...untouched, mutes: true }, false, NOON)).toBe('never')
      expect(eventNotice(hush, { ...untouched, blocks: true }, false, NOON)).toBe('never')
      expect(eventNotice(hush, untouched, true, NOON)).toBe('never')
    }
  })

  it('ENC6 what came in a hush is told at its end, once and together, if it still holds', () => {
    const quiet = { ...noQuiet(), room: minutes(45) }
    const held = ['wave of ben', 'message of carla', 'wave of ben', 'wave of dan'].reduce(holdEvent, noHeldEvents())
    expect(heldDue(noHeldEvents(), quiet, NOON)).toBe(NEVER_DUE)
    expect(heldDue(held, quiet, NOON)).toBe(minutes(45))
    expect(heldDue(held, quiet, hours(1))).toBe(hours(1))
    expect(takeHeld(held, quiet, all, justBefore(minutes(45)))).toEqual({ held, told: [] })
    const end = takeHeld(held, quiet, (event) => event !== 'wave of dan', minutes(45))
    expect(end).toEqual({ held: noHeldEvents(), told: ['wave of ben', 'message of carla'] })
  })

  it('ENC6 a hush that is made longer holds back what waits for its end', () => {
    const held = holdEvent(noHeldEvents(), 'wave of ben')
    expect(takeHeld(held, { ...noQuiet(), own: minutes(90) }, all, minutes(45)).told).toEqual([])
  })
})

describe('around', () => {
  const toldThree: AroundNotices = [hours(0), hours(2), hours(4)].reduce(toldAround, noAroundNotices())
  const free = { notices: noAroundNotices(), quiet: noQuiet(), mutes: false }

  it('ENC4 the next is told 30 minutes after the last', () => {
    const once = toldAround(noAroundNotices(), NOON)
    expect(aroundFreeAt(noAroundNotices(), noQuiet(), NOON)).toBe(NOON)
    expect(aroundFreeAt(once, noQuiet(), minutes(1))).toBe(minutes(30))
    expect(aroundFreeAt(once, noQuiet(), minutes(30))).toBe(minutes(30))
  })

  it('ENC4 the fourth of a day waits until the first is 24 hours old', () => {
    expect(aroundFreeAt(toldThree, noQuiet(), hours(5))).toBe(hours(24))
    expect(aroundFreeAt(toldThree, noQuiet(), hours(24))).toBe(hours(24))
    expect(aroundFreeAt(toldAround(toldThree, hours(24)), noQuiet(), hours(25))).toBe(hours(26))
  })

  it('ENC6 the hush or spent limit of either holds the card back from both', () => {
    const hushed = { ...free, quiet: { ...noQuiet(), own: hours(1) } }
    const spent = { ...free, notices: toldThree }
    expect(aroundDue(free, free, hours(5))).toBe(hours(5))
    expect(aroundDue(hushed, free, NOON)).toBe(hours(1))
    expect(aroundDue(free, hushed, NOON)).toBe(hours(1))
    expect(aroundDue(free, spent, hours(5))).toBe(hours(24))
    expect(aroundDue(spent, free, hours(5))).toBe(hours(24))
  })

  it('ENC6 a mute of either holds it back until it is taken back', () => {
    expect(aroundDue({ ...free, mutes: true }, free, NOON)).toBe(NEVER_DUE)
    expect(aroundDue(free, { ...free, mutes: true }, NOON)).toBe(NEVER_DUE)
  })
})
