/** Takes one person out of the books that hold them, so that nothing of them stays on the device. */
import type { KeptBook, KeptPerson } from '../device/people/types.ts'
import { peopleIn } from './making.ts'

export function withoutPerson(
  book: KeptBook,
  { label, identifiers }: KeptPerson,
  country: string | undefined,
): KeptBook {
  const meant = new Set<string>(identifiers)
  const name = comparable(label)
  const isMeant = (contact: KeptBook['contacts'][number]): boolean => {
    // Only cards of one name were joined: the others need not be read again, which is the slow part.
    if (comparable(contact.name) !== name) return false
    const { people, oneWay } = peopleIn([{ ...book, contacts: [contact] }], country)
    return [...people, ...oneWay].some(({ reaches }) => reaches.some(({ identifier }) => meant.has(identifier ?? '')))
  }
  return { ...book, contacts: book.contacts.filter((contact) => !isMeant(contact)) }
}

const comparable = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
