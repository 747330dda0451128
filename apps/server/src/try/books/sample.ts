/** The two sample books that are offered, and what stands in an address book beside people (CON3, CON6, CON7). */
import type { Output } from '@kith/protocol'
import { CAST } from '../people/cast.ts'
import { type Book, castBook, visitorsBook } from './book.ts'
import { vcard, writeBook } from './vcard.ts'

export type SampleBook = Output<'try.book'>

/** One number on two names: counted for neither of them, who have addresses of their own. */
const SWITCHBOARD = '+44 20 7946 0018'

/** Nobody whom one could meet: the preview says why each is left out. */
const NO_PEOPLE: readonly string[] = [
  vcard('3.0', ['FN:Station Taxi', 'N:Taxi;Station;;;', 'TEL;TYPE=WORK:+44 113 496 0022']),
  vcard('3.0', ['FN:Pizza Napoli', 'N:;Pizza Napoli;;;', 'TEL;TYPE=WORK:+44 113 496 0077']),
  vcard('3.0', ['FN:Riverside Library', 'N:;;;;', 'ORG:Riverside Library', 'EMAIL;TYPE=internet:info@example.org']),
  vcard('4.0', ['FN:Voicemail', 'TEL;VALUE=uri:tel:121']),
  vcard('3.0', ['FN:Grandad (new number?)', 'N:Grandad;;;;', 'CATEGORIES:Family']),
]

const withSwitchboard = (text: string): string => {
  let added = 0
  return text.replace(/^CATEGORIES:Work\r\n/gm, (line) =>
    added++ < 2 ? `TEL;TYPE=WORK:${SWITCHBOARD}\r\n${line}` : line,
  )
}

const storiesIn = (book: Book): SampleBook['stories'] =>
  book.flatMap(({ person, story }) => (story === undefined ? [] : [{ name: person.name, story }]))

export const visitorsSample = (): SampleBook => {
  const book = visitorsBook()
  return { vcard: withSwitchboard(writeBook(book)) + NO_PEOPLE.join(''), stories: storiesIn(book) }
}

/** Ben's book, as another person's. */
export const bensSample = (sharedFriends: number): SampleBook => {
  const book = castBook(CAST[0]!, sharedFriends)
  return { vcard: writeBook(book), stories: storiesIn(book) }
}
