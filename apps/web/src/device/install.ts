/**
 * Putting Kith on the home screen. The browser's own offer is held back whenever it comes; the screens make it once
 * somebody was introduced here. Loaded with the first script of the page, because the offer does not come twice.
 */

/** https://wicg.github.io/manifest-incubations, as far as it is used here. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallOffer | undefined
const listeners = new Set<() => void>()

const keep = (next: InstallOffer | undefined): void => {
  offer = next
  for (const listener of listeners) listener()
}

export const holdInstallOffer = (): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    keep(event as InstallOffer)
  })
  addEventListener('appinstalled', () => keep(undefined))
}

/** Whether the browser has an offer that was not made yet. */
export const hasInstallOffer = (): boolean => offer !== undefined

export const onInstallOffer = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows the browser's question. An offer is good once. */
export const makeInstallOffer = (): void => {
  const held = offer
  keep(undefined)
  // Refused where it was shown already: then there is nothing to do.
  held?.prompt().catch(() => {})
}
