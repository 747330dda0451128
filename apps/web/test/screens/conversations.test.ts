import { describe, expect, it } from 'vitest'
import { latestFirst, matches } from '../../src/screens/conversations/order.ts'
import { introduction, message } from '../state/people.ts'

describe('the list of conversations', () => {
  it('has the latest words first, then the latest introductions', () => {
    const all = [
      introduction('ana', { day: '2026-11-23' }),
      introduction('ben', { last: message(1, { sentAt: 50 }) }),
      introduction('carla', { day: '2026-11-24' }),
      introduction('dora', { last: message(1, { sentAt: 90 }) }),
    ]
    expect(latestFirst(all).map(({ name }) => name)).toEqual(['dora', 'ben', 'carla', 'ana'])
  })

  it('is searched by name, room and the words on this device, without regard to case and marks', () => {
    const one = introduction('Søren Müller', { roomName: 'Book evening' })
    const said = [message(1, { text: 'I have a cup for you' })]
    for (const wanted of ['', '  ', 'muller', 'BOOK', 'a cup']) expect(matches(one, said, wanted)).toBe(true)
    expect(matches(one, said, 'choir')).toBe(false)
  })
})
