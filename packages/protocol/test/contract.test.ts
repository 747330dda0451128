/** The contract itself: what every method and event must be. */
import { describe, expect, test } from 'vitest'
import { CLOSE, CODE_PATTERN, ERRORS, LiveEvent, METHODS, SIGN_COLOURS, SIGN_THINGS } from '../src/index.ts'

describe('the contract', () => {
  test.each(Object.entries(METHODS))(
    '%s takes an object, says what it is for, and knows who may call it',
    (name, method) => {
      expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
      expect(method.input).toMatchObject({ type: 'object' })
      expect(method.summary).toMatch(/[.)]$/)
      expect(['nobody', 'makes', 'guest', 'host']).toContain(method.needs)
      expect(name.startsWith('host.')).toBe(method.needs === 'host')
    },
  )

  test('whoever joins or opens is given a session, and nobody else', () => {
    const makes = Object.entries(METHODS)
      .filter(([, { needs }]) => needs === 'makes')
      .map(([name]) => name)
    expect(makes.sort()).toEqual(['rooms.host', 'rooms.join', 'rooms.open', 'try.open'])
  })

  test('every kind of live event is there once', () => {
    const kinds = LiveEvent.anyOf.map(({ properties }) => properties.kind.const)
    expect(new Set(kinds).size).toBe(kinds.length)
  })

  test('PRES2: no field is a coordinate, and none says where somebody is', () => {
    const names: string[] = []
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('properties' in value) names.push(...Object.keys(value.properties as object))
      for (const inner of Object.values(value)) collect(inner)
    }
    collect(METHODS)
    collect(LiveEvent)
    expect(names.length).toBeGreaterThan(100)
    for (const name of names) expect(name).not.toMatch(/^(lat|lng|lon|latitude|longitude|cell|distance|position)$/i)
  })

  test('REV1: a card says a step and an order, and no strength, count or id of anybody', () => {
    const card = LiveEvent.anyOf.map(({ properties }) => properties).find(({ kind }) => kind.const === 'card')
    expect(Object.keys((card as { card: { properties: object } }).card.properties).sort()).toEqual(
      ['card', 'entries', 'id', 'introduction', 'mostly', 'name', 'place', 'step', 'topics', 'wave'].sort(),
    )
  })

  test('errors have a status of their kind, and say what to do', () => {
    for (const { status, meaning, remedy } of Object.values(ERRORS)) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(meaning).toMatch(/\.$/)
      expect(remedy).toMatch(/\.$/)
    }
  })

  test('close codes differ, and SIGN1 has 48 signs', () => {
    const codes = Object.values(CLOSE).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(SIGN_THINGS.length * SIGN_COLOURS.length).toBe(48)
    expect('KRFWHM').toMatch(new RegExp(CODE_PATTERN))
  })
})
