import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/worker/fingerprint.ts'

describe('the fingerprint of a book', () => {
  it('is the same for the same bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => fingerprintOf(bytes) === fingerprintOf(bytes.slice())))
  })

  it('is another one after any single change, also at the end of a long book', () => {
    const book = new Uint8Array(100_000).fill(65)
    const whole = fingerprintOf(book)
    const at = fc.integer({ min: 0, max: book.length - 1 })
    const value = fc.integer({ min: 0, max: 255 }).filter((byte) => byte !== 65)
    fc.assert(
      fc.property(at, value, (place, byte) => {
        const other = book.slice()
        other[place] = byte
        return fingerprintOf(other) !== whole
      }),
      { numRuns: 50 },
    )
  })

  it('is another one for each of many small books', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => new TextEncoder().encode(`Person ${index}`))
    expect(new Set(texts.map(fingerprintOf)).size).toBe(texts.length)
  })
})
