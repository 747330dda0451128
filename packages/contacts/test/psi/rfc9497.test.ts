import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { OprfClient, ready } from '../../src/psi/client.ts'
import { deriveKeyPair, type OprfKey } from '../../src/psi/server.ts'
import { elements, evaluate, hex, key, random, scripted, tokensOf, unhex, vectors } from './support.ts'

beforeAll(ready)

const bytes = (maxLength: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength })
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe("CON2 OPRF1 the RFC's own vectors (RFC 9497, A.1.1)", () => {
  test('OPRF2 DeriveKeyPair', () => {
    const { Seed, KeyInfo, skSm } = vectors.deriveKeyPair
    expect(hex(deriveKeyPair(unhex(Seed), unhex(KeyInfo)).skS)).toBe(skSm)
  })

  for (const vector of vectors.vectors) {
    test(vector.title, () => {
      const options = { inputs: [unhex(vector.Input)], keyId: key.id, random: scripted(unhex(vector.Blind)) }
      const client = new OprfClient(options)
      const batch = client.blind()!
      expect(hex(elements(batch.blindedElements)[0]!)).toBe(vector.BlindedElement)
      const evaluation = evaluate(batch.blindedElements)
      expect(hex(elements(evaluation.evaluatedElements)[0]!)).toBe(vector.EvaluationElement)
      const result = client.finalize(batch, evaluation)
      expect(result.ok && result.outputs.map(hex)).toEqual([vector.Output])
    })
  }
})

describe('CON2 OPRF1 against another implementation (@noble/curves)', () => {
  const { oprf } = ristretto255_oprf

  test('OPRF2 derives the same keys from any seed and info', () => {
    fc.assert(
      fc.property(seed, bytes(300), (Seed, info) => {
        const { skS, pkS } = deriveKeyPair(Seed, info)
        const expected = oprf.deriveKeyPair(Seed, info)
        expect([hex(skS), hex(pkS)]).toEqual([hex(expected.secretKey), hex(expected.publicKey)])
      }),
      { numRuns: 20 },
    )
  })

  test('its client gets from our server what our client gets', () => {
    fc.assert(
      fc.property(seed, bytes(80), (Seed, input) => {
        const under: OprfKey = { id: 'k', secret: deriveKeyPair(Seed, new Uint8Array()).skS }
        const { blind, blinded } = oprf.blind(input)
        const client = new OprfClient({ inputs: [new Uint8Array()], keyId: 'k', random })
        const batch = client.blind()!.blindedElements
        batch.set(blinded, 32)
        const evaluated = elements(evaluate(batch, under).evaluatedElements)[1]!
        expect(hex(tokensOf([input], random, under)[0]!)).toBe(hex(oprf.finalize(input, blind, evaluated)))
      }),
      { numRuns: 15 },
    )
  })

  test('our client gets from its server what our server gives', () => {
    fc.assert(
      fc.property(bytes(80), (input) => {
        const client = new OprfClient({ inputs: [input], keyId: key.id, random })
        const batch = client.blind()!
        const evaluation = evaluate(batch.blindedElements)
        const evaluated = oprf.blindEvaluate(key.secret, elements(batch.blindedElements)[0]!)
        expect(hex(elements(evaluation.evaluatedElements)[0]!)).toBe(hex(evaluated))
      }),
      { numRuns: 15 },
    )
  })
})

describe('CON2 the token', () => {
  test('OPRF1 depends on the input and the key, never on the blind', () => {
    fc.assert(
      fc.property(fc.uniqueArray(bytes(40), { minLength: 2, maxLength: 5, selector: hex }), seed, (inputs, Seed) => {
        const under: OprfKey = { id: 'other', secret: deriveKeyPair(Seed, new Uint8Array()).skS }
        const once = tokensOf(inputs).map(hex)
        expect(tokensOf(inputs).map(hex)).toEqual(once)
        const others = tokensOf(inputs, random, under).map(hex)
        expect(new Set([...once, ...others]).size).toBe(2 * inputs.length)
      }),
      { numRuns: 20 },
    )
  })

  test('OPRF4 is 64 bytes, also of an input of no bytes and of the longest', () => {
    const tokens = tokensOf([new Uint8Array(), new Uint8Array(65_535)])
    expect(tokens.map((token) => token.length)).toEqual([64, 64])
  })
})
