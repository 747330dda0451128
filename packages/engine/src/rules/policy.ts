/** Every number of the product's rules, in one place. Times are seconds, lengths metres. */
import { DAY, HOUR, MINUTE } from './units.ts'

/** A number for each of those who differ. */
type Per<Who extends string> = Readonly<Record<Who, number>>

export interface Policy {
  /** MUT4, ENC3: how long a step stays, and how long a pair is not told again. */
  readonly memory: number
  /** ENC3: said so often by one side, *not now* is for ever. */
  readonly notNowForEver: number
  /** ENC1: the step from which Around shows somebody, and rooms notify. */
  readonly threshold: number
  /** ENC4: in a room at most one notification in so long; around at most so many a day, so far apart. */
  readonly roomPause: number
  readonly aroundADay: number
  readonly aroundPause: number
  /** PRES4: how long a card of Around stands. */
  readonly aroundCard: number
  /** REV1: from so many mutual friends on the tie of most is said. TOP2: from so many on a sum is. */
  readonly tieFrom: number
  readonly sumFrom: number
  /** CONV4. */
  readonly introductionHush: number
  /** REV3: how long after its room has closed a wave can be answered. */
  readonly waveAnswer: number
  /** REV5. */
  readonly wavesOpenInRoom: number
  readonly wavesADayAround: number
  readonly listedAtATime: number
  /** CON4: how often a list can be sealed, how large it may be, and how near rooms begin that are one. */
  readonly sealings: Per<'guest' | 'member'>
  readonly mostIdentifiers: Per<'guest' | 'member'>
  readonly oneRoomWithin: number
  /** PRES1: how long a presence is unless asked, at most, and after the last report. */
  readonly stay: Per<'room' | 'around'>
  readonly mostStay: number
  readonly aroundLapse: Per<'app' | 'tracker'>
  /** PRES2: still means within so far of where one was so long ago; further where a fix is poor; none from the worst. */
  readonly dwell: number
  readonly stillWithin: number
  readonly stillWithinPoor: number
  readonly poorFix: number
  readonly worstFix: number
  /** PRES2: how long a place is reported, and how far from it the next begins. */
  readonly reportFor: number
  readonly placeEnds: number
  /** PRES5: metres a second, the pause after more, and how many different stops count. */
  readonly fastest: number
  /** Between the farthest corners of the largest cell of resolution 10, rounded up. */
  readonly cellAcross: number
  readonly implausiblePause: number
  readonly stopsAnHour: number
  readonly stopsADay: number
  /** ENC7: so many places so far apart on so many of so many days; then hidden for so long. */
  readonly followPlaces: number
  readonly followApart: number
  readonly followDays: number
  readonly followWithin: number
  readonly followHidden: number
  /** GST1: guests admitted per person the room was opened for; an address's share of the places, at least, within. */
  readonly admitted: number
  readonly addressShare: number
  readonly addressLeast: number
  readonly addressWithin: number
}

export const POLICY: Policy = {
  memory: 30 * DAY,
  notNowForEver: 2,
  threshold: 3,
  roomPause: 10 * MINUTE,
  aroundADay: 3,
  aroundPause: 30 * MINUTE,
  aroundCard: 24 * HOUR,
  tieFrom: 5,
  sumFrom: 5,
  introductionHush: 20 * MINUTE,
  waveAnswer: 24 * HOUR,
  wavesOpenInRoom: 20,
  wavesADayAround: 5,
  listedAtATime: 5,
  sealings: { guest: 2, member: 3 },
  mostIdentifiers: { guest: 5000, member: 10_000 },
  oneRoomWithin: 24 * HOUR,
  stay: { room: 3 * HOUR, around: 2 * HOUR },
  mostStay: 12 * HOUR,
  aroundLapse: { app: 10 * MINUTE, tracker: 30 * MINUTE },
  dwell: 120,
  stillWithin: 75,
  stillWithinPoor: 100,
  poorFix: 30,
  worstFix: 100,
  reportFor: 45 * MINUTE,
  placeEnds: 150,
  fastest: 100,
  cellAcross: 170,
  implausiblePause: 30 * MINUTE,
  stopsAnHour: 12,
  stopsADay: 30,
  followPlaces: 3,
  followApart: 2000,
  followDays: 2,
  followWithin: 7,
  followHidden: 30 * DAY,
  admitted: 1.5,
  addressShare: 0.25,
  addressLeast: 6,
  addressWithin: HOUR,
}
