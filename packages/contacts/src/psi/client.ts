/**
 * The client's side of RFC 9497 in mode OPRF: identifiers go out blinded in batches of 64, and come back as tokens. One
 * batch is one step of about 10 ms, so that a worker stays responsive between them.
 */
import sodium from 'libsodium-wrappers-sumo'
import { BATCH_LENGTH, BATCH_SIZE, type BatchError, batchError, type Evaluation, elementAt } from './batch.ts'
import {
  ELEMENT_LENGTH,
  finalizeHash,
  hashToGroup,
  LONGEST_INPUT,
  type Random,
  randomElement,
  randomScalar,
  requireReady,
} from './oprf.ts'

export { BATCH_LENGTH, BATCH_SIZE, type BatchError, type Evaluation } from './batch.ts'
export { OUTPUT_LENGTH, type Random, ready } from './oprf.ts'

export interface Progress {
  /** How many inputs have their token. */
  readonly done: number
  readonly total: number
}

/** A batch that was blinded and waits for its evaluation. `finalize` wants this very object: its blinds hang on it. */
export interface BlindedBatch {
  /** Where its first input stands in the whole list, and how many of the 64 are inputs: the rest is padding. */
  readonly first: number
  readonly count: number
  /** What the server is sent: 64 elements of 32 bytes, one behind the other. */
  readonly blindedElements: Uint8Array
}

export type FinalizeResult =
  | { readonly ok: true; readonly first: number; readonly outputs: readonly Uint8Array[]; readonly progress: Progress }
  | { readonly ok: false; readonly error: BatchError }

export interface OprfClientOptions {
  /** Not to be changed until the last batch is finalised. */
  readonly inputs: readonly Uint8Array[]
  /** The server's key at the moment, as it names it: an answer under another one is refused. */
  readonly keyId: string
  readonly random: Random
}

/**
 * The way of one list of inputs: `blind` until there is nothing left, and `finalize` for each batch, in any order.
 *
 * An output is a token of 64 bytes. Mode OPRF proves nothing of the server: `keyId` notices another key, not a lie. The
 * caller sends tokens on and keeps them on the device, so that only new identifiers are asked; a store keeps of each only
 * the first 16 bytes of an HMAC under a key of its own (CON2).
 */
export class OprfClient {
  readonly #inputs: readonly Uint8Array[]
  readonly #keyId: string
  readonly #random: Random
  /** The blinds of the batches that are under way; they never leave this client. */
  readonly #blinds = new Map<BlindedBatch, readonly Uint8Array[]>()
  #next = 0
  #done = 0

  constructor({ inputs, keyId, random }: OprfClientOptions) {
    requireReady()
    if (keyId === '') throw new RangeError('keyId: empty')
    requireInputs(inputs)
    this.#inputs = inputs
    this.#keyId = keyId
    this.#random = random
  }

  get progress(): Progress {
    return { done: this.#done, total: this.#inputs.length }
  }

  /** Blind (RFC 9497, section 3.3.1) for the next inputs, at most 64; undefined when all are blinded. */
  blind(): BlindedBatch | undefined {
    const first = this.#next
    const inputs = this.#inputs.slice(first, first + BATCH_SIZE)
    if (inputs.length === 0) return undefined
    const blinds = inputs.map(() => randomScalar(this.#random))
    const blindedElements = blindAndPad(inputs, blinds, this.#random)
    const batch = { first, count: inputs.length, blindedElements }
    this.#blinds.set(batch, blinds)
    this.#next += inputs.length
    return batch
  }

  /**
   * Finalize (RFC 9497, section 3.3.1): the tokens of the batch in the order of its inputs. A refused answer leaves the
   * batch as it was, so that it can be sent again.
   */
  finalize(batch: BlindedBatch, evaluation: Evaluation): FinalizeResult {
    const blinds = this.#blinds.get(batch)
    if (blinds === undefined) throw new RangeError('batch: not under way in this client')
    const error = this.#evaluationError(evaluation)
    if (error !== undefined) return { ok: false, error }
    const outputs = blinds.map((blind, index) =>
      finalizeOne(this.#inputs[batch.first + index]!, blind, elementAt(evaluation.evaluatedElements, index)),
    )
    this.#forget(batch, blinds)
    this.#done += outputs.length
    return { ok: true, first: batch.first, outputs, progress: this.progress }
  }

  /** Wipes the blinds of what is under way. To be called when the rest is given up. */
  cancel(): void {
    this.#next = this.#inputs.length
    for (const [batch, blinds] of this.#blinds) this.#forget(batch, blinds)
  }

  /** The elements of the padding are checked as well: a server that answers those wrongly is not to be believed. */
  #evaluationError({ keyId, evaluatedElements }: Evaluation): BatchError | undefined {
    if (keyId !== this.#keyId) return { code: 'wrong-key', index: 0 }
    return batchError(evaluatedElements)
  }

  #forget(batch: BlindedBatch, blinds: readonly Uint8Array[]): void {
    for (const blind of blinds) sodium.memzero(blind)
    this.#blinds.delete(batch)
  }
}

function requireInputs(inputs: readonly Uint8Array[]): void {
  for (const [index, input] of inputs.entries()) {
    if (!(input instanceof Uint8Array)) throw new TypeError(`inputs[${index}]: not bytes`)
    if (input.length > LONGEST_INPUT) throw new RangeError(`inputs[${index}]: more than ${LONGEST_INPUT} bytes`)
  }
}

/** A blinded element is uniform among the elements that are not the identity, and so is the padding behind them. */
function blindAndPad(inputs: readonly Uint8Array[], blinds: readonly Uint8Array[], random: Random): Uint8Array {
  const blindedElements = new Uint8Array(BATCH_LENGTH)
  for (let index = 0; index < BATCH_SIZE; index++) {
    const input = inputs[index]
    const element =
      input === undefined
        ? randomElement(random)
        : sodium.crypto_scalarmult_ristretto255(blinds[index]!, hashToGroup(input))
    blindedElements.set(element, index * ELEMENT_LENGTH)
  }
  return blindedElements
}

function finalizeOne(input: Uint8Array, blind: Uint8Array, evaluatedElement: Uint8Array): Uint8Array {
  const inverse = sodium.crypto_core_ristretto255_scalar_invert(blind)
  const unblindedElement = sodium.crypto_scalarmult_ristretto255(inverse, evaluatedElement)
  const output = finalizeHash(input, unblindedElement)
  sodium.memzero(inverse)
  sodium.memzero(unblindedElement)
  return output
}
