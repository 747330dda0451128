/**
 * Notifications about cards (ENC3, ENC4, ENC6): when one may be sent, what waits, and when to ask again. Waves,
 * introductions and messages notify each time, subject to quiet, mute and blocks alone.
 */
import type { Card } from './card.ts'
import { isQuiet, type Quiet, quietUntil } from './hush.ts'
import { POLICY } from './policy.ts'
import type { PairSide } from './records.ts'
import { after, DAY, NEVER_DUE, type Seconds } from './units.ts'

export interface Telling {
  readonly mutualFriends: number
  /** What each side has asked for: told from so many mutual friends on. */
  readonly thresholdA: number
  readonly thresholdB: number
  /** Each has the other (ENC2). */
  readonly friends: boolean
  readonly lastToldAt?: Seconds
  /** Seconds before a pair is told again; 30 days unless given (ENC3). */
  readonly coolDown?: number
}

/** Whether a pair may be told of: no friends, both thresholds reached, and long enough ago. */
export const mayTell = (telling: Telling, now: Seconds): boolean => {
  const { mutualFriends, thresholdA, thresholdB, friends, lastToldAt, coolDown = POLICY.memory } = telling
  if (friends || mutualFriends < thresholdA || mutualFriends < thresholdB) return false
  return lastToldAt === undefined || now - lastToldAt >= coolDown
}

/** What one person is to be told of in a room. One person's devices are one. */
export interface RoomNotices {
  /** When they were last notified in this room. */
  readonly lastAt?: Seconds
  /** Whom they will be told of together: the other's id, each once, in the order in which the cards came. */
  readonly waiting: readonly string[]
}

export const noNotices = (): RoomNotices => ({ waiting: [] })

export interface NoticeCard {
  readonly other: string
  readonly card: Card
  /** As shown: the step will do, thresholds are steps. */
  readonly mutualFriends: number
  /** The viewer's own threshold: in a room it decides notifications only (ENC1). */
  readonly threshold: number
  /** The viewer's side of the pair. */
  readonly side: PairSide
}

/**
 * A card has come: it waits to be told, or is none that notifies (topics alone, too few friends, told, muted). Somebody
 * known online is told of whatever the threshold, which is about shared friends.
 */
export const cardCame = (notices: RoomNotices, card: NoticeCard, now: Seconds): RoomNotices => {
  const { other, mutualFriends, side } = card
  const isOnline = card.card === 'online' || card.card === 'online-by-name'
  const saysNothing = card.card === 'none' || (mutualFriends === 0 && !isOnline)
  if (saysNothing || side.mutes || notices.waiting.includes(other)) return notices
  const rule = { mutualFriends, thresholdA: isOnline ? 0 : card.threshold, thresholdB: 0, friends: false }
  const told = side.toldAt === undefined ? {} : { lastToldAt: side.toldAt }
  return mayTell({ ...rule, ...told }, now) ? { ...notices, waiting: [...notices.waiting, other] } : notices
}

/** A card has gone before it was told of. */
export const cardWent = (notices: RoomNotices, other: string): RoomNotices => ({
  ...notices,
  waiting: notices.waiting.filter((id) => id !== other),
})

/** When the notices are to be asked again: as soon as neither quiet nor the pause holds them back. */
export const noticesDue = ({ lastAt, waiting }: RoomNotices, quiet: Quiet, now: Seconds): Seconds => {
  if (waiting.length === 0) return NEVER_DUE
  const pause = lastAt === undefined ? now : after(lastAt, POLICY.roomPause)
  return Math.max(now, pause, quietUntil(quiet)) as Seconds
}

/**
 * One grouped notification for all that waits and still holds, or none yet. `holds`: whether the card is still there,
 * not muted by now, and not told of elsewhere meanwhile. Those told of are to be noted on their pairs (`toldAt`).
 */
export const takeNotices = (
  notices: RoomNotices,
  quiet: Quiet,
  holds: (other: string) => boolean,
  now: Seconds,
): { readonly notices: RoomNotices; readonly told: readonly string[] } => {
  if (noticesDue(notices, quiet, now) > now) return { notices, told: [] }
  const told = notices.waiting.filter(holds)
  if (told.length === 0) return { notices: { ...notices, waiting: [] }, told }
  return { notices: { lastAt: now, waiting: [] }, told }
}

/** What somebody has been told of around, as far as the limits look back. */
export interface AroundNotices {
  /** Times within the last 24 hours, oldest first. */
  readonly told: readonly Seconds[]
}

export const noAroundNotices = (): AroundNotices => ({ told: [] })

/** When somebody may next be told around: three in any 24 hours, 30 minutes apart, and not while quiet. */
export const aroundFreeAt = ({ told }: AroundNotices, quiet: Quiet, now: Seconds): Seconds => {
  const recent = told.filter((at) => now - at < DAY)
  const pause = recent.length === 0 ? 0 : after(recent.at(-1)!, POLICY.aroundPause)
  const spent = recent.length < POLICY.aroundADay ? 0 : after(recent.at(-POLICY.aroundADay)!, DAY)
  return Math.max(now, pause, spent, quietUntil(quiet)) as Seconds
}

/** Around the card comes with the notification, for both at once: when both are free (ENC4, ENC6). */
export const aroundDue = (
  a: { readonly notices: AroundNotices; readonly quiet: Quiet; readonly mutes: boolean },
  b: { readonly notices: AroundNotices; readonly quiet: Quiet; readonly mutes: boolean },
  now: Seconds,
): Seconds => {
  if (a.mutes || b.mutes) return NEVER_DUE
  return Math.max(aroundFreeAt(a.notices, a.quiet, now), aroundFreeAt(b.notices, b.quiet, now)) as Seconds
}

export const toldAround = ({ told }: AroundNotices, now: Seconds): AroundNotices => ({
  told: [...told.filter((at) => now - at < DAY), now],
})

/** `held`: it waits for the end of the hush, if it still holds then (ENC6). */
export type EventNotice = 'now' | 'held' | 'never'

/** When a wave, an introduction or a message notifies: each time, subject to hush, mute and blocks (ENC4). */
export const eventNotice = (quiet: Quiet, side: PairSide, otherBlocks: boolean, now: Seconds): EventNotice => {
  if (side.mutes || side.blocks || otherBlocks) return 'never'
  return isQuiet(quiet, now) ? 'held' : 'now'
}

/** What came to somebody in a hush: waves, introductions and messages, each once, by ids of the caller's choosing. */
export interface HeldEvents {
  readonly events: readonly string[]
}

export const noHeldEvents = (): HeldEvents => ({ events: [] })

export const holdEvent = ({ events }: HeldEvents, event: string): HeldEvents =>
  events.includes(event) ? { events } : { events: [...events, event] }

export const heldDue = ({ events }: HeldEvents, quiet: Quiet, now: Seconds): Seconds =>
  events.length === 0 ? NEVER_DUE : (Math.max(now, quietUntil(quiet)) as Seconds)

/**
 * What came in a hush that has ended, and still holds: not answered, read, taken back, muted or blocked by now. It and
 * what `takeNotices` tells at the same time are one notification (ENC6).
 */
export const takeHeld = (
  held: HeldEvents,
  quiet: Quiet,
  holds: (event: string) => boolean,
  now: Seconds,
): { readonly held: HeldEvents; readonly told: readonly string[] } =>
  heldDue(held, quiet, now) > now ? { held, told: [] } : { held: noHeldEvents(), told: held.events.filter(holds) }
