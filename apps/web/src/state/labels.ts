/** The names behind entry ids, from the address book of this device. They are here and nowhere else (CON1, REV4). */
import type { Tie } from '@kith/protocol'
import { useEffect, useState } from 'react'

export interface Labels {
  /** How many people this device has names for: 0 where it has no address book. */
  readonly size: number
  nameOf(entryId: string): string | undefined
  storyOf(entryId: string): string | undefined
  tieOf(entryId: string): Tie | undefined
}

interface Person {
  readonly label: string
  readonly tie: Tie
  readonly story?: string | undefined
}

export const labelsFrom = (people: ReadonlyMap<string, Person>): Labels => ({
  size: people.size,
  nameOf: (id) => people.get(id)?.label,
  storyOf: (id) => people.get(id)?.story,
  tieOf: (id) => people.get(id)?.tie,
})

let last: Labels | undefined
const listeners = new Set<(labels: Labels) => void>()

/** Reads the address book anew: after an import, or after a story was told. */
export const refreshLabels = async (): Promise<void> => {
  const { loadPeopleById } = await import('../device/book.ts')
  last = labelsFrom(await loadPeopleById())
  for (const listener of listeners) listener(last)
}

/** `undefined` while the address book is being read. */
export const useLabels = (): Labels | undefined => {
  const [labels, setLabels] = useState(last)
  useEffect(() => {
    listeners.add(setLabels)
    void refreshLabels()
    return () => {
      listeners.delete(setLabels)
    }
  }, [])
  return labels
}

/** Of one's own entries for one mutual friend, the first that this device has a name for. */
export const entryWithName = (labels: Labels, entries: readonly string[]): string | undefined =>
  entries.find((id) => labels.nameOf(id) !== undefined)
