import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isOpen,
  NEVER_DUE,
  noWave,
  noWavesAround,
  roomAnswerUntil,
  type Seconds,
  type Side,
  takeWaveBack,
  takeWaves,
  type WaveRecord,
  type WaveTerms,
  wavedAround,
  wavesSent,
  waveTo,
} from '../../src/rules/index.ts'
import { days, hours, justBefore, midnight, minutes, NOON } from './people.ts'

const room: WaveTerms = { where: 'room', card: true, keptApart: false, answerUntil: NEVER_DUE, used: 0 }
const around: WaveTerms = { ...room, where: 'around', answerUntil: hours(24) }
const waved = (wave: WaveRecord, side: Side, terms = room, at: Seconds = NOON): WaveRecord => {
  const result = waveTo(wave, side, terms, at)
  if (!result.ok) throw new Error(result.refusal)
  return result.wave
}

describe('waves', () => {
  it('REV3 Ana waves, Ben waves back: that is an introduction, dated by the day and by no hour', () => {
    const ana = waveTo(noWave(), 'a', room, NOON)
    expect(ana).toEqual({ ok: true, wave: { a: true, b: false }, introduction: false })
    const ben = waveTo(waved(noWave(), 'a'), 'b', room, minutes(4))
    const wave = { a: true, b: true, introducedAt: midnight() }
    expect(ben).toEqual({ ok: true, wave, introduction: true })
    expect(waveTo(wave, 'a', room, minutes(5))).toEqual({ ok: false, refusal: 'introduced' })
    expect(waveTo(wave, 'b', room, minutes(5))).toEqual({ ok: false, refusal: 'introduced' })
  })

  it('REV3 waving twice is waving once', () => {
    const wave = waved(noWave(), 'a')
    expect(waveTo(wave, 'a', { ...room, used: 20 }, minutes(1))).toEqual({ ok: true, wave, introduction: false })
  })

  it('REV3 a wave can be taken back until it is answered', () => {
    const back = takeWaveBack(waved(noWave(), 'a'), 'a')
    expect(back).toEqual(noWave())
    expect(waveTo(back, 'b', room, NOON)).toMatchObject({ introduction: false })
    expect(takeWaveBack(waved(noWave(), 'a'), 'b')).toEqual(waved(noWave(), 'a'))
    const both = waved(waved(noWave(), 'a'), 'b')
    expect(takeWaveBack(both, 'a')).toBe(both)
  })

  it('REV3 it can be answered until 24 hours after the room has closed, and not at the 24th', () => {
    const terms = { ...room, card: false, answerUntil: roomAnswerUntil(NOON) }
    const wave = waved(noWave(), 'a')
    expect(waveTo(wave, 'b', terms, justBefore(hours(24)))).toMatchObject({ ok: true, introduction: true })
    expect(waveTo(wave, 'b', terms, hours(24))).toEqual({ ok: false, refusal: 'too-late' })
    expect(roomAnswerUntil(undefined)).toBe(NEVER_DUE)
  })

  it('REV3 who has no card can answer, and not be the first to wave: the other has left, or the room has closed', () => {
    const left = { ...room, card: false }
    expect(waveTo(noWave(), 'a', left, NOON)).toEqual({ ok: false, refusal: 'no-card' })
    expect(waveTo(waved(noWave(), 'b'), 'a', left, NOON)).toMatchObject({ introduction: true })
  })

  it('REV6 a block takes waves and answers, and reads like somebody who has left', () => {
    const blocked = { ...room, keptApart: true }
    const left = waveTo(noWave(), 'a', { ...room, card: false }, NOON)
    expect(waveTo(noWave(), 'a', blocked, NOON)).toEqual(left)
    expect(waveTo(waved(noWave(), 'b'), 'a', blocked, NOON)).toEqual(left)
    expect(waveTo(noWave(), 'a', { ...blocked, card: false, used: 20 }, NOON)).toEqual(left)
    expect(takeWaves(waved(noWave(), 'b'))).toEqual(noWave())
    const both = waved(waved(noWave(), 'a'), 'b')
    expect(takeWaves(both)).toBe(both)
  })

  it('REV3 around it can be answered while the card stands', () => {
    const wave = waved(noWave(), 'b', around)
    expect(waveTo(wave, 'a', around, justBefore(hours(24)))).toMatchObject({ introduction: true })
    expect(waveTo(wave, 'a', around, hours(24))).toEqual({ ok: false, refusal: 'too-late' })
  })

  it('REV5 in a room the 20th open wave passes, the 21st does not', () => {
    expect(waveTo(noWave(), 'a', { ...room, used: 19 }, NOON)).toMatchObject({ ok: true })
    expect(waveTo(noWave(), 'a', { ...room, used: 20 }, NOON)).toEqual({ ok: false, refusal: 'too-many' })
  })

  it('REV5 around the fifth of a day passes, the sixth does not', () => {
    expect(waveTo(noWave(), 'a', { ...around, used: 4 }, NOON)).toMatchObject({ ok: true })
    expect(waveTo(noWave(), 'a', { ...around, used: 5 }, NOON)).toEqual({ ok: false, refusal: 'too-many' })
  })

  it('REV5 around a wave counts for exactly 24 hours', () => {
    const sent = wavedAround(wavedAround(noWavesAround(), NOON), hours(1))
    expect(wavesSent(sent, justBefore(hours(24)))).toBe(2)
    expect(wavesSent(sent, hours(24))).toBe(1)
    expect(wavedAround(sent, days(9)).sent).toEqual([days(9)])
  })

  it('REV5 an answer costs none of the limit', () => {
    const wave = waved(noWave(), 'a')
    expect(waveTo(wave, 'b', { ...room, used: 20 }, NOON)).toMatchObject({ ok: true, introduction: true })
  })

  it('REV3 a wave is open until it is answered, taken back or too late', () => {
    const wave = waved(noWave(), 'a')
    expect(isOpen(wave, 'a', hours(24), justBefore(hours(24)))).toBe(true)
    expect(isOpen(wave, 'a', hours(24), hours(24))).toBe(false)
    expect(isOpen(wave, 'b', hours(24), NOON)).toBe(false)
    expect(isOpen(waved(wave, 'b'), 'a', hours(24), NOON)).toBe(false)
  })
})

const act = fc.record({
  to: fc.nat(29),
  who: fc.oneof(
    { weight: 4, arbitrary: fc.constant('a' as const) },
    { weight: 1, arbitrary: fc.constant('b' as const) },
  ),
  what: fc.oneof({ weight: 8, arbitrary: fc.constant('wave') }, { weight: 1, arbitrary: fc.constant('back') }),
})

describe('the limits of waves', () => {
  it('REV5 open waves in a room never exceed 20, whoever waves, answers and takes back', () => {
    let reached = 0
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80, size: 'max' }), (acts) => {
        const waves: WaveRecord[] = Array.from({ length: 30 }, noWave)
        const open = () => waves.filter((wave) => wave.a && !wave.b).length
        for (const { to, who, what } of acts) {
          const used = who === 'a' ? waves.filter((wave) => isOpen(wave, 'a', NEVER_DUE, NOON)).length : 0
          if (what === 'back') waves[to] = takeWaveBack(waves[to]!, who)
          else {
            const result = waveTo(waves[to]!, who, { ...room, used }, NOON)
            if (result.ok) waves[to] = result.wave
          }
          expect(open()).toBeLessThanOrEqual(20)
          reached = Math.max(reached, open())
        }
      }),
      { numRuns: 60, seed: 7 },
    )
    expect(reached).toBe(20)
  })

  it('REV5 around nobody sends more than 5 in any 24 hours, also when they take them back', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.array(fc.nat(600), { maxLength: 60, size: 'max' }), (gaps) => {
        const sent: number[] = []
        let record = noWavesAround()
        let now = NOON as number
        for (const gap of gaps) {
          now += gap * 60
          const at = now as Seconds
          const terms: WaveTerms = { ...room, where: 'around', used: wavesSent(record, at) }
          if (!waveTo(noWave(), 'a', terms, at).ok) {
            refused++
            continue
          }
          record = wavedAround(record, at)
          sent.push(now)
        }
        for (const [i, at] of sent.entries()) expect((sent[i + 5] ?? Infinity) - at).toBeGreaterThanOrEqual(24 * 3600)
      }),
    )
    expect(refused).toBeGreaterThan(20)
  })
})
