import {
  type AddressBook,
  type AddressBookResult,
  readAddressBook,
  readAddressBookInSteps,
} from '@kith/contacts/import'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookBytes, bookNames, utf8 } from './books.ts'

/** What must hold of any result whatever. */
function check(result: AddressBookResult): void {
  if (!result.ok) expect(result.error.message).toMatch(/\w.*\.$/)
  else for (const contact of result.book.contacts) checkContact(contact)
}

function checkContact({ line, name, emails, phones, handles }: AddressBook['contacts'][number]): void {
  expect(line).toBeGreaterThan(0)
  expect(name).toBe(name.trim())
  expect(name).not.toBe('')
  for (const email of emails) expect(email).toMatch(/^[^\s@]+@[^\s@]+$/)
  for (const phone of phones) expect(phone).toMatch(/^\+?\d{1,30}$/)
  for (const handle of handles) expect(handle).toMatch(/^(linkedin|mastodon|bluesky|web):./)
  for (const list of [emails, phones, handles]) expect(new Set(list).size).toBe(list.length)
}

/** Bytes that mean something to one of the readers. */
const SIGNS = [
  '\r',
  '\n',
  '\r\r\n',
  '"',
  ',',
  ';',
  ':',
  '=',
  '=\r\n',
  '\\',
  '\0',
  ' ',
  '\ufeff',
  '{',
  '[',
  ']',
  '}',
  '@',
  '+',
  '<',
]
const WORDS = [
  'BEGIN:VCARD\n',
  'END:VCARD\n',
  'AGENT:\n',
  'FN;ENCODING=QUOTED-PRINTABLE:=C3',
  'Name,Email\n',
  '{"friends":[',
  '["vcard",[',
]

const anything = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(fc.constantFrom(...SIGNS, ...WORDS), { maxLength: 60 }).map((parts) => utf8(parts.join(''))),
)

/** A made-up book with pieces cut out, put in twice, or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...bookNames).map(bookBytes),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 40 }), anything), { maxLength: 6 }),
  )
  .map(([book, edits]) => {
    let bytes = book
    for (const [place, removed, inserted] of edits) {
      const at = Math.floor(place * bytes.length)
      bytes = Uint8Array.from([...bytes.subarray(0, at), ...inserted, ...bytes.subarray(at + removed)])
    }
    return bytes
  })

describe('IMP1 no bytes make it throw or hang', () => {
  test('any bytes', () => {
    fc.assert(
      fc.property(anything, (bytes) => check(readAddressBook(bytes))),
      { numRuns: 800 },
    )
  })

  test('any damage to a book', () => {
    fc.assert(
      fc.property(mutated, (bytes) => check(readAddressBook(bytes))),
      { numRuns: 800 },
    )
  })

  test.each(bookNames)('%s cut at every fifth byte', (name) => {
    const bytes = bookBytes(name)
    for (let end = 0; end < bytes.length; end += 5) check(readAddressBook(bytes.subarray(0, end)))
  })

  test('CON3 IMP5 damage inside one card leaves the cards around it alone', () => {
    const card = (name: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD\r\n`
    const text = fc.stringMatching(/^[ -~]{0,60}$/).filter((line) => !/VCARD|^AGENT/i.test(line))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (lines) => {
        const result = readAddressBook(
          utf8(`${card('Ana')}BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n${card('Ben')}`),
        )
        expect(result.ok && result.book.contacts.map(({ name }) => name)).toEqual(
          expect.arrayContaining(['Ana', 'Ben']),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('IMP13 the work is cut into steps', () => {
  test('progress only grows where a file looks like UTF-16 at first and is read as something else', () => {
    const bytes = Uint8Array.from([
      0xfe,
      0xff,
      ...new TextEncoder().encode('{ "friends": [ { "name": "Ana Silva" } ] }\n'),
    ])
    const done = [...readAddressBookInSteps(bytes)].map((step) => step.done)
    expect(done.length).toBeGreaterThan(2)
    expect(done).toEqual([...done].sort((x, y) => x - y))
  })

  test('steps give what reading at once gives, and progress only grows', () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        const steps = readAddressBookInSteps(bytes)
        let done = 0
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) {
            expect(step.value).toEqual(readAddressBook(bytes))
            return
          }
          expect(step.value.done).toBeGreaterThanOrEqual(done)
          expect(step.value.total).toBe(bytes.length)
          done = step.value.done
        }
      }),
      { numRuns: 100 },
    )
  })
})
