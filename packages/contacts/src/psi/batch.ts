/** Batches: what travels between client and server, and the checks that both sides make on it. */
import sodium from 'libsodium-wrappers-sumo'
import { ELEMENT_LENGTH, isIdentity } from './oprf.ts'

/** Every batch has this size, padding included, so that a list's length shows only in steps of 64. */
export const BATCH_SIZE = 64
export const BATCH_LENGTH: number = BATCH_SIZE * ELEMENT_LENGTH

/** The answer to a batch: 64 elements of 32 bytes in the order of the question, and the key that they are under. */
export interface Evaluation {
  readonly keyId: string
  readonly evaluatedElements: Uint8Array
}

/**
 * What can be wrong with a batch from the other side. `index` is the first element at fault: with 'wrong-length' the
 * first that is not whole, missing or too many, with 'wrong-key' 0, because none was looked at.
 */
export interface BatchError {
  readonly code: 'wrong-length' | 'non-canonical' | 'identity' | 'wrong-key'
  readonly index: number
}

/** DeserializeElement of RFC 9497, sections 2.1 and 4.1, for a whole batch: undefined when every element is good. */
export function batchError(elements: Uint8Array): BatchError | undefined {
  if (!(elements instanceof Uint8Array)) throw new TypeError('batch: not a Uint8Array')
  const whole = Math.floor(elements.length / ELEMENT_LENGTH)
  if (elements.length !== BATCH_LENGTH) return { code: 'wrong-length', index: Math.min(whole, BATCH_SIZE) }
  for (let index = 0; index < BATCH_SIZE; index++) {
    const element = elementAt(elements, index)
    if (isIdentity(element)) return { code: 'identity', index }
    if (!sodium.crypto_core_ristretto255_is_valid_point(element)) return { code: 'non-canonical', index }
  }
  return undefined
}

export function elementAt(elements: Uint8Array, index: number): Uint8Array {
  return elements.subarray(index * ELEMENT_LENGTH, (index + 1) * ELEMENT_LENGTH)
}
