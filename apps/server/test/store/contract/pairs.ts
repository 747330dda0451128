import { newPair, type PairRecord, withSide } from '@kith/engine/rules'
import { expect, test } from 'vitest'
import type { Subject } from '../contract.ts'
import { newId } from '../people.ts'

const blocked: PairRecord = withSide(newPair(), 'b', { blocks: true })
const told = (at: number): PairRecord => ({
  ...withSide(newPair(), 'a', { toldAt: at as never }),
  step: { step: 25, at: at as never },
})

export const pairContract = (subject: Subject): void => {
  test('a record comes back as it was kept, and absent ones are left out', async () => {
    const { pairs } = subject.store
    const [one, two, none] = [newId(), newId(), newId()]
    await pairs.put([
      { key: one, record: blocked },
      { key: two, record: told(86_400) },
    ])
    expect(await pairs.byKeys([two, none, one])).toEqual(
      new Map([
        [one, blocked],
        [two, told(86_400)],
      ]),
    )
    expect(await pairs.byKeys([])).toEqual(new Map())
  })

  test('of two changes of a pair the later holds, in one call as in two; undefined forgets', async () => {
    const { pairs } = subject.store
    const [key, gone] = [newId(), newId()]
    await pairs.put([{ key, record: told(1) }])
    await pairs.put([
      { key, record: told(2) },
      { key: gone, record: blocked },
      { key, record: blocked },
      { key: gone, record: undefined },
    ])
    expect(await pairs.byKeys([key, gone])).toEqual(new Map([[key, blocked]]))
    await pairs.put([])
    await pairs.put([{ key, record: undefined }])
    expect((await pairs.byKeys([key])).size).toBe(0)
  })

  test('PRES3 a pair is due from the time it is kept until, the oldest first; one without such a time never', async () => {
    const { pairs } = subject.store
    const keys = [newId(), newId(), newId()] as const
    await pairs.put([
      { key: keys[0], record: told(1), keepUntil: 200 },
      { key: keys[1], record: told(2), keepUntil: 100 },
      { key: keys[2], record: blocked },
    ])
    expect(await pairs.due(99, 10)).toEqual([])
    expect(await pairs.due(200, 1)).toEqual([{ key: keys[1], record: told(2) }])
    expect((await pairs.due(200, 10)).map(({ key }) => key)).toEqual([keys[1], keys[0]])
    expect((await pairs.due(Number.MAX_SAFE_INTEGER, 10)).map(({ key }) => key)).not.toContain(keys[2])
    // Put again without a time it is kept for good.
    await pairs.put([
      { key: keys[0], record: blocked },
      { key: keys[1], record: undefined },
    ])
    expect(await pairs.due(200, 10)).toEqual([])
  })

  test('many that put the same pairs at once, in any order, all get through', async () => {
    const { pairs } = subject.store
    const keys = Array.from({ length: 50 }, newId)
    await pairs.put(keys.map((key) => ({ key, record: told(0) })))
    await Promise.all(
      Array.from({ length: 12 }, (_, writer) => {
        const changes = keys.map((key, i) => ({ key, record: (i + writer) % 3 === 0 ? undefined : told(writer) }))
        return pairs.put(writer % 2 === 0 ? changes : changes.toReversed())
      }),
    )
    expect((await pairs.byKeys(keys)).size).toBeGreaterThan(0)
  })
}
