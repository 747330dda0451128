/**
 * What a method's answer says before, or in place of, its event. An answer may be older than an event that overtook it,
 * so while the socket is connected it adds what is not there yet and never replaces what the socket has told. Pure.
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
      return answered.output.you === 'in'
        ? withRoom(before, answered.output.room)
        : { ...before, answered: without(before.answered, answered.input.code) }
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
    case 'cards.wave':
      return withWave(my, answered.input, 'none', 'you')
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

const withRoom = (before: Snapshot, room: RoomView): Snapshot => {
  const { my, status } = before
  const { code } = room.face
  const told = status === 'connected' && my?.rooms.some(({ face }) => face.code === code)
  return { ...before, my: told ? my : reduceMy(my, { kind: 'room', room }), over: without(before.over, code) }
}

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
