/** What a camera has read: a room here, a room at another Kith, or something else. Pure. */
import { readCode } from '@kith/protocol'

export type Scanned =
  | { readonly kind: 'room'; readonly code: string }
  | { readonly kind: 'elsewhere'; readonly url: string; readonly host: string }
  | { readonly kind: 'other' }

export const readScan = (text: string, origin: string): Scanned => {
  const code = readCode(text)
  if (code === undefined) return { kind: 'other' }
  const url = parsed(text)
  // A code alone, or a link to this very server.
  if (url === undefined || url.origin === origin) return { kind: 'room', code }
  return /^https?:$/.test(url.protocol) ? { kind: 'elsewhere', url: url.href, host: url.host } : { kind: 'other' }
}

const parsed = (text: string): URL | undefined => {
  try {
    return new URL(text.trim())
  } catch {
    return undefined
  }
}
