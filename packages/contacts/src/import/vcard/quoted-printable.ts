/** Quoted-printable (RFC 2045 6.7) as vCard 2.1 uses it. */

const EQUALS = 0x3d

/** Decodes `=E9` and drops soft breaks; what is no escape stays as it is. */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; at++) {
    const high = bytes[at] === EQUALS ? hexValue(bytes[at + 1]) : -1
    const low = high < 0 ? -1 : hexValue(bytes[at + 2])
    if (low < 0) out[size++] = bytes[at]!
    else {
      out[size++] = high * 16 + low
      at += 2
    }
  }
  return out.subarray(0, size)
}

/** Whether the bytes end in a soft break: `=`, perhaps with blanks behind it that a mailer added. */
export function softBreakAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = end
  while (at > start && end - at < 4 && (bytes[at - 1] === 0x20 || bytes[at - 1] === 0x09)) at--
  return at > start && bytes[at - 1] === EQUALS ? at - 1 : undefined
}

/** Whether the bytes before `at` end in an escaped byte that belongs to a longer UTF-8 character. */
export function isInsideCharacter(bytes: Uint8Array, start: number, at: number): boolean {
  return at - 3 >= start && bytes[at - 3] === EQUALS && hexValue(bytes[at - 2]) >= 8 && hexValue(bytes[at - 1]) >= 0
}

/** Whether an escaped UTF-8 continuation byte (80 to BF) stands at `at`. */
export function isContinuation(bytes: Uint8Array, at: number): boolean {
  const high = bytes[at] === EQUALS ? hexValue(bytes[at + 1]) : -1
  return high >= 8 && high <= 11
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
