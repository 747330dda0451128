import { expect, test } from 'vitest'
import type { Subject } from '../contract.ts'
import { newId, newRoom } from '../people.ts'

export const roomContract = (subject: Subject): void => {
  test('a room comes back as it was kept, whatever stands in its topics', async () => {
    const rooms = [newRoom(), newRoom({ closedAt: 1_800_000_500, byNod: true, madeUp: true, topics: [], hostName: '' })]
    for (const room of rooms) await subject.store.rooms.add(room)
    for (const room of rooms) expect(await subject.store.rooms.byId(room.id)).toStrictEqual(room)
    expect(await subject.store.rooms.byId(newId())).toBeUndefined()
    expect(await subject.store.rooms.byCode('none')).toBeUndefined()
  })

  test('a code leads to the open room, else to the one to come, else to the last that ended', async () => {
    const { rooms } = subject.store
    const code = newId().slice(0, 6)
    const early = newRoom({ code, begins: 1000, ends: 2000 })
    const late = newRoom({ code, begins: 3000, ends: 4000 })
    // It would have been the last of all, but its host closed it before the others began.
    const calledOff = newRoom({ code, begins: 9000, ends: 9900, closedAt: 2500 })
    for (const room of [late, calledOff, early]) await rooms.add(room)
    expect((await rooms.byCode(code))?.id).toBe(late.id)
    const open = newRoom({ code, begins: 5000, ends: 8000 })
    await rooms.add(open)
    expect((await rooms.byCode(code))?.id).toBe(open.id)
  })

  test('a change leaves what it does not name, and an empty one leaves all', async () => {
    const { rooms } = subject.store
    const room = newRoom()
    await rooms.add(room)
    await rooms.update(room.id, {})
    expect(await rooms.byId(room.id)).toStrictEqual(room)
    const change = { size: 150, closedAt: 1_800_000_200, topics: ['poetry'], spots: [], byNod: true } as const
    await rooms.update(room.id, change)
    expect(await rooms.byId(room.id)).toStrictEqual({ ...room, ...change })
  })

  test('a room is over at its end, or when its host closed it', async () => {
    const { rooms } = subject.store
    const [whole, closed] = [newRoom(), newRoom({ closedAt: 1_800_000_500 })]
    for (const room of [whole, closed]) await rooms.add(room)
    const at = async (time: number) => {
      const ids = new Set((await rooms.notEnded(time)).map(({ id }) => id))
      expect(new Set((await rooms.endedSince(time)).map(({ id }) => id))).toEqual(ids)
      return [ids.has(whole.id), ids.has(closed.id)]
    }
    expect(await at(1_700_000_000)).toEqual([true, true])
    expect(await at(1_800_000_499)).toEqual([true, true])
    expect(await at(1_800_000_500)).toEqual([true, false])
    expect(await at(1_800_010_799)).toEqual([true, false])
    expect(await at(1_800_010_800)).toEqual([false, false])
  })

  test('DATA2 rooms that ended before a time are forgotten and counted, made-up ones alone if asked', async () => {
    const { rooms } = subject.store
    await rooms.removeEndedBefore(1000)
    const real = newRoom({ begins: 100, ends: 900 })
    const madeUp = newRoom({ begins: 100, ends: 900, madeUp: true })
    const closed = newRoom({ begins: 100, ends: 5000, closedAt: 600 })
    const later = newRoom({ begins: 100, ends: 1000 })
    for (const room of [real, madeUp, closed, later]) await rooms.add(room)
    expect(await rooms.removeEndedBefore(1000, true)).toBe(1)
    expect(await rooms.byId(madeUp.id)).toBeUndefined()
    expect(await rooms.removeEndedBefore(1000)).toBe(2)
    expect(await rooms.byId(real.id)).toBeUndefined()
    expect(await rooms.byId(closed.id)).toBeUndefined()
    expect(await rooms.byId(later.id)).toStrictEqual(later)
  })
}
