/** Budgets: how often one may call, and how many wrong codes one may try. */
import { afterEach, describe, expect, test } from 'vitest'
import { addressHasher, networkOf } from '../../src/http/address.ts'
import { browserHash, createLimits, type Limited } from '../../src/http/limits.ts'
import { Refusal } from '../../src/services/refusal.ts'
import { serve, type TestServer } from './server.ts'
import { bookEvening } from './views.ts'

let server: TestServer
afterEach(async () => await server[Symbol.asyncDispose]())

const refusalOf = async (attempt: Promise<unknown>) =>
  await attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error.wire : error),
  )

describe('calls', () => {
  test('over the budget of a session are refused until its minute is over, those of others are not', async () => {
    server = await serve({ 'me.forget': async () => ({}) })
    const ana = await server.guest('Ana')
    const ben = await server.guest('Ben')
    for (let call = 0; call < 600; call++) await server.call('me.forget', {}, { cookie: ana.cookie })
    const answer = await server.call('me.forget', {}, { cookie: ana.cookie })
    expect([answer.statusCode, answer.json()]).toEqual([429, { error: 'too-much', retryAfter: 60 }])
    expect(answer.headers['retry-after']).toBe('60')
    expect((await server.call('me.forget', {}, { cookie: ben.cookie })).statusCode).toBe(200)
    server.clock.move(60)
    expect((await server.call('me.forget', {}, { cookie: ana.cookie })).statusCode).toBe(200)
  })

  test('over the budget of an address are refused with and without sessions', async () => {
    server = await serve({ 'rooms.peek': async () => bookEvening })
    const limits = createLimits(server.bus, {
      callsPerSession: 2,
      callsPerAddress: 3,
      codesPerSession: 1,
      codesPerAddress: 1,
    })
    const from = (session: string): Limited => ({ address: 'here', session })
    await limits.call(from('a'))
    await limits.call(from('b'))
    await limits.call({ address: 'here' })
    expect(await refusalOf(limits.call(from('c')))).toMatchObject({ error: 'too-much' })
    expect(await refusalOf(limits.call({ address: 'there' }))).toBeUndefined()
  })
})

describe('wrong codes', () => {
  test('ten a minute from one session, then even a right one has to wait', async () => {
    server = await serve()
    const limits = createLimits(server.bus)
    const ana = { address: 'here', session: 'a' }
    for (let code = 0; code < 10; code++) {
      await limits.mayTryCode(ana)
      await limits.wrongCode(ana)
    }
    server.clock.move(20)
    expect(await refusalOf(limits.mayTryCode(ana))).toEqual({ error: 'too-much', retryAfter: 40 })
    expect(await refusalOf(limits.wrongCode(ana))).toEqual({ error: 'too-much', retryAfter: 40 })
    expect(await refusalOf(limits.mayTryCode({ address: 'here', session: 'b' }))).toBeUndefined()
    server.clock.move(40)
    expect(await refusalOf(limits.mayTryCode(ana))).toBeUndefined()
  })

  test('without a session two phones behind one address are told apart by what they call themselves', async () => {
    server = await serve()
    const limits = createLimits(server.bus)
    const phone = { address: 'here', browser: browserHash('a phone') }
    for (let code = 0; code < 10; code++) await limits.wrongCode(phone)
    expect(await refusalOf(limits.mayTryCode(phone))).toMatchObject({ error: 'too-much' })
    expect(await refusalOf(limits.mayTryCode({ ...phone, browser: browserHash('another') }))).toBeUndefined()
  })

  test('200 a minute from one address, however many sessions', async () => {
    server = await serve()
    const limits = createLimits(server.bus)
    for (let code = 0; code < 200; code++) await limits.wrongCode({ address: 'here', session: `s${code % 25}` })
    expect(await refusalOf(limits.mayTryCode({ address: 'here', session: 'fresh' }))).toMatchObject({
      error: 'too-much',
    })
    expect(await refusalOf(limits.mayTryCode({ address: 'there', session: 'fresh' }))).toBeUndefined()
  })

  test('a handler’s caller carries all that they are counted by', async () => {
    let seen: object = {}
    server = await serve({
      'rooms.peek': async (_, caller) => {
        seen = caller
        return bookEvening
      },
    })
    await server.call('rooms.peek', { code: 'KRFWHM' }, { 'user-agent': 'a phone' })
    expect(seen).toMatchObject({ address: expect.stringMatching(/^[\w-]{22}$/), browser: browserHash('a phone') })
  })
})

describe('an address', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (ip, network) => expect(networkOf(ip)).toBe(network))

  test('is known by a keyed hash alone', () => {
    const hash = addressHasher(new Uint8Array(32).fill(1))
    expect(hash('192.0.2.7')).toBe(hash('::ffff:192.0.2.7'))
    expect(hash('192.0.2.7')).not.toBe(hash('192.0.2.8'))
    expect(addressHasher(new Uint8Array(32).fill(2))('192.0.2.7')).not.toBe(hash('192.0.2.7'))
  })

  test('is the proxy’s word exactly where a proxy is trusted', async () => {
    const addresses: string[] = []
    const handlers = {
      'rooms.peek': async (_: unknown, caller: { address: string }) => {
        addresses.push(caller.address)
        return bookEvening
      },
    }
    for (const trustProxy of [false, true]) {
      const config = {
        publicUrl: new URL('http://localhost:4455'),
        acceptedOrigins: ['http://localhost:4455'],
        trustProxy,
      }
      server = await serve(handlers, { config })
      await server.call('rooms.peek', { code: 'KRFWHM' }, { 'x-forwarded-for': '192.0.2.7' })
      await server[Symbol.asyncDispose]()
    }
    server = await serve()
    const hash = addressHasher(new Uint8Array(32).fill(7))
    expect(addresses).toEqual([hash('127.0.0.1'), hash('192.0.2.7')])
  })
})
