import { LiveEvent, type MyView } from '@kith/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reduceMy } from '../../src/state/my.ts'
import { card, face, id, introduction, message, my, room } from './people.ts'

const CODES = ['KRFWHM', 'BCDFHJ']
const NAMES = ['ana', 'ben', 'carla']

const code = fc.constantFrom(...CODES)
const name = fc.constantFrom(...NAMES)
const seq = fc.integer({ min: 1, max: 9 })

const anyRoom = fc
  .record({ code, cards: fc.uniqueArray(name) })
  .map((some) => room({ face: face({ code: some.code }), cards: some.cards.map((one) => card(one)) }))

const anyMy: fc.Arbitrary<MyView> = fc
  .record({ rooms: fc.uniqueArray(anyRoom, { selector: (one) => one.face.code }), names: fc.uniqueArray(name) })
  .map(({ rooms, names }) => my({ rooms, introductions: names.map((one) => introduction(one)) }))

const anyEvent: fc.Arbitrary<LiveEvent> = fc.oneof(
  anyMy.map((state): LiveEvent => ({ kind: 'state', state })),
  anyRoom.map((one): LiveEvent => ({ kind: 'room', room: one })),
  code.map((one): LiveEvent => ({ kind: 'room-face', face: face({ code: one, people: 25 }) })),
  code.map(
    (one): LiveEvent => ({
      kind: 'room-own',
      code: one,
      own: { until: 1, isHost: true, sealed: true, sealingsLeft: 1, tapped: null },
    }),
  ),
  code.map((one): LiveEvent => ({ kind: 'room-over', code: one, why: 'time' })),
  fc.record({ code, name }).map((one): LiveEvent => ({ kind: 'card', code: one.code, card: card(one.name) })),
  fc.record({ code, name }).map((one): LiveEvent => ({ kind: 'card-gone', code: one.code, card: id(one.name) })),
  name.map((one): LiveEvent => ({ kind: 'introduction', introduction: introduction(one) })),
  name.map((one): LiveEvent => ({ kind: 'introduction-gone', id: id(one) })),
  fc
    .record({ name, seq })
    .map(
      (one): LiveEvent => ({ kind: 'message', message: message(one.seq, { conversation: id(one.name) }), unread: 1 }),
    ),
  fc
    .record({ name, seq, by: fc.constantFrom('you' as const, 'they' as const) })
    .map((one): LiveEvent => ({ kind: 'read', conversation: id(one.name), seq: one.seq, by: one.by })),
  fc.constant<LiveEvent>({ kind: 'waves', waves: [] }),
  fc.constant<LiveEvent>({ kind: 'notice', about: 'wave' }),
)

const after = (events: readonly LiveEvent[], from?: MyView): MyView | undefined =>
  events.reduce<MyView | undefined>(reduceMy, from)

describe('what the server has told', () => {
  it('is the same after any events and then a `state` as after that `state` alone', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), anyMy, fc.array(anyEvent), (before, state, later) => {
        const anew: LiveEvent = { kind: 'state', state }
        expect(after([...before, anew, ...later])).toEqual(after(later, state))
      }),
    )
  })

  it('never holds a room, a card or an introduction twice, and changes nothing in place', () => {
    fc.assert(
      fc.property(anyMy, fc.array(anyEvent), (state, events) => {
        const untouched = structuredClone(state)
        const now = after(events, state)
        expect(state).toEqual(untouched)
        for (const ids of idsOf(now)) expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('knows nothing from an event alone', () => {
    expect(reduceMy(undefined, { kind: 'introduction', introduction: introduction('ben') })).toBeUndefined()
  })

  it('keeps the latest message, whatever order they come in', () => {
    const ben = my({ introductions: [introduction('ben')] })
    const both = after(
      [
        { kind: 'message', message: message(2), unread: 2 },
        { kind: 'message', message: message(1), unread: 2 },
      ],
      ben,
    )
    expect(both?.introductions[0]).toMatchObject({ last: { seq: 2 }, unread: 2 })
  })

  it('counts as unread no more than came after the read mark (CONV2)', () => {
    const ben = my({ introductions: [introduction('ben', { last: message(4), unread: 3 })] })
    const read = (upTo: number) => after([{ kind: 'read', conversation: id('ben'), seq: upTo, by: 'you' }], ben)
    expect(read(4)?.introductions[0]?.unread).toBe(0)
    expect(read(3)?.introductions[0]?.unread).toBe(1)
  })

  it('never takes back how far the other has read', () => {
    const ben = my({ introductions: [introduction('ben', { theyRead: 5 })] })
    const late = after([{ kind: 'read', conversation: id('ben'), seq: 2, by: 'they' }], ben)
    expect(late?.introductions[0]?.theyRead).toBe(5)
  })

  it('hears of every kind of event there is', () => {
    const kinds = LiveEvent.anyOf.map(({ properties }) => properties.kind.const)
    const heard = new Set(fc.sample(anyEvent, 2000).map(({ kind }) => kind))
    expect(kinds.filter((kind) => !heard.has(kind)).sort()).toEqual(['answered', 'desk'])
  })
})

const idsOf = (state: MyView | undefined): string[][] => [
  state?.rooms.map((one) => one.face.code) ?? [],
  state?.introductions.map((one) => one.id) ?? [],
  ...(state?.rooms.map((one) => one.cards.map((some) => some.id)) ?? []),
]
