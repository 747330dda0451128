/** The load run's own truth and looks: what it calls right is right, and what is wrong does not get past it. */
import type { CardView } from '@kith/protocol'
import { expect, test } from 'vitest'
import { type Evening, wrongCards } from '../src/load/check.ts'
import { gather } from '../src/load/crowd.ts'
import { Device } from '../src/load/device.ts'
import { guestsOf } from '../src/load/guests.ts'
import { timesOf } from '../src/load/pace.ts'
import { truthOf } from '../src/load/truth.ts'
import { run } from './run.ts'

const ANA = 1
const BEN = 2
const CARLA = 3
/** Numbers that five divides are reached by telephone and by e-mail. */
const PAUL = 5

const guests = (friends: Record<number, number[]>) => {
  const people = Object.keys(friends).map(Number)
  return guestsOf({ source: 'a test', people, friendsOf: (person) => friends[person] ?? [] })
}

test('who shares a friend by the same identifier has a card, with the step of MUT4', () => {
  const six = [11, 12, 13, 14, 16, 17]
  const truth = truthOf(guests({ [ANA]: six, [BEN]: [...six, 18], [CARLA]: [19] }))
  expect(truth.card(1, 0)).toMatchObject({ card: 'shared', step: 5, name: 'Guest 1' })
  expect(truth.card(0, 1)).toMatchObject({ card: 'shared', step: 5 })
  expect(truth.card(0, 2)).toBeUndefined()
  expect(truth.card(2, 0)).toEqual({ card: 'openly', step: 0, name: 'Guest 1' })
  expect(truth.sharing).toEqual([[0, 1]])
})

test('MUT1: a friend whom one has by telephone and the other by e-mail is not shared', () => {
  const owners = Array.from({ length: 40 }, (_, index) => 100 + index).filter((one) => one % 5 !== 0)
  const all = guests(Object.fromEntries(owners.map((owner) => [owner, [PAUL]])))
  const truth = truthOf(all)
  for (const { seat, entries } of all)
    for (const other of all.slice(0, seat)) {
      const isShared = entries[0]!.identifiers.some((one) => other.entries[0]!.identifiers.includes(one))
      expect(truth.between(seat, other.seat).mine).toHaveLength(isShared ? 1 : 0)
    }
  expect(truth.sharing.length).toBeGreaterThan(0)
  expect(truth.sharing.length).toBeLessThan((all.length * (all.length - 1)) / 2)
})

test('MUT2, ENC2: the two themselves never count, and who has each other has no card', () => {
  const truth = truthOf(guests({ [CARLA]: [11], [ANA]: [BEN, 12], [BEN]: [ANA, 12] }))
  expect(truth.between(0, 1)).toMatchObject({ knowEachOther: true })
  expect(truth.card(0, 1)).toBeUndefined()
  const oneSided = truthOf(guests({ [ANA]: [BEN], [BEN]: [BEN] }))
  expect(oneSided.between(0, 1).mine).toEqual([])
})

const screensOf = (evening: Omit<Evening, 'devices'>, devices: Device[]) => {
  for (const { guest, cards } of devices)
    for (const other of devices) {
      const expected = other !== devices[guest.seat] && evening.truth.card(guest.seat, other.guest.seat)
      const id = evening.ids[guest.seat]![other.guest.seat]!
      if (expected) cards.set(id, { ...expected, id, topics: [], wave: 'none', place: 1 } as unknown as CardView)
    }
  return { ...evening, devices }
}

test('a card that is missing, too many, another or of nobody is found', () => {
  const all = guests({ [ANA]: [11, 12], [BEN]: [11, 12], [CARLA]: [13] })
  const ids = all.map(({ seat }) => all.map((other) => `card ${seat} ${other.seat}`))
  const evening = screensOf(
    { ids, truth: truthOf(all), waves: new Set() },
    all.map((guest) => new Device(guest, 'http://127.0.0.1:9')),
  )
  const { cards } = evening.devices[0]!
  const card = cards.get('card 0 1')!
  const wrongWith = (change: () => void) => {
    change()
    const wrong = wrongCards(evening, 'now')
    cards.clear()
    cards.set('card 0 1', card)
    return wrong
  }
  expect(wrongWith(() => undefined)).toEqual([])
  expect(wrongWith(() => cards.clear())).toEqual(['now, seat 0: of 1: no card instead of shared 1 - - none'])
  expect(wrongWith(() => cards.set('card 0 1', { ...card, step: 3 }))).toHaveLength(1)
  expect(wrongWith(() => cards.set('card 0 1', { ...card, wave: 'they' }))).toHaveLength(1)
  expect(wrongWith(() => cards.set('card 0 2', { ...card, id: 'card 0 2' }))).toHaveLength(1)
  expect(wrongWith(() => cards.set('another', { ...card, id: 'another' }))).toEqual([
    "now, seat 0: card another is nobody's",
  ])
})

test('a percentile of something that never came is never', () => {
  expect(timesOf([1, 2, 3, Number.POSITIVE_INFINITY])).toEqual({ p50: 2, p99: Infinity, max: Infinity })
})

test('a crowd is the same for the same seed, and comes in whole groups', () => {
  const one = gather({ people: 30, seed: 3, world: 'town' })
  expect(gather({ people: 30, seed: 3, world: 'town' }).people).toEqual(one.people)
  expect(gather({ people: 30, seed: 4, world: 'town' }).people).not.toEqual(one.people)
  expect(new Set(one.people).size).toBe(30)
})

test('load refuses what it does not know', async () => {
  expect(await run('load', 'city')).toMatchObject({ code: 2, err: 'kith-lab: there is no load "city": name room\n' })
  expect((await run('load', 'room', '--people', '3')).code).toBe(2)
})
