/** Room codes: read off a wall, typed, pasted, said aloud. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_LENGTH, CODE_LETTERS, codeWords, LETTER_WORDS, readCode, spacedCode } from '../src/index.ts'

const code = fc
  .array(fc.constantFrom(...CODE_LETTERS), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((letters) => letters.join(''))

describe('room codes', () => {
  test('letters are no vowels and look like no other, and each word begins with its letter', () => {
    expect(CODE_LETTERS.join('')).not.toMatch(/[AEIOUYGQX01]/)
    for (const [letter, word] of Object.entries(LETTER_WORDS)) expect(word[0]!.toUpperCase()).toBe(letter)
    expect(new Set(Object.values(LETTER_WORDS)).size).toBe(CODE_LETTERS.length)
  })

  test.each([
    ['KRFWHM', 'KRFWHM'],
    ['krf whm', 'KRFWHM'],
    [' krf-whm ', 'KRFWHM'],
    ['https://kith.example/r/KRFWHM', 'KRFWHM'],
    ['http://localhost:4455/join/krfwhm?x=1#y', 'KRFWHM'],
    ['https://kith.example/r/KRFWHM/wall', 'KRFWHM'],
  ])('%s is read as %s', (text, expected) => {
    expect(readCode(text)).toBe(expected)
  })

  test.each(['', 'KRFWH', 'KRFWHMM', 'AEIOUY', 'https://kith.example/i/KRFWHM', 'KRF WH1'])('%s is no code', (text) => {
    expect(readCode(text)).toBeUndefined()
  })

  test('what is shown in threes, in any case, is read again, and is six words aloud', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(readCode(spacedCode(one))).toBe(one)
        expect(readCode(one.toLowerCase())).toBe(one)
        expect(codeWords(one).every((word) => word !== '')).toBe(true)
      }),
    )
  })

  test('nothing that is typed throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readCode(text)))
  })
})
