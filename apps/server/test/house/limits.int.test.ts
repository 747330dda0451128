/** Budgets and bounds of what a guest may bring and ask (CON2, CON4), and what bad input is told. */
import { randomBytes } from 'node:crypto'
import { BATCH_LENGTH, OprfClient, ready } from '@kith/contacts/psi/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse, tokenOf, type Visitor } from './house.ts'

let house: House
let ana: Visitor
let code: string

beforeAll(async () => {
  await ready()
  house = await openHouse()
  const farid = house.visitor()
  code = (await farid.call('rooms.open', { name: 'Book evening', size: 10 })).room.face.code
  ana = house.visitor('10.2.0.1')
  await ana.join(code)
})
afterAll(() => house[Symbol.asyncDispose]())

const batch = () => {
  const client = new OprfClient({
    inputs: [new TextEncoder().encode('x@example.org')],
    keyId: 'tests',
    random: randomBytes,
  })
  return { client, blinded: client.blind()! }
}

describe('evaluation', () => {
  test('CON2: what is evaluated blindly is the token of the identifier, the same whatever the blind', async () => {
    const outputs = []
    for (let round = 0; round < 2; round++) {
      const { client, blinded } = batch()
      const { keyId, batch: evaluated } = await ana.call('contacts.evaluate', {
        batch: Buffer.from(blinded.blindedElements).toString('base64url'),
      })
      const result = client.finalize(blinded, { keyId, evaluatedElements: Buffer.from(evaluated, 'base64url') })
      expect(result.ok).toBe(true)
      outputs.push(result.ok && Buffer.from(result.outputs[0]!).toString('hex'))
    }
    expect(outputs[0]).toBe(outputs[1])
  })

  test('a batch of anything else is refused by name', async () => {
    const zeros = Buffer.alloc(BATCH_LENGTH).toString('base64url')
    expect(await ana.refused('contacts.evaluate', { batch: zeros })).toMatchObject({
      error: 'bad-input',
      field: 'batch',
    })
    expect(await ana.refused('contacts.evaluate', { batch: 'short' })).toMatchObject({
      error: 'bad-input',
      field: 'batch',
    })
  })

  test('CON2: a guest has 5,120 evaluations for a room, whole batches, padding included', async () => {
    const ben = house.visitor('10.2.0.2')
    await ben.join(code)
    const { blinded } = batch()
    const text = Buffer.from(blinded.blindedElements).toString('base64url')
    for (let spent = 0; spent < 5120; spent += 64) await ben.call('contacts.evaluate', { batch: text })
    expect(await ben.refusal('contacts.evaluate', { batch: text })).toBe('too-much')
    expect(await ana.send('contacts.evaluate', { batch: text })).toMatchObject({ status: 200 })
  })
})

describe('lists', () => {
  const entry = (who: string) => ({
    id: randomBytes(16).toString('base64url'),
    tokens: [tokenOf(who)],
    tie: 'other' as const,
    onlineOnly: false,
  })

  test('CON4: a guest’s list has at most 5,000 identifiers', async () => {
    const entries = Array.from({ length: 101 }, (_, n) => ({
      ...entry(`${n}`),
      tokens: Array.from({ length: 50 }, (_, m) => tokenOf(`${n} ${m}`)),
    }))
    expect(await ana.refused('contacts.put', { keyId: house.keyId, entries, stated: [] })).toMatchObject({
      error: 'list-too-large',
      rule: 'at most 5000 identifiers',
    })
    expect(await ana.call('contacts.put', { keyId: house.keyId, entries: entries.slice(0, 100), stated: [] })).toEqual({
      entries: 100,
      identifiers: 5000,
      kept: [],
    })
  })

  test('a refused list leaves the one before as it was', async () => {
    await ana.call('contacts.put', { keyId: house.keyId, entries: [entry('Carla')], stated: [] })
    const twice = entry('Dora')
    expect(await ana.refused('contacts.put', { keyId: house.keyId, entries: [twice, twice], stated: [] })).toEqual({
      error: 'bad-input',
      field: 'entries/1/id',
      rule: 'another id for each entry',
    })
    expect((await ana.call('me.get', {})).list).toEqual({ entries: 1, identifiers: 1 })
  })

  test('REV4: a device that lost its book keeps the ids under which the server knows its people', async () => {
    const ben = house.visitor('10.2.0.9')
    await ben.join(code)
    const before = [entry('Carla'), entry('Dora')]
    await ben.call('contacts.put', { keyId: house.keyId, entries: before, stated: [] })
    const again = [entry('Emil'), { ...entry('Dora'), tokens: [tokenOf('Dora'), tokenOf('Dora too')] }, entry('Carla')]
    const { kept } = await ben.call('contacts.put', { keyId: house.keyId, entries: again, stated: [] })
    expect(kept).toEqual([
      { given: again[1]!.id, id: before[1]!.id },
      { given: again[2]!.id, id: before[0]!.id },
    ])
    const known = [again[0]!, before[1]!, before[0]!]
    expect(await ben.call('contacts.put', { keyId: house.keyId, entries: known, stated: [] })).toMatchObject({
      kept: [],
    })
    await ben.call('contacts.tell', { entry: before[0]!.id, story: 'sings with her' })
  })

  test('CON2: tokens under another key are refused', async () => {
    expect(await ana.refusal('contacts.put', { keyId: 'another', entries: [], stated: [] })).toBe('wrong-key')
  })

  test.each([
    ['entries/0/tie', { entries: [{ ...entry('x'), tie: 'enemy' }] }],
    ['entries/0/tokens/0', { entries: [{ ...entry('x'), tokens: ['x'] }] }],
    ['entries/0/story', { entries: [{ ...entry('x'), story: 'x'.repeat(141) }] }],
    ['stated', { stated: Array.from({ length: 6 }, (_, n) => tokenOf(`${n}`)) }],
  ])('bad input names the field: %s', async (field, change) => {
    const input = { keyId: house.keyId, entries: [], stated: [], ...change }
    expect(await ana.refused('contacts.put', input as never)).toMatchObject({ error: 'bad-input', field })
  })
})
