import type { Email } from './brand.ts'
import { asciiHost } from './host.ts'

const MAILTO = /^mailto:/i
/** `Ana <ana@example.org>`, `"Ana" <ana@example.org>`. */
const BRACKETED = /<([^<>]*)>\s*$/
const UNFIT = /[\s<>"(),;:\\[\]\u0000-\u001f]/

/**
 * An address as people write it, trimmed and in lower case: `"Ana" <Ana@Example.org>` becomes `ana@example.org`. The
 * domain stays as written, and nothing is guessed about dots or plus signs. Undefined where there is no address.
 */
export const readEmail = (text: string): string | undefined => {
  const bare = (BRACKETED.exec(text)?.[1] ?? text).trim().replace(MAILTO, '').split('?', 1)[0]!.toLowerCase()
  const at = bare.lastIndexOf('@')
  if (at <= 0 || at === bare.length - 1 || bare.length > 254) return undefined
  return UNFIT.test(bare) || bare.indexOf('@') !== at ? undefined : bare
}

/** The normal form of an address: `readEmail` with the domain in ASCII. */
export const normaliseEmail = (text: string): Email | undefined => {
  const address = readEmail(text)?.normalize('NFC')
  if (address === undefined) return undefined
  const at = address.lastIndexOf('@')
  const host = asciiHost(address.slice(at + 1))
  return host === undefined ? undefined : (`${address.slice(0, at)}@${host}` as Email)
}
