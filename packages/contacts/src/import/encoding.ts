/** From bytes to text when the encoding is not known, wrong, or mixed. */

/** The part of the Encoding Standard's decoder that is used; every runtime of ours has it. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string }

declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** A decoder that is fed in pieces. */
export interface StreamDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string
}

export function streamDecoder(label: 'utf-16le' | 'utf-16be'): StreamDecoder {
  return new TextDecoder(label)
}

export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text if these bytes are UTF-8 throughout. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether what is not UTF-8 is Shift_JIS (see seemsShiftJis), as judged from more of the file than these bytes. */
export type IsJapanese = (bytes: Uint8Array) => boolean

/** UTF-8 if it is that; Shift_JIS if so judged and valid; else UTF-8 with stray bytes. */
export function decodeUnknown(bytes: Uint8Array, isJapanese: IsJapanese): string {
  return decodeUtf8(bytes) ?? (isJapanese(bytes) ? decodeAs('shift_jis', bytes) : undefined) ?? decodeMixed(bytes)
}

/**
 * A value whose file declares a charset. Single-byte charsets are often declared for what is UTF-8 in truth, and text in
 * them is hardly ever valid UTF-8 by accident; in double-byte ones it can be, so there the declaration wins.
 */
export function decodeDeclared(bytes: Uint8Array, charset: string, isJapanese: IsJapanese): string {
  const label = LABELS[charset] ?? charset
  if (/^(utf-?8$|us-ascii|ascii)/.test(label)) return decodeUnknown(bytes, isJapanese)
  if (/^(windows-|cp|iso-?8859|latin)/.test(label)) {
    return decodeUtf8(bytes) ?? (isWestern(label) ? undefined : decodeAs(label, bytes)) ?? decodeMixed(bytes)
  }
  return decodeAs(label, bytes) ?? decodeUnknown(bytes, isJapanese)
}

/** Names in use that the Encoding Standard does not list. */
const LABELS: Readonly<Record<string, string>> = { cp932: 'shift_jis', cp936: 'gbk', cp949: 'euc-kr', cp950: 'big5' }

function isWestern(label: string): boolean {
  return /(1252|8859-?1|latin1)$/.test(label)
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Whether bytes that are not UTF-8 read as Shift_JIS: all pairs are well-formed, some stand side by side (in a Latin
 * alphabet accented letters stand alone), and most begin in 81-9F, where windows-1252 has only rare signs.
 */
export function seemsShiftJis(bytes: Uint8Array): boolean {
  let pairs = 0
  let usual = 0
  let neighbours = 0
  let previous = -2
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80 || (lead > 0xa0 && lead < 0xe0)) continue
    const trail = bytes[at + 1]
    if (trail === undefined) break
    if (lead === 0x80 || lead === 0xa0 || lead > 0xfc || trail < 0x40 || trail === 0x7f || trail > 0xfc) return false
    pairs++
    if (lead < 0xa0) usual++
    if (previous === at - 2) neighbours++
    previous = at
    at++
  }
  return neighbours > 0 && usual * 2 > pairs
}

/** What windows-1252 has in 80-9F. Written out: runtimes differ, some decode it as ISO-8859-1. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** UTF-8 where it is well-formed, and each other byte as windows-1252, which contains ISO-8859-1. */
export function decodeMixed(bytes: Uint8Array): string {
  let text = ''
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    const byte = bytes[at]!
    text += utf8.decode(bytes.subarray(from, at)) + (byte < 0xa0 ? C1[byte - 0x80] : String.fromCharCode(byte))
    from = ++at
  }
  return text + utf8.decode(bytes.subarray(from))
}

/** Length of the well-formed UTF-8 sequence at `at`, 0 if there is none (Unicode 15, table 3-7). */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  const second = bytes[at + 1] ?? 0
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (length === 0 || second < low || second > high) return 0
  for (let next = at + 2; next < at + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}
