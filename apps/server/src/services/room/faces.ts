/** A room as it looks: from outside, to those in it, on its host's desk and on the big screen. */
import { POLICY, peopleStep, sumShown } from '@kith/engine/rules'
import type { DeskView, RoomFace, RoomOwn, RoomView } from '@kith/protocol'
import type { PersonKey, StoredReport, UnixSeconds } from '../../store/store.ts'
import type { Attendant } from './attendant.ts'
import { cardsOf } from './card-view.ts'
import { closesAt, type LiveRoom } from './live-room.ts'
import type { Turn } from './turn.ts'

/** GST3: each viewer's own number, without those between whom and them there is a block. */
const peopleFor = (room: LiveRoom, here: readonly Attendant[], viewer: PersonKey | undefined): number => {
  const blocked = viewer === undefined ? undefined : room.blocked.get(viewer)
  if (!blocked) return peopleStep(here.length)
  return peopleStep(here.filter(({ person }) => !blocked.has(person)).length)
}

const youIn = (attendant: Attendant | undefined): RoomFace['you'] => {
  if (!attendant) return 'out'
  if (attendant.removed) return 'removed'
  return attendant.here ? 'in' : attendant.waiting ? 'waiting' : 'out'
}

export const roomFace = (room: LiveRoom, now: UnixSeconds, viewer?: PersonKey): RoomFace => {
  const { code, name, hostName, begins, topics, spots, byNod, madeUp } = room.room
  const attendant = viewer === undefined ? undefined : room.attendant(viewer)
  const state = attendant?.removed ? 'ended' : room.stateAt(now)
  const here = room.here()
  return {
    code,
    name,
    hostName,
    begins,
    ends: closesAt(room.room),
    state,
    people: peopleFor(room, here, viewer),
    brought: sumShown(here.filter(({ list }) => list).length) ?? 0,
    topics: [...topics],
    topicSums: topics.map((_, index) => sumShown(tappers(here, index)) ?? 0),
    spots: [...spots],
    byNod,
    hushUntil: room.state.hushUntil,
    madeUp,
    you: youIn(attendant),
  }
}

const tappers = (here: readonly Attendant[], topic: number): number =>
  here.filter(({ tapped }) => tapped?.host.includes(topic)).length

/** What is one's own in a room. */
export const roomOwn = (attendant: Attendant): RoomOwn => ({
  until: attendant.until,
  isHost: attendant.isHost,
  ...(attendant.shownName !== undefined && { shownName: attendant.shownName }),
  sealingsLeft: Math.max(0, POLICY.sealings.guest - attendant.seal.sealings),
  sealed: attendant.list !== undefined,
  tapped: attendant.tapped ? { host: [...attendant.tapped.host], own: attendant.tapped.own.length } : null,
})

/** The room with its viewer in it; all of its cards are on their screens from now on. */
export const roomView = (room: LiveRoom, attendant: Attendant, now: UnixSeconds): RoomView => ({
  face: roomFace(room, now, attendant.person),
  ...roomOwn(attendant),
  cards: attendant.here ? cardsOf(room, attendant) : [],
})

/** One's other devices are told of what one has done here. */
export const tellOwn = (room: LiveRoom, person: PersonKey, turn: Turn): void =>
  turn.tell(() => {
    const own = roomOwn(room.attendant(person)!)
    room.needs.telling.tell(person, { kind: 'room-own', code: room.room.code, own })
  })

/** Tells everybody for whom the room looks otherwise than they were told last. */
export const tellFaces = (room: LiveRoom, turn: Turn): void => {
  if (!turn.faces) return
  turn.tell(() => {
    const here = room.here()
    const face: RoomFace = { ...roomFace(room, turn.now), you: 'in' }
    for (const { person } of here) {
      const own = room.blocked.has(person) ? { ...face, people: peopleFor(room, here, person) } : face
      tellFace(room, person, own)
    }
    for (const host of room.needs.telling.watchersOf(room.room.code)) room.tellDesk(host)
  })
}

const tellFace = (room: LiveRoom, person: PersonKey, face: RoomFace): void => {
  const told = room.facesTold.get(person)
  if (told && isSame(told, face)) return
  room.facesTold.set(person, face)
  room.needs.telling.tell(person, { kind: 'room-face', face })
}

const isSame = (one: RoomFace, other: RoomFace): boolean =>
  one === other ||
  (Object.keys(one) as (keyof RoomFace)[]).every((key) => {
    const [x, y] = [one[key], other[key]]
    return Array.isArray(x) ? x.join('\n') === (y as unknown[]).join('\n') : x === y
  })

/** Waves that wait for an answer: the same sum for everybody (REV6). */
export const wavesWaiting = (room: LiveRoom): number => {
  let sum = 0
  for (const { wave } of room.between.values())
    if (wave && wave.record.introducedAt === undefined && (wave.record.a || wave.record.b)) sum++
  return sum
}

const MOST_MINUTES = 180

export const deskView = (room: LiveRoom, now: UnixSeconds, reports: readonly StoredReport[]): DeskView => {
  const { admission } = room.state
  const firstMinute = minuteOf(Math.max(room.room.begins, now - (MOST_MINUTES - 1) * 60))
  return {
    code: room.room.code,
    size: room.room.size,
    people: room.here().length,
    introductions: sumShown(room.state.introductions) ?? 0,
    wavesWaiting: sumShown(wavesWaiting(room)) ?? 0,
    places: { left: Math.max(0, admission.places - admission.joins), all: admission.places },
    joins: joinsByMinute(room, firstMinute, now),
    firstMinute,
    waiting: [...room.attendants.values()].flatMap((attendant) =>
      attendant.waiting && !attendant.removed ? [{ id: doorId(room, attendant.person), ...attendant.waiting }] : [],
    ),
    reports: forHosts(room, reports).map((report) => reportView(room, report)),
  }
}

/** How the host's desk names somebody at the door. */
export const doorId = (room: LiveRoom, person: PersonKey): string => room.needs.hashes.id('door', room.room.id, person)

/** What is told of a host goes to the operator alone. */
export const forHosts = (room: LiveRoom, reports: readonly StoredReport[]): StoredReport[] =>
  reports.filter(({ state, about }) => state === 'open' && !room.attendant(about)?.isHost)

const reportView = (room: LiveRoom, { id, about, text, at }: StoredReport) => {
  const attendant = room.attendant(about)
  return { id, name: attendant?.shownName ?? '', text, at, present: attendant?.here ?? false }
}

const minuteOf = (time: UnixSeconds): UnixSeconds => time - (time % 60)

const joinsByMinute = (room: LiveRoom, firstMinute: UnixSeconds, now: UnixSeconds): number[] => {
  const length = Math.max(1, Math.floor((minuteOf(now) - firstMinute) / 60) + 1)
  const joins = new Array<number>(length).fill(0)
  for (const { joinedAt, admitted } of room.attendants.values()) {
    const index = Math.floor((joinedAt - firstMinute) / 60)
    if (admitted && index >= 0 && index < length) joins[index]!++
  }
  return joins
}
