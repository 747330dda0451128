/** Where the focus goes by itself: to the head of a screen that has come, and never to nothing. */
import { type ReactNode, useEffect } from 'react'

/** The first screen is told by the page itself. */
let first: string | undefined = globalThis.location?.pathname

/** Long enough for a screen that puts the focus somewhere itself. */
const SETTLES_MS = 60

export const Told = ({ path, children }: { path: string; children: ReactNode }) => {
  useEffect(() => {
    // The static Door is in the page beside the app.
    const place = document.getElementById(path === '/' ? 'door' : 'app')
    if (place === null) return
    const isNew = path !== first
    first = undefined
    if (isNew) window.scrollTo(0, 0)
    return watchFocus(place, isNew)
  }, [path])
  return children
}

/** `wanted`: the head has not been told yet; it may come later than its screen's address. */
const watchFocus = (place: HTMLElement, wanted: boolean): (() => void) => {
  let isWanted = wanted
  let last: Element | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    const at = document.activeElement
    if (at !== null && at !== document.body) {
      last = at
      if (!isWanted || place.contains(at)) isWanted = false
      if (!isWanted) return
    }
    // What had it is gone (a card, a pressed button): who uses keys or listens goes on from the head.
    if (!isWanted && (last === undefined || last.isConnected)) return
    const head = place.querySelector<HTMLElement>('h1[tabindex]')
    if (head === null) return
    isWanted = false
    last = head
    head.focus({ preventScroll: true })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(settle, SETTLES_MS)
  }
  const note = ({ target }: FocusEvent): void => {
    if (target instanceof Element) last = target
  }
  const watch = new MutationObserver(later)
  watch.observe(place, { childList: true, subtree: true })
  document.addEventListener('focusin', note)
  if (wanted) settle()
  return () => {
    clearTimeout(timer)
    watch.disconnect()
    document.removeEventListener('focusin', note)
  }
}
