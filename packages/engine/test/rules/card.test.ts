import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AroundFacts,
  block,
  cardAround,
  cardInRoom,
  iKnowThem,
  iKnowThemTakenBack,
  newPair,
  notNowAround,
  notNowInRoom,
  type PairFacts,
  type Side,
  shownAround,
  stepOf,
  swapped,
  withSide,
} from '../../src/rules/index.ts'
import { CARDS, days, facts, hours, justBefore, minutes, NOON, pairs, step, strangers } from './people.ts'

const roomCard = (pair = newPair(), what: Partial<PairFacts> = { mutualFriends: 1 }, room = 'library') => {
  const all = { ...strangers, ...what }
  return cardInRoom(pair, all, stepOf(all.mutualFriends), room)
}

const known = (bothOnlineOnly: boolean, byProof: boolean) => ({ mutualFriends: 7, known: { bothOnlineOnly, byProof } })

describe('cards in a room', () => {
  it('ENC1 Ana and Ben, who share one friend, have a card', () => {
    expect(roomCard(newPair(), { mutualFriends: 1 })).toBe('shared')
    expect(roomCard(newPair(), { mutualFriends: 0 })).toBe('none')
  })

  it('TOP3 a shared topic makes a card without a shared friend', () => {
    expect(roomCard(newPair(), { sharedTopics: 1 })).toBe('shared')
  })

  it('MUT4 a card whose count has fallen to nothing stays, with the step that was shown', () => {
    expect(cardInRoom(newPair(), strangers, 3, 'library')).toBe('shared')
  })

  it('ENC2 friends who have met get no card, nor do two of whom only one keeps the other as online only', () => {
    expect(roomCard(newPair(), known(false, true))).toBe('none')
    expect(roomCard(newPair(), known(false, false))).toBe('none')
  })

  it('ENC2 who know each other online and by proof get that card, by name if both have switched it on', () => {
    expect(roomCard(newPair(), known(true, true))).toBe('online')
    expect(roomCard(newPair(), { ...known(true, true), bothRecognisable: true })).toBe('online-by-name')
    expect(roomCard(newPair(), { ...known(true, true), mutualFriends: 0 })).toBe('online')
  })

  it('ENC2 a statement announces nobody: known online by statement alone, they are as strangers', () => {
    expect(roomCard(newPair(), known(true, false))).toBe('shared')
    expect(roomCard(newPair(), { ...known(true, false), bothRecognisable: true, mutualFriends: 0 })).toBe('none')
  })

  it.each(['a', 'b'] as const)('ENC3 not now said by %s takes the card from both until the room closes', (side) => {
    const pair = notNowInRoom(newPair(), side, 'library')
    expect(roomCard(pair)).toBe('none')
    expect(roomCard(pair, { mutualFriends: 1 }, 'choir')).toBe('shared')
  })

  it('ENC3 after one has said not now twice they do not see each other again, anywhere', () => {
    const twice = notNowInRoom(notNowInRoom(newPair(), 'a', 'library'), 'a', 'choir')
    expect(roomCard(twice, { mutualFriends: 100 }, 'a third room')).toBe('none')
    expect(cardAround(twice, met3, NOON)).toBe(false)
    const roomThenAround = notNowAround(notNowInRoom(newPair(), 'b', 'library'), 'b', NOON)
    expect(roomCard(roomThenAround, { mutualFriends: 100 }, 'choir')).toBe('none')
  })

  it('ENC3 saying it again in the same room, or each saying it once, is not twice', () => {
    const again = notNowInRoom(notNowInRoom(newPair(), 'a', 'library'), 'a', 'library')
    expect(roomCard(again, { mutualFriends: 1 }, 'choir')).toBe('shared')
    const each = notNowInRoom(notNowInRoom(newPair(), 'a', 'library'), 'b', 'library')
    expect(roomCard(each, { mutualFriends: 1 }, 'choir')).toBe('shared')
  })

  it.each(['a', 'b'] as const)('ENC2 I know them, said by the member %s, holds until taken back', (side) => {
    const pair = iKnowThem(newPair(), side, 'member', 'library')
    expect(roomCard(pair)).toBe('none')
    expect(roomCard(pair, { mutualFriends: 1 }, 'choir')).toBe('none')
    expect(cardAround(pair, met3, NOON)).toBe(false)
    expect(roomCard(iKnowThemTakenBack(pair, side))).toBe('shared')
  })

  it('ENC2 I know them, said by a guest, holds in each room where it was said', () => {
    const once = iKnowThem(newPair(), 'a', 'guest', 'library')
    expect(roomCard(once, { mutualFriends: 1 }, 'choir')).toBe('shared')
    const both = iKnowThem(once, 'a', 'guest', 'choir')
    expect(roomCard(both, { mutualFriends: 1 }, 'choir')).toBe('none')
    expect(roomCard(both, { mutualFriends: 1 }, 'library')).toBe('none')
  })

  it.each(['a', 'b'] as const)('REV6 a block by %s takes the card from both, until it is taken back', (side) => {
    const pair = block(newPair(), side, true)
    expect(roomCard(pair)).toBe('none')
    expect(cardAround(pair, met3, NOON)).toBe(false)
    expect(roomCard(block(pair, side, false))).toBe('shared')
  })

  it('REV6 a card is on one side exactly when its counterpart is on the other', () => {
    fc.assert(
      fc.property(pairs, facts, step, (pair, what, shown) => {
        const card = cardInRoom(pair, what, shown, 'library')
        expect(CARDS).toContain(card)
        expect(cardInRoom(swapped(pair), what, shown, 'library')).toBe(card)
      }),
    )
  })

  it('REV6 what one side says and what the other would say lead to swapped pairs', () => {
    const say = fc.constantFrom(
      (pair: ReturnType<typeof newPair>, side: Side) => notNowInRoom(pair, side, 'library'),
      (pair: ReturnType<typeof newPair>, side: Side) => notNowAround(pair, side, NOON),
      (pair: ReturnType<typeof newPair>, side: Side) => iKnowThem(pair, side, 'guest', 'library'),
      (pair: ReturnType<typeof newPair>, side: Side) => iKnowThem(pair, side, 'member', 'library'),
      (pair: ReturnType<typeof newPair>, side: Side) => block(pair, side, true),
    )
    fc.assert(
      fc.property(pairs, say, (pair, said) => {
        expect(said(swapped(pair), 'b')).toEqual(swapped(said(pair, 'a')))
      }),
    )
  })
})

const met3: AroundFacts = { step: 3, thresholdA: 3, thresholdB: 3, known: false }

describe('cards around', () => {
  it('ENC1 a card around needs both thresholds: reached is enough, and one of them is not', () => {
    expect(cardAround(newPair(), met3, NOON)).toBe(true)
    expect(cardAround(newPair(), { ...met3, step: 1 }, NOON)).toBe(false)
    expect(cardAround(newPair(), { ...met3, thresholdA: 5 }, NOON)).toBe(false)
    expect(cardAround(newPair(), { ...met3, thresholdB: 5 }, NOON)).toBe(false)
  })

  it('ENC1 no friend is no card around, whatever the thresholds', () => {
    expect(cardAround(newPair(), { step: 0, thresholdA: 0, thresholdB: 0, known: false }, NOON)).toBe(false)
  })

  it('ENC2 who have each other get no card around', () => {
    expect(cardAround(newPair(), { ...met3, known: true }, NOON)).toBe(false)
  })

  it('ENC3 around shows a pair again after exactly 30 days, not a second before', () => {
    const pair = shownAround(newPair(), NOON)
    expect(cardAround(pair, met3, justBefore(days(30)))).toBe(false)
    expect(cardAround(pair, met3, days(30))).toBe(true)
  })

  it.each(['a', 'b'] as const)('ENC3 who was told in a room (%s) is not told around for 30 days', (side) => {
    const pair = withSide(newPair(), side, { toldAt: NOON })
    expect(cardAround(pair, met3, justBefore(days(30)))).toBe(false)
    expect(cardAround(pair, met3, days(30))).toBe(true)
  })

  it.each(['a', 'b'] as const)('ENC3 not now around, said by %s, holds for exactly 30 days', (side) => {
    const pair = notNowAround(newPair(), side, NOON)
    expect(cardAround(pair, met3, justBefore(days(30)))).toBe(false)
    expect(cardAround(pair, met3, days(30))).toBe(true)
    expect(notNowAround(pair, side, hours(1))).toBe(pair)
    expect(cardAround(notNowAround(pair, side, days(30)), met3, days(300))).toBe(false)
  })

  it('ENC7 neither sees the other around until the time is over', () => {
    const pair = { ...newPair(), hiddenUntil: days(30) }
    expect(cardAround(pair, met3, justBefore(days(30)))).toBe(false)
    expect(cardAround(pair, met3, days(30))).toBe(true)
  })

  it('REV6 around is the same from both sides', () => {
    fc.assert(
      fc.property(pairs, step, step, step, fc.boolean(), (pair, shown, thresholdA, thresholdB, isKnown) => {
        const one = { step: shown, thresholdA, thresholdB, known: isKnown }
        const other = { ...one, thresholdA: thresholdB, thresholdB: thresholdA }
        expect(cardAround(swapped(pair), other, minutes(1))).toBe(cardAround(pair, one, minutes(1)))
      }),
    )
  })
})
