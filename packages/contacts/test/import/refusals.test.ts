import { MOST_BYTES, MOST_RECORDS, readAddressBook } from '@kith/contacts/import'
import { describe, expect, test } from 'vitest'
import { latin1, read, utf8 } from './books.ts'

describe('IMP2 what is no address book is refused with a clear sentence', () => {
  const messages = '{"participants":[{"name":"Ana"}],"messages":[{"sender_name":"Ana","content":"hello"}]}'
  test.each([
    ['empty', new Uint8Array()],
    ['empty', utf8('\ufeff \r\n\r\n')],
    ['picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['picture', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['archive', latin1('PK\x03\x04\x14\0\x06\0')],
    ['document', latin1('%PDF-1.7\n')],
    ['document', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 37)],
    ['web-page', utf8('<!DOCTYPE html><html><body>ana@example.org</body></html>')],
    ['messages', utf8(messages)],
    ['not-friends', utf8('{"removed_friends_v2":[{"name":"Ana"}]}')],
    ['not-friends', utf8('Account address,Hide notifications\nana@social.example,true\n')],
    ['unknown', utf8('{"a":1}')],
    ['unknown', utf8('[1,2]')],
    ['unknown', utf8('Once upon a time\nthere was a girl\ncalled Ana.\nHer address was ana@example.org.\nThe end.')],
  ])('%s', (code, bytes) => {
    const result = readAddressBook(bytes)
    expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/^[A-Z].*\.$/) } })
  })

  test('too large', () => {
    expect(readAddressBook(new Uint8Array(MOST_BYTES + 1))).toMatchObject({ ok: false, error: { code: 'too-large' } })
  })
})

describe('IMP3 a file holds at most 50,000 records; the first that is too many stands for the rest', () => {
  const count = MOST_RECORDS + 10
  const list = (item: (index: number) => string) => Array.from({ length: count }, (_, index) => item(index))
  test.each([
    ['vcard', list((index) => `BEGIN:VCARD\nFN:${index}\nEND:VCARD\n`).join(''), MOST_RECORDS * 3 + 1],
    ['csv', `Name,Email\n${list((index) => `${index},\n`).join('')}`, MOST_RECORDS + 2],
    ['list', list((index) => `a${index}@gmail.com\n`).join(''), MOST_RECORDS + 1],
    ['json', `{"friends":[${list((index) => `{"name":"${index}"}`)}]}`, MOST_RECORDS + 1],
  ])('%s', (_, text, line) => {
    const book = read(text)
    expect(book.contacts).toHaveLength(MOST_RECORDS)
    expect(book.skipped).toEqual([{ line, reason: 'too-many' }])
  })
})
