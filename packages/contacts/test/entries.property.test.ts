import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Contact } from '../src/contact.ts'
import { type Book, makeEntries, readPeople } from '../src/entries.ts'

// Few names and identifiers, so that cards meet often.
const name = fc.constantFrom('Ana', 'ana ', 'Ana Silva', 'Ben', 'Carla', 'Taxi', 'Me', 'Voicemail')
const email = fc.constantFrom('a@example.org', 'b@example.org', 'c@example.org', 'd@example.org', 'info@example.org')
const phone = fc.constantFrom('+447700900123', '07700900123', '+447700900124', '+448001234567', '999', '123')
const handle = fc.constantFrom('mastodon:ana@example.org', 'web:example.org', 'web:example.org/ana')
const few = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { maxLength: 2 })

const contact = (names: fc.Arbitrary<string>): fc.Arbitrary<Contact> =>
  fc.record({
    line: fc.nat(),
    name: names,
    emails: few(email),
    phones: few(phone),
    handles: few(handle),
    organisationOnly: fc.boolean(),
    categories: few(fc.constantFrom('family', 'work', 'me', 'x')),
  })

const kind = fc.constantFrom(
  'vcard' as const,
  'linkedin-csv' as const,
  'mastodon-csv' as const,
  'facebook-json' as const,
)
const follows = fc.constantFrom('following' as const, 'followers' as const)
const book = (names: fc.Arbitrary<string>): fc.Arbitrary<Book> =>
  fc
    .record({
      kind,
      follows,
      source: fc.constantFrom('one', 'two'),
      contacts: fc.array(contact(names), { maxLength: 8 }),
    })
    .map(({ follows: way, ...rest }) => (rest.kind === 'mastodon-csv' ? { ...rest, follows: way } : rest))

const nameless = fc.oneof(name, email)
const books = fc.array(book(nameless), { maxLength: 3 })
const country = 'GB'

test('CON3 ENT15 everybody is told exactly once: as an entry, left out, or unrecognisable', () => {
  fc.assert(
    fc.property(books, (all) => {
      const { people, oneWay, ...read } = readPeople(all, { country })
      const { entries, leftOut, unrecognisable } = makeEntries({ people, oneWay, ...read })
      const cards = leftOut.filter(({ what }) => what === 'card')
      const told = [...entries, ...cards, ...unrecognisable].map(({ id }) => id)
      expect(told.toSorted()).toEqual([...people, ...oneWay].map(({ id }) => id).toSorted())
      expect(new Set(leftOut.map(({ id }) => id)).size).toBe(leftOut.length)
      expect(new Set(told).size).toBe(told.length)
    }),
    { numRuns: 1000 },
  )
})

test('CON6 MUT1 ENT15 no identifier is in two entries, none of a shared one is in any', () => {
  fc.assert(
    fc.property(books, (all) => {
      const { entries, leftOut, identifierCount } = makeEntries(readPeople(all, { country }))
      const identifiers = entries.flatMap((entry) => entry.identifiers)
      expect(new Set(identifiers).size).toBe(identifiers.length)
      expect(identifierCount).toBe(identifiers.length)
      const shared = leftOut.filter(({ reason }) => reason === 'switchboard-or-household')
      for (const one of shared.flatMap((row) => row.identifiers)) expect(identifiers).not.toContain(one)
      for (const row of shared) expect(new Set(row.labels).size).toBeGreaterThan(1)
    }),
    { numRuns: 1000 },
  )
})

test('CON7 ENT15 once all that can be ticked is ticked, nothing that can be is left out', () => {
  fc.assert(
    fc.property(books, (all) => {
      const read = readPeople(all, { country })
      let ticked = new Set<string>()
      for (let round = 0; round < 2; round++) {
        const more = makeEntries(read, { ticked }).leftOut.filter((row) => row.canBeTicked)
        ticked = new Set([...ticked, ...more.map(({ id }) => id)])
      }
      const after = makeEntries(read, { ticked })
      expect(after.leftOut.filter((row) => row.canBeTicked)).toEqual([])
      expect(after.entries.length).toBeGreaterThanOrEqual(makeEntries(read).entries.length)
    }),
    { numRuns: 500 },
  )
})

test('CON6 ENT1 joining agrees with comparing every card with every other', () => {
  fc.assert(
    fc.property(fc.array(contact(name), { maxLength: 12 }), (contacts) => {
      const { people } = readPeople([{ kind: 'vcard', source: 'one', contacts }], { country })
      expect(people).toHaveLength(componentsOf(contacts))
    }),
    { numRuns: 1000 },
  )
})

function componentsOf(contacts: readonly Contact[]): number {
  const key = (one: Contact) => one.name.trim().toLowerCase()
  const reach = ({ emails, phones, handles }: Contact) =>
    [...emails, ...phones, ...handles]
      .filter((written) => written !== '123' && written !== '999')
      .map((written) => written.replace(/^0/, '+44'))
  const parts = contacts.map((_, index) => index)
  for (const _ of contacts) {
    contacts.forEach((a, i) => {
      contacts.forEach((b, j) => {
        if (key(a) === key(b) && reach(a).some((one) => reach(b).includes(one)))
          parts[i] = Math.min(parts[i]!, parts[j]!)
      })
    })
  }
  return new Set(parts).size
}

test('CON6 ENT15 the order of cards changes no entry but its label', () => {
  const one = fc.array(contact(name), { maxLength: 10 })
  const shuffled = one.chain((cards) =>
    fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, { minLength: cards.length })),
  )
  const seen = (contacts: readonly Contact[]) =>
    makeEntries(readPeople([{ kind: 'vcard', source: 'one', contacts }], { country }))
      .entries.map(({ id, identifiers, tie }) => [id, tie, ...identifiers.toSorted()].join())
      .toSorted()
  fc.assert(
    fc.property(shuffled, ([cards, others]) => {
      expect(seen(others)).toEqual(seen(cards))
    }),
    { numRuns: 500 },
  )
})

test('CON3 ENT15 nothing that a card says makes it throw', () => {
  const text = fc.string({ unit: 'binary' })
  const any = fc.record({
    line: fc.nat(),
    name: text,
    emails: fc.array(text),
    phones: fc.array(text),
    handles: fc.array(text),
    organisationOnly: fc.boolean(),
    categories: fc.array(text),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), text, (contacts, ownName) => {
      makeEntries(readPeople([{ kind: 'vcard', source: 'one', contacts }], { country }), { ownName })
    }),
  )
})

test('ENT16 ten thousand contacts with two numbers and two addresses are quick to read, and quicker to decide on', () => {
  const contacts = Array.from({ length: 10_000 }, (_, n) => ({
    line: n + 1,
    name: `Ana ${n}`,
    emails: [`ana${n}@example.org`, `ana.${n}@example.net`],
    phones: [`+4420794${String(n).padStart(5, '0')}`, `07700 9${String(n).padStart(5, '0')}`],
    handles: [],
    organisationOnly: false,
    categories: ['family'],
  }))
  const start = performance.now()
  const read = readPeople([{ kind: 'vcard', source: 'one', contacts }], { country })
  const readIn = performance.now() - start
  const result = makeEntries(read, { limit: 100_000, ownName: 'Ana Silva' })
  const madeIn = performance.now() - start - readIn
  expect(result.entries).toHaveLength(10_000)
  // Ample, for machines that do other things too: what it must notice is work that grows with the square.
  expect(readIn).toBeLessThan(10_000)
  expect(madeIn).toBeLessThan(2_000)
})
