/**
 * The numbers of the wire that the page needs, without the schemas (and their library) around them. Their types are
 * those of the protocol's own values, so a page with other numbers does not compile.
 */
import type { CLOSE as Close, PROTOCOL_VERSION as Version } from '@kith/protocol'

export const PROTOCOL_VERSION: typeof Version = 1

type CloseCode = (typeof Close)[keyof typeof Close]['code']

/** What to do when the server has closed the socket, by code. Every other code is a broken line: try again. */
export const AFTER_CLOSE: { readonly [code in CloseCode]: 'retry' | 'no-session' | 'anew' | 'reload' | 'stop' } = {
  1001: 'retry',
  4400: 'stop',
  4401: 'no-session',
  4403: 'stop',
  4409: 'reload',
  // Replaced, as at every rise of rights: this device may well hold the new one.
  4410: 'anew',
  4429: 'retry',
}

export const afterClose = (code: number) => AFTER_CLOSE[code as CloseCode] ?? 'retry'
