import { expect, test } from 'vitest'
import type { Subject } from '../contract.ts'
import { newId, newIntroduction, newMessage, newTwo, newWave } from '../people.ts'

export const introductionContract = (subject: Subject): void => {
  test('REV3 a wave comes back, is found by either of the two, and changes in place', async () => {
    const { waves } = subject.store
    const wave = newWave()
    await waves.put(wave)
    expect(await waves.byId(wave.id)).toEqual(wave)
    const both = { ...wave, wave: { a: true, b: true, introducedAt: 1_800_057_600 as never } }
    await waves.put(both)
    for (const person of [wave.a, wave.b]) expect(await waves.of(person)).toEqual([both])
    expect(await waves.of(newId())).toEqual([])
    expect(await waves.byIds([wave.id, newId()])).toEqual([both])
    expect(await waves.byIds([])).toEqual([])
    await waves.remove([wave.id, newId()])
    await waves.remove([])
    expect(await waves.byId(wave.id)).toBeUndefined()
  })

  test('all ids of waves and of introductions can be gone through in pages', async () => {
    const { waves, introductions } = subject.store
    const ids = await Promise.all(
      Array.from({ length: 7 }, async () => {
        const introduction = newIntroduction()
        const wave = newWave(introduction)
        await introductions.add(introduction, wave)
        return [wave.id, introduction.id] as const
      }),
    )
    const page = async (of: (after: string | undefined, limit: number) => Promise<string[]>) => {
      const all: string[] = []
      for (let after: string | undefined; ; after = all.at(-1)) {
        const next = await of(after, 3)
        expect(next.length).toBeLessThanOrEqual(3)
        if (next.length === 0) return all
        all.push(...next)
      }
    }
    const [allWaves, allIntroductions] = [await page(waves.ids), await page(introductions.ids)]
    // As JavaScript sorts strings: an id never comes twice, and none is passed over.
    expect(allWaves).toEqual([...new Set(allWaves)].sort())
    expect(allIntroductions).toEqual([...new Set(allIntroductions)].sort())
    expect(allWaves).toEqual(expect.arrayContaining(ids.map(([wave]) => wave)))
    expect(allIntroductions).toEqual(expect.arrayContaining(ids.map(([, introduction]) => introduction)))
  })

  test('an introduction and the wave that made it are kept both or neither', async () => {
    const { waves, introductions } = subject.store
    const introduction = newIntroduction()
    const wave = newWave(introduction)
    await introductions.add(introduction, wave)
    expect(await introductions.byId(introduction.id)).toStrictEqual(introduction)
    expect(await waves.byId(wave.id)).toEqual(wave)
    const again = newWave(introduction)
    await expect(introductions.add(introduction, again)).rejects.toThrow('23505')
    expect(await waves.byId(again.id)).toBeUndefined()
    const wrongDay = { ...newIntroduction(introduction), day: 'today' }
    await expect(introductions.add(wrongDay, again)).rejects.toThrow('23514')
    expect(await waves.byId(again.id)).toBeUndefined()
  })

  test('introductions are found by either of the two, and by both', async () => {
    const { introductions } = subject.store
    const two = newTwo()
    const [first, second] = [newIntroduction(two), newIntroduction(two)]
    const withAnother = newIntroduction(two.a < newId() ? { a: two.a, b: `${two.a}-` } : newTwo())
    for (const introduction of [first, second, withAnother])
      await introductions.add(introduction, newWave(introduction))
    const byId = [first, second].sort((x, y) => (x.id < y.id ? -1 : 1))
    expect(await introductions.between(two)).toEqual(byId)
    expect(await introductions.of(two.b)).toEqual(byId)
    expect((await introductions.of(two.a)).map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]))
  })

  test('REV5 CONV3 taps for more and what each has said are kept; what is not named stays', async () => {
    const { introductions } = subject.store
    const introduction = newIntroduction()
    await introductions.add(introduction, newWave(introduction))
    await introductions.update(introduction.id, { moreA: 2 })
    await introductions.update(introduction.id, {})
    await introductions.update(introduction.id, { metA: 'met', metB: 'not-this-time' })
    expect(await introductions.byId(introduction.id)).toStrictEqual({
      ...introduction,
      ...{ moreA: 2, metA: 'met', metB: 'not-this-time' },
    })
    await introductions.update(introduction.id, { metB: 'met', meetingId: 'm-1' })
    expect(await introductions.byId(introduction.id)).toMatchObject({ metA: 'met', metB: 'met', meetingId: 'm-1' })
  })

  test('DATA2 an introduction goes with its messages and with how far they were read', async () => {
    const { introductions, messages } = subject.store
    const introduction = newIntroduction()
    await introductions.add(introduction, newWave(introduction))
    await messages.add(newMessage(introduction.id, introduction.a))
    await messages.markRead(introduction.id, introduction.b, 1)
    await introductions.remove([introduction.id])
    expect(await introductions.byId(introduction.id)).toBeUndefined()
    expect(await messages.list(introduction.id, introduction.b, 0, 10)).toEqual([])
    expect(await messages.readUpTo(introduction.id, introduction.b)).toBe(0)
    await introductions.add(introduction, newWave(introduction))
    expect(await messages.last(introduction.id, introduction.b)).toBeUndefined()
  })
}
