/** What an introduction is made of, and how one side sees it (REV4, SIGN1). */
import type { Side } from '@kith/engine/rules'
import type { Coming, MutualFriendView, SignView } from '@kith/protocol'
import type { PersonKey, StoredIntroduction, UnixSeconds } from '../store/store.ts'
import type { HeldList } from './floor/held-list.ts'
import type { Attendant } from './room/attendant.ts'
import { sharedTopics } from './room/card-view.ts'
import type { LiveRoom } from './room/live-room.ts'
import type { LitSign } from './room/signs.ts'

/** One mutual friend, rarest first: each side's own entries. */
interface Group {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

/** What the bus holds of an introduction. */
export interface IntroductionState {
  readonly roomId: string
  readonly groups: readonly Group[]
  readonly sign?: LitSign
  readonly comingA?: Coming
  readonly comingB?: Coming
  readonly madeUp: boolean
}

export const sideIn = (stored: StoredIntroduction, person: PersonKey): Side => (stored.a === person ? 'a' : 'b')

export const groupsOf = (room: LiveRoom, a: Attendant, b: Attendant): Group[] => {
  if (!a.list || !b.list) return []
  const hash = (person: number) => room.needs.hashes.order('mutual', room.room.id, String(person))
  const ids = (list: HeldList, entries: readonly number[]) => entries.map((entry) => list.entries[entry]!.id)
  const [heldA, heldB] = [a.list.held, b.list.held]
  return room.needs.floor
    .mutual(a.list.id, b.list.id, hash)
    .map(({ entriesA, entriesB }) => ({ a: ids(heldA, entriesA), b: ids(heldB, entriesB) }))
}

/** REV4: the viewer's own entries, and how the other knows them. Never the other's ids. */
export const friendView = (group: Group, side: Side, theirList: HeldList | undefined): MutualFriendView => {
  const [mine, theirs] = side === 'a' ? [group.a, group.b] : [group.b, group.a]
  const entries = theirs
    .map((id) => theirList?.entries.find((entry) => entry.id === id))
    .filter((entry) => entry !== undefined)
  const story = entries.find((entry) => entry.story !== undefined)?.story
  return { entries: [...mine], tie: entries[0]?.tie ?? 'other', ...(story !== undefined && { story }) }
}

export const topicsIn = (room: LiveRoom, viewer: PersonKey, other: PersonKey) => {
  const [mine, theirs] = [room.attendant(viewer), room.attendant(other)]
  return mine && theirs ? sharedTopics(mine, theirs) : []
}

export const signView = (
  state: IntroductionState,
  side: Side,
  now: UnixSeconds,
  isApart: boolean,
): SignView | undefined => {
  const { sign, comingA, comingB } = state
  if (!sign || now >= sign.until) return undefined
  const [you, they] = side === 'a' ? [comingA, comingB] : [comingB, comingA]
  return { ...sign, ...(you && { you }), ...(they && !isApart && { they }) }
}
