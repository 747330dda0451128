/** What is given back, and what stays whole when it is: blocks of lists, and places that empty. */
import { describe, expect, it } from 'vitest'
import { Arena } from '../src/arena.ts'
import { Lists, Pair, type PlaceId, Places, type PresenceId } from '../src/index.ts'

const LONG = 10_000
const long = (seed: number): Uint32Array => Uint32Array.from({ length: LONG }, (_, i) => seed * LONG + i + 1)

describe('memory', () => {
  it('LIST1 lists stay whole when the block around them is given up, and blocks are used again', () => {
    const lists = new Lists()
    const ids = Array.from({ length: 130 }, (_, i) =>
      lists.add({ persons: long(i), ties: new Uint8Array(LONG).fill(i % 8) }),
    )
    const before = lists.bytes
    for (const [i, id] of ids.entries()) if (i % 3 !== 0) lists.remove(id)
    for (const [i, id] of ids.entries()) {
      if (i % 3 !== 0) continue
      const { persons, ties } = lists.inputOf(id)
      expect([persons[0], persons[LONG - 1], ties![0]]).toEqual([i * LONG + 1, (i + 1) * LONG, i % 8])
    }
    for (let round = 0; round < 3; round++) {
      const more = Array.from({ length: 80 }, (_, i) => lists.add({ persons: long(200 + i) }))
      expect(new Pair(lists).count(ids[0]!, more[1]!).mutual).toBe(0)
      for (const id of more) lists.remove(id)
    }
    expect(lists.bytes).toBeLessThan(before * 1.6)
  })

  it('an arena gives back a block that is more than half dead, also one that was left behind full', () => {
    const arena = new Arena()
    for (let list = 1; list <= 100; list++) arena.place(list, LONG)
    for (let list = 1; list <= 90; list++) arena.release(list)
    const full = arena.bytes
    for (let list = 101; list <= 110; list++) arena.place(list, LONG)
    expect(arena.bytes).toBeLessThanOrEqual(full)
  })

  it('NEAR a place gives back the rows of those who have left', () => {
    const lists = new Lists()
    const list = lists.add({ persons: Array.from({ length: 100 }, (_, i) => i + 1) })
    const places = new Places(lists)
    const enter = (who: number): void => {
      places.enter(who as PresenceId, 1 as PlaceId, { list })
    }
    for (let who = 1; who <= 50; who++) enter(who)
    const full = places.bytes.present
    for (let round = 0; round < 12; round++)
      for (let who = 1; who <= 50; who++) {
        places.leave(who as PresenceId)
        enter(who)
      }
    expect(places.bytes.present).toBeLessThan(full * 2)
    for (let who = 1; who <= 50; who++) places.leave(who as PresenceId)
    expect([places.size, places.at(1 as PlaceId)]).toEqual([0, []])
  })
})
