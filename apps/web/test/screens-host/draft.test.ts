import { describe, expect, it } from 'vitest'
import {
  asksNodFirst,
  type Draft,
  EMPTY,
  endsOf,
  fieldOf,
  inputOf,
  mistakesIn,
  nodOf,
  placesFor,
  SIZES,
  tidied,
} from '../../src/screens/open/draft.ts'
import { fromBox, toBox } from '../../src/screens/open/local-time.ts'

const NOW = 1_764_000_000
const HOUR = 3600
const DAY = 24 * HOUR
const evening: Draft = { ...EMPTY, name: 'Book evening, Leeds library' }

describe('a room about to be opened', () => {
  it('needs a name and nothing else', () => {
    expect(mistakesIn(EMPTY, NOW)).toEqual({ name: 'name-missing' })
    expect(mistakesIn({ ...EMPTY, name: '   ' }, NOW)).toEqual({ name: 'name-missing' })
    expect(mistakesIn(evening, NOW)).toEqual({})
  })
  it('begins now and lasts three hours unless said, and leaves both to the server’s clock', () => {
    expect(endsOf(evening, NOW)).toBe(NOW + 3 * HOUR)
    expect(endsOf({ ...evening, begins: NOW + DAY }, NOW)).toBe(NOW + DAY + 3 * HOUR)
    expect(inputOf(evening)).not.toHaveProperty('begins')
    expect(inputOf(evening)).not.toHaveProperty('ends')
  })
  it('can be 60 days ahead, to the second, and not a second more', () => {
    expect(mistakesIn({ ...evening, begins: NOW + 60 * DAY }, NOW)).toEqual({})
    expect(mistakesIn({ ...evening, begins: NOW + 60 * DAY + 1 }, NOW)).toEqual({ begins: 'begins-far' })
  })
  it('SAFE2 lasts a day at most from its beginning', () => {
    const begins = NOW + DAY
    expect(mistakesIn({ ...evening, begins, ends: begins + DAY }, NOW)).toEqual({})
    expect(mistakesIn({ ...evening, begins, ends: begins + DAY + 1 }, NOW)).toEqual({ ends: 'ends-long' })
    expect(mistakesIn({ ...evening, begins, ends: begins }, NOW)).toEqual({ ends: 'ends-before' })
  })
  it('may have been meant for the minute in which the form was opened', () => {
    expect(mistakesIn({ ...evening, begins: NOW - 60 }, NOW)).toEqual({})
    expect(mistakesIn({ ...evening, begins: NOW - 61 }, NOW)).toEqual({ begins: 'begins-past' })
  })
  it('GST1 says how many can come in: one and a half times as many', () => {
    expect(SIZES.map(placesFor)).toEqual([15, 60, 225, 900, 7500])
  })
  it('GST2 is by nod at first for ten, and as its host says from then on', () => {
    expect(SIZES.filter(asksNodFirst)).toEqual([10])
    expect(nodOf({ ...EMPTY, size: 10 })).toBe(true)
    expect(nodOf({ ...EMPTY, size: 10, byNod: false })).toBe(false)
    expect(nodOf({ ...EMPTY, size: 40, byNod: true })).toBe(true)
  })
  it('sends what was typed, without spaces around, and no empty name of its host', () => {
    expect(inputOf({ ...evening, name: '  Choir ', hostName: '  ' })).toEqual({
      name: 'Choir',
      size: 40,
      byNod: false,
      topics: [],
      spots: [],
    })
    expect(inputOf({ ...evening, hostName: ' Farid ' }).hostName).toBe('Farid')
  })
  it('takes a topic once, however it is spaced or spelled', () => {
    expect(tidied('  new   in town ', [])).toBe('new in town')
    expect(tidied('New in Town', ['new in town'])).toBeUndefined()
    expect(tidied('   ', [])).toBeUndefined()
  })
  it('finds the field that the server means, also of one chip', () => {
    expect(fieldOf('topics/3')).toBe('topics')
    expect(fieldOf('/hostName')).toBe('hostName')
    expect(fieldOf('size')).toBeUndefined()
    expect(fieldOf(undefined)).toBeUndefined()
  })
})

describe('a time in a box', () => {
  it('comes back as it went in, to the minute', () => {
    const minute = NOW - (NOW % 60)
    expect(fromBox(toBox(minute))).toBe(minute)
    expect(toBox(minute)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  })
  it('is no time while it is half filled', () => {
    expect(fromBox('')).toBeUndefined()
    expect(fromBox('2026-11-24')).toBeUndefined()
    expect(fromBox('2026-13-40T99:99')).toBeUndefined()
  })
})
