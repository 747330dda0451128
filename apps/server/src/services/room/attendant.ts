/** Somebody in a room, as the room knows them: here, at the door, or gone and not yet forgotten (PRES3: on the bus). */
import type { PresenceId } from '@kith/engine'
import {
  type HeldEvents,
  noNotices,
  nothingSealed,
  type RoomNotices,
  type SealRecord,
  type WaitReason,
} from '@kith/engine/rules'
import type { PersonKey, UnixSeconds } from '../../store/store.ts'
import type { StandingList } from '../floor/floor.ts'

/** What is kept of somebody in a room. */
export interface Attendance {
  /** Inside now; else at the door (`waiting`), or gone. */
  readonly here: boolean
  /** Admitted once, and need not be asked again (GST1 counts joins). */
  readonly admitted: boolean
  readonly isHost: boolean
  readonly removed: boolean
  readonly until: UnixSeconds
  readonly joinedAt: UnixSeconds
  /** REV2: shown to the room. */
  readonly shownName?: string
  readonly waiting?: { readonly why: WaitReason; readonly since: UnixSeconds; readonly name: string }
  readonly seal: SealRecord
  /** The host's topics by index, and own words as stored tokens (TOP1). */
  readonly tapped?: { readonly host: readonly number[]; readonly own: readonly string[] }
  readonly notices: RoomNotices
  /** CONV4: until when Kith keeps quiet after an introduction. */
  readonly quietUntil: UnixSeconds
  /** Their own hush (ENC6), the same in all their rooms. */
  readonly hushUntil: UnixSeconds
}

export const newAttendance = (now: UnixSeconds): Attendance => ({
  here: false,
  admitted: false,
  isHost: false,
  removed: false,
  until: now,
  joinedAt: now,
  seal: nothingSealed(),
  notices: noNotices(),
  quietUntil: 0,
  hushUntil: 0,
})

export interface Attendant extends Attendance {
  readonly person: PersonKey
  readonly presence: PresenceId
  /** The list that is sealed here. */
  readonly list?: StandingList
  /** Waves, introductions and messages that came in a hush; a restart may lose them, they are only rung about. */
  readonly held: HeldEvents
  /** Whether the store may hold a record of them and somebody (`PairRecord`). */
  readonly hasPairs: boolean
}

/** What of an attendant is kept on the bus, beside the list. */
export const attendanceOf = (attendant: Attendant): Attendance => {
  const { person: _, presence: __, list: ___, held: ____, hasPairs: _____, ...attendance } = attendant
  return attendance
}
