import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test, vi } from 'vitest'
import { OprfClient, ready } from '../../src/psi/client.ts'
import { blindEvaluate, deriveKeyPair } from '../../src/psi/server.ts'
import { evaluate, hex, key, random, tokensOf } from './support.ts'

beforeAll(ready)

test('OPRF7 wipes each draw and blind, each inverse and each unblinded element', () => {
  const wiped = vi.spyOn(sodium, 'memzero')
  const client = new OprfClient({ inputs: [Uint8Array.of(1), Uint8Array.of(2)], keyId: key.id, random })
  const batch = client.blind()!
  // A draw for each blind and for each element of padding, and what each of the two inputs was hashed from.
  expect(wiped).toHaveBeenCalledTimes(64 + 2)
  const evaluation = evaluate(batch.blindedElements)
  wiped.mockClear()
  client.finalize(batch, evaluation)
  expect(wiped).toHaveBeenCalledTimes(6)
  for (const [bytes] of wiped.mock.calls) expect(bytes.every((byte) => byte === 0)).toBe(true)
  wiped.mockRestore()
})

test('OPRF7 wipes what a key is derived from', () => {
  const wiped = vi.spyOn(sodium, 'memzero')
  deriveKeyPair(new Uint8Array(32).fill(3), Uint8Array.of(1))
  expect(wiped.mock.calls.length).toBeGreaterThanOrEqual(3)
  for (const [bytes] of wiped.mock.calls) expect(bytes.every((byte) => byte === 0)).toBe(true)
  wiped.mockRestore()
})

test('OPRF9 names a batch that is no bytes', () => {
  expect(() => blindEvaluate(key, [1, 2, 3] as never)).toThrow('batch: not a Uint8Array')
})

test('OPRF1 OPRF2 writes both bytes of a length', () => {
  const { oprf } = ristretto255_oprf
  const long = new Uint8Array(300).fill(1)
  const seed = new Uint8Array(32).fill(3)
  const { blind, blinded } = oprf.blind(long)
  expect(hex(tokensOf([long])[0]!)).toBe(hex(oprf.finalize(long, blind, oprf.blindEvaluate(key.secret, blinded))))
  expect(hex(deriveKeyPair(seed, long).skS)).toBe(hex(oprf.deriveKeyPair(seed, long).secretKey))
})
