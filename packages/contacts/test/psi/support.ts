import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BATCH_SIZE, type BlindedBatch, OprfClient, type Random } from '../../src/psi/client.ts'
import { blindEvaluate, type Evaluation, type OprfKey } from '../../src/psi/server.ts'

interface Vectors {
  readonly deriveKeyPair: { readonly Seed: string; readonly KeyInfo: string; readonly skSm: string }
  readonly vectors: readonly {
    readonly title: string
    readonly Input: string
    readonly Blind: string
    readonly BlindedElement: string
    readonly EvaluationElement: string
    readonly Output: string
  }[]
  readonly invalidElements: readonly {
    readonly code: 'identity' | 'non-canonical'
    readonly why: string
    readonly element: string
  }[]
  readonly invalidBatchLengths: readonly { readonly length: number; readonly index: number }[]
}

const file = new URL('../../vectors/oprf-ristretto255-sha512.json', import.meta.url)
export const vectors: Vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors

export const unhex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Real chance: nothing in these tests depends on what it draws. */
export const random: Random = (n) => Uint8Array.from(randomBytes(n))

/** The same bytes in every run. */
export function seededRandom(seed: string): Random {
  let draw = 0
  return (n) => Uint8Array.from(createHash('sha512').update(`${seed} ${draw++}`).digest().subarray(0, n))
}

/** Draws the given blinds first, then real chance. */
export function scripted(...blinds: readonly Uint8Array[]): Random {
  const script = [...blinds]
  return (n) => {
    const bytes = script.shift()
    return bytes === undefined ? random(n) : Uint8Array.from({ length: n }, (_, at) => bytes[at] ?? 0)
  }
}

export const key: OprfKey = { id: 'k1', secret: unhex(vectors.deriveKeyPair.skSm) }

export const identifiers = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => Uint8Array.from(Buffer.from(`person${index}@example.org`)))

export function evaluate(batch: Uint8Array, under: OprfKey = key): Evaluation {
  const result = blindEvaluate(under, batch)
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.index}`)
  return result.evaluation
}

/** The whole way: blinds, evaluates and finalises everything. */
export function tokensOf(inputs: readonly Uint8Array[], draw: Random = random, under: OprfKey = key): Uint8Array[] {
  const client = new OprfClient({ inputs, keyId: under.id, random: draw })
  const tokens: Uint8Array[] = []
  for (let batch = client.blind(); batch !== undefined; batch = client.blind()) {
    const result = client.finalize(batch, evaluate(batch.blindedElements, under))
    if (!result.ok) throw new Error(`${result.error.code} at ${result.error.index}`)
    tokens.push(...result.outputs)
  }
  return tokens
}

export const elements = (batch: Uint8Array): Uint8Array[] =>
  Array.from({ length: BATCH_SIZE }, (_, index) => batch.slice(index * 32, index * 32 + 32))

/** The batch with another element at the index. */
export function withElement(batch: Uint8Array, index: number, element: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(batch)
  changed.set(element, index * 32)
  return changed
}

export const clientFor = (count: number, draw: Random = random): OprfClient =>
  new OprfClient({ inputs: identifiers(count), keyId: key.id, random: draw })

export function allBatches(client: OprfClient): BlindedBatch[] {
  const batches: BlindedBatch[] = []
  for (let batch = client.blind(); batch !== undefined; batch = client.blind()) batches.push(batch)
  return batches
}
