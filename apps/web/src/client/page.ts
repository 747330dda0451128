/** Where the socket meets the page: its address, and the moments at which a person or the network comes back. */
import type { Live } from './live.ts'

export const openLiveSocket = (): WebSocket => {
  const url = new URL('/live', location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(url)
}

export const wakeWithPage = (live: Pick<Live, 'wake' | 'lost'>): void => {
  const wake = () => {
    if (document.visibilityState === 'visible') live.wake()
  }
  addEventListener('online', wake)
  addEventListener('offline', () => live.lost())
  addEventListener('focus', wake)
  addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', wake)
}
