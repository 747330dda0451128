/**
 * Tells books apart by their bytes: the same file again is the same book, and two that happen to be called contacts.vcf
 * are two. Nobody gains by making two books alike, and `crypto.subtle` is not there at plain http addresses, so that four
 * FNV-1a hashes with different multipliers do.
 */
const MULTIPLIERS = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

export const fingerprintOf = (bytes: Uint8Array): string => {
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, bytes.length]
  const [ma, mb, mc, md] = MULTIPLIERS
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, ma)
    b = Math.imul(b ^ byte ^ (b >>> 15), mb)
    c = Math.imul(c ^ byte ^ (c >>> 13), mc)
    d = Math.imul(d ^ byte ^ (d >>> 16), md)
  }
  return [a, b, c, d, bytes.length].map((part) => (part >>> 0).toString(36)).join('-')
}
