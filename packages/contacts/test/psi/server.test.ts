import { beforeAll, describe, expect, test, vi } from 'vitest'
import { OprfClient } from '../../src/psi/client.ts'
import { blindEvaluate, deriveKeyPair, ready } from '../../src/psi/server.ts'
import { elements, evaluate, hex, identifiers, key, random, unhex, vectors, withElement } from './support.ts'

/** The order of the group (RFC 9496, section 4), little-endian. */
const ORDER = unhex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')

let batch: Uint8Array

beforeAll(async () => {
  await ready()
  batch = new OprfClient({ inputs: identifiers(64), keyId: key.id, random }).blind()!.blindedElements
})

describe('CON2 the server', () => {
  test('OPRF3 answers 64 elements with 64, in order, under the id of its key', () => {
    const evaluation = evaluate(batch)
    expect(evaluation.keyId).toBe(key.id)
    expect(evaluation.evaluatedElements).toHaveLength(2048)
    const reversed = Uint8Array.from(
      elements(batch)
        .reverse()
        .flatMap((element) => [...element]),
    )
    const answers = elements(evaluate(reversed).evaluatedElements).reverse()
    expect(answers.map(hex)).toEqual(elements(evaluation.evaluatedElements).map(hex))
  })

  test('OPRF3 reads a batch that lies inside a larger buffer', () => {
    const message = new Uint8Array(3000)
    message.set(batch, 500)
    expect(hex(evaluate(message.subarray(500, 2548)).evaluatedElements)).toBe(hex(evaluate(batch).evaluatedElements))
  })

  test('OPRF5 refuses the identity and every encoding that is not canonical, naming the first', () => {
    for (const { element, code, why } of vectors.invalidElements) {
      for (const index of [0, 17, 63]) {
        const bad = withElement(withElement(batch, index, unhex(element)), 63, unhex(element))
        expect(blindEvaluate(key, bad), why).toEqual({ ok: false, error: { code, index } })
      }
    }
  })

  test('OPRF5 refuses any other length', () => {
    for (const { length, index } of vectors.invalidBatchLengths) {
      const bad = Uint8Array.from({ length }, (_, at) => batch[at % batch.length]!)
      expect(blindEvaluate(key, bad)).toEqual({ ok: false, error: { code: 'wrong-length', index } })
    }
  })

  test('OPRF9 throws on a key that is none, without showing it', () => {
    const secrets = [new Uint8Array(32), ORDER, new Uint8Array(32).fill(0xff), new Uint8Array(31).fill(1)]
    for (const secret of secrets) {
      expect(() => blindEvaluate({ id: 'k', secret }, batch)).toThrow(RangeError)
      expect(() => blindEvaluate({ id: 'k', secret }, batch)).toThrow(/^key\.secret: /)
    }
    expect(() => blindEvaluate({ ...key, id: '' }, batch)).toThrow(/^key\.id: /)
  })

  test('OPRF9 throws before ready, and works after it', async () => {
    vi.resetModules()
    const server = await import('../../src/psi/server.ts')
    const client = await import('../../src/psi/client.ts')
    expect(() => server.blindEvaluate(key, batch)).toThrow(/await ready\(\) first/)
    expect(() => server.deriveKeyPair(new Uint8Array(32), new Uint8Array())).toThrow(/await ready/)
    expect(() => new client.OprfClient({ inputs: [], keyId: key.id, random })).toThrow(/await ready/)
    await client.ready()
    expect(server.blindEvaluate(key, batch).ok).toBe(true)
  })

  test('OPRF2 throws on a seed that is not 32 bytes and on an info that is too long', () => {
    expect(() => deriveKeyPair(new Uint8Array(31), new Uint8Array())).toThrow(/^seed: 32 bytes, not 31$/)
    expect(() => deriveKeyPair(new Uint8Array(32), new Uint8Array(65_536))).toThrow(/^info: /)
  })

  test('OPRF2 takes the seed and the key as they are and leaves them so', () => {
    const seed = new Uint8Array(32).fill(7)
    const secret = hex(key.secret)
    deriveKeyPair(seed, Uint8Array.of(1))
    evaluate(batch)
    expect(seed).toEqual(new Uint8Array(32).fill(7))
    expect(hex(key.secret)).toBe(secret)
  })
})
