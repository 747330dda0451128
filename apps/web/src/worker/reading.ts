/** From files to books: in steps, so that the worker stays responsive and can say how far it is. */
import { parseIdentifier, readEmail, readPhone } from '@kith/contacts/identifier'
import { type AddressBookResult, type Contact, MOST_BYTES, readAddressBookInSteps } from '@kith/contacts/import'
import type { NamedFile, TakenBook, TakenPerson } from '../device/people/messages.ts'
import type { KeptBook } from '../device/people/types.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Surroundings } from './surroundings.ts'

/** Steps between two moments in which the worker listens: about a tenth of a second of a slow phone. */
const STEPS_IN_A_ROW = 20

export interface FileRead {
  readonly result: AddressBookResult
  readonly hash: string
}

export async function readFile(
  { content }: NamedFile,
  mastodonServer: string | undefined,
  { tell, wait }: Pick<Surroundings, 'tell' | 'wait'>,
): Promise<FileRead> {
  // What is larger is refused by its size alone, without filling the memory of a phone first.
  if (content.size > MOST_BYTES) {
    return { result: { ok: false, error: { code: 'too-large', message: 'larger than 50 MB' } }, hash: '' }
  }
  const bytes = new Uint8Array(await content.arrayBuffer())
  const steps = readAddressBookInSteps(bytes, mastodonServer === undefined ? {} : { mastodonServer })
  for (let count = 1, step = steps.next(); ; count++, step = steps.next()) {
    if (step.done) return { result: step.value, hash: fingerprintOf(bytes) }
    if (count % STEPS_IN_A_ROW !== 0) continue
    tell({ about: 'reading', ...step.value })
    await wait(0)
  }
}

/** A name that no other book has: "contacts.vcf", then "contacts.vcf (2)". */
export function sourceFor(name: string, books: readonly KeptBook[]): string {
  const taken = new Set(books.map(({ source }) => source))
  for (let number = 1; ; number++) {
    const source = number === 1 ? name : `${name} (${number})`
    if (!taken.has(source)) return source
  }
}

/** Rounds of picking add up; an account that is asked again replaces what it said before. */
export function takenBook(taken: TakenBook, earlier: KeptBook | undefined, place: number): KeptBook {
  const { source, how } = taken
  const taking = taken.people.map(contactOf).filter((contact) => contact !== undefined)
  const contacts = how === 'picked' ? withoutDuplicates([...(earlier?.contacts ?? []), ...taking]) : taking
  const book = { source, hash: source, place: earlier?.place ?? place, contacts, skipped: [] }
  return how === 'picked' ? { ...book, kind: 'vcard' } : { ...book, kind: 'plain-list', isMutualFollows: true }
}

function contactOf(person: TakenPerson, index: number): Contact | undefined {
  const emails = read(person.emails, readEmail)
  const phones = read(person.phones, readPhone)
  const handle = person.handle === undefined ? undefined : parseIdentifier(person.handle)
  const handles = handle === undefined ? [] : [handle]
  const name = person.name.replace(/\s+/gu, ' ').trim() || emails[0] || phones[0] || handles[0]
  if (name === undefined) return undefined
  return { line: index + 1, name: name.slice(0, 200), emails, phones, handles, organisationOnly: false, categories: [] }
}

function read(written: readonly string[] | undefined, reader: (text: string) => string | undefined): string[] {
  return [...new Set((written ?? []).map(reader).filter((text) => text !== undefined))]
}

function withoutDuplicates(contacts: readonly Contact[]): Contact[] {
  const byContent = new Map(contacts.map((contact) => [JSON.stringify({ ...contact, line: 0 }), contact]))
  return [...byContent.values()]
}
