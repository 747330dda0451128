/** @kith/protocol: what travels between app and server. Methods, live messages, errors, values, one version number. */
export {
  CODE_LENGTH,
  CODE_LETTERS,
  CODE_PATTERN,
  type CodeLetter,
  codeWords,
  LETTER_WORDS,
  readCode,
  spacedCode,
} from './code.ts'
export { WireErrorValue } from './error-value.ts'
export { ERRORS, type ErrorCode, type WireError } from './errors.ts'
export { CLOSE, ClientMessage, LiveEvent, ServerMessage } from './live.ts'
export { type Input, ListEntry, METHODS, type MethodName, type Needs, type Output } from './methods.ts'
export { Coming, PROTOCOL_VERSION, SIGN_COLOURS, SIGN_THINGS, TIES, Tie, TopicRef } from './values.ts'
export {
  CardView,
  DeskView,
  IntroductionView,
  MessageView,
  MutualFriendView,
  MyView,
  OpenWave,
  RoomFace,
  RoomOwn,
  RoomView,
  SignView,
  WallView,
} from './views.ts'
