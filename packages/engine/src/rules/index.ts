/**
 * @kith/engine/rules: who gets a card, who is told, and when (SPEC.md beside this file). Pure functions over small
 * records, with the time as a parameter: what they return is all that they do.
 */
export {
  type Admission,
  type AdmissionResult,
  type Arrival,
  addPlaces,
  admit,
  openAdmission,
  ROOM_SIZES,
  type RoomSize,
  type WaitReason,
} from './admit.ts'
export {
  type AroundEffect,
  type AroundEvent,
  type AroundPerson,
  type AroundState,
  type AroundStep,
  inAround,
} from './around.ts'
export {
  type AroundFacts,
  block,
  type Card,
  cardAround,
  cardInRoom,
  iKnowThem,
  iKnowThemTakenBack,
  isKeptApart,
  type KnownToEachOther,
  nothingSaid,
  nothingShown,
  notNowAround,
  notNowInRoom,
  type PairFacts,
  type PairInRoom,
  type SaidHere,
  type SaidInRoom,
  type Shown,
  shownAround,
} from './card.ts'
export { cameAfter, type FollowRecord, type FollowStep, followForgiven, notFollowed } from './follower.ts'
export { isQuiet, noQuiet, type Quiet, quietAfterIntroduction, quietUntil } from './hush.ts'
export {
  type AroundNotices,
  aroundDue,
  aroundFreeAt,
  cardCame,
  cardWent,
  type EventNotice,
  eventNotice,
  type HeldEvents,
  heldDue,
  holdEvent,
  mayTell,
  type NoticeCard,
  noAroundNotices,
  noHeldEvents,
  noNotices,
  noticesDue,
  type RoomNotices,
  type Telling,
  takeHeld,
  takeNotices,
  toldAround,
} from './notify.ts'
export { byStrength } from './order.ts'
export {
  carriedBy,
  noReports,
  onReport,
  type Report,
  type ReportRecord,
  type ReportRefusal,
  type ReportResult,
} from './plausible.ts'
export { POLICY, type Policy } from './policy.ts'
export { metresBetween, type Position } from './position.ts'
export { aroundUntil, presenceUntil } from './presence.ts'
export {
  newPair,
  noteTold,
  otherSide,
  type PairRecord,
  type PairSide,
  pairKept,
  type Side,
  swapped,
  withSide,
} from './records.ts'
export { type Listing, listed, mostlyFrom, newListing, showFiveMore } from './reveal.ts'
export {
  inRoom,
  mayTellOf,
  type RoomEffect,
  type RoomEvent,
  type RoomPerson,
  type RoomState,
  type RoomStep,
} from './room.ts'
export { nothingSealed, roomsThatAreOne, type SealRecord, type SealRefusal, type SealResult, seal } from './seal.ts'
export {
  mayCountAround,
  peopleStep,
  STEPS,
  type Step,
  type StepInRoom,
  type StepMemory,
  stepInRoom,
  stepOf,
  sumShown,
} from './step.ts'
export {
  areNear,
  type Fix,
  noStop,
  onFix,
  onTrackerCell,
  type StopRecord,
  type StopStep,
  type TrackerRecord,
  type TrackerStep,
} from './stop.ts'
export { after, DAY, dayOf, endOfDay, HOUR, type Metres, MINUTE, NEVER_DUE, type Seconds } from './units.ts'
export {
  isOpen,
  noWave,
  noWavesAround,
  roomAnswerUntil,
  takeWaveBack,
  takeWaves,
  type WaveRecord,
  type WaveRefusal,
  type WaveResult,
  type WavesAround,
  type WaveTerms,
  wavedAround,
  wavesSent,
  waveTo,
} from './wave.ts'
