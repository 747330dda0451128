/**
 * What a method's answer says before, or in place of, its event. An answer may be older than an event that overtook it,
 * so while the socket is connected it adds what is not there yet, says what only one's own doing changes, and never
 * replaces what others do and the socket has told. Pure.
 */
import type { CardView, IntroductionView, MyView, RoomView } from '@kith/protocol'
import type { Answered } from '../client/call.ts'
import { reduceMy } from './my.ts'
import { type Snapshot, without } from './snapshot.ts'

export const withAnswer = (before: Snapshot, answered: Answered): Snapshot => {
  if (before.my === undefined) return before
  switch (answered.method) {
    case 'rooms.open':
    case 'rooms.host':
    case 'rooms.seal':
    case 'topics.tap':
    case 'try.open':
      return withRoom(before, answered.output.room)
    case 'rooms.join':
      return named(
        answered.output.you === 'in'
          ? withRoom(before, answered.output.room)
          : { ...before, answered: without(before.answered, answered.input.code) },
        answered.input.firstName,
      )
    case 'cards.wave':
      return named({ ...before, my: withWave(before.my, answered.input, 'none', 'you') }, answered.input.firstName)
    case 'introductions.get':
    case 'introductions.more':
    case 'introductions.coming':
    case 'introductions.found':
    case 'introductions.met':
      return withIntroduction(before, answered.output)
    case 'me.get':
    case 'me.claim':
      return before.status === 'connected' ? before : { ...before, my: answered.output }
    default:
      return { ...before, my: withOwnAct(before.my, answered) }
  }
}

/** What one did oneself, shown before its event comes. */
const withOwnAct = (my: MyView, answered: Answered): MyView => {
  switch (answered.method) {
    case 'cards.takeBack':
      return withWave(my, answered.input, 'you', 'none')
    case 'cards.notNow':
    case 'cards.iKnowThem':
      return reduceMy(my, { kind: 'card-gone', code: answered.input.code, card: answered.input.card }) ?? my
    case 'me.name':
      return { ...my, name: answered.input.firstName }
    case 'me.hush':
      return { ...my, hushUntil: answered.input.until }
    default:
      return my
  }
}

const named = (before: Snapshot, name: string | undefined): Snapshot =>
  before.my === undefined || name === undefined ? before : { ...before, my: { ...before.my, name } }

const withRoom = (before: Snapshot, room: RoomView): Snapshot => {
  const { my, status } = before
  const { code } = room.face
  const told = status === 'connected' ? my?.rooms.find(({ face }) => face.code === code) : undefined
  const now = told === undefined ? room : { ...told, ...own(room) }
  return { ...before, my: reduceMy(my, { kind: 'room', room: now }), over: without(before.over, code) }
}

/** What changes in a room by nobody else's doing. */
const own = ({ until, isHost, shownName, sealed, sealingsLeft, tapped }: RoomView) => ({
  until,
  isHost,
  sealed,
  sealingsLeft,
  tapped,
  ...(shownName === undefined ? {} : { shownName }),
})

const withIntroduction = (before: Snapshot, introduction: IntroductionView): Snapshot => {
  const { my, status } = before
  const told = status === 'connected' && my?.introductions.some(({ id }) => id === introduction.id)
  return told ? before : { ...before, my: reduceMy(my, { kind: 'introduction', introduction }) }
}

const withWave = (
  my: MyView,
  { code, card: id }: { code: string; card: string },
  from: CardView['wave'],
  to: CardView['wave'],
): MyView => {
  const card = my.rooms.find(({ face }) => face.code === code)?.cards.find((one) => one.id === id)
  if (card === undefined) return { ...my, waves: my.waves.filter((wave) => wave.card !== id) }
  if (card.wave !== from) return my
  return reduceMy(my, { kind: 'card', code, card: { ...card, wave: to } }) ?? my
}
