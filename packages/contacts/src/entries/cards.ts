/** One card for each contact: its name for comparison, its identifiers in normal form, and which plainly are nobody's. */
import type { Contact } from '../contact.ts'
import {
  type Country,
  type Identifier,
  inspectPhone,
  kindOf,
  normaliseEmail,
  parseIdentifier,
  readPhone,
} from '../identifier.ts'
import { isNoName, nameKey } from './names.ts'
import type { Book, Card, Reach } from './types.ts'
import type { Vocabulary } from './vocabulary.ts'

export class CardReader {
  readonly #vocabulary: Vocabulary
  readonly #country: Country | undefined
  /** The same number in the phone's book and the computer's is read once: it is most of the work. */
  readonly #phones = new Map<string, Reach | undefined>()

  constructor(vocabulary: Vocabulary, country: Country | undefined) {
    this.#vocabulary = vocabulary
    this.#country = country
  }

  read(book: Book, contact: Contact): Card {
    const phones = contact.phones.map((phone) => this.#phone(phone))
    const reaches = [
      ...contact.emails.map((email) => this.#email(email)),
      ...phones,
      ...contact.handles.map((handle) => handleReach(handle)),
    ].filter((reach) => reach !== undefined)
    return {
      book,
      contact,
      label: contact.name,
      key: isNoName(contact.name, contact.handles) ? '' : nameKey(contact.name),
      reaches: withoutDuplicates(reaches),
      unread: phones.includes(undefined) ? (this.#country ? 'incomplete-number' : 'needs-country') : undefined,
    }
  }

  #email(written: string): Reach | undefined {
    const identifier = normaliseEmail(written)
    if (identifier === undefined) return undefined
    return { identifier, written, guess: this.#vocabulary.isRole(identifier) ? 'role-address' : undefined }
  }

  #phone(written: string): Reach | undefined {
    if (!this.#phones.has(written)) this.#phones.set(written, phoneReach(written, this.#country))
    return this.#phones.get(written)
  }
}

/** A short number needs no normal form to be told from a person's. */
function phoneReach(written: string, country: Country | undefined): Reach | undefined {
  const number = readPhone(written)
  if (number === undefined) return undefined
  const { phone: identifier, service: guess } = inspectPhone(number, country)
  return identifier === undefined && guess === undefined ? undefined : { identifier, written, guess }
}

/** A bare host names a site. A person's own site is one too, but a firm's stands on the cards of strangers' friends. */
function handleReach(written: string): Reach | undefined {
  const identifier = parseIdentifier(written)
  if (identifier === undefined || kindOf(identifier) === 'email' || kindOf(identifier) === 'phone') return undefined
  const isSite = kindOf(identifier) === 'web' && !identifier.includes('/')
  return { identifier, written, guess: isSite ? 'whole-site' : undefined }
}

/** Two spellings of one identifier (`07700 900123`, `+447700900123`) are one. */
export function withoutDuplicates(reaches: readonly Reach[]): Reach[] {
  const seen = new Set<Identifier | string>()
  return reaches.filter(({ identifier, written }) => {
    const known = seen.has(identifier ?? written)
    seen.add(identifier ?? written)
    return !known
  })
}
