import { beforeAll, describe, expect, test } from 'vitest'
import { OprfClient, ready } from '../../src/psi/client.ts'
import {
  allBatches,
  clientFor,
  elements,
  evaluate,
  hex,
  identifiers,
  key,
  random,
  scripted,
  seededRandom,
  unhex,
  vectors,
} from './support.ts'

beforeAll(ready)

describe('CON2 the batches of the client', () => {
  test('OPRF3 always hold 64 elements', () => {
    for (const [count, sizes] of [
      [0, []],
      [1, [1]],
      [63, [63]],
      [64, [64]],
      [65, [64, 1]],
      [130, [64, 64, 2]],
    ] as const) {
      const batches = allBatches(clientFor(count))
      expect(batches.map((batch) => batch.count)).toEqual(sizes)
      expect(batches.map((batch) => batch.first)).toEqual(sizes.map((_, index) => 64 * index))
      for (const batch of batches) expect(batch.blindedElements).toHaveLength(2048)
    }
  })

  test('OPRF3 the padding is good elements that never come twice, as the blinded ones are', () => {
    const batches = [...allBatches(clientFor(1)), ...allBatches(clientFor(70))]
    for (const batch of batches) evaluate(batch.blindedElements)
    const all = batches.flatMap((batch) => elements(batch.blindedElements)).map(hex)
    expect(new Set(all).size).toBe(all.length)
  })

  test('OPRF3 every bit of the padding is as often set as a blinded element has it', () => {
    const shares = (count: number): number[] => {
      const seen = Array.from(
        { length: 12 },
        (_, run) => allBatches(clientFor(count, seededRandom(`${count} ${run}`)))[0]!,
      )
      const all = seen.flatMap((batch) => elements(batch.blindedElements).slice(count === 64 ? 0 : 1))
      return Array.from({ length: 256 }, (_, bit) => {
        const set = all.filter((element) => ((element[bit >> 3]! >> (bit & 7)) & 1) === 1)
        return set.length / all.length
      })
    }
    const blinded = shares(64)
    // Bit 0 (never negative) and bit 255 (below 2^255) are clear in both; the others are even within 5 sigma.
    for (const [bit, share] of shares(1).entries()) {
      expect(Math.abs(share - blinded[bit]!), `bit ${bit}`).toBeLessThan(0.13)
      if (bit === 0 || bit === 255) expect([share, blinded[bit]]).toEqual([0, 0])
      else expect(Math.abs(share - 0.5), `bit ${bit}`).toBeLessThan(0.1)
    }
  })

  test('OPRF7 the same input is blinded otherwise every time', () => {
    const inputs = [...identifiers(1), ...identifiers(1)]
    const batch = new OprfClient({ inputs, keyId: key.id, random }).blind()!
    const [one, two] = elements(batch.blindedElements)
    expect(hex(one!)).not.toBe(hex(two!))
  })

  test('OPRF7 the same chance gives the same batch: there is no other source', () => {
    const once = allBatches(clientFor(70, seededRandom('a'))).map((batch) => hex(batch.blindedElements))
    expect(allBatches(clientFor(70, seededRandom('a'))).map((batch) => hex(batch.blindedElements))).toEqual(once)
  })

  test('OPRF7 zero is drawn again, and a source of nothing but zeros is refused', () => {
    const { Blind, Input, BlindedElement } = vectors.vectors[0]!
    const draw = scripted(new Uint8Array(64), unhex(Blind))
    const batch = new OprfClient({ inputs: [unhex(Input)], keyId: key.id, random: draw }).blind()!
    expect(hex(elements(batch.blindedElements)[0]!)).toBe(BlindedElement)
    expect(() => clientFor(1, (n) => new Uint8Array(n)).blind()).toThrow(/^random: drew zero/)
    expect(() => clientFor(1, () => new Uint8Array(32)).blind()).toThrow(/^random: 64 bytes/)
  })

  test('OPRF7 what was drawn is wiped', () => {
    const drawn: Uint8Array[] = []
    const client = clientFor(3, (n) => {
      const bytes = random(n)
      drawn.push(bytes)
      return bytes
    })
    client.blind()
    expect(drawn).toHaveLength(64)
    for (const bytes of drawn) expect(bytes).toEqual(new Uint8Array(64))
  })
})
