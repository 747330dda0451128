/** Waves and introductions (REV3, REV5). */
import { POLICY } from './policy.ts'
import type { Side } from './records.ts'
import { otherSide } from './records.ts'
import { after, DAY, endOfDay, NEVER_DUE, type Seconds } from './units.ts'

/** Two people's waves in one room, or around while one card stands: who, and on which day, never at what hour (PRES3). */
export interface WaveRecord {
  readonly a: boolean
  readonly b: boolean
  /** The midnight after their introduction. */
  readonly introducedAt?: Seconds
}

export const noWave = (): WaveRecord => ({ a: false, b: false })

export interface WaveTerms {
  readonly where: 'room' | 'around'
  /** The waver sees a card of the other, or them openly. An answer needs none: whoever waved may have left. */
  readonly card: boolean
  /** A block, *not now* or *I know them* is between them. */
  readonly keptApart: boolean
  /** Until when a wave can be answered: 24 hours after the room closed, or the card's end. */
  readonly answerUntil: Seconds
  /** What the waver has open in this room (`isOpen`), or has sent around in 24 hours (`wavesSent`). */
  readonly used: number
}

/** `no-card` does not say why: a block reads like somebody who has left (REV6). */
export type WaveRefusal = 'too-late' | 'no-card' | 'too-many' | 'introduced'

export type WaveResult =
  | { readonly ok: true; readonly wave: WaveRecord; readonly introduction: boolean }
  | { readonly ok: false; readonly refusal: WaveRefusal }

/** Until when waves of a room can be answered; while it is open there is no end. */
export const roomAnswerUntil = (closedAt: Seconds | undefined): Seconds =>
  closedAt === undefined ? NEVER_DUE : after(closedAt, POLICY.waveAnswer)

/** Somebody waves. Waving twice is once; the second of two waves is an introduction, and costs none of the limit. */
export const waveTo = (wave: WaveRecord, side: Side, terms: WaveTerms, now: Seconds): WaveResult => {
  const answers = wave[otherSide(side)]
  if (wave.introducedAt !== undefined) return refused('introduced')
  if (now >= terms.answerUntil) return refused('too-late')
  if (terms.keptApart) return refused('no-card')
  if (wave[side]) return { ok: true, wave, introduction: false }
  if (answers) return { ok: true, wave: { ...wave, [side]: true, introducedAt: endOfDay(now) }, introduction: true }
  if (!terms.card) return refused('no-card')
  if (terms.used >= MOST[terms.where]) return refused('too-many')
  return { ok: true, wave: { ...wave, [side]: true }, introduction: false }
}

const MOST = { room: POLICY.wavesOpenInRoom, around: POLICY.wavesADayAround }

const refused = (refusal: WaveRefusal): WaveResult => ({ ok: false, refusal })

/** A wave can be taken back until it is answered. */
export const takeWaveBack = (wave: WaveRecord, side: Side): WaveRecord =>
  wave.introducedAt === undefined ? { ...wave, [side]: false } : wave

/** A block, *not now* or *I know them* takes the waves with the card; an introduction stays. */
export const takeWaves = (wave: WaveRecord): WaveRecord => (wave.introducedAt === undefined ? noWave() : wave)

/** Whether a wave still waits for its answer. */
export const isOpen = (wave: WaveRecord, side: Side, answerUntil: Seconds, now: Seconds): boolean =>
  wave[side] && wave.introducedAt === undefined && now < answerUntil

/** When somebody has waved around in the last 24 hours; a wave that is taken back has been sent, an answer has not. */
export interface WavesAround {
  readonly sent: readonly Seconds[]
}

export const noWavesAround = (): WavesAround => ({ sent: [] })

export const wavesSent = ({ sent }: WavesAround, now: Seconds): number => sent.filter((at) => now - at < DAY).length

export const wavedAround = ({ sent }: WavesAround, now: Seconds): WavesAround => ({
  sent: [...sent.filter((at) => now - at < DAY), now],
})
