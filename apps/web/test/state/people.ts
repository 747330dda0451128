/** Made-up views for the tests of the state: each with what is usual, and what a test wants to say. */
import type { CardView, IntroductionView, MessageView, MyView, RoomFace, RoomView } from '@kith/protocol'

export const id = (name: string): string => name.padEnd(22, '_')

export const card = (name: string, more: Partial<CardView> = {}): CardView => ({
  id: id(name),
  card: 'shared',
  step: 5,
  topics: [],
  wave: 'none',
  place: 1,
  ...more,
})

export const face = (more: Partial<RoomFace> = {}): RoomFace => ({
  code: 'KRFWHM',
  name: 'Book evening, Leeds library',
  hostName: 'Farid',
  begins: 1_700_000_000,
  ends: 1_700_010_800,
  state: 'open',
  people: 10,
  brought: 5,
  topics: ['new in town', 'gardens'],
  topicSums: [5, 0],
  spots: ['the tea table'],
  byNod: false,
  hushUntil: 0,
  madeUp: false,
  you: 'in',
  ...more,
})

export const room = (more: Partial<RoomView> = {}): RoomView => ({
  face: face(),
  until: 1_700_010_800,
  isHost: false,
  sealingsLeft: 1,
  sealed: true,
  tapped: null,
  cards: [],
  ...more,
})

export const message = (seq: number, more: Partial<MessageView> = {}): MessageView => ({
  conversation: id('ben'),
  seq,
  clientId: id(`m${seq}`),
  mine: false,
  text: `words ${seq}`,
  sentAt: 1_700_000_000 + seq,
  ...more,
})

export const introduction = (name: string, more: Partial<IntroductionView> = {}): IntroductionView => ({
  id: id(name),
  room: 'KRFWHM',
  roomName: 'Book evening, Leeds library',
  day: '2026-11-24',
  name,
  gone: false,
  madeUp: false,
  mutual: 27,
  listed: [],
  more: 22,
  notNamed: 0,
  asked: 'nobody',
  topics: [],
  met: 'not-said',
  unread: 0,
  theyRead: 0,
  ...more,
})

export const my = (more: Partial<MyView> = {}): MyView => ({
  who: 'guest',
  hushUntil: 0,
  keyId: 'k',
  rooms: [],
  waves: [],
  introductions: [],
  ...more,
})
