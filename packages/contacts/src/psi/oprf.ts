/**
 * RFC 9497, mode OPRF (0x00), suite ristretto255-SHA512 (section 4.1): what client and server share. Names are the
 * RFC's. Elements and scalars are their serialisations of 32 bytes; a scalar is little-endian and below the order.
 */
import sodium from 'libsodium-wrappers-sumo'

/** Chance is a parameter: n bytes that nobody can guess, in an array of their own, which is wiped after use. */
export type Random = (n: number) => Uint8Array

/** Ne and Ns of section 4.1. */
export const ELEMENT_LENGTH = 32
export const SCALAR_LENGTH = 32
/** Nh: the length of an output, which is a token. */
export const OUTPUT_LENGTH = 64
/** I2OSP(len(x), 2) writes no more (section 3.3.1). */
export const LONGEST_INPUT = 65_535

/** What a scalar and an element are reduced from: twice the width, so that the bias is below 2^-250. */
const UNIFORM_LENGTH = 64
/** The block of SHA-512, s_in_bytes of RFC 9380. */
const HASH_BLOCK = 128
const MODE_OPRF = 0x00
/** A draw fails with a chance of 2^-252: a source that fails this often is no source of chance. */
const MOST_DRAWS = 8

const contextString = concat(ascii('OPRFV1-'), Uint8Array.of(MODE_OPRF), ascii('-ristretto255-SHA512'))
const HASH_TO_GROUP = concat(ascii('HashToGroup-'), contextString)
const DERIVE_KEY_PAIR = concat(ascii('DeriveKeyPair'), contextString)
const FINALIZE = ascii('Finalize')

let isReady = false

/** Resolves when libsodium is there. To be awaited once, before anything else in here; everything else is synchronous. */
export async function ready(): Promise<void> {
  await sodium.ready
  isReady = true
}

export function requireReady(): void {
  if (!isReady) throw new Error('psi: await ready() first')
}

/** HashToGroup of section 4.1. */
export function hashToGroup(input: Uint8Array): Uint8Array {
  const inputElement = sodium.crypto_core_ristretto255_from_hash(expandMessageXmd(input, HASH_TO_GROUP))
  // InvalidInputError of section 3.3.1; nobody knows an input that leads here.
  if (isIdentity(inputElement)) throw new RangeError('input: hashes to the identity')
  return inputElement
}

/** HashToScalar of section 4.1, with the tag of DeriveKeyPair, which alone needs it in this mode (section 3.2.1). */
export function hashToScalarForKey(input: Uint8Array): Uint8Array {
  const uniform = expandMessageXmd(input, DERIVE_KEY_PAIR)
  const scalar = sodium.crypto_core_ristretto255_scalar_reduce(uniform)
  sodium.memzero(uniform)
  return scalar
}

/** expand_message_xmd of RFC 9380, section 5.3.1, for 64 bytes: with SHA-512 that is ell = 1, one block. */
function expandMessageXmd(message: Uint8Array, tag: Uint8Array): Uint8Array {
  const tagPrime = concat(tag, Uint8Array.of(tag.length))
  const zeroPad = new Uint8Array(HASH_BLOCK)
  const prefixed = concat(zeroPad, message, i2osp2(UNIFORM_LENGTH), Uint8Array.of(0), tagPrime)
  const b0 = sodium.crypto_hash_sha512(prefixed)
  // The message may be the seed of a key.
  sodium.memzero(prefixed)
  return sodium.crypto_hash_sha512(concat(b0, Uint8Array.of(1), tagPrime))
}

/** The hash at the end of Finalize (section 3.3.1). */
export function finalizeHash(input: Uint8Array, unblindedElement: Uint8Array): Uint8Array {
  return sodium.crypto_hash_sha512(
    concat(i2osp2(input.length), input, i2osp2(unblindedElement.length), unblindedElement, FINALIZE),
  )
}

/** RandomScalar of section 2.1, by reduction of 64 bytes (section 4.7.2). Zero has no inverse: it is drawn again. */
export function randomScalar(random: Random): Uint8Array {
  return drawNonZero(random, (uniform) => sodium.crypto_core_ristretto255_scalar_reduce(uniform))
}

/** An element with the distribution of blinded ones: uniform, and not the identity. */
export function randomElement(random: Random): Uint8Array {
  return drawNonZero(random, (uniform) => sodium.crypto_core_ristretto255_from_hash(uniform))
}

function drawNonZero(random: Random, map: (uniform: Uint8Array) => Uint8Array): Uint8Array {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const uniform = random(UNIFORM_LENGTH)
    if (uniform.length !== UNIFORM_LENGTH) throw new RangeError(`random: ${UNIFORM_LENGTH} bytes asked`)
    const drawn = map(uniform)
    sodium.memzero(uniform)
    if (!sodium.is_zero(drawn)) return drawn
  }
  throw new RangeError(`random: drew zero ${MOST_DRAWS} times`)
}

/** The identity is 32 zero bytes (RFC 9496, section 4.3.2). */
export function isIdentity(element: Uint8Array): boolean {
  return sodium.is_zero(element)
}

/** I2OSP(value, 2). */
export function i2osp2(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff)
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
