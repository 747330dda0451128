import { readAddressBook } from '@kith/contacts/import'
import { describe, expect, test } from 'vitest'
import { makeBooks } from '../src/town/books.ts'
import { DIALECTS } from '../src/town/cards.ts'
import { plain } from '../src/town/identifiers.ts'
import { friendsOf, makeTown } from '../src/town/town.ts'

const town = makeTown({ people: 250, seed: 1 })
const books = makeBooks(town)
const everybody = Array.from({ length: town.people }, (_, person) => person)

interface ReadCard {
  readonly name: string
  readonly identifiers: readonly string[]
}

/** The cards as our own importer reads them, none of them skipped. */
const read = (file: string): ReadCard[] => {
  const result = readAddressBook(Buffer.from(file))
  if (!result.ok || result.book.kind !== 'vcard' || result.book.skipped.length > 0) throw new Error('not a clean vCard')
  return result.book.contacts.map(({ name, phones, emails }) => ({ name, identifiers: [...phones, ...emails] }))
}

const cardsIn = everybody.map((person) => read(books.bookOf(person)))

const ownerOf = new Map(
  everybody.flatMap((person) => {
    const { phone, email } = books.identifiersOf(person)
    return [
      [phone, person],
      [email, person],
    ] as const
  }),
)
const servicePhones = new Set(books.services.all.map(({ phone }) => phone))
const lineNumbers = new Set(everybody.map((person) => books.lineOf(person)).filter((line) => line !== undefined))

describe('address books', () => {
  test('every card begins and ends, every line ends in CR LF and has at most 75 octets, a soft break more', () => {
    for (const person of everybody.slice(0, 100)) {
      const book = books.bookOf(person)
      expect(book.match(/^BEGIN:VCARD\r$/gm)?.length).toBe(book.match(/^END:VCARD\r$/gm)?.length)
      expect(/[^\r]\n/.test(book)).toBe(false)
      expect(book.split('\r\n').filter((line) => Buffer.byteLength(line) > (line.endsWith('=') ? 76 : 75))).toEqual([])
    }
  })

  test('the importer finds every card', () => {
    for (const person of everybody.slice(0, 100))
      expect(cardsIn[person]?.length).toBe(books.bookOf(person).match(/^BEGIN/gm)?.length)
  })

  test('somebody has the cards of their friends, and of no other person', () => {
    for (const person of everybody) {
      const found = new Set(
        cardsIn[person]!.flatMap((card) =>
          card.identifiers.map((identifier) => ownerOf.get(identifier)).filter((owner) => owner !== undefined),
        ),
      )
      expect([...found].sort((a, b) => a - b)).toEqual([...friendsOf(town, person)])
    }
  })

  test('no two people share a phone number or an address', () => {
    const all = [...ownerOf.keys(), ...lineNumbers, ...books.services.all.map(({ phone }) => phone)]
    expect(ownerOf.size).toBe(2 * town.people)
    expect(new Set(all).size).toBe(all.length)
    for (const phone of [...ownerOf.keys()].filter((one) => one.startsWith('+')))
      expect(phone).toMatch(/^\+1555[2-9]\d{6}$/)
  })

  test('CON6: a line that a household shares stands on cards with different names', () => {
    let lines = 0
    for (const person of everybody) {
      const names = new Map<string, Set<string>>()
      for (const card of cardsIn[person]!)
        for (const identifier of card.identifiers)
          if (lineNumbers.has(identifier)) names.set(identifier, (names.get(identifier) ?? new Set()).add(card.name))
      for (const on of names.values()) expect(on.size).toBeGreaterThan(1)
      lines += names.size
    }
    expect(lines).toBeGreaterThan(100)
  })

  test('CON6: some people are on two cards of one name, with an identifier in common and without', () => {
    const kinds = { shared: 0, apart: 0 }
    for (const person of everybody) {
      const cards = new Map<number, string[][]>()
      const names = new Map<number, Set<string>>()
      for (const { name, identifiers } of cardsIn[person]!) {
        const own = identifiers.filter((identifier) => ownerOf.has(identifier))
        const friend = ownerOf.get(own[0] ?? '')
        if (friend === undefined) continue
        cards.set(friend, [...(cards.get(friend) ?? []), own])
        names.set(friend, (names.get(friend) ?? new Set()).add(name))
      }
      for (const [friend, on] of cards) {
        expect(names.get(friend)?.size).toBe(1)
        const [first, second] = on
        if (first && second) kinds[first.some((one) => second.includes(one)) ? 'shared' : 'apart']++
      }
    }
    expect(kinds.shared).toBeGreaterThan(50)
    expect(kinds.apart).toBeGreaterThan(50)
  })

  test('CON7: the same services are in many books', () => {
    const holders = new Map<string, number>()
    for (const person of everybody)
      for (const { phone } of books.services.heldBy(person)) holders.set(phone, (holders.get(phone) ?? 0) + 1)
    expect(holders.size).toBe(servicePhones.size)
    expect(Math.max(...holders.values()) / town.people).toBeGreaterThan(0.3)
    const kinds = books.services.all.map(({ kind }) => kind)
    for (const kind of ['taxi', 'surgery', 'school office', 'pizza'] as const) expect(kinds).toContain(kind)
  })

  test('names that are not ASCII come through in every dialect, and become plain in addresses', () => {
    const card = {
      given: 'Żaneta',
      surname: 'Søndergård-Łukasiewicz, de la Peña y Núñez; Ünsal',
      mobile: '+15552345678',
    }
    for (const write of DIALECTS) {
      const [only] = read(write(card))
      expect(only?.name).toBe(`${card.given} ${card.surname}`)
      expect(only?.identifiers).toEqual(['+15552345678'])
    }
    expect(['Søren', 'Łukasz', 'Groß', 'Çağlar', 'Işık', 'Đặng', 'Æsa'].map(plain)).toEqual([
      'soren',
      'lukasz',
      'gross',
      'caglar',
      'isik',
      'dang',
      'aesa',
    ])
  })
})
