/** What a room is besides those in it: places, hush, hosts (expiring store). */
import { type Admission, openAdmission, type RoomSize } from '@kith/engine/rules'
import type { PersonKey, UnixSeconds } from '../../store/store.ts'

export interface RoomState {
  readonly admission: Admission
  /** ENC6: the host's hush. */
  readonly hushUntil: UnixSeconds
  /** When everybody was last called to look. */
  readonly calledAt: UnixSeconds
  readonly hosts: readonly PersonKey[]
  /** Network addresses from which hosts were connected last, as keyed hashes (GST1, CON2). */
  readonly hostAddresses: readonly string[]
  /** How many introductions were made here. */
  readonly introductions: number
  /** SHA-256 of the keys of all host links, hex. */
  readonly hostKeyHashes: readonly string[]
}

export const newRoomState = (size: RoomSize, byNod: boolean): RoomState => ({
  admission: openAdmission(size, byNod),
  hushUntil: 0,
  calledAt: 0,
  hosts: [],
  hostAddresses: [],
  introductions: 0,
  hostKeyHashes: [],
})

export const writeRoomState = (state: RoomState): string => JSON.stringify(state)
export const readRoomState = (text: string): RoomState => JSON.parse(text)
