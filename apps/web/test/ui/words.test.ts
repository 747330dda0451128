import { describe, expect, test } from 'vitest'
import { inLanguage, words } from '../../src/i18n/messages.ts'
import { capital, listed, plural, spoken, stepWords } from '../../src/i18n/plural.ts'
import { formatDay, formatLeft, formatTime, formatUntil, formatWhen } from '../../src/i18n/time.ts'

const at = (text: string): number => new Date(text).getTime() / 1000

describe('Time as people say it', () => {
  const now = at('2026-11-24T19:30:00')

  test.each([
    [9600, '2 h 40 min left'],
    [10_800, '3 h left'],
    [1680, '28 min left'],
    [59, 'less than a minute left'],
    [-5, 'less than a minute left'],
  ])('%i seconds are "%s"', (seconds, said) => expect(formatLeft(seconds)).toBe(said))

  test('never more time than there is', () => expect(formatLeft(119)).toBe('1 min left'))

  test.each([
    ['2026-11-24T22:10:00', 'today'],
    ['2026-11-25T00:05:00', 'tomorrow'],
    ['2026-11-23T23:55:00', 'yesterday'],
    ['2026-11-26T18:30:00', 'Thursday'],
  ])('%s is %s', (day, said) => expect(formatDay(at(day), now)).toBe(said))

  test('further days have a date', () => expect(formatDay(at('2026-05-03T12:00:00'), now)).toMatch(/3.*May|May.*3/))

  test('today needs no day', () => {
    const evening = at('2026-11-24T22:10:00')
    expect(formatUntil(evening, now)).toBe(formatTime(evening))
    expect(formatWhen(evening, now)).toBe(formatTime(evening))
    expect(formatUntil(at('2026-11-25T22:10:00'), now)).toMatch(/^tomorrow, /)
    expect(formatWhen(at('2026-11-22T22:10:00'), now)).toBe('Sunday')
  })
})

describe('Numbers in sentences', () => {
  test('take the form of the language', () => {
    expect(plural(1, { one: '# friend', other: '# friends' })).toBe('1 friend')
    expect(plural(2, { one: '# friend', other: '# friends' })).toBe('2 friends')
  })

  test('are words up to twelve', () => {
    expect(capital(spoken(7))).toBe('Seven')
    expect(spoken(13)).toBe('13')
  })

  test('steps have a plus, lists an "and"', () => {
    expect(stepWords(25)).toBe('25+')
    expect(listed(['a', 'b', 'c'])).toMatch(/^a, b,? and c$/)
  })
})

describe('The catalogue', () => {
  test('is English where no other language was chosen', () => {
    const section = words('door', { head: 'Hello' })
    expect(inLanguage(section)).toBe(section)
  })
})
