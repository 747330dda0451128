import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallError, Result } from '../../src/client/result.ts'
import { Outbox, type OutboxStorage, type Unsent } from '../../src/state/outbox.ts'

/** What IndexedDB does for the app, in memory: values are copied in and out. */
class Memory implements OutboxStorage {
  readonly items = new Map<string, Unsent>()
  async all() {
    return structuredClone([...this.items.values()])
  }
  async put(item: Unsent) {
    this.items.set(item.id, structuredClone(item))
  }
  async remove(id: string) {
    this.items.delete(id)
  }
  async clear() {
    this.items.clear()
  }
}

const written = (id: string, conversation = 'ben', writtenAt = 1): Unsent => ({
  kind: 'message',
  id,
  conversation,
  text: `words of ${id}`,
  writtenAt,
})

const settle = () => new Promise<void>((done) => setTimeout(done, 0))

describe('the outbox', () => {
  let storage: Memory
  /** What the server got, in order, by client id. */
  let arrived: string[]
  let failing: CallError | undefined
  let outbox: Outbox

  const open = () =>
    new Outbox({
      storage,
      retryMs: 60_000,
      onChange: () => {},
      send: async (item): Promise<Result<unknown>> => {
        await Promise.resolve()
        if (failing !== undefined) return { ok: false, error: failing }
        arrived.push(item.id)
        return { ok: true, value: {} }
      },
    })
  const states = () => outbox.items().map(({ item, state }) => [item.id, state])

  beforeEach(() => {
    storage = new Memory()
    arrived = []
    failing = undefined
    outbox = open()
  })

  afterEach(() => vi.useRealTimers())

  it('sends in the order in which one wrote, and keeps nothing (CONV2)', async () => {
    void outbox.add(written('a'))
    void outbox.add(written('b'))
    await outbox.add(written('c'))
    await settle()
    expect(arrived).toEqual(['a', 'b', 'c'])
    expect([states(), storage.items.size]).toEqual([[], 0])
  })

  it('says of all that waits behind it that it waits, too', async () => {
    failing = { error: 'offline' }
    const [one, two] = [outbox.add(written('a')), outbox.add(written('b'))]
    expect(states()).toEqual([
      ['a', 'sending'],
      ['b', 'sending'],
    ])
    await Promise.all([one, two])
    await settle()
    expect(states()).toEqual([
      ['a', 'not-sent'],
      ['b', 'not-sent'],
    ])
  })

  it('keeps what cannot go, and sends it on return under the same client id (CONV2)', async () => {
    failing = { error: 'offline' }
    await outbox.add(written('a'))
    await outbox.add(written('b'))
    await settle()
    expect(states()).toEqual([
      ['a', 'not-sent'],
      ['b', 'not-sent'],
    ])
    failing = undefined
    outbox.flush()
    outbox.flush()
    await settle()
    expect(arrived).toEqual(['a', 'b'])
  })

  it('outlives the page: another one sends what this one could not, older first (CONV2)', async () => {
    failing = { error: 'offline' }
    await outbox.add(written('later', 'ben', 2))
    await outbox.add(written('sooner', 'ben', 1))
    await settle()
    failing = undefined
    outbox = open()
    await outbox.restore()
    await settle()
    expect(arrived).toEqual(['sooner', 'later'])
    expect(storage.items.size).toBe(0)
  })

  it('goes on with the next when the server will never take one, and shows it', async () => {
    failing = { error: 'no-introduction' }
    await outbox.add(written('a'))
    await settle()
    failing = undefined
    await outbox.add(written('b'))
    await settle()
    expect(arrived).toEqual(['b'])
    expect(states()).toEqual([['a', { refused: { error: 'no-introduction' } }]])
    await outbox.drop('a')
    expect([states(), storage.items.size]).toEqual([[], 0])
  })

  it('waits as long as the server asks', async () => {
    vi.useFakeTimers()
    failing = { error: 'too-much', retryAfter: 5 }
    await outbox.add(written('a'))
    await vi.advanceTimersByTimeAsync(4000)
    failing = undefined
    expect(arrived).toEqual([])
    await vi.advanceTimersByTimeAsync(1500)
    expect(arrived).toEqual(['a'])
  })

  it('one conversation does not wait for another', async () => {
    const gate: (() => void)[] = []
    const slow = new Outbox({
      storage,
      onChange: () => {},
      send: (item) =>
        new Promise((done) => {
          const end = () => {
            arrived.push(item.id)
            done({ ok: true, value: {} })
          }
          if (item.id === 'stuck') gate.push(end)
          else end()
        }),
    })
    await slow.add(written('stuck', 'ben'))
    await slow.add(written('free', 'carla'))
    await settle()
    expect(arrived).toEqual(['free'])
    for (const end of gate) end()
    await settle()
    expect(arrived).toEqual(['free', 'stuck'])
  })

  it('remembers a room left while offline, and tells it on return (PRES1)', async () => {
    failing = { error: 'offline' }
    await outbox.add({ kind: 'leave', id: 'leave KRFWHM', code: 'KRFWHM', writtenAt: 1 })
    await settle()
    expect(storage.items.size).toBe(1)
    failing = undefined
    outbox.flush()
    await settle()
    expect([arrived, storage.items.size]).toEqual([['leave KRFWHM'], 0])
  })

  it('says only the furthest of several read marks', async () => {
    failing = { error: 'offline' }
    for (const seq of [3, 5]) {
      await outbox.add({ kind: 'read', id: 'read ben', conversation: 'ben', seq, writtenAt: seq })
    }
    await settle()
    expect(outbox.items().map(({ item }) => item)).toMatchObject([{ kind: 'read', seq: 5 }])
  })
})
