/** Registers the service worker, and says when a new version of the app waits for the person's yes. */
import { scriptUrl } from '../script-url.ts'

/** Makes the waiting version the current one; the page then reloads itself. */
export type UseNewVersion = () => void

export const registerServiceWorker = async (onNewVersion: (use: UseNewVersion) => void): Promise<void> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register(scriptUrl('/sw.js'), { updateViaCache: 'none' })
  const offer = (worker: ServiceWorker): void =>
    onNewVersion(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      worker.postMessage('use-new-version')
    })
  if (registration.waiting !== null && navigator.serviceWorker.controller !== null) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      // Without a controller this is the first installation: there is no older version to replace.
      if (worker.state === 'installed' && navigator.serviceWorker.controller !== null) offer(worker)
    })
  })
}
