/**
 * The Door is not drawn by the app: it stands in index.html, so that it is there before any script. The app only shows
 * or hides it, puts other languages' words into it, and follows its links without loading the page anew.
 */
import { navigate } from 'wouter/use-browser-location'

const staticDoor = (): HTMLElement | null => document.getElementById('door')

export const showDoor = (shown: boolean): void => {
  document.documentElement.dataset.at = shown ? 'door' : 'app'
}

/** Elements that carry `data-words` show the words of that key. */
export const putWords = (words: Readonly<Record<string, string>>): void => {
  for (const element of staticDoor()?.querySelectorAll<HTMLElement>('[data-words]') ?? []) {
    const text = words[element.dataset.words ?? '']
    if (text !== undefined) element.textContent = text
  }
}

export const takeDoorLinks = (): void => {
  staticDoor()?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (link === null || !plain || event.defaultPrevented) return
    event.preventDefault()
    navigate(link.pathname)
  })
}
