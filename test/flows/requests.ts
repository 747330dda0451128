/** DATA3: whom the pages of a person ask, all of it: documents, workers, service workers, sockets. */
import type { BrowserContext } from 'playwright-core'

export interface Requests {
  /** Every address that was asked, in order, without those of the page itself (`data:`, `blob:`). */
  readonly urls: readonly string[]
  /** How often a method of the API was called. */
  calls(method: string): number
  /** Hosts other than these that were asked. */
  hostsBut(...own: readonly string[]): string[]
}

export const recordRequests = (context: BrowserContext): Requests => {
  const urls: string[] = []
  const note = (url: string): void => {
    if (/^(https?|wss?):/.test(url)) urls.push(url)
  }
  context.on('request', (request) => note(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())))
  for (const page of context.pages()) page.on('websocket', (socket) => note(socket.url()))
  return {
    urls,
    calls: (method) => urls.filter((url) => new URL(url).pathname === `/api/${method}`).length,
    hostsBut: (...own) => [...new Set(urls.map((url) => new URL(url).host))].filter((host) => !own.includes(host)),
  }
}
