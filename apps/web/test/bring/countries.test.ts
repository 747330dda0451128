import { describe, expect, it } from 'vitest'
import { countries, countryOf } from '../../src/screens/bring/countries.ts'

describe('countries for numbers without one', () => {
  it('are those of today, by name', () => {
    const all = countries('en-GB')
    const codes = all.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['GB', 'DE', 'US', 'IN', 'XK', 'SS', 'TW', 'VA']))
    for (const gone of ['ZZ', 'EU', 'UN', 'SU', 'YU', 'DD', 'UK', 'XA', 'XB', 'QO']) expect(codes).not.toContain(gone)
    expect(all.length).toBeGreaterThan(240)
    expect(all.length).toBeLessThan(262)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(all[0]!.name).toBe('Afghanistan')
  })

  it('begin with that of the device’s language', () => {
    expect(countryOf('en-GB')).toBe('GB')
    expect(countryOf('de')).toBe('DE')
    expect(countryOf('pt-BR')).toBe('BR')
    expect(countryOf('not a language')).toBeUndefined()
  })
})
