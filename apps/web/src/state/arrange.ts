/**
 * The order in which cards are shown: by `place`, but nothing moves while a finger is on the list. What goes then leaves
 * its room empty, and what comes waits at the end. Pure.
 */
import type { CardView } from '@kith/protocol'

/** The ids to show, from those shown before. `held`: somebody is touching the list. */
export const arrange = (shown: readonly string[], cards: readonly CardView[], held: boolean): string[] => {
  const sorted = [...cards].sort(byPlace).map(({ id }) => id)
  if (!held) return sorted
  const before = new Set(shown)
  return [...shown, ...sorted.filter((id) => !before.has(id))]
}

const byPlace = (a: CardView, b: CardView): number => b.place - a.place || (a.id < b.id ? -1 : 1)
