/** The evening, one thing after the other: they come, bring their people, ask who is here, and wave. */
import { performance } from 'node:perf_hooks'
import { shuffled } from './crowd.ts'
import type { Device } from './device.ts'
import type { Guest } from './guests.ts'
import { type Paced, paced, type Times, timesOf, until } from './pace.ts'
import type { Tokens } from './tokens.ts'
import type { Truth } from './truth.ts'

/** All of them join within this time. */
const JOIN_SECONDS = 50
const MOST_JOINS_A_SECOND = 20
/** How long what must come is waited for before it counts as lost. */
export const PATIENCE_SECONDS = 30

export const join = (devices: readonly Device[], code: string, tokens: Tokens): Promise<Paced> => {
  const rate = Math.min(MOST_JOINS_A_SECOND, Math.max(10, devices.length / JOIN_SECONDS))
  return paced(devices, rate, async (device) => {
    const { guest, caller } = device
    const joined = await caller.call('rooms.join', { code, ...(guest.isNamed && { firstName: guest.name }) })
    if (joined.you !== 'in') throw new Error(`seat ${guest.seat} waits at the door: ${joined.why}`)
    await device.connect()
    await caller.call('contacts.put', { keyId: tokens.keyId, ...listOf(guest, tokens) })
  })
}

const listOf = ({ entries, stated }: Guest, tokens: Tokens) => ({
  entries: entries.map(({ id, identifiers, tie }) => ({
    id,
    tokens: identifiers.map(tokens.of),
    tie,
    onlineOnly: false,
  })),
  stated: stated.map(tokens.of),
})

export interface Sealing {
  readonly answers: Times
  /** From the request of the second of two sealings to the card on both screens (ENC8). */
  readonly cards: Times
  readonly pairs: number
  readonly seconds: number
}

export const sealAll = async (
  devices: readonly Device[],
  { code, rate, seed }: { code: string; rate: number; seed: number },
  { sharing }: Truth,
  ids: readonly (readonly string[])[],
): Promise<Sealing> => {
  const sealedAt = new Float64Array(devices.length)
  const { took, seconds } = await paced(shuffled(devices, seed), rate, async ({ guest, caller }) => {
    sealedAt[guest.seat] = performance.now()
    await caller.call('rooms.seal', { code })
  })
  const shownAt = ([a, b]: readonly [number, number]) =>
    Math.max(appearedAt(devices[a]!, ids[a]![b]!), appearedAt(devices[b]!, ids[b]![a]!))
  await until(() => sharing.every((pair) => Number.isFinite(shownAt(pair))), PATIENCE_SECONDS)
  const times = sharing.map((pair) => shownAt(pair) - Math.max(sealedAt[pair[0]]!, sealedAt[pair[1]]!))
  return { answers: timesOf(took), cards: timesOf(times), pairs: sharing.length, seconds }
}

const appearedAt = ({ appeared }: Device, card: string): number => appeared.get(card) ?? Number.POSITIVE_INFINITY

/** Who waved at whom, by seat. */
export type Waves = ReadonlySet<string>
export const waveKey = (from: number, to: number): string => `${from} ${to}`

export const waveAll = async (
  devices: readonly Device[],
  code: string,
  rate: number,
  ids: readonly (readonly string[])[],
): Promise<{ waves: Waves; answers: Times }> => {
  const waves = new Set<string>()
  const wave = async (device: Device, card: string | undefined) => {
    if (card === undefined) return
    const { guest, caller } = device
    await caller.call('cards.wave', { code, card, firstName: guest.name })
    waves.add(waveKey(guest.seat, ids[guest.seat]!.indexOf(card)))
  }
  const first = await paced(devices, rate, (device) => wave(device, device.first?.id))
  const waiting = ({ guest, cards }: Device) =>
    guest.seat % 2 === 0 ? [...cards.values()].filter((card) => card.wave === 'they').slice(0, 3) : []
  const answers = devices.flatMap((device) => waiting(device).map(({ id }) => ({ device, id })))
  const second = await paced(answers, rate, ({ device, id }) => wave(device, id))
  return { waves, answers: timesOf([...first.took, ...second.took]) }
}

/** Pairs of seats of whom both waved. */
export const introducedIn = (waves: Waves): [number, number][] =>
  [...waves].flatMap((key) => {
    const [from, to] = key.split(' ').map(Number) as [number, number]
    return from < to && waves.has(waveKey(to, from)) ? [[from, to] as [number, number]] : []
  })
