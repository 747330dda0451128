/** One property of a card: `group.NAME;PARAMETERS:value` (RFC 6350 3.3, and vCard 2.1 with its bare parameters). */
import { decodeDeclared, decodeUnknown, type IsJapanese } from '../encoding.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'

export interface Property {
  /** Upper case, without the group. */
  readonly name: string
  /** TYPE values and bare parameters, lower case. */
  readonly types: ReadonlySet<string>
  /** The other parameters, names in lower case. */
  readonly parameters: ReadonlyMap<string, string>
  /** Decoded, escapes still in it. */
  readonly value: string
}

const COLON = 0x3a
const SEMICOLON = 0x3b
const QUOTE = 0x22
const DOT = 0x2e

/** The property's name as its line begins, upper case without the group; '' if the line begins like none. */
export function nameAt(bytes: Uint8Array, start: number, end: number): string {
  let name = ''
  for (let at = start; at < end && at < start + 80; at++) {
    const byte = bytes[at]!
    if (byte === COLON || byte === SEMICOLON) return name.trimEnd().toUpperCase()
    name = byte === DOT ? '' : name + String.fromCharCode(byte)
  }
  return ''
}

/** Where the value begins: behind the first colon outside quotes, or the first at all if a quote never closes. */
export function valueStart(bytes: Uint8Array, start: number, end: number): number | undefined {
  let isQuoted = false
  let first: number | undefined
  for (let at = start; at < end; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) isQuoted = !isQuoted
    if (byte !== COLON) continue
    first ??= at + 1
    if (!isQuoted) return at + 1
  }
  return first
}

/** Reads an unfolded line. Undefined without a colon. */
export function readProperty(line: Uint8Array, isJapanese: IsJapanese): Property | undefined {
  const start = valueStart(line, 0, line.length)
  if (start === undefined) return undefined
  const header = splitOutsideQuotes(latin(line.subarray(0, start - 1)))
  const types = new Set<string>()
  const parameters = new Map<string, string>()
  for (const parameter of header.slice(1)) addParameter(parameter, types, parameters)
  const encoded = line.subarray(start)
  const bytes = isQuotedPrintable(types, parameters) ? decodeQuotedPrintable(encoded) : encoded
  const value = decode(bytes, parameters.get('charset'), isJapanese)
  return { name: nameAt(line, 0, start), types, parameters, value }
}

/** An odd quote protects nothing. */
function splitOutsideQuotes(header: string): string[] {
  if (!header.includes('"')) return header.split(';')
  const pieces = header.split('"')
  if (pieces.length % 2 === 0) return header.split(';')
  return pieces
    .map((piece, index) => (index % 2 === 0 ? piece.replaceAll(';', '\0') : piece))
    .join('')
    .split('\0')
}

function addParameter(text: string, types: Set<string>, parameters: Map<string, string>): void {
  const equals = text.indexOf('=')
  const name = text.slice(0, Math.max(equals, 0)).trim().toLowerCase()
  const value = text
    .slice(equals + 1)
    .replaceAll('"', '')
    .trim()
  if (name !== '' && name !== 'type') parameters.set(name, value)
  else for (const type of value.toLowerCase().split(',')) types.add(type.trim())
}

function isQuotedPrintable(types: ReadonlySet<string>, parameters: ReadonlyMap<string, string>): boolean {
  return types.has('quoted-printable') || /^q/i.test(parameters.get('encoding') ?? '')
}

function decode(bytes: Uint8Array, charset: string | undefined, isJapanese: IsJapanese): string {
  if (bytes.length < 512 && bytes.every((byte) => byte < 0x80 && byte !== 0x1b)) return latin(bytes)
  return charset === undefined
    ? decodeUnknown(bytes, isJapanese)
    : decodeDeclared(bytes, charset.toLowerCase(), isJapanese)
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}
