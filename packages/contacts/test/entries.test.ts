import { describe, expect, test } from 'vitest'
import type { BookKind, Contact } from '../src/contact.ts'
import { type Book, type Choices, type MadeEntries, makeEntries, type ReadOptions, readPeople } from '../src/entries.ts'

type Written = Partial<Contact> & { readonly name: string }

const card = (written: Written, line = 1): Contact => ({
  line,
  emails: [],
  phones: [],
  handles: [],
  organisationOnly: false,
  categories: [],
  ...written,
})

const book = (kind: BookKind, cards: readonly Written[], more: Partial<Book> = {}): Book => ({
  source: kind,
  kind,
  contacts: cards.map((written, index) => card(written, index + 1)),
  ...more,
})

const made = (books: readonly (Book | Written)[], options: ReadOptions = {}, choices: Choices = {}) =>
  makeEntries(readPeople(books.map(asBook), options), choices)

const asBook = (one: Book | Written): Book => ('kind' in one ? one : book('vcard', [one], { source: 'phone' }))

const people = ({ entries }: MadeEntries) => entries.map(({ label, identifiers }) => [label, ...identifiers])
const reasons = ({ leftOut }: MadeEntries) => leftOut.map(({ reason, labels }) => [reason, ...labels])

describe('joining cards', () => {
  test('CON6 ENT1 cards with the same name that share an identifier become one entry, also across sources', () => {
    const phone = book('vcard', [{ name: 'Ana Silva', phones: ['+447700900123'], emails: ['ana@example.org'] }])
    const google = book('google-csv', [{ name: 'ana  SILVA', emails: ['ANA@example.org', 'silva@example.org'] }])
    const result = made([phone, google])
    expect(people(result)).toEqual([['Ana Silva', 'ana@example.org', '+447700900123', 'silva@example.org']])
    expect(result.entries[0]!.sources).toEqual(['vcard', 'google-csv'])
    expect(result.leftOut).toEqual([])
  })

  test('CON6 ENT1 joining goes on from card to card', () => {
    const result = made([
      { name: 'Ana', emails: ['ana@example.org'] },
      { name: 'Ana', phones: ['+447700900123'] },
      { name: 'Ana', emails: ['ana@example.org'], phones: ['+447700900123'] },
    ])
    expect(people(result)).toEqual([['Ana', 'ana@example.org', '+447700900123']])
  })

  test('CON6 ENT1 a national number and its E.164 form are one identifier', () => {
    const result = made(
      [
        { name: 'Ana', phones: ['07700900123'] },
        { name: 'Ana', phones: ['+447700900123'] },
      ],
      { country: 'GB' },
    )
    expect(people(result)).toEqual([['Ana', '+447700900123']])
  })

  test('CON6 ENT1 the same name without a shared identifier stays two people', () => {
    const result = made([
      { name: 'Ana', emails: ['ana@example.org'] },
      { name: 'Ana', emails: ['ana@example.net'] },
    ])
    expect(people(result)).toEqual([
      ['Ana', 'ana@example.org'],
      ['Ana', 'ana@example.net'],
    ])
    expect(new Set(result.entries.map(({ id }) => id)).size).toBe(2)
  })

  test('CON6 ENT1 the same name in other letters: ß and SS, full width, composed and not', () => {
    const emails = ['x@example.org']
    const names = ['Jürgen Groß', 'JÜRGEN GROSS', 'Ju\u0308rgen Groß', 'Ｊürgen Groß']
    expect(made(names.map((name) => ({ name, emails }))).entries).toHaveLength(1)
  })

  test('CON6 ENT2 an identifier on cards with different names is left out, and shown', () => {
    const result = made([
      { name: 'Ben Weber', phones: ['+493023125001'], emails: ['ben@example.org'] },
      { name: 'Carla Weber', phones: ['+493023125001'], emails: ['carla@example.org'] },
    ])
    expect(people(result)).toEqual([
      ['Ben Weber', 'ben@example.org'],
      ['Carla Weber', 'carla@example.org'],
    ])
    expect(result.leftOut).toEqual([
      {
        id: 'shared\n+493023125001',
        reason: 'switchboard-or-household',
        what: 'identifier',
        labels: ['Ben Weber', 'Carla Weber'],
        identifiers: ['+493023125001'],
        canBeTicked: false,
      },
    ])
  })

  test('CON6 ENT2 "Ana" and "Ana Silva" are different names, and no tick says otherwise', () => {
    const cards = [
      { name: 'Ana', emails: ['ana@example.org'] },
      { name: 'Ana Silva', emails: ['ana@example.org'] },
    ]
    const ticked = new Set(made(cards).leftOut.map(({ id }) => id))
    for (const result of [made(cards), made(cards, {}, { ticked })]) {
      expect(people(result)).toEqual([])
      expect(reasons(result)).toEqual([['switchboard-or-household', 'Ana', 'Ana Silva']])
      expect(result.unrecognisable.map(({ why }) => why)).toEqual(['left-out', 'left-out'])
    }
  })

  test('CON6 ENT3 a collected address without a name takes the name that it stands under elsewhere', () => {
    const result = made([
      { name: 'ana@example.org', emails: ['ana@example.org'] },
      { name: 'Ana Silva', emails: ['ana@example.org'], phones: ['+447700900123'] },
      { name: '+44 7700 900123', phones: ['+447700900123'] },
      book('mastodon-csv', [{ name: 'ben@chaos.example.org', handles: ['mastodon:ben@chaos.example.org'] }], {
        acquaintance: 'met',
        follows: 'following',
      }),
      { name: 'Ben', handles: ['mastodon:ben@chaos.example.org'] },
    ])
    expect(people(result)).toEqual([
      ['Ana Silva', 'ana@example.org', '+447700900123'],
      ['Ben', 'mastodon:ben@chaos.example.org'],
    ])
  })

  test('CON6 ENT3 cards without a name that share an identifier take a name together', () => {
    const result = made([
      { name: 'one@example.org', emails: ['one@example.org'] },
      { name: 'two@example.org', emails: ['one@example.org', 'two@example.org'] },
      { name: 'Ana', emails: ['two@example.org'] },
    ])
    expect(result.entries).toMatchObject([{ label: 'Ana', identifiers: ['one@example.org', 'two@example.org'] }])
    expect(result.leftOut).toEqual([])
  })

  test('CON6 ENT3 a card without a name never joins two people', () => {
    const result = made([
      { name: 'ana@example.org', emails: ['ana@example.org', 'ben@example.org', 'c@example.org'] },
      { name: 'Ana', emails: ['ana@example.org'] },
      { name: 'Ben', emails: ['ben@example.org'] },
    ])
    expect(people(result)).toEqual([
      ['ana@example.org', 'c@example.org'],
      ['Ana', 'ana@example.org'],
      ['Ben', 'ben@example.org'],
    ])
  })
})

describe('who is no person', () => {
  const country = 'DE'

  test.each<[string, Partial<Contact> & { name: string }, string]>([
    ['a company card', { name: 'Acme', organisationOnly: true, emails: ['ana@example.org'] }, 'company-card'],
    ['a taxi', { name: 'Taxi Leeds', phones: ['+447700900123'] }, 'word-list'],
    ['a pizzeria', { name: 'Luigi’s Pizza', phones: ['+447700900123'] }, 'word-list'],
    ['a school office', { name: 'Hill School Office', phones: ['+447700900123'] }, 'word-list'],
    ['a surgery', { name: 'Doctor’s surgery', phones: ['+447700900123'] }, 'word-list'],
    ['a surgery in German', { name: 'Zahnarztpraxis Dr. Weber', phones: ['03023125001'] }, 'word-list'],
    ['a school office in German', { name: 'SCHULBÜRO', phones: ['03023125001'] }, 'word-list'],
    ['a voicemail box', { name: 'Voicemail', phones: ['+447700900123'] }, 'voicemail'],
    ['one’s own card', { name: 'Meine Nummer', phones: ['03023125001'] }, 'own-card'],
  ])('CON7 ENT4 %s is left out, and counts when ticked', (_, contact, reason) => {
    const first = made([contact], { country })
    expect(people(first)).toEqual([])
    expect(first.leftOut).toMatchObject([{ reason, what: 'card', labels: [contact.name], canBeTicked: true }])
    const again = made([contact], { country }, { ticked: new Set([first.leftOut[0]!.id]) })
    expect(again.entries.map(({ label }) => label)).toEqual([contact.name])
    expect(again.leftOut).toEqual([])
  })

  test.each([
    ['116117', 'short'],
    ['08001234567', 'free-phone'],
    ['01805123456', 'shared-cost'],
    ['09001123456', 'premium'],
    ['+18005550199', 'free-phone'],
  ])('CON7 ENT5 the number %s (%s) is left out, the rest of the card is not', (number, reason) => {
    const cards = [{ name: 'Ana', emails: ['ana@example.org'], phones: [number] }]
    const first = made(cards, { country })
    expect(people(first)).toEqual([['Ana', 'ana@example.org']])
    expect(first.leftOut).toMatchObject([{ reason, what: 'identifier', labels: ['Ana'], canBeTicked: true }])
    for (const id of [first.leftOut[0]!.id, first.entries[0]!.id]) {
      const again = made(cards, { country }, { ticked: new Set([id]) })
      expect(again.entries[0]!.identifiers).toHaveLength(2)
      expect(again.leftOut).toEqual([])
    }
  })

  test('CON7 ENT5 a short number without a normal form is shown as written, and cannot be ticked', () => {
    const result = made([{ name: 'Ana', phones: ['112'], emails: ['ana@example.org'] }])
    expect(result.leftOut).toMatchObject([{ reason: 'short', identifiers: ['112'], canBeTicked: false }])
  })

  test.each(['info@', 'support@', 'noreply@', 'no-reply@', 'do_not_reply@', 'noreply-42@', 'info.leeds@', 'kontakt@'])(
    'CON7 ENT6 %s is an office',
    (local) => {
      const first = made([{ name: 'Ben', emails: [`${local}example.org`] }])
      expect(people(first)).toEqual([])
      expect(first.leftOut).toMatchObject([{ reason: 'role-address', canBeTicked: true }])
      expect(first.unrecognisable).toMatchObject([{ label: 'Ben', why: 'left-out' }])
      expect(
        made(
          [{ name: 'Ben', emails: [`${local}example.org`] }],
          {},
          {
            ticked: new Set([first.leftOut[0]!.id]),
          },
        ).entries,
      ).toHaveLength(1)
    },
  )

  test('CON7 ENT6 a site is nobody’s until ticked, a page on it is somebody’s', () => {
    const result = made([{ name: 'Ana', handles: ['web:example.org', 'web:example.org/ana'] }])
    expect(people(result)).toEqual([['Ana', 'web:example.org/ana']])
    expect(result.leftOut).toMatchObject([
      { reason: 'whole-site', identifiers: ['web:example.org'], canBeTicked: true },
    ])
  })

  test.each(['Ana Taxidou', 'Ben Infoson', 'Carla Praxedes', 'Mel Bank', 'Tom Koch', 'Memet Ichikawa'])(
    'CON7 ENT4 %s is a person',
    (name) => {
      expect(made([{ name, phones: ['+447700900123'] }]).entries).toHaveLength(1)
    },
  )

  test('CON7 ENT4 only the languages asked for are looked at', () => {
    const cards = [{ name: 'Zahnarztpraxis', phones: ['+447700900123'] }]
    expect(made(cards, { languages: ['en'] }).entries).toHaveLength(1)
    expect(made(cards, { languages: ['de'] }).entries).toHaveLength(0)
  })

  test('CON7 ENT4 ticking one card takes back nothing about another', () => {
    const cards = [
      { name: 'Taxi', phones: ['+447700900123'] },
      { name: 'Taxi', phones: ['+447700900124'] },
    ]
    const first = made(cards)
    const again = made(cards, {}, { ticked: new Set([first.leftOut[1]!.id]) })
    expect(people(again)).toEqual([['Taxi', '+447700900124']])
  })

  test('CON8 ENT7 a follow counts only where both follow each other', () => {
    const handles = (name: string) => ({ name: `${name}@example.org`, handles: [`mastodon:${name}@example.org`] })
    const following = book('mastodon-csv', [handles('ana'), handles('ben')], { source: 'following' })
    const followers = book('mastodon-csv', [handles('ben'), handles('carla')], { source: 'x', follows: 'followers' })
    const result = made([following, followers])
    expect(people(result)).toEqual([['ben@example.org', 'mastodon:ben@example.org']])
    expect(result.entries).toMatchObject([{ tie: 'online', acquaintance: 'online-only' }])
    expect(reasons(result)).toEqual([
      ['one-way-follow', 'ana@example.org'],
      ['one-way-follow', 'carla@example.org'],
    ])
    expect(result.leftOut.some(({ canBeTicked }) => canBeTicked)).toBe(false)
  })

  test('CON8 ENT7 a plain list of nothing but accounts is a list of follows', () => {
    const ana = { name: 'ana@example.org', handles: ['mastodon:ana@example.org'] }
    const ben = { name: 'Ben', emails: ['ben@example.org'] }
    expect(reasons(made([book('plain-list', [ana])]))).toEqual([['one-way-follow', 'ana@example.org']])
    expect(made([book('plain-list', [ana, ben])]).entries).toHaveLength(2)
  })

  test('CON8 ENT7 a one-way follow takes nothing from an address book that has the same account', () => {
    const handles = ['mastodon:ana@example.org']
    const following = book('mastodon-csv', [{ name: 'ana@example.org', handles }])
    expect(people(made([following, { name: 'Ana', handles }]))).toEqual([['Ana', 'mastodon:ana@example.org']])
  })
})

describe('how they are known', () => {
  const reach = { emails: ['ana@example.org'] }

  test.each([
    [['Family'], 'family'],
    [['Familie & Freunde'], 'family'],
    [['Klassenkameraden'], 'school'],
    [['Old colleagues'], 'work'],
    [['NACHBARN'], 'neighbourhood'],
    [['St Mary’s choir'], 'interest'],
    [['starred', 'Kollegen'], 'work'],
    [['work', 'family'], 'family'],
    [['myContacts'], 'other'],
    [[], 'other'],
  ])('ENT8 categories %j say %s', (categories, tie) => {
    expect(made([{ name: 'Ana', ...reach, categories }]).entries[0]!.tie).toBe(tie)
  })

  test('ENT8 LinkedIn says work, unless the owner wrote something else', () => {
    const linkedin = book('linkedin-csv', [
      { name: 'Ana', ...reach },
      { name: 'Ben', emails: ['ben@example.org'] },
    ])
    const result = made([linkedin, { name: 'Ana', ...reach, categories: ['choir'] }])
    expect(result.entries.map(({ tie }) => tie)).toEqual(['interest', 'work'])
  })

  test('ENC2 ENT9 imported contacts are met, lists of connections are online only, both together are met', () => {
    const linkedin = book('linkedin-csv', [
      { name: 'Ana', ...reach },
      { name: 'Ben', emails: ['ben@example.org'] },
    ])
    const result = made([linkedin, { name: 'Ana', ...reach }])
    expect(result.entries.map(({ acquaintance }) => acquaintance)).toEqual(['met', 'online-only'])
    const told = made([book('plain-list', [{ name: 'Ana', ...reach }], { acquaintance: 'online-only' })])
    expect(told.entries[0]!.acquaintance).toBe('online-only')
  })
})

describe('who cannot be recognised', () => {
  test.each<[string, Book, string]>([
    ['Facebook gives names only', book('facebook-json', [{ name: 'Ana' }]), 'names-only'],
    ['a card with a name', book('vcard', [{ name: 'Ana' }]), 'no-identifier'],
    ['a national number without a country', book('vcard', [{ name: 'Ana', phones: ['07700900123'] }]), 'needs-country'],
  ])('CON3 ENT10 %s: it stays on the device and says why', (_, one, why) => {
    const result = made([one])
    expect(result.entries).toEqual([])
    expect(result.unrecognisable).toMatchObject([{ label: 'Ana', why, sources: [one.source] }])
  })

  test('CON3 ENT10 a number without its area code', () => {
    const result = made([{ name: 'Ana', phones: ['5550123'] }], { country: 'US' })
    expect(result.unrecognisable).toMatchObject([{ why: 'incomplete-number' }])
  })

  test('CON3 ENT10 two of the same name have different ids', () => {
    const result = made([{ name: 'Ana' }, { name: 'Ana' }])
    expect(new Set(result.unrecognisable.map(({ id }) => id)).size).toBe(2)
  })
})

describe('limits and marks', () => {
  const many = (count: number, kind: BookKind) =>
    book(
      kind,
      Array.from({ length: count }, (_, n) => ({ name: `${kind} ${n}`, emails: [`${kind}${n}@example.org`] })),
    )

  test('CON4 ENT11 what is over the limit is said, and people who were met go in first', () => {
    const result = made([many(3, 'linkedin-csv'), many(3, 'vcard')], {}, { limit: 4 })
    expect(result.entries.map(({ label }) => label)).toEqual(['linkedin-csv 0', 'vcard 0', 'vcard 1', 'vcard 2'])
    expect(reasons(result)).toEqual([
      ['over-limit', 'linkedin-csv 1'],
      ['over-limit', 'linkedin-csv 2'],
    ])
    expect(result.identifierCount).toBe(4)
  })

  test('CON4 ENT11 an entry is in the list whole or not at all', () => {
    const two = { name: 'Ana', emails: ['a@example.org', 'b@example.org'] }
    const result = made([{ name: 'Ben', emails: ['ben@example.org'] }, two], {}, { limit: 2 })
    expect(people(result)).toEqual([['Ben', 'ben@example.org']])
    expect(reasons(result)).toEqual([['over-limit', 'Ana']])
  })

  test('CON4 ENT11 a member’s list holds ten thousand identifiers', () => {
    const result = made([many(10_001, 'vcard')])
    expect(result.identifierCount).toBe(10_000)
    expect(reasons(result)).toEqual([['over-limit', 'vcard 10000']])
  })

  test('CON5 ENT12 a private mark stays when the card gains an identifier, and takes no room', () => {
    const cards = [
      { name: 'Dr Ana', emails: ['a@example.org', 'ana@example.org'] },
      { name: 'Ben', emails: ['ben@example.org'] },
    ]
    const result = made(cards, {}, { private: new Set(['ana@example.org']), limit: 1 })
    expect(result.entries.map((entry) => [entry.label, entry.private])).toEqual([
      ['Dr Ana', true],
      ['Ben', false],
    ])
    expect(result.identifierCount).toBe(1)
  })
})

describe('which of these is you', () => {
  const cards = [
    { name: 'Ana Maria Silva', emails: ['c@example.org'] },
    { name: 'ana silva', emails: ['b@example.org', 'info@example.org'], phones: ['+447700900123'] },
    { name: 'Ben', emails: ['ben@example.org'] },
    { name: 'Ich', emails: ['a@example.org'] },
    { name: 'Ana', emails: ['d@example.org'], categories: ['me'] },
    { name: 'Me' },
  ]

  test('ENT13 cards marked as own come first, then the owner’s name; cards that reach nobody are not offered', () => {
    const labels = made(cards, {}, { ownName: 'Ana Silva' }).candidatesForMe.map(({ label }) => label)
    expect(labels).toEqual(['Ich', 'Ana', 'ana silva', 'Ana Maria Silva'])
  })

  test('ENT13 without a name only marked cards are offered; there are never more than five', () => {
    expect(made(cards).candidatesForMe.map(({ label }) => label)).toEqual(['Ich', 'Ana'])
    const seven = Array.from({ length: 7 }, (_, n) => ({ name: 'Ana Silva', emails: [`${n}@example.org`] }))
    expect(made(seven, {}, { ownName: 'Ana Silva' }).candidatesForMe).toHaveLength(5)
  })

  test('MUT2 ENT14 choosing one states its identifiers, at most five, and it is no entry', () => {
    const emails = Array.from({ length: 7 }, (_, n) => `${n}@example.org`)
    const own = [{ name: 'Ana Silva', emails: ['info@example.org', ...emails] }]
    const [candidate] = made(own, {}, { ownName: 'Ana Silva' }).candidatesForMe
    const result = made(own, {}, { ownName: 'Ana Silva', me: candidate!.id })
    expect(result.statements).toEqual(emails.slice(0, 5))
    expect(candidate!.statements).toEqual(result.statements)
    expect(result.entries).toEqual([])
    expect(reasons(result)).toEqual([['chosen-as-me', 'Ana Silva']])
    expect(result.candidatesForMe).toEqual([])
  })
})
