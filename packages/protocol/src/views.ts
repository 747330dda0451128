/** What one person is shown: of a room, of somebody in it, of an introduction. Each is that viewer's own. */
import Type, { type Static } from 'typebox'
import {
  Coming,
  FirstName,
  Id,
  RoomCode,
  RoomSize,
  SIGN_COLOURS,
  SIGN_THINGS,
  Step,
  Story,
  Tie,
  Time,
  TopicRef,
  TopicWords,
} from './values.ts'

/** A room before and after one is in it. */
export const RoomFace = Type.Object({
  code: RoomCode,
  name: Type.String(),
  /** "Opened by Farid"; empty where the host gave no name. */
  hostName: Type.String(),
  begins: Time,
  ends: Time,
  state: Type.Enum(['before', 'open', 'ended'] as const),
  /** How many are here, in the steps of GST3, without those who are blocked. */
  people: Type.Integer({ minimum: 0 }),
  /** How many have sealed a list, five or more in steps, else 0: "10+ people here have brought theirs". */
  brought: Type.Integer({ minimum: 0 }),
  topics: Type.Array(TopicWords),
  /** Beside each topic how many tapped it: five or more in steps, else 0 (TOP2). */
  topicSums: Type.Array(Type.Integer({ minimum: 0 })),
  /** Where people find each other, besides by the poster. */
  spots: Type.Array(Type.String()),
  /** A guest waits for the host's nod, and a first name is required. */
  byNod: Type.Boolean(),
  /** The host's hush, until when; 0 without (ENC6). */
  hushUntil: Time,
  madeUp: Type.Boolean(),
  you: Type.Enum(['out', 'waiting', 'in', 'removed'] as const),
})
export type RoomFace = Static<typeof RoomFace>

export const CardView = Type.Object({
  /** Random for each viewer and room (REV1). */
  id: Id,
  /** 'openly': nothing is shared, they show their first name to everybody (REV2). */
  card: Type.Enum(['shared', 'online', 'online-by-name', 'openly'] as const),
  /** The step of shared friends; 0 where only a topic is shared. */
  step: Step,
  topics: Type.Array(TopicRef),
  /** "Mostly from school": the tie in the viewer's own list (REV1). */
  mostly: Type.Optional(Tie),
  /** The first name that they chose to show to this room (REV2). */
  name: Type.Optional(FirstName),
  /** Of 'online-by-name': the viewer's own entries. */
  entries: Type.Optional(Type.Array(Id)),
  wave: Type.Enum(['none', 'you', 'they', 'both'] as const),
  /** Where both waved. */
  introduction: Type.Optional(Id),
  /** Cards are shown in descending `place`; it orders, and says nothing else (ENC5). */
  place: Type.Number(),
})
export type CardView = Static<typeof CardView>

const own = {
  /** When one's presence ends by itself (PRES1). */
  until: Time,
  isHost: Type.Boolean(),
  /** The first name shown to the room; absent: unnamed. */
  shownName: Type.Optional(FirstName),
  /** How often one can still seal a list here (CON4), and whether one has. */
  sealingsLeft: Type.Integer({ minimum: 0 }),
  sealed: Type.Boolean(),
  /** The topics one tapped: the host's by index, and how many own words. */
  tapped: Type.Union([Type.Null(), Type.Object({ host: Type.Array(Type.Integer()), own: Type.Integer() })]),
}

/** What is one's own in a room. */
export const RoomOwn = Type.Object(own)
export type RoomOwn = Static<typeof RoomOwn>

/** One room with its viewer in it. */
export const RoomView = Type.Object({ face: RoomFace, ...own, cards: Type.Array(CardView) })
export type RoomView = Static<typeof RoomView>

/** A mutual friend as one side may see them (REV4). */
export const MutualFriendView = Type.Object({
  /** The viewer's own entries in the group: the device puts the names. */
  entries: Type.Array(Id),
  /** How the other knows them. */
  tie: Tie,
  story: Type.Optional(Story),
})
export type MutualFriendView = Static<typeof MutualFriendView>

export const SignView = Type.Object({
  thing: Type.Enum(SIGN_THINGS),
  colour: Type.Enum(SIGN_COLOURS),
  /** Past 48 lit signs in one room. */
  number: Type.Optional(Type.Integer({ minimum: 2 })),
  until: Time,
  you: Type.Optional(Coming),
  they: Type.Optional(Coming),
})
export type SignView = Static<typeof SignView>

export const MessageView = Type.Object({
  conversation: Id,
  /** The order for both (CONV2); ascending, with gaps only where something cannot be seen. */
  seq: Type.Integer({ minimum: 1 }),
  /** Chosen by the sending device. */
  clientId: Id,
  mine: Type.Boolean(),
  text: Type.String(),
  sentAt: Time,
  /** The server wrote it for a made-up person. */
  madeUp: Type.Optional(Type.Boolean()),
})
export type MessageView = Static<typeof MessageView>

export const IntroductionView = Type.Object({
  id: Id,
  room: Type.Optional(RoomCode),
  roomName: Type.String(),
  /** YYYY-MM-DD. */
  day: Type.String(),
  /** Their first name; empty where they gave none. */
  name: Type.String(),
  /** Their account is gone: "gone". */
  gone: Type.Boolean(),
  madeUp: Type.Boolean(),
  /** How many friends they share, exactly. */
  mutual: Type.Integer({ minimum: 0 }),
  /** Rarest first (REV5). */
  listed: Type.Array(MutualFriendView),
  /** How many more could be listed, five at a time, and how many are never listed. */
  more: Type.Integer({ minimum: 0 }),
  notNamed: Type.Integer({ minimum: 0 }),
  /** Who has tapped *Show five more* and waits for the other. */
  asked: Type.Enum(['nobody', 'you', 'they'] as const),
  /** How many of them are in the viewer's own list under each tie: "mostly from school" goes on. */
  topics: Type.Array(TopicRef),
  sign: Type.Optional(SignView),
  /** One's own answer; *not this time* of the other is never told (CONV3). */
  met: Type.Enum(['not-said', 'met', 'not-this-time'] as const),
  /** Both said so: the random id that both devices keep. */
  meeting: Type.Optional(Id),
  /** The last message one may see, and how many are unread. */
  last: Type.Optional(MessageView),
  unread: Type.Integer({ minimum: 0 }),
  /** How far the other has read. */
  theyRead: Type.Integer({ minimum: 0 }),
  /** When it goes, for guests; absent: it stays (DATA2). */
  until: Type.Optional(Time),
})
export type IntroductionView = Static<typeof IntroductionView>

/** A wave that can still be answered or taken back although its card is gone: they left, or the room has ended (REV3). */
export const OpenWave = Type.Object({
  room: RoomCode,
  roomName: Type.String(),
  /** As in `cards.wave`. */
  card: Id,
  wave: Type.Enum(['you', 'they'] as const),
  step: Step,
  name: Type.Optional(FirstName),
  until: Time,
})
export type OpenWave = Static<typeof OpenWave>

/** Everything of one person, for a device that connects. */
export const MyView = Type.Object({
  who: Type.Enum(['guest', 'member'] as const),
  /** The first name told to those one is introduced to; absent: not asked yet. */
  name: Type.Optional(FirstName),
  hushUntil: Time,
  /** The OPRF key that tokens must be under. */
  keyId: Type.String(),
  /** The list as the server holds it; absent: none was brought. */
  list: Type.Optional(Type.Object({ entries: Type.Integer(), identifiers: Type.Integer() })),
  rooms: Type.Array(RoomView),
  /** Waves without a card. */
  waves: Type.Array(OpenWave),
  introductions: Type.Array(IntroductionView),
})
export type MyView = Static<typeof MyView>

/** The host's desk: people exactly, other sums none under five (look.md 9). */
export const DeskView = Type.Object({
  code: RoomCode,
  size: RoomSize,
  people: Type.Integer(),
  introductions: Type.Integer(),
  wavesWaiting: Type.Integer(),
  places: Type.Object({ left: Type.Integer(), all: Type.Integer() }),
  /** Joins in each minute, the last of them the current one; at most 180. */
  joins: Type.Array(Type.Integer()),
  firstMinute: Time,
  waiting: Type.Array(
    Type.Object({ id: Id, name: Type.String(), why: Type.Enum(['full', 'address', 'nod'] as const), since: Time }),
  ),
  reports: Type.Array(
    Type.Object({ id: Id, name: Type.String(), text: Type.String(), at: Time, present: Type.Boolean() }),
  ),
})
export type DeskView = Static<typeof DeskView>

/** The big screen: nothing that is not five or more. */
export const WallView = Type.Object({
  face: RoomFace,
  wavesWaiting: Type.Integer(),
  introductions: Type.Integer(),
  /** Where phones can go, absent where no phone can reach this server. */
  link: Type.Optional(Type.String()),
})
export type WallView = Static<typeof WallView>
