/** What the server has told this person of themself, kept up to date event by event. Pure. */
import type { CardView, IntroductionView, LiveEvent, MyView, RoomView } from '@kith/protocol'

type Of<K extends LiveEvent['kind']> = Extract<LiveEvent, { kind: K }>

/** The state after an event. `undefined` until the first `state`: an event alone cannot say who one is. */
export const reduceMy = (my: MyView | undefined, event: LiveEvent): MyView | undefined => {
  if (event.kind === 'state') return event.state
  if (my === undefined) return undefined
  switch (event.kind) {
    case 'room':
      return { ...my, rooms: replace(my.rooms, event.room, (room) => room.face.code) }
    case 'room-face':
      return inRoom(my, event.face.code, (room) => ({ ...room, face: event.face }))
    case 'room-own':
      return inRoom(my, event.code, ({ face, cards }) => ({ face, ...event.own, cards }))
    case 'room-over':
      return { ...my, rooms: my.rooms.filter((room) => room.face.code !== event.code) }
    case 'card':
      return inRoom(my, event.code, (room) => ({ ...room, cards: withCard(room.cards, event.card) }))
    case 'card-gone':
      return inRoom(my, event.code, (room) => ({ ...room, cards: room.cards.filter(({ id }) => id !== event.card) }))
    case 'waves':
      return { ...my, waves: event.waves }
    case 'introduction':
      return { ...my, introductions: replace(my.introductions, event.introduction, ({ id }) => id) }
    case 'introduction-gone':
      return { ...my, introductions: my.introductions.filter(({ id }) => id !== event.id) }
    case 'message':
      return ofIntroduction(my, event.message.conversation, (one) => withMessage(one, event))
    case 'read':
      return ofIntroduction(my, event.conversation, (one) => withRead(one, event))
    case 'answered':
    case 'desk':
    case 'notice':
      return my
  }
}

const withCard = (cards: CardView[], card: CardView): CardView[] => replace(cards, card, ({ id }) => id)

const withMessage = (one: IntroductionView, { message, unread }: Of<'message'>): IntroductionView =>
  one.last !== undefined && one.last.seq >= message.seq ? { ...one, unread } : { ...one, last: message, unread }

/** Of what came after the read mark no more can be unread than there are numbers. */
const withRead = (one: IntroductionView, { seq, by }: Of<'read'>): IntroductionView =>
  by === 'they'
    ? { ...one, theyRead: Math.max(one.theyRead, seq) }
    : { ...one, unread: Math.max(0, Math.min(one.unread, (one.last?.seq ?? 0) - seq)) }

const inRoom = (my: MyView, code: string, change: (room: RoomView) => RoomView): MyView => ({
  ...my,
  rooms: my.rooms.map((room) => (room.face.code === code ? change(room) : room)),
})

const ofIntroduction = (my: MyView, id: string, change: (one: IntroductionView) => IntroductionView): MyView => ({
  ...my,
  introductions: my.introductions.map((one) => (one.id === id ? change(one) : one)),
})

/** In its place if it was there, else at the end. */
const replace = <T>(all: readonly T[], one: T, key: (one: T) => string): T[] =>
  all.some((other) => key(other) === key(one))
    ? all.map((other) => (key(other) === key(one) ? one : other))
    : [...all, one]
