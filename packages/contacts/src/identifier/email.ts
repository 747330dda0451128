import type { Email } from './brand.ts'
import { asciiHost } from './host.ts'

const MAILTO = /^mailto:/i
/** `Ana <ana@example.org>`, `"Ana" <ana@example.org>`. */
const BRACKETED = /<([^<>]*)>\s*$/
const UNFIT = /[\s<>"(),;:\\[\]\p{C}]/u
/** Direction marks and zero-width characters, which copying leaves in. */
const INVISIBLE = /\p{Cf}/gu

/**
 * An address as people write it, trimmed and in lower case: `"Ana" <Ana@Example.org>` becomes `ana@example.org`. The
 * domain stays as written, and nothing is guessed about dots or plus signs. Undefined where there is no address.
 */
export const readEmail = (text: string): string | undefined => {
  const written = (BRACKETED.exec(text)?.[1] ?? text).replace(INVISIBLE, '').trim()
  const bare = composed(written).replace(MAILTO, '').split('?', 1)[0]!
  const at = bare.lastIndexOf('@')
  if (at <= 0 || at === bare.length - 1 || bare.length > 254) return undefined
  return UNFIT.test(bare) || bare.indexOf('@') !== at ? undefined : bare
}

/** Once more after lower case, which can undo it. */
const composed = (text: string): string => text.normalize('NFC').toLowerCase().normalize('NFC')

/** The normal form of an address: `readEmail` with the domain in ASCII. */
export const normaliseEmail = (text: string): Email | undefined => {
  const address = readEmail(text)
  if (address === undefined) return undefined
  const at = address.lastIndexOf('@')
  const host = asciiHost(address.slice(at + 1))
  return host === undefined ? undefined : (`${address.slice(0, at)}@${host}` as Email)
}
