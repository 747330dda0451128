import { describe, expect, it } from 'vitest'
import type { Answered } from '../../src/client/call.ts'
import { withAnswer } from '../../src/state/answers.ts'
import { NOTHING, type Snapshot, withEvent } from '../../src/state/snapshot.ts'
import { card, id, introduction, my, room } from './people.ts'

const at = (more: Partial<Snapshot>): Snapshot => ({
  ...NOTHING,
  session: 'some',
  status: 'connected',
  my: my(),
  ...more,
})
const cardsOf = (snapshot: Snapshot) => snapshot.my?.rooms[0]?.cards.map(({ wave }) => wave)

describe('everything that the screens read', () => {
  it('says why one is no longer in a room, until one is in it again', () => {
    const left = withEvent(
      at({ my: my({ rooms: [room()] }) }),
      { kind: 'room-over', code: 'KRFWHM', why: 'removed' },
      5,
    )
    expect([left.my?.rooms, left.over, left.asOf]).toEqual([[], { KRFWHM: 'removed' }, 5])
    expect(withEvent(left, { kind: 'room', room: room() }, 6).over).toEqual({})
  })

  it('keeps what the host answered at the door', () => {
    expect(withEvent(at({}), { kind: 'answered', code: 'KRFWHM', letIn: false }, 1).answered).toEqual({ KRFWHM: false })
  })
})

describe('what an answer says before its event', () => {
  const join: Answered = {
    method: 'rooms.join',
    input: { code: 'KRFWHM' },
    output: { you: 'in', room: room({ sealed: false }) },
  }

  it('shows a room that one has just joined', () => {
    expect(withAnswer(at({ over: { KRFWHM: 'left' } }), join)).toMatchObject({
      my: { rooms: [{ sealed: false }] },
      over: {},
    })
  })

  it('never overtakes what the socket has told of others while it is connected, and stands in for it while it is not', () => {
    const told = at({ my: my({ rooms: [room({ sealed: true, cards: [card('ben')] })] }) })
    expect(cardsOf(withAnswer(told, join))).toEqual(['none'])
    expect(cardsOf(withAnswer({ ...told, status: 'broken' }, join))).toEqual([])
  })

  it('says at once what only one’s own doing changes: sealed, topics tapped, the name', () => {
    const told = at({ my: my({ rooms: [room({ cards: [card('ben')] })] }) })
    const tapped = { host: [1], own: 0 }
    const tap: Answered = {
      method: 'topics.tap',
      input: { code: 'KRFWHM', host: [1], own: [] },
      output: { room: room({ tapped, sealingsLeft: 0 }) },
    }
    expect(withAnswer(told, tap).my?.rooms[0]).toMatchObject({ tapped, sealingsLeft: 0, cards: [{ id: id('ben') }] })
    const wave: Answered = {
      method: 'cards.wave',
      input: { code: 'KRFWHM', card: id('ben'), firstName: 'Ana' },
      output: {},
    }
    expect(withAnswer(told, wave).my?.name).toBe('Ana')
  })

  it('does not take an introduction back to where it was', () => {
    const met = introduction('ben', { met: 'met', meeting: id('day') })
    const late: Answered = {
      method: 'introductions.met',
      input: { id: id('ben'), met: 'met' },
      output: introduction('ben', { met: 'met' }),
    }
    expect(withAnswer(at({ my: my({ introductions: [met] }) }), late).my?.introductions[0]?.meeting).toBe(id('day'))
  })

  it('marks a wave and takes the mark back, but not over an answer that came first (REV3)', () => {
    const input = { code: 'KRFWHM', card: id('ben') }
    const wave: Answered = { method: 'cards.wave', input, output: {} }
    const here = (mark: 'none' | 'they' | 'both') =>
      at({ my: my({ rooms: [room({ cards: [card('ben', { wave: mark })] })] }) })
    const waved = withAnswer(here('none'), wave)
    expect(cardsOf(waved)).toEqual(['you'])
    expect(cardsOf(withAnswer(waved, { method: 'cards.takeBack', input, output: {} }))).toEqual(['none'])
    expect(cardsOf(withAnswer(here('both'), wave))).toEqual(['both'])
  })
})
