import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { StoreError } from '../../../src/store/errors.ts'
import type { Subject } from '../contract.ts'
import { newIntroduction, newMessage, newRoom, newWave } from '../people.ts'

/** Everything that a log could make of an error. */
const allOf = (error: unknown): string =>
  inspect(error, { depth: 20, showHidden: true, maxStringLength: null }) + JSON.stringify(error) + String(error)

const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

export const refusalContract = (subject: Subject): void => {
  test('DATA4 an error says what was refused and quotes nothing of it', async () => {
    const { store } = subject
    const secret = 'Ana at the Fig Tree'
    const room = newRoom({ name: secret, hostName: secret })
    const introduction = { ...newIntroduction(), roomName: secret }
    await store.rooms.add(room)
    await store.introductions.add(introduction, newWave(introduction))
    const errors = await Promise.all(
      [
        store.rooms.add(room),
        store.rooms.add(newRoom({ name: `${secret}\0`, hostName: secret })),
        store.rooms.add(newRoom({ begins: secret as never })),
        store.introductions.add(introduction, newWave(introduction)),
        store.introductions.add({ ...newIntroduction(), day: secret }, newWave()),
        store.introductions.update(introduction.id, { metA: secret as never }),
        store.messages.add(newMessage(introduction.id, introduction.a, `${secret}\0`)),
        store.pairs.put([{ key: `${secret}\0`, record: secret as never }]),
        store.waves.put({ ...newWave(), a: `~${secret}` }),
      ].map(failure),
    )
    for (const error of errors) {
      expect(error).toBeInstanceOf(StoreError)
      expect(allOf(error)).not.toContain('Fig')
      expect(allOf(error)).not.toContain(introduction.id)
      expect((error as StoreError).code).toMatch(/^[0-9A-Z]{5}$/)
    }
    expect((errors[0] as StoreError).message).toBe('the database refused: 23505, table room, constraint room_pkey')
    // And after so many refusals it goes on.
    expect(await store.rooms.byId(room.id)).toStrictEqual(room)
  })

  test('what was kept is there after a restart, and what was closed says so', async () => {
    const before = subject.store
    const room = newRoom()
    const introduction = newIntroduction()
    await before.rooms.add(room)
    await before.introductions.add(introduction, newWave(introduction))
    await before.messages.add(newMessage(introduction.id, introduction.b))
    await subject.reopen()
    expect(await subject.store.rooms.byId(room.id)).toStrictEqual(room)
    expect(await subject.store.introductions.byId(introduction.id)).toStrictEqual(introduction)
    const { message } = await subject.store.messages.add(newMessage(introduction.id, introduction.a))
    expect(message.seq).toBe(2)
    await before[Symbol.asyncDispose]()
    await expect(before.ping()).rejects.toThrow('the store is closed')
  })
}
