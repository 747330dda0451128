import { beforeAll, describe, expect, test } from 'vitest'
import { OprfClient, ready } from '../../src/psi/client.ts'
import {
  allBatches,
  clientFor,
  evaluate,
  hex,
  identifiers,
  key,
  random,
  tokensOf,
  unhex,
  vectors,
  withElement,
} from './support.ts'

beforeAll(ready)

describe('CON2 the answers', () => {
  test('OPRF4 give the tokens in the order of the inputs', () => {
    const inputs = identifiers(70)
    const tokens = tokensOf(inputs).map(hex)
    expect(tokens).toHaveLength(70)
    const backwards = tokensOf([...inputs].reverse()).map(hex)
    expect(backwards.reverse()).toEqual(tokens)
  })

  test('OPRF8 may come in any order, and progress counts the inputs that have their token', () => {
    const client = clientFor(130)
    const [one, two, three] = allBatches(client)
    expect(client.progress).toEqual({ done: 0, total: 130 })
    const steps = [three!, one!, two!].map((batch) => client.finalize(batch, evaluate(batch.blindedElements)))
    expect(steps.map((step) => step.ok && [step.first, step.outputs.length, step.progress.done])).toEqual([
      [128, 2, 2],
      [0, 64, 66],
      [64, 64, 130],
    ])
    expect(client.progress).toEqual({ done: 130, total: 130 })
  })

  test('OPRF6 are refused with the identity or an encoding that is not canonical, in the padding too', () => {
    const client = clientFor(3)
    const batch = client.blind()!
    const { keyId, evaluatedElements } = evaluate(batch.blindedElements)
    for (const { element, code, why } of vectors.invalidElements) {
      for (const index of [0, 2, 63]) {
        const bad = { keyId, evaluatedElements: withElement(evaluatedElements, index, unhex(element)) }
        expect(client.finalize(batch, bad), why).toEqual({ ok: false, error: { code, index } })
      }
    }
    expect(client.progress.done).toBe(0)
  })

  test('OPRF6 are refused with another count and under another key', () => {
    const client = clientFor(3)
    const batch = client.blind()!
    const { keyId, evaluatedElements } = evaluate(batch.blindedElements)
    for (const { length, index } of vectors.invalidBatchLengths) {
      const bad = Uint8Array.from({ length }, (_, at) => evaluatedElements[at % 2048]!)
      const result = client.finalize(batch, { keyId, evaluatedElements: bad })
      expect(result).toEqual({ ok: false, error: { code: 'wrong-length', index } })
    }
    const other = client.finalize(batch, { keyId: 'k2', evaluatedElements })
    expect(other).toEqual({ ok: false, error: { code: 'wrong-key', index: 0 } })
  })

  test('OPRF6 a refused answer can be followed by a good one, and that only once', () => {
    const client = clientFor(3)
    const batch = client.blind()!
    const good = evaluate(batch.blindedElements)
    expect(client.finalize(batch, { ...good, keyId: 'k2' }).ok).toBe(false)
    const result = client.finalize(batch, good)
    expect(result.ok && result.outputs.map(hex)).toEqual(tokensOf(identifiers(3)).map(hex))
    expect(() => client.finalize(batch, good)).toThrow(/^batch: not under way/)
  })

  test('OPRF7 after cancel there is nothing to blind and nothing to finalise', () => {
    const client = clientFor(70)
    const batch = client.blind()!
    client.cancel()
    expect(client.blind()).toBeUndefined()
    expect(() => client.finalize(batch, evaluate(batch.blindedElements))).toThrow(RangeError)
  })

  test('OPRF9 throws on inputs that are none, naming them', () => {
    const make = (input: unknown) => () =>
      new OprfClient({ inputs: [new Uint8Array(), input as Uint8Array], keyId: key.id, random })
    expect(make('text')).toThrow(new TypeError('inputs[1]: not bytes'))
    expect(make(new Uint8Array(65_536))).toThrow(/^inputs\[1\]: more than 65535 bytes$/)
    expect(() => new OprfClient({ inputs: [], keyId: '', random })).toThrow(/^keyId: /)
  })
})
