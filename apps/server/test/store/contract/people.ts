import { expect, test } from 'vitest'
import type { StoredReport } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { newId, newIntroduction, newMessage, newTwo, newWave } from '../people.ts'

const newReport = (change: Partial<StoredReport> = {}): StoredReport => ({
  ...{ id: newId(), roomId: newId(), reporter: newId(), about: newId() },
  ...{ text: 'He would not stop', at: 1_800_000_300, state: 'open' },
  ...change,
})

export const peopleContract = (subject: Subject): void => {
  const everybody = async (): Promise<string[]> => {
    const all: string[] = []
    for (;;) {
      const next = await subject.store.people(all.at(-1), 5)
      expect(next.length).toBeLessThanOrEqual(5)
      if (next.length === 0) return all
      all.push(...next)
    }
  }

  test('SAFE2 a report is listed in its room and among the open ones until it is closed', async () => {
    const { reports } = subject.store
    const [later, first] = [newReport({ at: 20 }), newReport({ at: 10 })]
    const other = { ...later, id: newId(), roomId: first.roomId }
    for (const report of [later, first, other]) await reports.add(report)
    expect(await reports.ofRoom(first.roomId)).toEqual([first, other])
    expect((await reports.open()).map(({ id }) => id).slice(0, 1)).toEqual([first.id])
    await reports.close(first.id)
    expect(await reports.ofRoom(first.roomId)).toEqual([{ ...first, state: 'closed' }, other])
    expect((await reports.open()).map(({ id }) => id)).not.toContain(first.id)
  })

  test('DATA2 everybody who is named can be gone through in pages, each once', async () => {
    const wave = newWave()
    const introduction = newIntroduction()
    await subject.store.waves.put(wave)
    await subject.store.waves.put(newWave(wave))
    await subject.store.introductions.add(introduction, newWave(introduction))
    const all = await everybody()
    expect(all).toEqual([...new Set(all)].sort())
    expect(all).toEqual(expect.arrayContaining([wave.a, wave.b, introduction.a, introduction.b]))
  })

  test('DATA2 of somebody forgotten nothing stays: no wave, introduction or message', async () => {
    const { store } = subject
    const two = newTwo()
    const introduction = newIntroduction(two)
    await store.introductions.add(introduction, newWave(two))
    await store.waves.put(newWave(two))
    await store.messages.add(newMessage(introduction.id, two.a))
    const others = newIntroduction()
    await store.introductions.add(others, newWave(others))
    await store.forgetPerson(two.b)
    expect(await store.waves.of(two.a)).toEqual([])
    expect(await store.introductions.of(two.a)).toEqual([])
    expect(await store.messages.list(introduction.id, two.a, 0, 10)).toEqual([])
    const all = await everybody()
    expect(all).not.toContain(two.a)
    expect(all).not.toContain(two.b)
    expect(await store.introductions.byId(others.id)).toEqual(others)
  })

  test('DATA2 an open report outlives the people it names, a closed one goes with either', async () => {
    const { store } = subject
    const [about, by] = [newReport(), newReport()]
    for (const report of [about, by]) await store.reports.add(report)
    expect(await everybody()).not.toContain(about.about)
    await store.forgetPerson(about.about)
    expect(await store.reports.ofRoom(about.roomId)).toEqual([about])
    for (const { id } of [about, by]) await store.reports.close(id)
    expect(await everybody()).toEqual(expect.arrayContaining([about.about, about.reporter, by.about, by.reporter]))
    await store.forgetPerson(about.about)
    await store.forgetPerson(by.reporter)
    expect([await store.reports.ofRoom(about.roomId), await store.reports.ofRoom(by.roomId)]).toEqual([[], []])
  })
}
