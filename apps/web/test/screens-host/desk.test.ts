import { describe, expect, it } from 'vitest'
import { host } from '../../src/i18n/en/host.ts'
import { againTimes } from '../../src/screens/host/again-times.ts'
import { changesIn } from '../../src/screens/host/change.tsx'
import { minutesOf } from '../../src/screens/host/peak.ts'

const SEVEN = 1_764_010_800
const MINUTE = 60
const HOUR = 3600

describe('people joining, minute by minute', () => {
  it('is half an hour at least, and ends with the current minute', () => {
    const minutes = minutesOf([0, 2, 1], SEVEN)
    expect(minutes.joins).toHaveLength(30)
    expect(minutes.joins.slice(-3)).toEqual([0, 2, 1])
    expect(minutes.to).toBe(SEVEN + 2 * MINUTE)
    expect(minutes.from).toBe(minutes.to - 29 * MINUTE)
  })
  it('names the first of the fullest minutes', () => {
    const joins = [1, 6, 2, 6, ...new Array(40).fill(0)]
    expect(minutesOf(joins, SEVEN).peak).toEqual({ joins: 6, at: SEVEN + MINUTE })
  })
  it('leaves out the quiet before the first who came', () => {
    const joins = [...new Array(100).fill(0), 3, ...new Array(59).fill(0)]
    const minutes = minutesOf(joins, SEVEN)
    expect(minutes.joins).toHaveLength(61)
    expect(minutes.joins[1]).toBe(3)
    expect(minutes.from).toBe(SEVEN + 99 * MINUTE)
    expect(minutes.peak?.at).toBe(SEVEN + 100 * MINUTE)
  })
  it('has no peak where nobody came', () => {
    expect(minutesOf([0], SEVEN).peak).toBeUndefined()
    expect(minutesOf([], SEVEN).joins).toHaveLength(30)
  })
  it('says the peak in words', () => {
    expect(host.joining(6, '19:10')).toBe('Joining each minute. Most: six, at 19:10.')
  })
})

describe('the same room again', () => {
  const evening = { begins: SEVEN, ends: SEVEN + 3 * HOUR }
  it('is offered for a week later, at the same hour and as long', () => {
    const next = againTimes(evening, SEVEN + HOUR)
    expect(next.ends - next.begins).toBe(3 * HOUR)
    const [before, after] = [new Date(evening.begins * 1000), new Date(next.begins * 1000)]
    expect([after.getDay(), after.getHours(), after.getMinutes()]).toEqual([
      before.getDay(),
      before.getHours(),
      before.getMinutes(),
    ])
    expect(next.begins).toBeGreaterThan(evening.ends)
  })
  it('lasts three hours where the one before was closed soon after it began', () => {
    const next = againTimes({ begins: SEVEN, ends: SEVEN + 90 }, SEVEN + HOUR)
    expect(next.ends - next.begins).toBe(3 * HOUR)
  })
  it('is never offered for a time that is over', () => {
    const later = SEVEN + 30 * 24 * HOUR
    expect(againTimes(evening, later).begins).toBeGreaterThanOrEqual(later)
  })
})

describe('changing a room', () => {
  const face = { name: 'Choir', ends: SEVEN, topics: ['writes', 'gardens'], spots: ['the piano'] } as Parameters<
    typeof changesIn
  >[0]
  const same = { name: 'Choir', ends: SEVEN, topics: ['writes', 'gardens'], spots: ['the piano'] }
  it('sends only what is different', () => {
    expect(changesIn(face, same)).toEqual({})
    expect(changesIn(face, { ...same, name: ' Choir ' })).toEqual({})
    expect(changesIn(face, { ...same, name: '' })).toEqual({})
    expect(changesIn(face, { ...same, name: 'Choir and friends' })).toEqual({ name: 'Choir and friends' })
    expect(changesIn(face, { ...same, ends: SEVEN + 1 })).toEqual({ ends: SEVEN + 1 })
    expect(changesIn(face, { ...same, topics: ['writes'] })).toEqual({ topics: ['writes'] })
    expect(changesIn(face, { ...same, topics: ['gardens', 'writes'] })).toEqual({ topics: ['gardens', 'writes'] })
    expect(changesIn(face, { ...same, spots: [] })).toEqual({ spots: [] })
  })
})
