import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isOpen,
  NEVER_DUE,
  roomAnswerUntil,
  type Seconds,
  type Side,
  takeWaveBack,
  type WaveRecord,
  type WaveTerms,
  waveTo,
} from '../../src/rules/index.ts'
import { hours, justBefore, minutes, NOON } from './people.ts'

const room: WaveTerms = { answerUntil: NEVER_DUE, used: 0, where: 'room' }
const around: WaveTerms = { answerUntil: hours(24), used: 0, where: 'around' }
const waved = (wave: WaveRecord, side: Side, terms = room, at: Seconds = NOON): WaveRecord => {
  const result = waveTo(wave, side, terms, at)
  if (!result.ok) throw new Error(result.refusal)
  return result.wave
}

describe('waves', () => {
  it('REV3 Ana waves, Ben waves back: that is an introduction, dated by the second wave', () => {
    const ana = waveTo({}, 'a', room, NOON)
    expect(ana).toEqual({ ok: true, wave: { a: NOON }, introduction: false })
    const ben = waveTo(waved({}, 'a'), 'b', room, minutes(4))
    const wave = { a: NOON, b: minutes(4), introducedAt: minutes(4) }
    expect(ben).toEqual({ ok: true, wave, introduction: true })
    expect(waveTo(wave, 'a', room, minutes(5))).toEqual({ ok: false, refusal: 'introduced' })
  })

  it('REV3 waving twice is waving once', () => {
    const wave = waved({}, 'a')
    expect(waveTo(wave, 'a', { ...room, used: 20 }, minutes(1))).toEqual({ ok: true, wave, introduction: false })
  })

  it('REV3 a wave can be taken back until it is answered', () => {
    expect(takeWaveBack(waved({}, 'a'), 'a')).toEqual({})
    expect(waveTo(takeWaveBack(waved({}, 'a'), 'a'), 'b', room, NOON)).toMatchObject({ introduction: false })
    const both = waved(waved({}, 'a'), 'b')
    expect(takeWaveBack(both, 'a')).toBe(both)
  })

  it('REV3 it can be answered until 24 hours after the room has closed, and not at the 24th', () => {
    const terms = { ...room, answerUntil: roomAnswerUntil(NOON) }
    const wave = waved({}, 'a')
    expect(waveTo(wave, 'b', terms, justBefore(hours(24)))).toMatchObject({ ok: true, introduction: true })
    expect(waveTo(wave, 'b', terms, hours(24))).toEqual({ ok: false, refusal: 'too-late' })
    expect(roomAnswerUntil(undefined)).toBe(NEVER_DUE)
  })

  it('REV3 around it can be answered while the card stands', () => {
    const wave = waved({}, 'b', around)
    expect(waveTo(wave, 'a', around, justBefore(hours(24)))).toMatchObject({ introduction: true })
    expect(waveTo(wave, 'a', around, hours(24))).toEqual({ ok: false, refusal: 'too-late' })
  })

  it('REV5 in a room the 20th open wave passes, the 21st does not', () => {
    expect(waveTo({}, 'a', { ...room, used: 19 }, NOON)).toMatchObject({ ok: true })
    expect(waveTo({}, 'a', { ...room, used: 20 }, NOON)).toEqual({ ok: false, refusal: 'too-many' })
  })

  it('REV5 around the fifth of a day passes, the sixth does not', () => {
    expect(waveTo({}, 'a', { ...around, used: 4 }, NOON)).toMatchObject({ ok: true })
    expect(waveTo({}, 'a', { ...around, used: 5 }, NOON)).toEqual({ ok: false, refusal: 'too-many' })
  })

  it('REV5 an answer costs none of the limit', () => {
    const wave = waved({}, 'a')
    expect(waveTo(wave, 'b', { ...room, used: 20 }, NOON)).toMatchObject({ ok: true, introduction: true })
  })

  it('REV3 a wave is open until it is answered, taken back or too late', () => {
    const wave = waved({}, 'a')
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
        const waves: WaveRecord[] = Array.from({ length: 30 }, () => ({}))
        const open = () => waves.filter((wave) => wave.a !== undefined && wave.introducedAt === undefined).length
        for (const { to, who, what } of acts) {
          const used = who === 'a' ? open() : 0
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

  it('REV5 around nobody sends more than 5 in any 24 hours', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600), { maxLength: 60, size: 'max' }), (gaps) => {
        const sent: number[] = []
        let now = NOON as number
        for (const gap of gaps) {
          now += gap * 60
          const used = sent.filter((at) => now - at < 24 * 3600).length
          const terms: WaveTerms = { answerUntil: NEVER_DUE, used, where: 'around' }
          if (waveTo({}, 'a', terms, now as Seconds).ok) sent.push(now)
        }
        for (const [i, at] of sent.entries()) expect((sent[i + 5] ?? Infinity) - at).toBeGreaterThanOrEqual(24 * 3600)
      }),
    )
  })
})
