/** The server's side of RFC 9497 in mode OPRF: it holds the key, and learns nothing of what it evaluates. */
import sodium from 'libsodium-wrappers-sumo'
import { BATCH_LENGTH, BATCH_SIZE, type BatchError, batchError, type Evaluation, elementAt } from './batch.ts'
import {
  concat,
  ELEMENT_LENGTH,
  hashToScalarForKey,
  i2osp2,
  LONGEST_INPUT,
  requireReady,
  SCALAR_LENGTH,
} from './oprf.ts'

export { BATCH_LENGTH, BATCH_SIZE, type BatchError, type Evaluation } from './batch.ts'
export { ready } from './oprf.ts'

/** Nseed of RFC 9497, section 3.2.1. */
const SEED_LENGTH = 32
/** The counter of DeriveKeyPair is one byte. */
const MOST_COUNTERS = 256

/** `id` names the key in every answer, so that tokens under an older key are never compared with new ones. */
export interface OprfKey {
  readonly id: string
  /** skS: a scalar, neither zero nor above the order. */
  readonly secret: Uint8Array
}

export interface KeyPair {
  readonly skS: Uint8Array
  readonly pkS: Uint8Array
}

export type BlindEvaluateResult =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly error: BatchError }

/** DeriveKeyPair (RFC 9497, section 3.2.1): the same seed and info always give the same keys. */
export function deriveKeyPair(seed: Uint8Array, info: Uint8Array): KeyPair {
  requireReady()
  if (seed.length !== SEED_LENGTH) throw new RangeError(`seed: ${SEED_LENGTH} bytes, not ${seed.length}`)
  if (info.length > LONGEST_INPUT) throw new RangeError(`info: at most ${LONGEST_INPUT} bytes, not ${info.length}`)
  const skS = deriveSecret(concat(seed, i2osp2(info.length), info, Uint8Array.of(0)))
  return { skS, pkS: sodium.crypto_scalarmult_ristretto255_base(skS) }
}

/** Takes deriveInput with room for the counter at its end, and wipes it. */
function deriveSecret(deriveInput: Uint8Array): Uint8Array {
  try {
    for (let counter = 0; counter < MOST_COUNTERS; counter++) {
      deriveInput[deriveInput.length - 1] = counter
      const skS = hashToScalarForKey(deriveInput)
      if (!sodium.is_zero(skS)) return skS
    }
  } finally {
    sodium.memzero(deriveInput)
  }
  // DeriveKeyPairError; the chance is 2^-252 to the power of 256.
  throw new RangeError('seed: derives no key')
}

/**
 * BlindEvaluate (RFC 9497, section 3.3.1) for a whole batch: 64 elements of 32 bytes, one behind the other. A batch with
 * one bad element is refused as a whole, because no honest client sends one.
 */
export function blindEvaluate(key: OprfKey, batch: Uint8Array): BlindEvaluateResult {
  requireReady()
  requireKey(key)
  const error = batchError(batch)
  if (error !== undefined) return { ok: false, error }
  const evaluatedElements = new Uint8Array(BATCH_LENGTH)
  for (let index = 0; index < BATCH_SIZE; index++) {
    const blindedElement = elementAt(batch, index)
    const evaluatedElement = sodium.crypto_scalarmult_ristretto255(key.secret, blindedElement)
    evaluatedElements.set(evaluatedElement, index * ELEMENT_LENGTH)
  }
  return { ok: true, evaluation: { keyId: key.id, evaluatedElements } }
}

/** A scalar that is not reduced would be taken silently as another one, because the multiplication drops its top bit. */
function requireKey({ id, secret }: OprfKey): void {
  if (id === '') throw new RangeError('key.id: empty')
  if (secret.length !== SCALAR_LENGTH) throw new RangeError(`key.secret: ${SCALAR_LENGTH} bytes, not ${secret.length}`)
  const wide = concat(secret, new Uint8Array(SCALAR_LENGTH))
  const reduced = sodium.crypto_core_ristretto255_scalar_reduce(wide)
  const isScalar = sodium.memcmp(reduced, secret) && !sodium.is_zero(secret)
  sodium.memzero(wide)
  sodium.memzero(reduced)
  if (!isScalar) throw new RangeError('key.secret: zero, or not below the order of the group')
}
