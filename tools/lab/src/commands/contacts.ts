/** `kith-lab contacts FILE`: an address book as the device reads it. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { makeEntries, readPeople } from '@kith/contacts/entries'
import { guessCountry, normalisePhone } from '@kith/contacts/identifier'
import { type AddressBook, type Contact, readAddressBookInSteps, type SkippedContact } from '@kith/contacts/import'
import { GOOD, type Io, UNUSABLE, Unusable, WITH_PROBLEMS } from '../io.ts'
import { onlyWord, readWords } from '../options.ts'
import { bar } from '../progress.ts'

const OPTIONS = {
  country: { type: 'string' },
  entries: { type: 'boolean' },
} as const

export const contactsCommand = (words: readonly string[], io: Io): number => {
  const said = readWords(words, OPTIONS)
  const path = onlyWord(said, 'an address book')
  const country = countryOf(said.values.country as string | undefined)
  const book = read(path, io)
  if (typeof book === 'string') {
    io.stdout.write(`${JSON.stringify({ error: book })}\n`)
    io.stderr.write(`kith-lab: ${path}: ${book}\n`)
    return UNUSABLE
  }
  const shown = said.values.entries ? entriesOf(book, basename(path), country) : book.contacts.map(asJson(country))
  io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
  for (const skipped of book.skipped) io.stderr.write(`${inWords(skipped)}\n`)
  return book.skipped.some(isProblem) ? WITH_PROBLEMS : GOOD
}

const countryOf = (text: string | undefined): string | undefined => {
  if (text !== undefined && !/^[A-Za-z]{2}$/.test(text))
    throw new Unusable(`--country takes two letters, such as GB, not "${text}"`)
  return text?.toUpperCase()
}

/** The book, or why there is none. */
const read = (path: string, io: Io): AddressBook | string => {
  const bytes = bytesOf(path)
  if (typeof bytes === 'string') return bytes
  const progress = bar(io.stderr, bytes.length)
  const steps = readAddressBookInSteps(bytes)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      progress.end()
      return step.value.ok ? step.value.book : step.value.error.message
    }
    progress.at(step.value.done)
  }
}

const bytesOf = (path: string): Uint8Array | string => {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return code === 'EISDIR' ? 'This is a folder.' : `This file cannot be read (${code}).`
  }
}

/** Numbers without a plus sign are dialled in the country where one is given, and stay as written where none is. */
const asJson =
  (country: string | undefined) =>
  ({ name, emails, phones, handles, profileUrl }: Contact): object => ({
    name,
    emails,
    phones:
      country === undefined ? phones : [...new Set(phones.map((phone) => normalisePhone(phone, country) ?? phone))],
    ...(handles[0] === undefined ? {} : { handle: handles[0] }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
  })

const entriesOf = (book: AddressBook, source: string, given: string | undefined): object => {
  const country = given ?? guessCountry(book.contacts)
  const people = readPeople(
    [{ kind: book.kind, contacts: book.contacts, source }],
    country === undefined ? {} : { country },
  )
  return { kind: book.kind, country: country ?? null, ...makeEntries(people) }
}

/** An empty row or a group's card is no loss; whatever else was skipped might have been somebody. */
const isProblem = ({ reason }: SkippedContact): boolean => reason !== 'empty' && reason !== 'group'

const WHY: Record<SkippedContact['reason'], string> = {
  empty: 'nothing in it names or reaches anybody',
  unreadable: 'it cannot be read',
  unfinished: 'it never ends',
  'too-large': 'it is larger than any real card',
  'too-many': 'this and what follows is more than one book may hold',
  group: 'it is a list of other cards, not a person',
  'no-server': 'it does not say on which server',
}

const inWords = ({ line, reason }: SkippedContact): string => `line ${line}: left out: ${WHY[reason]}`
