/** Sealing a list in a room (CON4): how often, with what, and which rooms are one. */
import { POLICY } from './policy.ts'
import type { Seconds } from './units.ts'

/** What somebody has sealed in one room, over leaving and coming back, on all devices, and over becoming a member. */
export interface SealRecord {
  readonly sealings: number
  /** Identifiers in the last sealed list. */
  readonly identifiers: number
}

export const nothingSealed = (): SealRecord => ({ sealings: 0, identifiers: 0 })

export type SealRefusal = 'empty' | 'too-large' | 'no-more-sealings' | 'nothing-new'

export type SealResult =
  | { readonly ok: true; readonly record: SealRecord }
  | { readonly ok: false; readonly refusal: SealRefusal }

/** Seals a list of so many identifiers, of which so many are not in the list sealed before. */
export const seal = (
  record: SealRecord,
  who: 'guest' | 'member',
  list: { readonly identifiers: number; readonly added: number },
): SealResult => {
  if (list.identifiers === 0) return { ok: false, refusal: 'empty' }
  if (list.identifiers > POLICY.mostIdentifiers[who]) return { ok: false, refusal: 'too-large' }
  if (record.sealings >= POLICY.sealings[who]) return { ok: false, refusal: 'no-more-sealings' }
  if (record.sealings > 0 && !isMore(record, list)) return { ok: false, refusal: 'nothing-new' }
  return { ok: true, record: { sealings: record.sealings + 1, identifiers: list.identifiers } }
}

/** CON4: only with more in it. Something new in place of something else is not more. */
const isMore = (record: SealRecord, list: { readonly identifiers: number; readonly added: number }): boolean =>
  list.added > 0 && list.identifiers > record.identifiers

/**
 * Rooms of one host that begin within 24 hours of each other are one room here: for each room, in the order given, the
 * index of the first of those it is one with. Rooms that are linked by a third are one, too.
 */
export const roomsThatAreOne = (begins: readonly Seconds[]): number[] => {
  const order = begins.map((_, i) => i).sort((x, y) => begins[x]! - begins[y]!)
  const groups: number[][] = []
  for (const [rank, room] of order.entries()) {
    const before = order[rank - 1]
    if (before !== undefined && begins[room]! - begins[before]! < POLICY.oneRoomWithin) groups.at(-1)!.push(room)
    else groups.push([room])
  }
  const first: number[] = []
  for (const group of groups) for (const room of group) first[room] = Math.min(...group)
  return first
}
