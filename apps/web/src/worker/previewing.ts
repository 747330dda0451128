/** What the page is shown of the books: sums, and the first few of each kind. The rest it asks for as it scrolls. */
import type { LeftOut, LeftOutReason, Tie, UnrecognisableReason } from '@kith/contacts/entries'
import type { Country } from '@kith/contacts/identifier'
import type { Preview, Row } from '../device/people/messages.ts'
import type { KeptBook, KeptChoices } from '../device/people/types.ts'
import type { Made, MadeEntry } from './making.ts'

/** Of each reason at once: a list of ten thousand would hold the page up. */
const FIRST = 20

export function previewOf(
  books: readonly KeptBook[],
  made: Made,
  choices: KeptChoices,
  country: Country | undefined,
): Preview {
  const counting = made.entries.filter((entry) => !entry.private)
  return {
    books: books.map(({ source, kind, contacts, skipped }) => ({
      source,
      kind,
      contacts: contacts.length,
      skipped: skipped.slice(0, FIRST),
      skippedTotal: skipped.length,
    })),
    people: counting.length,
    identifiers: counting.reduce((sum, { identifiers }) => sum + identifiers.length, 0),
    private: made.entries.length - counting.length,
    stayOut: made.leftOut.filter(({ what }) => what === 'card').length + made.unrecognisable.length,
    ties: counted(counting.map(({ tie }) => tie)),
    leftOut: leftOutOf(made.leftOut),
    ticked: [...choices.ticked].map((id) => ({ id, label: labelOf(id, made.entries) })),
    unrecognisable: unrecognisableOf(made),
    candidates: made.candidates.map((candidate) => ({ ...candidate, isMe: choices.me.has(candidate.id) })),
    own: [...choices.own],
    country,
  }
}

export const rowOf = ({
  id,
  label,
  identifiers,
  tie,
  acquaintance,
  private: isPrivate,
  story,
  sources,
}: MadeEntry): Row => ({
  key: id,
  label,
  identifiers,
  tie,
  acquaintance,
  private: isPrivate,
  sources,
  ...(story === undefined ? {} : { story }),
})

function leftOutOf(all: readonly LeftOut[]): Preview['leftOut'] {
  const groups = grouped(all, ({ reason }): LeftOutReason => reason)
  return [...groups].map(([reason, group]) => ({ reason, total: group.length, first: group.slice(0, FIRST) }))
}

function unrecognisableOf({ unrecognisable }: Made): Preview['unrecognisable'] {
  const groups = grouped(unrecognisable, ({ why }): UnrecognisableReason => why)
  return [...groups].map(([why, group]) => ({
    why,
    total: group.length,
    first: group.slice(0, FIRST).map(({ label }) => label),
  }))
}

/** A card's id begins with its name as names are compared; the entry made of it has it as written. */
function labelOf(id: string, entries: readonly MadeEntry[]): string {
  const entry = entries.find((one) => id === one.id || id.startsWith(`${one.id}\n`))
  return entry?.label ?? id.split('\n', 1)[0] ?? id
}

function counted(ties: readonly Tie[]): Partial<Record<Tie, number>> {
  const counts: Partial<Record<Tie, number>> = {}
  for (const tie of ties) counts[tie] = (counts[tie] ?? 0) + 1
  return counts
}

function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
