/**
 * The methods: `POST /api/<name>` with a JSON body, one object each way. A session travels as a cookie. `needs`: nobody
 * (no session), guest (any session; 'makes' gives one to who has none), host (of the room in `code`).
 */
import Type, { type Static, type TSchema } from 'typebox'
import { Batch, Coming, FirstName, Id, Key, RoomCode, RoomSize, Story, Tie, Time, Token, TopicWords } from './values.ts'
import { DeskView, IntroductionView, MessageView, MyView, RoomFace, RoomView, WallView } from './views.ts'

export type Needs = 'nobody' | 'makes' | 'guest' | 'host'

const method = <I extends TSchema, O extends TSchema, N extends Needs>(
  needs: N,
  summary: string,
  input: I,
  output: O,
) => ({
  needs,
  summary,
  input,
  output,
})

const Nothing = Type.Object({})
const InRoom = { code: RoomCode }
const OfCard = { code: RoomCode, card: Id }
const Name = Type.String({ minLength: 1, maxLength: 80 })
const Topics = Type.Array(TopicWords, { maxItems: 12 })
const Spots = Type.Array(Type.String({ minLength: 1, maxLength: 30 }), { maxItems: 12 })

/** A person as a room's list holds them (CON1). */
export const ListEntry = Type.Object({
  /** Made by the device, at random, once for each entry. */
  id: Id,
  tokens: Type.Array(Token, { minItems: 1, maxItems: 50 }),
  tie: Tie,
  onlineOnly: Type.Boolean(),
  story: Type.Optional(Story),
})
export type ListEntry = Static<typeof ListEntry>

/** A made-up address book. */
const SampleBook = Type.Object({
  /** vCard, to be read as if it were one’s own. */
  vcard: Type.String(),
  /** What its owner would say of some of its people, by name. */
  stories: Type.Array(Type.Object({ name: Type.String(), story: Story })),
})

export const METHODS = {
  'rooms.open': method(
    'makes',
    'Opens a room; whoever opens it is its host and is in it. Without an account it lasts at most 24 hours from its beginning.',
    Type.Object({
      name: Name,
      size: RoomSize,
      begins: Type.Optional(Time),
      ends: Type.Optional(Time),
      topics: Type.Optional(Topics),
      spots: Type.Optional(Spots),
      byNod: Type.Optional(Type.Boolean()),
      hostName: Type.Optional(FirstName),
    }),
    Type.Object({ room: RoomView, hostKey: Key }),
  ),
  'rooms.peek': method('nobody', 'A room as it looks from outside the door.', Type.Object(InRoom), RoomFace),
  'rooms.join': method(
    'makes',
    'Goes into a room, or waits at its door. The first name, if given, is shown to the room.',
    Type.Object({ ...InRoom, firstName: Type.Optional(FirstName) }),
    Type.Union([
      Type.Object({ you: Type.Literal('in'), room: RoomView }),
      Type.Object({ you: Type.Literal('waiting'), why: Type.Enum(['full', 'address', 'nod'] as const) }),
    ]),
  ),
  'rooms.leave': method('guest', 'Leaves a room, or its door.', Type.Object(InRoom), Nothing),
  'rooms.seal': method(
    'guest',
    'Asks who is here: seals the list in this room (CON4). Cards come as live events.',
    Type.Object(InRoom),
    Type.Object({ room: RoomView }),
  ),
  'rooms.host': method(
    'makes',
    'Makes this device a host, by the key of the host link.',
    Type.Object({ ...InRoom, hostKey: Key }),
    Type.Object({ room: RoomView }),
  ),
  'rooms.wall': method('nobody', 'What the big screen shows.', Type.Object(InRoom), WallView),
  'topics.tap': method(
    'guest',
    'Taps topics, at most five together, once in a room. Own words: the OPRF of `room:<code>:<words>`, words in NFKC, lower case, spaces collapsed.',
    Type.Object({
      ...InRoom,
      host: Type.Array(Type.Integer({ minimum: 0, maximum: 11 }), { maxItems: 5 }),
      own: Type.Array(Token, { maxItems: 5 }),
    }),
    Type.Object({ room: RoomView }),
  ),
  'contacts.evaluate': method(
    'guest',
    'Blind evaluation (RFC 9497) of one batch of 64 elements, padding included.',
    Type.Object({ batch: Batch }),
    Type.Object({ keyId: Type.String(), batch: Batch }),
  ),
  'contacts.put': method(
    'guest',
    'Replaces the list. It takes effect in a room when it is sealed there. Statements: own identifiers, which only take away (MUT2). An entry under a new id that holds somebody whom an entry before held under an id that is not given any more keeps that id (`kept`): a device that lost its book finds its people again.',
    Type.Object({
      keyId: Type.String(),
      entries: Type.Array(ListEntry, { maxItems: 5000 }),
      stated: Type.Array(Token, { maxItems: 5 }),
    }),
    Type.Object({
      entries: Type.Integer(),
      identifiers: Type.Integer(),
      kept: Type.Array(Type.Object({ given: Id, id: Id })),
    }),
  ),
  'contacts.remove': method(
    'guest',
    'Takes entries out of the list and of everything sealed, at once.',
    Type.Object({ entries: Type.Array(Id, { minItems: 1, maxItems: 5000 }) }),
    Nothing,
  ),
  'contacts.tell': method(
    'guest',
    'Changes how one knows somebody: the tie, or the story that the other side may read (null takes it back).',
    Type.Object({ entry: Id, tie: Type.Optional(Tie), story: Type.Optional(Type.Union([Story, Type.Null()])) }),
    Nothing,
  ),
  'cards.wave': method(
    'guest',
    'Waves. The second of two waves is an introduction.',
    Type.Object({ ...OfCard, firstName: Type.Optional(FirstName) }),
    Type.Object({ introduction: Type.Optional(IntroductionView) }),
  ),
  'cards.takeBack': method('guest', 'Takes a wave back that was not answered.', Type.Object(OfCard), Nothing),
  'cards.notNow': method(
    'guest',
    'Not now: the card goes from both until the room closes.',
    Type.Object(OfCard),
    Nothing,
  ),
  'cards.iKnowThem': method(
    'guest',
    'I know them: no card for each other, until taken back.',
    Type.Object(OfCard),
    Nothing,
  ),
  'cards.iKnowThemTakenBack': method('guest', 'Takes *I know them* back.', Type.Object(OfCard), Nothing),
  'people.block': method(
    'guest',
    'Neither sees anything of the other any more; the other is not told. By a card or an introduction.',
    Type.Object({ card: Type.Optional(Type.Object(OfCard)), introduction: Type.Optional(Id) }),
    Nothing,
  ),
  'people.report': method(
    'guest',
    'Tells the host of the room and the operator, with what one chose to add.',
    Type.Object({
      card: Type.Optional(Type.Object(OfCard)),
      introduction: Type.Optional(Id),
      text: Type.String({ maxLength: 1000 }),
    }),
    Nothing,
  ),
  'introductions.get': method('guest', 'One introduction.', Type.Object({ id: Id }), IntroductionView),
  'introductions.more': method(
    'guest',
    'Asks for five more mutual friends; they are shown when both have asked. `on: false` takes it back.',
    Type.Object({ id: Id, on: Type.Boolean() }),
    IntroductionView,
  ),
  'introductions.coming': method(
    'guest',
    'While looking for each other: I am coming, come to me, or nothing (null).',
    Type.Object({ id: Id, coming: Type.Union([Coming, Type.Null()]) }),
    IntroductionView,
  ),
  'introductions.found': method(
    'guest',
    'Found each other: the sign goes out.',
    Type.Object({ id: Id }),
    IntroductionView,
  ),
  'introductions.met': method(
    'guest',
    'Did you two meet? *Not this time* is never told.',
    Type.Object({ id: Id, met: Type.Enum(['met', 'not-this-time'] as const) }),
    IntroductionView,
  ),
  'messages.send': method(
    'guest',
    'Sends a message; the same `clientId` again is the same message (CONV2).',
    Type.Object({ conversation: Id, clientId: Id, text: Type.String({ minLength: 1, maxLength: 2000 }) }),
    MessageView,
  ),
  'messages.list': method(
    'guest',
    'Messages after a seq, ascending.',
    Type.Object({
      conversation: Id,
      after: Type.Integer({ minimum: 0 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    Type.Object({ messages: Type.Array(MessageView), theyRead: Type.Integer() }),
  ),
  'messages.read': method(
    'guest',
    'Everything up to a seq is read.',
    Type.Object({ conversation: Id, seq: Type.Integer({ minimum: 1 }) }),
    Nothing,
  ),
  'me.get': method('guest', 'Everything of one’s own.', Nothing, MyView),
  'me.name': method(
    'guest',
    'The first name that those see whom one is introduced to. `code`: shown to that room as well.',
    Type.Object({ firstName: FirstName, code: Type.Optional(RoomCode) }),
    Nothing,
  ),
  'me.hush': method(
    'guest',
    'No notifications until then; 0 ends it. Cards keep coming.',
    Type.Object({ until: Time }),
    Nothing,
  ),
  'me.link': method(
    'guest',
    'A link by which another device becomes this same guest: good once, for 15 minutes.',
    Nothing,
    Type.Object({ key: Key, until: Time }),
  ),
  'me.claim': method('nobody', 'Makes this device that guest.', Type.Object({ key: Key }), MyView),
  'me.forget': method('guest', 'Deletes everything of this guest at once.', Nothing, Nothing),
  'host.desk': method(
    'host',
    'The desk. It comes as live events, too, while it is watched.',
    Type.Object(InRoom),
    DeskView,
  ),
  'host.link': method(
    'host',
    'A new host link; links given before stay good.',
    Type.Object(InRoom),
    Type.Object({ hostKey: Key }),
  ),
  'host.hush': method(
    'host',
    'Hushes the whole room until then; 0 ends it (ENC6).',
    Type.Object({ ...InRoom, until: Time }),
    Nothing,
  ),
  'host.callAll': method(
    'host',
    'Everybody look now: one short call to every device; at most one in five minutes.',
    Type.Object(InRoom),
    Nothing,
  ),
  'host.admitMore': method('host', 'Adds as many places again.', Type.Object(InRoom), DeskView),
  'host.answer': method(
    'host',
    'Lets somebody in who waits at the door, or not.',
    Type.Object({ ...InRoom, waiting: Id, letIn: Type.Boolean() }),
    DeskView,
  ),
  'host.change': method(
    'host',
    'Changes what can be changed while a room is open.',
    Type.Object({
      ...InRoom,
      name: Type.Optional(Name),
      ends: Type.Optional(Time),
      spots: Type.Optional(Spots),
      byNod: Type.Optional(Type.Boolean()),
      /** Only topics that nobody has tapped can go; others can be added while there are fewer than twelve. */
      topics: Type.Optional(Topics),
    }),
    RoomView,
  ),
  'host.remove': method(
    'host',
    'Removes somebody of whom there is a report: for them the room has ended (SAFE2).',
    Type.Object({ ...InRoom, report: Id }),
    DeskView,
  ),
  'host.closeReport': method('host', 'The report is dealt with.', Type.Object({ ...InRoom, report: Id }), DeskView),
  'host.close': method('host', 'Closes the room for everybody.', Type.Object(InRoom), Nothing),
  'host.again': method(
    'host',
    'Same again: a new room with the same code, poster, name, topics and spots, once this one has ended or will have.',
    Type.Object({ ...InRoom, begins: Type.Optional(Time), ends: Type.Optional(Time) }),
    Type.Object({ room: RoomFace, hostKey: Key }),
  ),
  'try.open': method(
    'makes',
    'An evening with made-up people: a room of one’s own with forty of them, and a sample address book to bring.',
    Nothing,
    Type.Object({ room: RoomView, book: SampleBook }),
  ),
  'try.book': method(
    'nobody',
    'A made-up address book to try a room with: one for each of two people, who share 25 friends.',
    Type.Object({ whose: Type.Enum(['first', 'second'] as const) }),
    SampleBook,
  ),
} as const

export type MethodName = keyof typeof METHODS
export type Input<M extends MethodName> = Static<(typeof METHODS)[M]['input']>
export type Output<M extends MethodName> = Static<(typeof METHODS)[M]['output']>
