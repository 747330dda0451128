/** Waves and introductions (REV3, REV5). */
import { POLICY } from './policy.ts'
import type { Side } from './records.ts'
import { otherSide } from './records.ts'
import { after, type Seconds } from './units.ts'

/** Two people's waves in one room, or around while one card stands. */
export interface WaveRecord {
  readonly a?: Seconds
  readonly b?: Seconds
  readonly introducedAt?: Seconds
}

export interface WaveTerms {
  /** Until when a wave can be made or answered: 24 hours after the room closed, or the card's end. */
  readonly answerUntil: Seconds
  /** What the waver has open in this room, or has sent around in the last 24 hours. */
  readonly used: number
  readonly where: 'room' | 'around'
}

export type WaveRefusal = 'too-late' | 'too-many' | 'introduced'

export type WaveResult =
  | { readonly ok: true; readonly wave: WaveRecord; readonly introduction: boolean }
  | { readonly ok: false; readonly refusal: WaveRefusal }

/** Until when waves of a room can be answered; while it is open there is no end. */
export const roomAnswerUntil = (closedAt: Seconds | undefined): Seconds =>
  closedAt === undefined ? (Number.POSITIVE_INFINITY as Seconds) : after(closedAt, POLICY.waveAnswer)

/** Somebody waves. Waving twice is once; the second of two waves is an introduction, and costs none of the limit. */
export const waveTo = (wave: WaveRecord, side: Side, terms: WaveTerms, now: Seconds): WaveResult => {
  if (wave.introducedAt !== undefined) return { ok: false, refusal: 'introduced' }
  if (now >= terms.answerUntil) return { ok: false, refusal: 'too-late' }
  if (wave[side] !== undefined) return { ok: true, wave, introduction: false }
  const answers = wave[otherSide(side)] !== undefined
  const most = terms.where === 'room' ? POLICY.wavesOpenInRoom : POLICY.wavesADayAround
  if (!answers && terms.used >= most) return { ok: false, refusal: 'too-many' }
  const waved = { ...wave, [side]: now }
  return { ok: true, wave: answers ? { ...waved, introducedAt: now } : waved, introduction: answers }
}

/** A wave can be taken back until it is answered. */
export const takeWaveBack = (wave: WaveRecord, side: Side): WaveRecord => {
  if (wave.introducedAt !== undefined) return wave
  const { [side]: _, ...rest } = wave
  return rest
}

/** Whether a wave still waits for its answer. */
export const isOpen = (wave: WaveRecord, side: Side, answerUntil: Seconds, now: Seconds): boolean =>
  wave[side] !== undefined && wave.introducedAt === undefined && now < answerUntil
