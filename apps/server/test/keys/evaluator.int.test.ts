import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { OprfClient, ready } from '@kith/contacts/psi/client'
import { blindEvaluate } from '@kith/contacts/psi/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Evaluator, evaluator } from '../../src/keys/evaluator.ts'
import { type Keys, loadKeys, oprfKeyOf } from '../../src/keys/keys.ts'

let folder: string
let keys: Keys
let oprf: Evaluator

const random = (n: number) => Uint8Array.from(randomBytes(n))
const blinded = (name: string): Uint8Array => {
  const inputs = Array.from({ length: 64 }, (_, n) => Buffer.from(`${name}${n}@example.org`))
  return new OprfClient({ inputs, keyId: keys.oprfKeyId, random }).blind()!.blindedElements
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-evaluator-'))
  keys = await loadKeys(join(folder, 'keys.json'))
  await ready()
  oprf = evaluator(keys)
})
afterAll(async () => {
  await oprf[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

describe('CON2 the evaluator', () => {
  test('answers as the key does, under its id, each batch with its own answer', async () => {
    const batches = ['ana', 'ben', 'carla', 'dan'].map(blinded)
    const results = await Promise.all(batches.map((batch) => oprf.evaluate(batch)))
    expect(results).toEqual(batches.map((batch) => blindEvaluate(oprfKeyOf(keys), batch)))
    expect(results[0]).toMatchObject({ ok: true, evaluation: { keyId: keys.oprfKeyId } })
    expect([oprf.keyId, oprf.pending]).toEqual([keys.oprfKeyId, 0])
  })

  test('a batch inside a larger buffer, and a bad one', async () => {
    const batch = blinded('ana')
    const larger = Buffer.alloc(5000)
    larger.set(batch, 77)
    const result = await oprf.evaluate(larger.subarray(77, 77 + batch.length))
    expect(result).toEqual(blindEvaluate(oprfKeyOf(keys), batch))
    expect(await oprf.evaluate(batch.subarray(1))).toEqual({ ok: false, error: { code: 'wrong-length', index: 63 } })
    expect(await oprf.evaluate(new Uint8Array(2048))).toEqual({ ok: false, error: { code: 'identity', index: 0 } })
  })

  test('ENC8 twenty imports at once leave the main thread free', async () => {
    const batches = Array.from({ length: 20 }, (_, n) => blinded(`p${n}`))
    await oprf.evaluate(batches[0]!)
    const all = Promise.all([...batches, ...batches, ...batches].map((batch) => oprf.evaluate(batch)))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await all
    delay.disable()
    // All of it on this thread would be one stop of more than 200 ms.
    expect(delay.percentile(90) / 1e6).toBeLessThan(40)
  })

  test('disposed, it tells those who wait, and takes nothing more', async () => {
    const own = evaluator(keys)
    const waiting = [own.evaluate(blinded('ana')), own.evaluate(blinded('ben'))]
    const told = Promise.allSettled(waiting)
    await own[Symbol.asyncDispose]()
    expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(own.evaluate(blinded('ana'))).rejects.toThrow('evaluator: stopped')
    await own[Symbol.asyncDispose]()
    await sleep(20)
    expect(own.pending).toBe(0)
  })

  test('keys of another making have no evaluator', () => {
    expect(() => evaluator({ ...keys })).toThrow(TypeError)
  })
})
