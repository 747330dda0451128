import { decodeText, repairMojibake } from '@kith/contacts/import'
import { describe, expect, test } from 'vitest'
import { latin1, names, read, shown, skipped, utf8, utf16 } from './books.ts'

/** A card of these lines. */
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')

describe('encodings', () => {
  test('IMP4 Shift_JIS, whose second byte may be a backslash, with and without a hint', () => {
    const hyoji = '\x95\x5c\x8e\xa6' // two characters; the first ends in 5C
    const declared = `N;CHARSET=SHIFT_JIS:${hyoji};\x89\xd4;;;`
    expect(names(latin1(card('VERSION:2.1', declared)))).toEqual(['花 表示'])
    expect(names(latin1(card('VERSION:2.1', `FN:${hyoji}`, 'TEL:03-5555-0100')))).toEqual(['表示'])
    const encoded = 'FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=95=5C=8E=A6'
    expect(names(latin1(card('VERSION:2.1', encoded)))).toEqual(['表示'])
    expect(decodeText(latin1(`${hyoji},\x89\xd4\n`))).toBe('表示,花\n')
  })

  test('IMP4 windows-1252 and ISO-8859-1 without a hint', () => {
    expect(names(latin1(card('VERSION:3.0', 'FN:Zo\xeb D\x92Arcy')))).toEqual(['Zoë D’Arcy'])
    expect(names(latin1('First Name,Last Name\r\nJos\xe9,Garc\xeda\r\n'))).toEqual(['José García'])
    expect(names(latin1(card('VERSION:2.1', 'FN;ENCODING=QUOTED-PRINTABLE:Bj=F6rn')))).toEqual(['Björn'])
  })

  test('IMP4 UTF-8 that is declared as something else, and the other way about', () => {
    expect(names(utf8(card('VERSION:2.1', 'FN;CHARSET=ISO-8859-1:José')))).toEqual(['José'])
    expect(names(latin1(card('VERSION:2.1', 'FN;CHARSET=UTF-8:Jos\xe9')))).toEqual(['José'])
  })

  test('IMP4 UTF-8 with stray bytes, line by line', () => {
    const text = utf8('Name,Email\nJosé,j@example.org\nZo?,z@example.org\n').map((byte) =>
      byte === 0x3f ? 0xeb : byte,
    )
    expect(names(text)).toEqual(['José', 'Zoë'])
  })

  test.each(['le', 'be'] as const)('IMP4 UTF-16%s with and without a mark', (order) => {
    const text = card('VERSION:3.0', 'FN:Łukasz Ľ', 'TEL:+48 22 555 01 00')
    for (const source of [text, `\ufeff${text}`]) {
      expect(shown(read(utf16(source, order)))).toEqual(['1 Łukasz Ľ |  | +48225550100'])
    }
    expect(names(utf16('Name,Email\r\nŁukasz,l@example.org\r\n', order))).toEqual(['Łukasz'])
  })

  test('IMP4 a mark before the first heading or card, also of a book that was appended', () => {
    expect(names('\ufeffName,Email\nAna,a@example.org\n')).toEqual(['Ana'])
    expect(names(`\ufeff${card('FN:Ana')}\ufeff${card('FN:Ben')}`)).toEqual(['Ana', 'Ben'])
  })

  test('IMP8 Latin-1 repair only where it is needed', () => {
    expect(repairMojibake('JosÃ© \u00f0\u009f\u0093\u00b8')).toBe('José 📸')
    for (const right of ['François', 'Ana', 'Łukasz Ã©', '']) expect(repairMojibake(right)).toBe(right)
  })
})

describe('vCard lines', () => {
  const plain = card('VERSION:3.0', 'N:Lee;Ana;;;', 'TEL:+44 7700 900101') + card('VERSION:3.0', 'FN:Ben')

  test.each(['\n', '\r', '\r\r\n', '\r\n\r\n', '\r\n \r\n'])('IMP5 line ends as %j', (end) => {
    expect(read(plain.replaceAll('\r\n', end)).contacts).toMatchObject([
      { name: 'Ana Lee', phones: ['+447700900101'] },
      { name: 'Ben' },
    ])
  })

  test('IMP5 folds in the middle of a character, of an escape, of a header', () => {
    const bytes = utf8(card('VERSION:3.0', 'FN:José\\, Ana', 'EMAIL;TYPE=HOME:ana@example.org'))
    for (let at = 33; at < bytes.length - 13; at++) {
      if (bytes[at] === 13 || bytes[at] === 10 || bytes[at - 1] === 13 || bytes[at - 1] === 10) continue
      const folded = Uint8Array.from([...bytes.subarray(0, at), 13, 10, 32, ...bytes.subarray(at)])
      const contact = read(folded).contacts[0]
      if (at > 35) expect(contact?.name).toBe('José, Ana')
      if (at > 75) expect(contact?.emails).toEqual(['ana@example.org'])
    }
  })

  test('IMP5 soft breaks beside folds, also inside a character, and one with nothing behind it', () => {
    const qp = (value: string) =>
      card('VERSION:2.1', `FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:${value}`, 'TEL:5550101')
    for (const value of [
      'J=C3=\r\n=BCrgen Lee',
      'J=C3=\r\n =BCrgen Lee',
      'J=C3\r\n =BCrgen Lee',
      'J=C3=BCrgen=\r\n Lee',
    ]) {
      expect(read(qp(value)).contacts[0]).toMatchObject({ name: 'Jürgen Lee', phones: ['5550101'] })
    }
    expect(read(qp('Ana=')).contacts[0]).toMatchObject({ name: 'Ana', phones: ['5550101'] })
  })

  test('IMP5 text before BEGIN on its own line and on the same, cards pasted with an indent', () => {
    expect(names(`Forwarded message:\n\n${plain}`)).toEqual(['Ana Lee', 'Ben'])
    expect(names(`My card: ${plain}`)).toEqual(['Ana Lee', 'Ben'])
    expect(names(plain.replace('END:VCARD\r\n', 'END:VCARD'))).toEqual(['Ana Lee', 'Ben'])
    expect(names(plain.replace(/^(?=.)/gm, '    '))).toEqual(['Ana Lee', 'Ben'])
  })

  test('CON3 IMP5 unfinished cards cost nobody else', () => {
    const cut = 'BEGIN:VCARD\r\nFN:Cut\r\n'
    expect(names(cut + cut + plain + cut)).toEqual(['Ana Lee', 'Ben'])
    expect(skipped(read(cut + cut + plain + cut))).toEqual(['1 unfinished', '3 unfinished', '14 unfinished'])
  })

  test('IMP6 nested cards are not the contact, with and without AGENT', () => {
    const inner = card('FN:Clerk', 'TEL:5550199')
    for (const lead of ['AGENT:\r\n', 'AGENT:', '']) {
      const outer = `BEGIN:VCARD\r\nFN:Ana\r\n${lead}${inner}TEL:5550101\r\nEND:VCARD\r\n`
      expect(shown(read(outer + outer)).map((line) => line.replace(/^\d+ /, ''))).toEqual([
        'Ana |  | 5550101',
        'Ana |  | 5550101',
      ])
    }
  })

  test('IMP10 names fall back from FN to N, nickname, organisation, e-mail, phone, handle', () => {
    const lines = [
      'FN: ',
      'N:;;;;',
      'NICKNAME:Annie,An',
      'ORG:;Choir',
      'EMAIL:A@example.org',
      'TEL:555 0101',
      'URL:https://example.org/a',
    ]
    const tails = lines.map((_, from) => names(card(...lines.slice(from)))[0])
    expect(tails.slice(2)).toEqual(['Annie', 'Choir', 'a@example.org', '5550101', 'example.org/a'])
    expect(tails.slice(0, 2)).toEqual(['Annie', 'Annie'])
  })

  test('CON3 a card larger than any is skipped, a huge photo is not', () => {
    const photo = card('FN:Ana', `PHOTO;ENCODING=b:${'A'.repeat(2e6)}`)
    const huge = card('FN:Ben', ...Array.from({ length: 40_000 }, () => `CATEGORIES:${'x'.repeat(40)}`))
    const book = read(photo + huge)
    expect(book.contacts.map(({ name }) => name)).toEqual(['Ana'])
    expect(skipped(book)).toEqual(['5 too-large'])
  })
})

describe('e-mails and phones', () => {
  test.each([
    ['+44 (0)20 7946 0101', '+442079460101'],
    ['+1-555-0123', '+15550123'],
    ['(+44) 7700 900101', '+447700900101'],
    ['tel:+1-415-555-0134;ext=5', '+14155550134'],
    ['030 / 555-0101', '0305550101'],
    ['+49 30 5550101 ext. 12', '+49305550101'],
    ['\u202a+44 7700 900101\u202c', '+447700900101'],
    ['Mobile: 07700 900101', '07700900101'],
    ['sip:ana@example.org', undefined],
    ['mobile', undefined],
    ['Phone (2)', undefined],
    ['', undefined],
  ])('IMP12 %j is %s', (written, expected) => {
    const { contacts } = read(card('FN:Ana', `TEL:${written}`, `TEL;CELL:${written}`))
    expect(contacts[0]?.phones).toEqual(expected === undefined ? [] : [expected])
  })

  test.each([
    [' Ana@Example.ORG ', 'ana@example.org'],
    ['"Lee, Ana" <ana@example.org>', 'ana@example.org'],
    ['"ben@example.org" <ana@example.org>', 'ana@example.org'],
    ['mailto:ana@example.org', 'ana@example.org'],
    ['ana at example.org', undefined],
  ])('IMP11 %j is %s', (written, expected) => {
    const { contacts } = read(`Name,Email\nAna,"${written.replaceAll('"', '""')}"\n`)
    expect(contacts[0]?.emails).toEqual(expected === undefined ? [] : [expected])
  })
})

describe('CSV rows', () => {
  test.each([',', ';', '\t'])('IMP7 separated by %j, after sep=, with a copy of the heading', (separator) => {
    const rows = [
      'sep=?',
      'Vorname?Nachname?E-Mail-Adresse',
      'Ana?Lee?a@example.org',
      'Vorname?Nachname?E-Mail-Adresse',
      'Ben',
    ]
    expect(shown(read(rows.join('\r\n').replaceAll('?', separator)))).toEqual(['3 Ana Lee | a@example.org', '5 Ben'])
  })

  test('CON3 IMP7 a quote that never closes costs its own line', () => {
    expect(
      names('Name,Nickname,Email\nAna,"A,a@example.org\nBen,B "b" b,b@example.org\nCarla,,c@example.org\n'),
    ).toEqual(['Ana', 'Ben', 'Carla'])
  })

  test("IMP10 a display name that is an address: one's own stays, another's names nobody", () => {
    const rows =
      'ana@example.org,ana@example.org,\nben@example.org,dana@example.org,\nben@example.org,emil@example.org,Emil\n'
    expect(names(`Display Name,E-mail Address,First Name\n${rows}`)).toEqual([
      'ana@example.org',
      'dana@example.org',
      'Emil',
    ])
  })

  test('IMP7 two numbers in one cell', () => {
    const { contacts } = read('Name,Mobile Phone\nAna,07700 900101; 020 7946 0101\nBen,+44 20 7946 0102;12\n')
    expect(contacts.map(({ phones }) => phones)).toEqual([['07700900101', '02079460101'], ['+442079460102']])
  })

  test('IMP7 headings in other languages', () => {
    const french =
      'Prénom;Nom;Société;Télécopie (bureau);Tél. mobile;Adresse de messagerie;Nom complet de l’adresse de messagerie'
    expect(shown(read(`${french}\nAna;Lée;;01 99;06 99 00 00 01;a@example.org;Ben (b@example.org)\n`))).toEqual([
      '2 Ana Lée | a@example.org | 0699000001',
    ])
  })

  test('IMP7 one column is a book too', () => {
    expect(shown(read('Primary Email\na@example.org\nb@example.org\n'))).toHaveLength(2)
  })
})

describe('lists', () => {
  test('IMP9 a bare list of name@host may be e-mails or accounts; one on a mail host says e-mails', () => {
    expect(read('ana@social.example\n\nben@social.example').contacts[1]).toMatchObject({
      emails: ['ben@social.example'],
      handles: ['mastodon:ben@social.example'],
    })
    expect(read('ana@social.example\nben@gmail.com\n').contacts[0]?.handles).toEqual([])
    expect(read('@nare@թութ.հայ').contacts[0]?.emails).toEqual([])
  })

  test('IMP9 numbers, one a line, and several addresses on one line', () => {
    expect(shown(read('07700 900101\n+44 7700 900102\n'))).toEqual([
      '1 07700900101 |  | 07700900101',
      '2 +447700900102 |  | +447700900102',
    ])
    expect(shown(read('a@example.org, b@example.org; c@example.org'))).toHaveLength(3)
  })
})
