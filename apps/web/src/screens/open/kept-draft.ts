/** What stands in the form, kept for as long as the tab is open: a reload loses nothing. */
import { type Draft, EMPTY } from './draft.ts'

const KEY = 'kith.open'

export const keptDraft = (): Draft => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { ...EMPTY, ...kept } : EMPTY
  } catch {
    return EMPTY
  }
}

export const keepDraft = (draft: Draft | undefined): void => {
  try {
    if (draft === undefined) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // Without storage it is kept for as long as the page stays.
  }
}
