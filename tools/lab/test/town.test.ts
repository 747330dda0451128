import { describe, expect, test } from 'vitest'
import { Chance, exp, ln } from '../src/town/chance.ts'
import { SPREAD_METRES, ZIPF } from '../src/town/homes.ts'
import { areFriends, measureTown, mutualFriends } from '../src/town/measure.ts'
import { movesOf, positionsOf } from '../src/town/moves.ts'
import { friendsOf, makeTown } from '../src/town/town.ts'
import { makeWalk } from '../src/town/walk.ts'

const town = makeTown({ people: 20_000, seed: 1 })

describe('chance', () => {
  test('draws the same for a seed and a stream, and otherwise something else', () => {
    const draws = (seed: number, stream: string) => {
      const chance = new Chance(seed, stream)
      return Array.from({ length: 4 }, () => chance.next())
    }
    expect(draws(1, 'homes')).toEqual(draws(1, 'homes'))
    expect(draws(1, 'homes')).not.toEqual(draws(2, 'homes'))
    expect(draws(1, 'homes')).not.toEqual(draws(1, 'walk'))
    // Fixed: another engine, or a later one, must draw these too.
    expect(draws(1, 'homes')).toEqual([4156243822, 1911286220, 1288998442, 1416894156])
  })

  test('its logarithm and exponential are those of mathematics', () => {
    for (const value of [1e-9, 0.1, 0.5, 1, 1.4143, 2, 10, 12345.6]) {
      expect(ln(value)).toBeCloseTo(Math.log(value), 11)
      expect(exp(Math.log(value)) / value).toBeCloseTo(1, 11)
    }
  })

  test('its normal numbers have mean 0 and deviation 1, and whole numbers are even-handed', () => {
    const chance = new Chance(7, 'test')
    const drawn = Array.from({ length: 50_000 }, () => chance.gaussian())
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    const square = drawn.reduce((sum, value) => sum + value * value, 0) / drawn.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
    expect(Math.abs(square - 1)).toBeLessThan(0.03)
    const tally = new Uint32Array(10)
    for (let i = 0; i < 50_000; i++) tally[chance.below(10)]!++
    for (const count of tally) expect(Math.abs(count - 5000)).toBeLessThan(300)
  })
})

describe('who knows whom', () => {
  test('rows ascend, nobody knows themselves, and friendship is mutual', () => {
    const { people, starts, friends } = town
    expect(starts.length).toBe(people + 1)
    expect(starts[people]).toBe(friends.length)
    const everybody = Array.from({ length: people }, (_, person) => person)
    const untidy = everybody.filter((person) => {
      const row = friendsOf(town, person)
      return !row.every((friend, i) => friend !== person && (i === 0 || row[i - 1]! < friend))
    })
    expect(untidy).toEqual([])
    const unloved = everybody.filter(
      (person) => person % 97 === 0 && !friendsOf(town, person).every((friend) => areFriends(town, friend, person)),
    )
    expect(unloved).toEqual([])
  })

  test('numbers of friends are heavy-tailed, friends cluster and live near each other', () => {
    const measure = measureTown(town)
    expect(measure.meanFriends).toBeGreaterThan(140)
    expect(measure.meanFriends).toBeLessThan(160)
    expect(measure.medianFriends).toBeLessThan(0.75 * measure.meanFriends)
    expect(measure.mostFriends).toBeGreaterThan(2000)
    expect(measure.mostFriends).toBeLessThan(4500)
    expect(measure.clustering).toBeGreaterThan(0.13)
    expect(measure.friendMetres).toBeLessThan(0.5 * measure.strangerMetres)
  })

  test('a mean can be asked for', () => {
    const { meanFriends } = measureTown(makeTown({ people: 20_000, seed: 1, meanFriends: 40 }))
    expect(meanFriends).toBeGreaterThan(37)
    expect(meanFriends).toBeLessThan(43)
  })

  test('a small town is small: fewer friends, and many in common', () => {
    const small = makeTown({ people: 400, seed: 1 })
    const measure = measureTown(small)
    expect(measure.meanFriends).toBeGreaterThan(50)
    expect(measure.meanFriends).toBeLessThan(75)
    expect(measureTown(makeTown({ people: 20, seed: 1 })).meanFriends).toBeLessThan(10)
    expect(() => makeTown({ people: 1, seed: 1 })).toThrow(RangeError)
  })

  test('mutual friends are those that both rows hold', () => {
    for (const [a, b] of [
      [0, 1],
      [17, 4711],
      [5, friendsOf(town, 5)[0]!],
    ] as const) {
      const theirs = new Set(friendsOf(town, b))
      expect(mutualFriends(town, a, b)).toBe([...friendsOf(town, a)].filter((friend) => theirs.has(friend)).length)
    }
  })

  test('households share a home and know each other', () => {
    const first = new Map<number, number>()
    for (let person = 0; person < 2000; person++) {
      const other = first.get(town.households[person]!)
      first.set(town.households[person]!, person)
      if (other === undefined) continue
      expect(areFriends(town, person, other)).toBe(true)
      expect(town.homes.x[person]).toBe(town.homes.x[other])
    }
  })
})

describe('where people are', () => {
  test('the k-th hot spot is as popular as k to the power of -0.6', () => {
    const { cumulative } = town.hotSpots
    const share = (k: number) => cumulative[k - 1]! - (cumulative[k - 2] ?? 0)
    expect(share(10) / share(1)).toBeCloseTo(10 ** -ZIPF, 9)
    expect(share(50) / share(5)).toBeCloseTo(10 ** -ZIPF, 9)
    expect(cumulative.at(-1)).toBe(1)
  })

  test('7 of 10 are within three spreads of a hot spot, the rest anywhere', () => {
    const few = makeTown({ people: 100, seed: 3 })
    const { x, y } = positionsOf({ ...few, people: 20_000 }, { seed: 1 })
    const { hotSpots } = few
    let close = 0
    for (let i = 0; i < x.length; i++)
      if (hotSpots.x.some((spot, k) => Math.hypot(spot - x[i]!, hotSpots.y[k]! - y[i]!) < 3 * SPREAD_METRES)) close++
    // 98.9 % of a two-dimensional normal are within three deviations; four circles hold 2.5 % of what is anywhere.
    expect(close / x.length).toBeGreaterThan(0.68)
    expect(close / x.length).toBeLessThan(0.73)
  })

  test('moves stay in town, repeat for a seed and differ for another', () => {
    const moves = movesOf(town, { seed: 5, count: 5000 })
    expect(moves.persons.every((person) => person < town.people)).toBe(true)
    expect([...moves.x, ...moves.y].every((metres) => metres >= 0 && metres <= town.sideMetres)).toBe(true)
    expect(movesOf(town, { seed: 5, count: 5000 })).toEqual(moves)
    expect(movesOf(town, { seed: 6, count: 5000 }).x).not.toEqual(moves.x)
    expect(positionsOf(town, { seed: 5 }).persons.length).toBe(town.people)
  })

  test('nobody on a walk travels faster than a car in town', () => {
    const { times, persons, x, y } = makeWalk(makeTown({ people: 300, seed: 1 }), 7)
    const last = new Map<number, number>()
    for (let i = 0; i < times.length; i++) {
      const before = last.get(persons[i]!)
      last.set(persons[i]!, i)
      if (before === undefined) continue
      const metres = Math.hypot(x[i]! - x[before]!, y[i]! - y[before]!)
      expect(metres / (times[i]! - times[before]!)).toBeLessThan(17)
    }
  })
})
