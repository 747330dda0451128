/** The list that the server is sent: entries with their marks (CON1), and which people this device keeps for them. */
import type { Input } from '@kith/protocol'
import type { KeptPerson } from '../device/people/types.ts'
import { toBase64Url } from './base64url.ts'
import type { MadeEntry } from './making.ts'

/** The contract's most for one entry. */
const MOST_TOKENS = 50
const ID_BYTES = 16

/**
 * Everybody with their entry id: the one they had before, because importing again keeps an entry's age (MUT3) and what
 * the server says of it by its id; else a new one.
 */
export function keptPeople(
  entries: readonly MadeEntry[],
  before: readonly KeptPerson[],
  random: (length: number) => Uint8Array,
): KeptPerson[] {
  const byKey = new Map(before.map((person) => [person.key, person]))
  const byIdentifier = new Map(before.flatMap((person) => person.identifiers.map((one) => [one, person] as const)))
  const used = new Set<string>()
  const take = (person: KeptPerson | undefined): string | undefined => {
    if (person === undefined || used.has(person.id)) return undefined
    used.add(person.id)
    return person.id
  }
  // Those whose name and identifier are as before choose first; a name that changed finds its person by an identifier.
  const same = new Map(entries.map((entry) => [entry, take(byKey.get(entry.id))]))
  return entries.map((entry) => {
    const known = entry.identifiers.map((one) => byIdentifier.get(one)).find((one) => one && !used.has(one.id))
    const id = same.get(entry) ?? take(known) ?? toBase64Url(random(ID_BYTES))
    const { id: key, ...rest } = entry
    return { ...rest, key, id }
  })
}

/** Only those of whom every mark is there; private ones never (CON5). */
export function listOf(
  people: readonly KeptPerson[],
  statements: readonly string[],
  tokens: ReadonlyMap<string, Uint8Array>,
  keyId: string,
): Input<'contacts.put'> {
  const wire = (identifiers: readonly string[]) => identifiers.map((one) => toBase64Url(tokens.get(one)!))
  return {
    keyId,
    entries: people
      .filter((person) => !person.private)
      .map(({ id, identifiers, tie, acquaintance, story }) => ({
        id,
        tokens: wire(identifiers.slice(0, MOST_TOKENS)),
        tie,
        onlineOnly: acquaintance === 'online-only',
        ...(story === undefined ? {} : { story: [...story].slice(0, 140).join('') }),
      })),
    stated: wire(statements),
  }
}
