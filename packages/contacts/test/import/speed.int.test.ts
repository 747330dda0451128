import { readAddressBookInSteps } from '@kith/contacts/import'
import { describe, expect, test } from 'vitest'
import { utf8 } from './books.ts'

const card = (index: number) =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:Lee${index};Ana;;;`,
    `FN:Ana Lee${index}`,
    'ORG:Example Ltd;',
    `item1.EMAIL;type=INTERNET:ana${index}@example.org`,
    `TEL;TYPE=CELL:+44 7700 9${String(index).padStart(5, '0')}`,
    'NOTE:Met at the choir\\, twice.',
    'END:VCARD\r\n',
  ].join('\r\n')

/** Milliseconds of the whole and of the longest step. */
function timed(bytes: Uint8Array): { readonly whole: number; readonly longest: number; readonly steps: number } {
  const work = readAddressBookInSteps(bytes)
  const start = performance.now()
  let longest = 0
  for (let steps = 1, before = start; ; steps++) {
    const { done } = work.next()
    const now = performance.now()
    longest = Math.max(longest, now - before)
    before = now
    if (done) return { whole: now - start, longest, steps }
  }
}

describe('IMP13 speed', () => {
  test('10,000 cards in under 2 s', () => {
    const bytes = utf8(Array.from({ length: 10_000 }, (_, index) => card(index)).join(''))
    const { whole, steps } = timed(bytes)
    expect(Math.min(whole, timed(bytes).whole)).toBeLessThan(2000)
    expect(steps).toBeGreaterThan(100)
  })

  test('a photo of 15 MB, folded or not, is dropped in steps', () => {
    const line = 'A'.repeat(74)
    for (const photo of [`${line}\r\n `.repeat(200_000), line.repeat(200_000)]) {
      const { whole, steps } = timed(utf8(`BEGIN:VCARD\r\nPHOTO;ENCODING=b:${photo}\r\nFN:Ana\r\nEND:VCARD\r\n`))
      expect(whole).toBeLessThan(2000)
      expect(steps).toBeGreaterThan(200)
    }
  })

  // What a reader with nested loops would be slow on: twice the bytes must not cost four times the time.
  test.each([
    ['CSV of opening quotes', 'Name,Email\n', 'a,"b\n'],
    ['CSV of closing quotes', 'Name,Email\n', '",'],
    ['one quoted cell', 'Name,Email\n"', '""'],
    ['unfinished cards', '', 'BEGIN:VCARD\nFN:a\n'],
    ['nested cards', '', 'BEGIN:VCARD\nBEGIN:VCARD\nEND:VCARD\n'],
    ['one card of soft breaks', 'BEGIN:VCARD\nFN;QUOTED-PRINTABLE:', '=\n'],
    ['one card of e-mails', 'BEGIN:VCARD\n', 'EMAIL:<<@\n'],
    ['line ends', 'Name,Email\nAna,', '\r'],
    ['strings that never end', '{"friends":["', '\\'],
    ['open brackets', '{"friends":', '['],
    ['blanks', '', ' '],
    ['at signs', '', '@'],
    ['words and numbers', 'a@gmail.com\n', '+1 <a@b '],
  ])('IMP13 linear: %s', (_, lead, unit) => {
    const bytes = (length: number) => utf8(lead + unit.repeat(length / unit.length))
    const once = Math.min(timed(bytes(100_000)).whole, timed(bytes(100_000)).whole)
    const twice = Math.min(timed(bytes(200_000)).whole, timed(bytes(200_000)).whole)
    expect(twice).toBeLessThan(3.5 * once + 100)
  })
})
