import { type Entry, type MadeEntries, makeEntries, readPeople } from '@kith/contacts/entries'
import { readAddressBook } from '@kith/contacts/import'
import { describe, expect, test } from 'vitest'
import { castBook, tieOf, VISITORS_PEOPLE, visitorsBook } from '../../src/try/books/book.ts'
import { bensSample, type SampleBook, visitorsSample } from '../../src/try/books/sample.ts'
import { CAST, SPOTS, TOPICS } from '../../src/try/people/cast.ts'
import { SHARED_FRIENDS } from '../../src/try/people/friends.ts'
import { generated, MOST_GENERATED } from '../../src/try/people/person.ts'

/** As a device reads it. */
const read = ({ vcard }: SampleBook): MadeEntries => {
  const result = readAddressBook(new TextEncoder().encode(vcard))
  if (!result.ok) throw new Error(result.error.message)
  return makeEntries(readPeople([{ ...result.book, source: 'sample' }]), { limit: 5000 })
}

const mutual = (mine: readonly Entry[], theirs: readonly Entry[]): Entry[] => {
  const known = new Set(theirs.flatMap(({ identifiers }) => identifiers))
  return mine.filter(({ identifiers }) => identifiers.some((identifier) => known.has(identifier)))
}

const storiesOf = ({ stories }: SampleBook) => new Map(stories.map(({ name, story }) => [name, story]))

const everybody = [visitorsBook(), ...CAST.map((member) => castBook(member, SHARED_FRIENDS.length))]

describe('the sample books', () => {
  const first = read(visitorsSample())
  const second = read(bensSample(25))

  test('CON3 CON6 CON7: 212 people count, and the preview has a reason for each of the others', () => {
    expect(first.entries).toHaveLength(VISITORS_PEOPLE)
    const reasons = first.leftOut.map(({ reason, labels }) => `${reason}: ${labels.join(', ')}`).sort()
    expect(reasons).toEqual([
      'company-card: Riverside Library',
      'switchboard-or-household: Joseph Adeyemi, Yuki Tanabe',
      'voicemail: Voicemail',
      'word-list: Pizza Napoli',
      'word-list: Station Taxi',
    ])
    expect(first.unrecognisable.map(({ label, why }) => [label, why])).toEqual([
      ['Grandad (new number?)', 'no-identifier'],
    ])
  })

  test('MUT1: the two share exactly 25, and one fewer where one fewer is asked for', () => {
    expect(mutual(first.entries, second.entries)).toHaveLength(25)
    expect(mutual(first.entries, read(bensSample(24)).entries)).toHaveLength(24)
  })

  test('REV1: most of the 25 are tied school in the first book', () => {
    const school = mutual(first.entries, second.entries).filter(({ tie }) => tie === 'school')
    expect(school.length * 2).toBeGreaterThan(25)
  })

  test('CONV1: both tell of friends whom both know, and of one of the rarest five the first book says nothing', () => {
    const shared = mutual(first.entries, second.entries).map(({ label }) => label)
    const [mine, theirs] = [storiesOf(visitorsSample()), storiesOf(bensSample(25))]
    expect(shared.filter((name) => mine.has(name) && theirs.has(name)).length).toBeGreaterThanOrEqual(5)
    const rarest = SHARED_FRIENDS.slice(0, 5).map(({ person }) => person.name)
    expect(rarest.filter((name) => !mine.has(name))).toEqual(['Tom Whitlock'])
    expect(rarest.filter((name) => !theirs.has(name))).toEqual([])
    for (const text of [...mine.values(), ...theirs.values()]) expect(text.length).toBeLessThanOrEqual(140)
  })

  test('CON1: what a device reads from a book is what the cast has in its lists', () => {
    const inBook = castBook(CAST[0]!, 25)
    const facts = (identifiers: readonly string[], tie: string) => `${[...identifiers].sort().join(' ')} ${tie}`
    expect(second.entries.map(({ identifiers, tie }) => facts(identifiers, tie)).sort()).toEqual(
      inBook.map((entry) => facts(entry.identifiers, tieOf(entry))).sort(),
    )
  })

  test('every line is short enough to need no folding, and ends as RFC 2426 says', () => {
    for (const { vcard } of [visitorsSample(), bensSample(25)]) {
      const lines = vcard.split('\r\n')
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(vcard.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(vcard).toMatch(/VERSION:3\.0[\s\S]*VERSION:4\.0/)
    }
  })
})

describe('made-up people', () => {
  test('every address is at a domain for examples, every number is kept for fiction', () => {
    const written = everybody.flat().flatMap(({ emails, phones }) => [...emails, ...phones])
    for (const one of written)
      expect(one).toMatch(
        /@example\.(org|net|com)$|^\+447700900\d{3}$|^\+1\d{3}55501\d{2}$|^\+33639980\d{3}$|^\+493023125\d{3}$/,
      )
  })

  test('MUT1: no address and no number belongs to two of them', () => {
    const owners = new Map<string, string>()
    for (const entry of everybody.flat())
      for (const identifier of entry.identifiers) {
        expect(owners.get(identifier) ?? entry.person.name, identifier).toBe(entry.person.name)
        owners.set(identifier, entry.person.name)
      }
    expect(owners.size).toBeGreaterThan(1000)
  })

  test('CON3: everybody can be recognised', () => {
    for (const entry of everybody.flat()) expect(entry.identifiers.length).toBeGreaterThan(0)
  })

  test('nobody is named twice, as far as names reach', () => {
    const names = new Set(Array.from({ length: MOST_GENERATED }, (_, number) => generated(number).name))
    expect(names.size).toBe(MOST_GENERATED)
    expect(() => generated(MOST_GENERATED)).toThrow(RangeError)
  })

  test('forty come; MUT1: what each shares with the visitor is in the lists', () => {
    expect(CAST).toHaveLength(40)
    const known = new Set(visitorsBook().flatMap(({ identifiers }) => identifiers))
    const shares = CAST.map((member) =>
      castBook(member, 25).filter((entry) => entry.identifiers.some((one) => known.has(one))),
    ).map(({ length }) => length)
    expect(shares).toEqual([25, 14, 4, 6, 3, 2, 1, 1, 1, ...new Array(31).fill(0)])
  })

  test('MUT6: five of the 25 are in no third book, each of the others in one', () => {
    const others = CAST.slice(1).flatMap(({ shares }) => shares.map(({ name }) => name))
    const inOthers = SHARED_FRIENDS.map(({ person }) => others.filter((name) => name === person.name).length)
    expect(inOthers).toEqual([...new Array(5).fill(0), ...new Array(20).fill(1)])
  })

  test('TOP1: a room can have the topics, and all taps are on one of them', () => {
    expect(TOPICS.length).toBeLessThanOrEqual(12)
    for (const words of [...TOPICS, ...SPOTS]) expect(words.length).toBeLessThanOrEqual(30)
    for (const { topics } of CAST) for (const topic of topics) expect(TOPICS[topic]).toBeDefined()
    expect(CAST.filter(({ topics }) => topics.includes(0)).map(({ shares }) => shares.length)).toEqual([0])
  })
})
