import type { LiveEvent } from '@kith/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reduceThreads, type Threads, threadOf, withListed } from '../../src/state/threads.ts'
import { id, introduction, message, my } from './people.ts'

const BEN = id('ben')
const told = (seq: number): LiveEvent => ({ kind: 'message', message: message(seq), unread: 1 })
const state: LiveEvent = { kind: 'state', state: my({ introductions: [introduction('ben')] }) }
const seqs = (threads: Threads): number[] => threadOf(threads, BEN).messages.map(({ seq }) => seq)

describe('the messages of a conversation', () => {
  it('stand in the order of their seq and once, whatever order they come in (CONV2)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 })), (arrived) => {
        const threads = arrived.reduce((before: Threads, seq) => reduceThreads(before, told(seq)), {})
        expect(seqs(threads)).toEqual([...new Set(arrived)].sort((a, b) => a - b))
      }),
    )
  })

  it('are all there after a gap, wherever it was (CONV2)', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 4 }), (heard, missed, page) => {
        const all = Array.from({ length: heard + missed + 1 }, (_, i) => message(i + 1))
        const before = withListed({}, BEN, all.slice(0, heard), true)
        // The state comes anew, then the newest message, before anything was listed.
        let threads = reduceThreads(reduceThreads(before, state), told(all.length))
        while (!threadOf(threads, BEN).whole) {
          const after = threadOf(threads, BEN).upTo
          const listed = all.filter(({ seq }) => seq > after).slice(0, page)
          threads = withListed(threads, BEN, listed, listed.length < page)
        }
        expect(threadOf(threads, BEN).messages).toEqual(all)
      }),
    )
  })

  it('do not move the mark past what may be missing', () => {
    const whole = withListed({}, BEN, [message(1)], true)
    expect(threadOf(reduceThreads(whole, told(2)), BEN).upTo).toBe(2)
    const gap = reduceThreads(reduceThreads(whole, state), told(5))
    expect(threadOf(gap, BEN)).toMatchObject({ upTo: 1, whole: false })
  })

  it('go with their introduction', () => {
    const threads = reduceThreads({}, told(1))
    expect(reduceThreads(threads, { kind: 'introduction-gone', id: BEN })).toEqual({})
    expect(reduceThreads(threads, { kind: 'state', state: my() })).toEqual({})
  })
})
