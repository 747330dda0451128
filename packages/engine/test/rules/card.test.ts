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
  noteTold,
  nothingSaid,
  notNowAround,
  notNowInRoom,
  type PairFacts,
  type PairInRoom,
  type Side,
  shownAround,
  stepOf,
  swapped,
} from '../../src/rules/index.ts'
import {
  CARDS,
  days,
  facts,
  hours,
  justBefore,
  midnight,
  minutes,
  NOON,
  pairs,
  saidInRoom,
  step,
  strangers,
} from './people.ts'

const roomCard = (pair = newPair(), what: Partial<PairFacts> = { mutualFriends: 1 }, said = nothingSaid()) => {
  const all = { ...strangers, ...what }
  return cardInRoom(pair, said, all, stepOf(all.mutualFriends))
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
    expect(cardInRoom(newPair(), nothingSaid(), strangers, 3)).toBe('shared')
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

  const untouched = (pair = newPair()): PairInRoom => ({ pair, said: nothingSaid() })

  it.each(['a', 'b'] as const)('ENC3 not now said by %s takes the card from both until the room closes', (side) => {
    const { pair, said } = notNowInRoom(untouched(), side, NOON)
    expect(roomCard(pair, { mutualFriends: 100 }, said)).toBe('none')
    expect(roomCard(pair)).toBe('shared')
  })

  it.each(['a', 'b'] as const)(
    'ENC3 after %s has said not now twice they do not see each other again, anywhere',
    (side) => {
      const once = notNowInRoom(untouched(), side, NOON).pair
      const twice = notNowInRoom(untouched(once), side, days(3)).pair
      expect(roomCard(twice, { mutualFriends: 100 })).toBe('none')
      expect(cardAround(twice, met3, days(300))).toBe(false)
      expect(roomCard(notNowAround(once, side, days(3)), { mutualFriends: 100 })).toBe('none')
      const more = notNowInRoom(untouched(twice), side, days(300)).pair
      expect(roomCard(more, { mutualFriends: 100 })).toBe('none')
    },
  )

  it('ENC3 saying it again in the same room, or each saying it once, is not twice', () => {
    const once = notNowInRoom(untouched(), 'a', NOON)
    expect(notNowInRoom(once, 'a', minutes(1))).toEqual(once)
    const each = notNowInRoom(once, 'b', NOON)
    expect(roomCard(each.pair)).toBe('shared')
  })

  it('PRES3 not now said once is forgotten with the pair after 30 days, and then the next is the first', () => {
    const once = notNowInRoom(untouched(), 'a', NOON).pair
    const within = notNowInRoom(untouched(once), 'a', justBefore(midnight(30))).pair
    expect(roomCard(within)).toBe('none')
    const later = notNowInRoom(untouched(once), 'a', midnight(30)).pair
    expect(roomCard(later)).toBe('shared')
    expect(later.a.notNow).toBe(1)
  })

  it.each(['a', 'b'] as const)('ENC2 I know them, said by the member %s, holds until taken back', (side) => {
    const known = iKnowThem(untouched(), side, 'member')
    expect(roomCard(known.pair)).toBe('none')
    expect(cardAround(known.pair, met3, NOON)).toBe(false)
    expect(iKnowThemTakenBack(known, side)).toEqual(untouched())
  })

  it.each(['a', 'b'] as const)('ENC2 I know them, said by the guest %s, holds until the room closes', (side) => {
    const known = iKnowThem(untouched(), side, 'guest')
    expect(roomCard(known.pair, { mutualFriends: 1 }, known.said)).toBe('none')
    expect(known.pair).toEqual(newPair())
    expect(iKnowThemTakenBack(known, side)).toEqual(untouched())
  })

  it('ENC2 taking back I know them does not take back a not now', () => {
    const both = iKnowThem(notNowInRoom(untouched(), 'a', NOON), 'a', 'guest')
    expect(iKnowThemTakenBack(both, 'a').said.a).toBe('not-now')
  })

  it.each(['a', 'b'] as const)('REV6 a block by %s takes the card from both, until it is taken back', (side) => {
    const pair = block(newPair(), side, true)
    expect(roomCard(pair)).toBe('none')
    expect(cardAround(pair, met3, NOON)).toBe(false)
    expect(roomCard(block(pair, side, false))).toBe('shared')
  })

  it('REV6 a card is on one side exactly when its counterpart is on the other', () => {
    fc.assert(
      fc.property(pairs, saidInRoom, facts, step, (pair, said, what, shown) => {
        const card = cardInRoom(pair, said, what, shown)
        expect(CARDS).toContain(card)
        expect(cardInRoom(swapped(pair), { a: said.b, b: said.a }, what, shown)).toBe(card)
      }),
    )
  })

  it('REV6 what one side says and what the other would say lead to swapped pairs', () => {
    type Say = (both: PairInRoom, side: Side) => PairInRoom
    const say = fc.constantFrom<Say>(
      (both, side) => notNowInRoom(both, side, NOON),
      (both, side) => ({ ...both, pair: notNowAround(both.pair, side, NOON) }),
      (both, side) => iKnowThem(both, side, 'guest'),
      (both, side) => iKnowThem(both, side, 'member'),
      (both, side) => iKnowThemTakenBack(both, side),
      (both, side) => ({ ...both, pair: block(both.pair, side, true) }),
    )
    const turned = ({ pair, said }: PairInRoom): PairInRoom => ({ pair: swapped(pair), said: { a: said.b, b: said.a } })
    fc.assert(
      fc.property(pairs, saidInRoom, say, (pair, said, saying) => {
        expect(saying(turned({ pair, said }), 'b')).toEqual(turned(saying({ pair, said }, 'a')))
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

  it('ENC3 around shows a pair again 30 days after the end of that day, not a second before', () => {
    const pair = shownAround(newPair(), NOON)
    expect(cardAround(pair, met3, justBefore(midnight(30)))).toBe(false)
    expect(cardAround(pair, met3, midnight(30))).toBe(true)
  })

  it.each(['a', 'b'] as const)('ENC3 who was told in a room (%s) is not told around for 30 days', (side) => {
    const pair = noteTold(newPair(), side, NOON)
    expect(cardAround(pair, met3, justBefore(midnight(30)))).toBe(false)
    expect(cardAround(pair, met3, midnight(30))).toBe(true)
  })

  it.each(['a', 'b'] as const)(
    'ENC3 not now around, said by %s, holds for 30 days from the end of that day',
    (side) => {
      const pair = notNowAround(newPair(), side, NOON)
      expect(cardAround(pair, met3, justBefore(midnight(30)))).toBe(false)
      expect(cardAround(pair, met3, midnight(30))).toBe(true)
      expect(notNowAround(pair, side, hours(1))).toBe(pair)
      expect(cardAround(notNowAround(pair, side, midnight(30)), met3, days(300))).toBe(true)
    },
  )

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
