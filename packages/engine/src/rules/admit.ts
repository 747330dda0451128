/** Who may come into a room (GST1, GST2). */
import { POLICY } from './policy.ts'
import { after, type Seconds } from './units.ts'

/** How many people a room can be opened for. */
export const ROOM_SIZES = [10, 40, 150, 600, 5000] as const
export type RoomSize = (typeof ROOM_SIZES)[number]

export interface Admission {
  readonly size: RoomSize
  /** Guests that are admitted in all, counted by joins. */
  readonly places: number
  /** Guests that have joined so far, whether they are there now or not. */
  readonly joins: number
  /** Times of joins per network address, within the last hour; addresses as keyed hashes. */
  readonly byAddress: Readonly<Record<string, readonly Seconds[]>>
  /** A guest waits until the host nods. */
  readonly byNod: boolean
}

export const openAdmission = (size: RoomSize, byNod = false): Admission => ({
  size,
  places: placesFor(size),
  joins: 0,
  byAddress: {},
  byNod,
})

const placesFor = (size: RoomSize): number => size * POLICY.admitted

export interface Arrival {
  readonly address: string
  /** The host is connected from the same address. */
  readonly hostsAddress: boolean
  /** The host has nodded, or let those who wait in. */
  readonly answered: boolean
}

export type WaitReason = 'full' | 'address' | 'nod'

export type AdmissionResult =
  | { readonly ok: true; readonly admission: Admission }
  | { readonly ok: false; readonly waits: WaitReason }

/** A guest comes. The host's answer lets somebody past the address and the nod; past the places, the host adds more. */
export const admit = (admission: Admission, arrival: Arrival, now: Seconds): AdmissionResult => {
  const { address, hostsAddress, answered } = arrival
  if (admission.joins >= admission.places) return { ok: false, waits: 'full' }
  const recent = (admission.byAddress[address] ?? []).filter((at) => now - at < POLICY.addressWithin)
  if (!answered && !hostsAddress && recent.length >= mostPerAddress(admission)) return { ok: false, waits: 'address' }
  if (!answered && admission.byNod) return { ok: false, waits: 'nod' }
  const byAddress = { ...recentOnly(admission.byAddress, now), [address]: [...recent, now] }
  return { ok: true, admission: { ...admission, joins: admission.joins + 1, byAddress } }
}

/** Joins from one address after which it has over a quarter of the places, and at least six. */
const mostPerAddress = ({ places }: Admission): number =>
  Math.max(POLICY.addressLeast, Math.floor(places * POLICY.addressShare) + 1)

const recentOnly = (byAddress: Admission['byAddress'], now: Seconds): Admission['byAddress'] =>
  Object.fromEntries(Object.entries(byAddress).filter(([, times]) => now < after(times.at(-1)!, POLICY.addressWithin)))

/** The host adds as many places again as the room was opened with. */
export const addPlaces = (admission: Admission): Admission => ({
  ...admission,
  places: admission.places + placesFor(admission.size),
})
