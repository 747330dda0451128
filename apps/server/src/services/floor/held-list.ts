/** Somebody's list as the server holds it: stored tokens, ties and stories, never a name (CON1, CON2). */
import type { ListInput, PersonId } from '@kith/engine'
import { TIES, type Tie } from '@kith/protocol'

export interface HeldEntry {
  /** Made by the owner's device, at random. */
  readonly id: string
  /** Stored tokens (CON2); empty once the entry was taken out, so that the others keep their places. */
  readonly persons: readonly string[]
  readonly tie: Tie
  readonly onlineOnly: boolean
  readonly story?: string
}

export interface HeldList {
  readonly entries: readonly HeldEntry[]
  /** Stored tokens that the owner says are their own (MUT2). */
  readonly stated: readonly string[]
}

export const identifiersIn = ({ entries }: HeldList): number =>
  entries.reduce((sum, { persons }) => sum + persons.length, 0)

/** How many identifiers of a list are not in another (CON4). */
export const addedTo = (before: HeldList | undefined, list: HeldList): number => {
  const had = new Set(before?.entries.flatMap(({ persons }) => persons))
  return list.entries.reduce((sum, { persons }) => sum + persons.filter((person) => !had.has(person)).length, 0)
}

/** An id that is given up, and the one that the entry had before. */
export interface KeptId {
  readonly given: string
  readonly id: string
}

/**
 * Which entries of a list stood in the one before under ids that are not given any more: the device has lost its book and
 * made them anew. They are found by what they hold, each once.
 */
export const keptIds = (before: HeldList | undefined, list: HeldList): KeptId[] => {
  const given = new Set(list.entries.map(({ id }) => id))
  const lost = before?.entries.filter(({ id }) => !given.has(id)) ?? []
  const lostId = new Map(lost.flatMap(({ id, persons }) => persons.map((person) => [person, id] as const)))
  const known = new Set(before?.entries.map(({ id }) => id))
  const taken = new Set<string>()
  return list.entries.flatMap(({ id: given, persons }) => {
    const id = known.has(given)
      ? undefined
      : persons.map((person) => lostId.get(person)).find((one) => one && !taken.has(one))
    if (id === undefined) return []
    taken.add(id)
    return [{ given, id }]
  })
}

export const renamed = (list: HeldList, kept: readonly KeptId[]): HeldList => {
  if (kept.length === 0) return list
  const idOf = new Map(kept.map(({ given, id }) => [given, id]))
  return { ...list, entries: list.entries.map((entry) => ({ ...entry, id: idOf.get(entry.id) ?? entry.id })) }
}

/** A list without some of its entries; their places stay. */
export const without = (list: HeldList, gone: ReadonlySet<string>): HeldList => ({
  ...list,
  entries: list.entries.map((entry) => (gone.has(entry.id) ? { ...entry, persons: [] } : entry)),
})

/** A list in which one entry is told otherwise; `story: null` takes it back. */
export const retold = (list: HeldList, id: string, change: { tie?: Tie; story?: string | null }): HeldList => ({
  ...list,
  entries: list.entries.map((entry) => (entry.id === id ? toldAs(entry, change) : entry)),
})

const toldAs = ({ story, ...entry }: HeldEntry, change: { tie?: Tie; story?: string | null }): HeldEntry => {
  const told = change.story === undefined ? story : (change.story ?? undefined)
  return { ...entry, ...(change.tie && { tie: change.tie }), ...(told !== undefined && { story: told }) }
}

/** As the engine takes it. An entry that was taken out holds nobody (person 0), so that entries keep their numbers. */
export const listInput = (list: HeldList, number: (stored: string) => PersonId): ListInput => {
  const persons: number[] = []
  const entryOf: number[] = []
  for (const [index, entry] of list.entries.entries()) {
    const numbers = entry.persons.length === 0 ? [0] : entry.persons.map(number)
    for (const person of numbers) {
      persons.push(person)
      entryOf.push(index)
    }
  }
  const areSingle = persons.length === list.entries.length
  return {
    persons,
    ...(!areSingle && { entryOf }),
    ties: list.entries.map(({ tie }) => TIES.indexOf(tie)),
    online: list.entries.map(({ onlineOnly }) => (onlineOnly ? 1 : 0)),
    stated: list.stated.map(number),
  }
}

/** Every stored token in a list, as often as it stands there. */
export const storedIn = (list: HeldList): string[] => [
  ...list.entries.flatMap(({ persons }) => persons),
  ...list.stated,
]
