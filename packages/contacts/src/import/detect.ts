/** What a file is, told by its content; and why it is refused when it is no address book. */
import type { RefusalCode } from './result.ts'
import { utf16Of } from './text.ts'

/** A vCard's first BEGIN is looked for in this many bytes. */
const PREFACE = 64 * 1024

/** First bytes of files that people pick by mistake. */
const SIGNATURES: readonly (readonly [string, RefusalCode])[] = [
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['PK\x03\x04', 'archive'],
  ['PK\x05\x06', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\xd0\xcf\x11\xe0', 'document'],
  ['%PDF', 'document'],
  ['{\\rtf', 'document'],
  ['\x7fELF', 'document'],
  ['SQLite format 3', 'document'],
]

/** Why these bytes are no text that we read, judged by their first kilobytes; undefined for text. */
export function binaryKind(bytes: Uint8Array): RefusalCode | undefined {
  const head = latin(bytes.subarray(0, 16))
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1]
  if (known !== undefined) return known
  if (/^RIFF....WEBP/s.test(head) || /^....ftyp(heic|mif1|avif|heif)/s.test(head)) return 'picture'
  if (utf16Of(bytes) !== undefined) return undefined
  const controls = bytes.subarray(0, 4096).filter((byte) => byte < 9 || (byte > 13 && byte < 26)).length
  return controls * 20 > Math.min(bytes.length, 4096) ? 'document' : undefined
}

/** Whether a vCard begins in these bytes, at the start or end of a line: text may stand before it, other formats not. */
export function isVcard(bytes: Uint8Array): boolean {
  const preface = latin(bytes.subarray(0, PREFACE))
  return (
    !startsAsJson(preface.slice(0, 1024)) &&
    /(?:^|[\r\n\ufeff]|\xef\xbb\xbf|\s)BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:[\r\n]|$)/i.test(preface)
  )
}

export function startsAsJson(text: string): boolean {
  return /^(?:\xef\xbb\xbf)?[\s\ufeff]*(?:\{|\[\s*(?:[[{"\]]|$))/.test(text)
}

/** Text formats that would read as a list of sorts and are none. */
export function foreignKind(text: string): RefusalCode | undefined {
  const head = text.slice(0, 2048).trimStart()
  if (/^<(!doctype html|html|head|body)\b/i.test(head)) return 'web-page'
  if (/^<(\?xml|[a-z])|^dn:|^BEGIN:VCALENDAR|^#!|^%!PS/i.test(head)) return 'unknown'
  return undefined
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}
