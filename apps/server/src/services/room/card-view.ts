/** Cards as their viewers see them (REV1, REV2, REV6), and the telling of those that have changed. */
import { isKeptApart, mostlyFrom } from '@kith/engine/rules'
import { type CardView, TIES, type Tie, type TopicRef } from '@kith/protocol'
import type { PersonKey } from '../../store/store.ts'
import type { HeldList } from '../floor/held-list.ts'
import type { Attendant } from './attendant.ts'
import { type Between, otherOf, sideOf } from './between.ts'
import type { LiveRoom } from './live-room.ts'
import type { Turn } from './turn.ts'

/** The viewer's card of the other (REV1: random for each viewer and room). */
export const cardId = (between: Between, viewer: PersonKey): string => between.cards[sideOf(between, viewer)]

/** Who is behind a card; undefined where there is none. */
export const behindCard = (room: LiveRoom, viewer: PersonKey, card: string): Attendant | undefined => {
  const isIt = (other: PersonKey) => cardId(room.betweenThem(viewer, other), viewer) === card
  // Nearly always it is on the screen, and its id is known; that of a pair with nothing between them is made anew.
  for (const other of room.seen.get(viewer) ?? []) if (isIt(other)) return room.attendant(other)
  for (const other of room.attendants.values()) if (other.person !== viewer && isIt(other.person)) return other
  return undefined
}

/** Cards of equal strength are ordered by their ids, which are keyed hashes of viewer, other and room (ENC5). */
const place = (room: LiveRoom, between: Between, viewer: PersonKey) =>
  room
    .order(viewer)
    .put(otherOf(between, viewer), between.strength, Buffer.from(cardId(between, viewer)).readUInt32BE())

/** What the viewer sees of the other now: a card of both (REV6), or what the other gives to everybody (REV2). */
export const cardKind = (viewer: Attendant, other: Attendant, between: Between): CardView['card'] | 'none' => {
  if (!viewer.here || !other.here || viewer.person === other.person) return 'none'
  const { shown, said, pair } = between
  if (shown.card !== 'none') return shown.card
  if (isKeptApart(pair) || said.a !== 'nothing' || said.b !== 'nothing') return 'none'
  return other.shownName === undefined ? 'none' : 'openly'
}

export const cardView = (
  room: LiveRoom,
  viewer: Attendant,
  other: Attendant,
  between: Between,
): CardView | undefined => {
  const card = cardKind(viewer, other, between)
  if (card === 'none') return undefined
  const step = card === 'openly' ? 0 : between.shown.step
  const mostly = step < 5 ? undefined : mostlyOf(room, viewer, other)
  const introduction = between.wave?.introduction
  return {
    id: cardId(between, viewer.person),
    card,
    step,
    topics: card === 'shared' ? sharedTopics(viewer, other) : [],
    ...(mostly && { mostly }),
    ...(other.shownName !== undefined && { name: other.shownName }),
    wave: waveOf(between, viewer.person),
    ...(introduction && { introduction }),
    place: room.order(viewer.person).placeOf(other.person) ?? 0,
  }
}

const mostlyOf = (room: LiveRoom, viewer: Attendant, other: Attendant): Tie | undefined => {
  if (!viewer.list || !other.list) return undefined
  const known = mostlyIn(viewer.list.held, other.list.held)
  if (known) return known.tie
  const { mutual, tiesA, tiesB } = room.needs.floor.count(viewer.list.id, other.list.id)
  keepMostly(viewer.list.held, other.list.held, TIES[mostlyFrom(mutual, tiesA)])
  keepMostly(other.list.held, viewer.list.held, TIES[mostlyFrom(mutual, tiesB)])
  return mostlyIn(viewer.list.held, other.list.held)!.tie
}

/**
 * Counted once for both sides, and not anew each time a card is told. A list that is sealed or from which something is
 * taken is another value, so that what is kept of it goes with it; guests prove nothing that would change a count.
 */
const mostly = new WeakMap<HeldList, WeakMap<HeldList, { readonly tie: Tie | undefined }>>()

const mostlyIn = (own: HeldList, other: HeldList) => mostly.get(own)?.get(other)

/** *Other* says nothing. */
const keepMostly = (own: HeldList, other: HeldList, tie: Tie | undefined): void => {
  const ofOwn = mostly.get(own) ?? new WeakMap()
  mostly.set(own, ofOwn.set(other, { tie: tie === 'other' ? undefined : tie }))
}

export const waveOf = (between: Between, viewer: PersonKey): CardView['wave'] => {
  const record = between.wave?.record
  if (!record) return 'none'
  const [mine, theirs] = sideOf(between, viewer) === 'a' ? [record.a, record.b] : [record.b, record.a]
  if (mine && theirs) return 'both'
  return mine ? 'you' : theirs ? 'they' : 'none'
}

/** Topics that both tapped, as the viewer knows them (TOP2). */
export const sharedTopics = (viewer: Attendant, other: Attendant): TopicRef[] => {
  const { tapped: mine } = viewer
  const { tapped: theirs } = other
  if (!mine || !theirs) return []
  return [
    ...mine.host.filter((index) => theirs.host.includes(index)).map((index) => ({ of: 'host' as const, index })),
    ...mine.own.flatMap((word, index) => (theirs.own.includes(word) ? [{ of: 'own' as const, index }] : [])),
  ]
}

/** Works out the places of all cards that have changed, and has them told to both sides. */
export const showPairs = (room: LiveRoom, turn: Turn): void => {
  const anew = new Set<PersonKey>()
  const cards: ToTell = new Map()
  for (const key of turn.shown) {
    const between = room.between.get(key)
    if (!between) continue
    for (const [viewer, other] of [
      [between.a, between.b],
      [between.b, between.a],
    ] as const)
      showTo(room, viewer, other, between, turn, anew, cards)
  }
  for (const viewer of anew) cards.set(viewer, [...(room.seen.get(viewer) ?? [])])
  for (const [viewer, others] of cards) tellCards(room, viewer, others, turn)
}

/** Whose cards are to be told to whom. */
type ToTell = Map<PersonKey, PersonKey[]>

/** From so many cards on that change at once, the room is told whole. */
const TOLD_ONE_BY_ONE = 20

const tellCards = (room: LiveRoom, viewer: PersonKey, others: readonly PersonKey[], turn: Turn): void => {
  if (others.length <= TOLD_ONE_BY_ONE) {
    for (const other of others) tellCard(room, viewer, other, turn)
    return
  }
  turn.tell(() => {
    const attendant = room.attendant(viewer)
    if (attendant?.here) room.needs.telling.tell(viewer, { kind: 'room', room: room.viewFor(attendant) })
  })
}

const showTo = (
  room: LiveRoom,
  viewerKey: PersonKey,
  otherKey: PersonKey,
  between: Between,
  turn: Turn,
  anew: Set<PersonKey>,
  cards: ToTell,
): void => {
  const viewer = room.attendant(viewerKey)
  const other = room.attendant(otherKey)
  if (!viewer || !other) return
  const isThere = cardKind(viewer, other, between) !== 'none'
  const seen = seenBy(room, viewerKey)
  if (isThere) {
    if (place(room, between, viewerKey).anew) anew.add(viewerKey)
    seen.add(otherKey)
    const others = cards.get(viewerKey)
    if (others) others.push(otherKey)
    else cards.set(viewerKey, [otherKey])
  } else if (seen.delete(otherKey)) {
    room.order(viewerKey).remove(otherKey)
    const card = cardId(between, viewerKey)
    turn.tell(() => room.needs.telling.tell(viewerKey, { kind: 'card-gone', code: room.room.code, card }))
  }
}

const tellCard = (room: LiveRoom, viewerKey: PersonKey, otherKey: PersonKey, turn: Turn): void =>
  turn.tell(() => {
    const viewer = room.attendant(viewerKey)
    const other = room.attendant(otherKey)
    const card = viewer && other && cardView(room, viewer, other, room.betweenThem(viewerKey, otherKey))
    if (card) room.needs.telling.tell(viewerKey, { kind: 'card', code: room.room.code, card })
  })

const seenBy = (room: LiveRoom, viewer: PersonKey): Set<PersonKey> => {
  const seen = room.seen.get(viewer) ?? new Set()
  room.seen.set(viewer, seen)
  return seen
}

/** All cards of one viewer, strongest first; from now on they are on the viewer's screens. */
export const cardsOf = (room: LiveRoom, viewer: Attendant): CardView[] => {
  const seen = seenBy(room, viewer.person)
  for (const other of room.attendants.values()) {
    if (!room.isAnythingBetween(viewer.person, other.person) && other.shownName === undefined) continue
    const between = room.betweenThem(viewer.person, other.person)
    if (cardKind(viewer, other, between) === 'none') continue
    place(room, between, viewer.person)
    seen.add(other.person)
  }
  const cards = [...seen].map((other) => {
    const attendant = room.attendant(other)
    return attendant && cardView(room, viewer, attendant, room.betweenThem(viewer.person, other))
  })
  return cards.filter((card) => card !== undefined).sort((x, y) => y.place - x.place)
}
