/** Which way stood open, kept on this device: an export is made in another app, and the page may be closed meanwhile. */

export interface Place {
  readonly way?: string | undefined
  readonly program?: string | undefined
  /** Books are here: until the worker has opened them, the ways to bring some must not stand in their place. */
  readonly hasBooks?: boolean
}

const KEY = 'kith.bring'

export const whereOneWas = (): Place => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Place) : {}
  } catch {
    return {}
  }
}

export const keepPlace = (place: Place): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...whereOneWas(), ...place }))
  } catch {
    // Private browsing: then the page begins at the beginning.
  }
}
