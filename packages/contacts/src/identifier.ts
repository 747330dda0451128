/**
 * Identifiers and their normal forms (SPEC.md, Identifiers): two people who have somebody in two spellings hold the same
 * identifier. Nothing is guessed: what could be two people's stays two.
 */
import type { Contact } from './contact.ts'
import type { Country, Identifier } from './identifier/brand.ts'
import { normaliseEmail } from './identifier/email.ts'
import { blueskyHandle, linkedinHandle, mastodonHandle, webHandle } from './identifier/handle.ts'
import { countryOfMost, normalisePhone } from './identifier/phone.ts'

export type { Country, Email, Handle, Identifier, Phone } from './identifier/brand.ts'
export { normaliseEmail, readEmail } from './identifier/email.ts'
export { blueskyHandle, handleFromUrl, linkedinHandle, mastodonHandle, webHandle } from './identifier/handle.ts'
export {
  inspectPhone,
  normalisePhone,
  type PhoneFacts,
  readPhone,
  type ServiceNumber,
  serviceNumber,
} from './identifier/phone.ts'

export type IdentifierKind = 'email' | 'phone' | 'linkedin' | 'mastodon' | 'bluesky' | 'web'

/** What kind an identifier is of; its normal form says so. */
export const kindOf = (identifier: Identifier): IdentifierKind => {
  const prefix = PREFIX.exec(identifier)?.[1]
  return (prefix as IdentifierKind | undefined) ?? (identifier.includes('@') ? 'email' : 'phone')
}

const PREFIX = /^(linkedin|mastodon|bluesky|web):/

const READERS: Record<string, (text: string) => Identifier | undefined> = {
  linkedin: linkedinHandle,
  mastodon: mastodonHandle,
  bluesky: blueskyHandle,
  web: webHandle,
}

/** Reads a normal form back; also any e-mail, number with a plus sign, or prefixed handle. */
export const parseIdentifier = (text: string): Identifier | undefined => {
  const prefix = PREFIX.exec(text)?.[1]
  if (prefix !== undefined) return READERS[prefix]!(text)
  return text.includes('@') ? normaliseEmail(text) : normalisePhone(text)
}

/** The country in which a book's owner most likely dials: that of most of its numbers with a plus sign. */
export const guessCountry = (contacts: Iterable<Pick<Contact, 'phones'>>): Country | undefined =>
  countryOfMost(phonesOf(contacts))

function* phonesOf(contacts: Iterable<Pick<Contact, 'phones'>>): Generator<string> {
  for (const { phones } of contacts) yield* phones
}

/** An identifier as a log may have it: its kind, and nothing of what it says. */
export const forLogging = (identifier: Identifier): string => `${kindOf(identifier)}:…`
