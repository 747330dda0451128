/** What everybody must see, by brute force over the books: every pair, every entry, and nothing of the engine. */
import type { Tie } from '@kith/protocol'
import type { BookEntry, Guest } from './guests.ts'

/** What one pair shares, seen from both seats. */
export interface Between {
  /** Entries of each that are a mutual friend, in the order of the book. */
  readonly mine: readonly BookEntry[]
  readonly theirs: readonly BookEntry[]
  /** Each has the other (ENC2). */
  readonly knowEachOther: boolean
}

export interface Expected {
  readonly card: 'shared' | 'openly'
  readonly step: number
  readonly mostly?: Tie
  readonly name?: string
}

export interface Truth {
  readonly between: (viewer: number, other: number) => Between
  /** Undefined where there is no card. */
  readonly card: (viewer: number, other: number) => Expected | undefined
  /** Pairs of seats that share a card for friends. */
  readonly sharing: readonly (readonly [number, number])[]
}

const STEPS = [100, 50, 25, 10, 5, 3, 1]
const TIE_FROM = 5

export const truthOf = (guests: readonly Guest[]): Truth => {
  const books = guests.map(indexed)
  const pairs = guests.map(({ seat }) => guests.slice(0, seat).map((_, other) => compare(books[other]!, books[seat]!)))
  const between = (viewer: number, other: number): Between => {
    if (viewer < other) return pairs[other]![viewer]!
    const { mine, theirs, knowEachOther } = pairs[viewer]![other]!
    return { mine: theirs, theirs: mine, knowEachOther }
  }
  const card = (viewer: number, other: number) => expected(between(viewer, other), guests[other]!)
  const all = guests.flatMap(({ seat }) => guests.slice(0, seat).map((_, other) => [other, seat] as const))
  return { between, card, sharing: all.filter(([a, b]) => card(a, b)?.card === 'shared') }
}

interface Indexed {
  readonly guest: Guest
  readonly stated: ReadonlySet<string>
  readonly byIdentifier: ReadonlyMap<string, BookEntry>
}

const indexed = (guest: Guest): Indexed => ({
  guest,
  stated: new Set(guest.stated),
  byIdentifier: new Map(guest.entries.flatMap((entry) => entry.identifiers.map((identifier) => [identifier, entry]))),
})

/** No two entries of a book hold the same identifier here, and none two people's: one entry of each is one friend. */
const compare = (one: Indexed, other: Indexed): Between => {
  const mine: BookEntry[] = []
  const theirs: BookEntry[] = []
  for (const entry of one.guest.entries) {
    if (entry.identifiers.some((identifier) => one.stated.has(identifier) || other.stated.has(identifier))) continue
    const match = entry.identifiers.map((identifier) => other.byIdentifier.get(identifier)).find(Boolean)
    if (!match) continue
    mine.push(entry)
    theirs.push(match)
  }
  return { mine, theirs, knowEachOther: holds(one, other) && holds(other, one) }
}

const holds = ({ byIdentifier }: Indexed, { stated }: Indexed): boolean =>
  [...stated].some((id) => byIdentifier.has(id))

const expected = ({ mine, knowEachOther }: Between, { isNamed, name }: Guest): Expected | undefined => {
  const shown = isNamed ? { name } : {}
  if (mine.length === 0 || knowEachOther) return isNamed ? { card: 'openly', step: 0, ...shown } : undefined
  const mostly = mostlyOf(mine)
  return { card: 'shared', step: stepOf(mine.length), ...(mostly && { mostly }), ...shown }
}

/** MUT4. */
const stepOf = (count: number): number => STEPS.find((step) => step <= count) ?? 0

/** REV1: the tie of more than half, of five or more; *other* says nothing. */
const mostlyOf = (entries: readonly BookEntry[]): Tie | undefined => {
  if (entries.length < TIE_FROM) return undefined
  const counts = new Map<Tie, number>()
  for (const { tie } of entries) counts.set(tie, (counts.get(tie) ?? 0) + 1)
  return [...counts].find(([tie, count]) => tie !== 'other' && count * 2 > entries.length)?.[0]
}
