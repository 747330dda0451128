/** Views as the protocol declares them, for handlers of tests. */
import type { MessageView, MyView, RoomFace } from '@kith/protocol'
import { EVENING } from './evening.ts'

export const emptyState: MyView = { who: 'guest', hushUntil: 0, keyId: 'k1', rooms: [], waves: [], introductions: [] }

export const bookEvening: RoomFace = {
  code: 'KRFWHM',
  name: 'Book evening, Leeds library',
  hostName: 'Farid',
  begins: EVENING,
  ends: EVENING + 3 * 3600,
  state: 'open',
  people: 25,
  brought: 10,
  topics: ['new in town'],
  topicSums: [5],
  spots: [],
  byNod: false,
  hushUntil: 0,
  madeUp: false,
  you: 'out',
}

export const message = (seq: number, text = `message ${seq}`): MessageView => ({
  conversation: 'conversation_anaandben',
  seq,
  clientId: 'client_id_of_messages_',
  mine: false,
  text,
  sentAt: EVENING,
})
