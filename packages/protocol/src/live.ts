/**
 * The live socket: `GET /live`, one per device. The client says hello with the last event it has; the server sends what it
 * missed, or, where it cannot know (another process, too long ago), one `state` that replaces everything.
 */
import Type, { type Static } from 'typebox'
import { ErrorCodeValue } from './error-value.ts'
import { Id, RoomCode } from './values.ts'
import {
  CardView,
  DeskView,
  IntroductionView,
  MessageView,
  MyView,
  OpenWave,
  RoomFace,
  RoomOwn,
  RoomView,
} from './views.ts'

const kind = <K extends string>(name: K) => ({ kind: Type.Literal(name) })

/** What happened, in an order that is the same on all devices of one person. */
export const LiveEvent = Type.Union([
  /** Everything anew. */
  Type.Object({ ...kind('state'), state: MyView }),
  /** One is in a room (joined here or on another device), or something of one's own there has changed. */
  Type.Object({ ...kind('room'), room: RoomView }),
  Type.Object({ ...kind('room-face'), face: RoomFace }),
  /** What is one's own in a room has changed on another device: a list sealed, topics tapped, a name shown. */
  Type.Object({ ...kind('room-own'), code: RoomCode, own: RoomOwn }),
  /** One has left, was removed, or the room is over. */
  Type.Object({ ...kind('room-over'), code: RoomCode, why: Type.Enum(['left', 'ended', 'removed', 'time'] as const) }),
  /** The host has answered somebody who waited at the door. */
  Type.Object({ ...kind('answered'), code: RoomCode, letIn: Type.Boolean() }),
  Type.Object({ ...kind('card'), code: RoomCode, card: CardView }),
  Type.Object({ ...kind('card-gone'), code: RoomCode, card: Id }),
  /** Waves without a card, all of them anew. */
  Type.Object({ ...kind('waves'), waves: Type.Array(OpenWave) }),
  Type.Object({ ...kind('introduction'), introduction: IntroductionView }),
  Type.Object({ ...kind('introduction-gone'), id: Id }),
  Type.Object({ ...kind('message'), message: MessageView, unread: Type.Integer() }),
  Type.Object({ ...kind('read'), conversation: Id, seq: Type.Integer(), by: Type.Enum(['you', 'they'] as const) }),
  Type.Object({ ...kind('desk'), desk: DeskView }),
  /** To vibrate, ring or show a banner: with nothing of content in it. */
  Type.Object({
    ...kind('notice'),
    about: Type.Enum(['cards', 'wave', 'introduction', 'message', 'look-now', 'hush-over'] as const),
    room: Type.Optional(RoomCode),
    introduction: Type.Optional(Id),
    /** Of 'cards': how many they are together (ENC4). */
    cards: Type.Optional(Type.Integer()),
  }),
])
export type LiveEvent = Static<typeof LiveEvent>

export const ServerMessage = Type.Union([
  Type.Object({ ...kind('welcome'), protocol: Type.Integer(), epoch: Type.String() }),
  Type.Object({ ...kind('event'), id: Type.Integer(), event: LiveEvent }),
  Type.Object({ ...kind('pong') }),
  Type.Object({ ...kind('error'), error: ErrorCodeValue }),
])
export type ServerMessage = Static<typeof ServerMessage>

export const ClientMessage = Type.Union([
  /** First on every connection. `epoch` and `last` as they came, or neither. */
  Type.Object({
    ...kind('hello'),
    protocol: Type.Integer(),
    epoch: Type.Optional(Type.String({ maxLength: 64 })),
    last: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  Type.Object({ ...kind('ping') }),
  /** The host's desk is open on this device, or no longer: `desk` events come while it is. */
  Type.Object({ ...kind('watch-desk'), code: RoomCode, on: Type.Boolean() }),
])
export type ClientMessage = Static<typeof ClientMessage>

/** Why the server closes a socket, and whether to try again. */
export const CLOSE = {
  /** 1001: the server is stopping. Try again. */
  goingAway: { code: 1001, retry: true },
  /** The first message was no hello, or another was malformed. */
  badMessage: { code: 4400, retry: false },
  noSession: { code: 4401, retry: false },
  wrongOrigin: { code: 4403, retry: false },
  /** The page is of another version: reload it. */
  wrongProtocol: { code: 4409, retry: false },
  /** The session was replaced or ended. */
  sessionOver: { code: 4410, retry: false },
  /** More sockets or messages than one device needs. */
  tooMuch: { code: 4429, retry: true },
} as const
