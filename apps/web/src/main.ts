/**
 * All of the script that the Door waits for, which is nothing: the app is fetched when somebody reaches for the page, or
 * after 1.5 s, or at once at any other address.
 */
import { holdInstallOffer } from './device/install.ts'

const REACHES = ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const
const PATIENCE = 1500

holdInstallOffer()

let started = false
const start = (): void => {
  if (started) return
  started = true
  void import('./start.tsx')
}

if (location.pathname !== '/') {
  // Servers that do not fill in where the page was asked for leave that to the script.
  document.documentElement.dataset.at = 'app'
  start()
} else {
  for (const reach of REACHES) addEventListener(reach, start, { once: true, passive: true })
  setTimeout(start, PATIENCE)
}
