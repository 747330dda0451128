/** Methods over HTTP: what reaches a handler, what leaves, and what is said when something is wrong. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Handlers } from '../../src/api/handler.ts'
import { Refusal } from '../../src/services/refusal.ts'
import { serve, type TestServer } from './server.ts'
import { bookEvening, emptyState } from './views.ts'

let server: TestServer | undefined
afterEach(async () => {
  await server?.[Symbol.asyncDispose]()
  server = undefined
})
const start = async (handlers: Partial<Handlers>) => {
  server = await serve(handlers)
  return server
}

describe('what leaves', () => {
  test('an answer is what its schema declares: undeclared fields cannot leave, at any depth', async () => {
    const ana = await start({
      'rooms.peek': async () => ({ ...bookEvening, hostKeyHash: 'secret' }) as never,
      'rooms.join': async () =>
        ({ you: 'in', room: { face: { ...bookEvening, inner: 'secret' }, whoElse: 'secret' } }) as never,
      'me.get': async () => ({ ...emptyState, tokens: ['secret'] }) as never,
    })
    const peeked = await ana.call('rooms.peek', { code: 'KRFWHM' })
    expect(peeked.json()).toEqual(bookEvening)
    const { cookie } = await ana.guest('Ana')
    expect((await ana.call('me.get', {}, { cookie })).json()).toEqual(emptyState)
    // Not as declared: a defect, of which nothing leaves either.
    const joined = await ana.call('rooms.join', { code: 'KRFWHM' })
    expect(joined.statusCode).toBe(500)
    expect(joined.body).not.toContain('secret')
  })

  test('of a union only the fields of its own kind leave', async () => {
    const ana = await start({ 'rooms.join': async () => ({ you: 'waiting', why: 'nod', room: bookEvening }) as never })
    expect((await ana.call('rooms.join', { code: 'KRFWHM' })).json()).toEqual({ you: 'waiting', why: 'nod' })
  })
})

describe('what comes in', () => {
  test('a handler gets the declared fields of the input alone', async () => {
    let got: unknown
    const ana = await start({
      'rooms.peek': async (input) => {
        got = input
        return bookEvening
      },
    })
    await ana.call('rooms.peek', { code: 'KRFWHM', latitude: 53.8 })
    expect(got).toEqual({ code: 'KRFWHM' })
  })

  test.each([
    ['a field is missing', 'rooms.open', { name: 'Book evening' }, 'size', /is missing/],
    ['a text is too long', 'rooms.open', { name: 'x'.repeat(81), size: 10 }, 'name', /at most 80 characters/],
    ['a text is empty', 'rooms.open', { name: '', size: 10 }, 'name', /at least 1 character$/],
    ['a number is none of those offered', 'rooms.open', { name: 'B', size: 11 }, 'size', /one of 10, 40, 150/],
    ['a number is too small', 'rooms.open', { name: 'B', size: 10, ends: -1 }, 'ends', /at least 0/],
    ['a type is wrong', 'rooms.open', { name: 'B', size: 10, byNod: 1 }, 'byNod', /must be a boolean/],
    ['the body is no object', 'rooms.open', '[1]', '', /must be an object/],
    ['the body is nothing', 'rooms.open', '', '', /JSON/],
    ['the body is a trap', 'rooms.open', '{"__proto__":{"admin":true},"name":"B","size":10}', '', /JSON/],
    ['the body is no JSON', 'rooms.open', '{"name":', '', /JSON/],
    ['an item is wrong', 'rooms.open', { name: 'B', size: 10, topics: ['a', ''] }, 'topics/1', /at least 1/],
  ])('bad input is told with field and rule in words: %s', async (_, method, body, field, rule) => {
    const ana = await start({ 'rooms.open': async () => Promise.reject(new Error('not reached')) })
    const answer = await ana.call(method, body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({ error: 'bad-input', field, rule: expect.stringMatching(rule) })
  })

  test('bad input deep inside is told by its path, and never repeats what was sent', async () => {
    const ana = await start({})
    const { cookie } = await ana.guest('Ana')
    const entry = { id: 'a'.repeat(22), tokens: ['t'.repeat(86)], tie: 'school', onlineOnly: false }
    const entries = [entry, entry, entry, { ...entry, tie: 'sworn-enemy' }]
    const answer = await ana.call('contacts.put', { keyId: 'k', entries, stated: [] }, { cookie })
    expect(answer.json()).toMatchObject({ error: 'bad-input', field: 'entries/3/tie' })
    expect(answer.json().rule).toMatch(/^must be one of 'family', 'school'/)
    expect(answer.body).not.toContain('sworn-enemy')
  })

  test('a union says what each of its kinds would have taken', async () => {
    const ana = await start({})
    const { cookie } = await ana.guest('Ana')
    const coming = async (value: unknown) =>
      (await ana.call('introductions.coming', { id: 'i'.repeat(22), coming: value }, { cookie })).json()
    expect(await coming({ say: 'going' })).toMatchObject({
      field: 'coming/say',
      rule: "must be 'coming' or 'come-to-me'",
    })
    expect(await coming({ say: 'come-to-me', spot: 99 })).toMatchObject({ field: 'coming/spot' })
    expect(await coming(7)).toMatchObject({ field: 'coming', rule: 'must be an object or null' })
  })

  test('bodies: 32 kB for most methods, 1.5 MB for an address book', async () => {
    const ana = await start({})
    const { cookie } = await ana.guest('Ana')
    const large = { keyId: 'x'.repeat(40_000), entries: [], stated: [] }
    const peeked = await ana.call('rooms.peek', { code: 'KRFWHM', more: large })
    expect([peeked.statusCode, peeked.json()]).toEqual([413, { error: 'too-large' }])
    expect((await ana.call('contacts.put', large, { cookie })).json()).toEqual({ error: 'not-offered' })
    const tooLarge = { ...large, keyId: 'x'.repeat(1_500_000) }
    expect((await ana.call('contacts.put', tooLarge, { cookie })).json()).toEqual({ error: 'too-large' })
  })
})

describe('what is said when something is wrong', () => {
  test('a refusal has the status of the table, and its details', async () => {
    const ana = await start({
      'rooms.peek': async () => {
        throw new Refusal('too-much', { retryAfter: 41 })
      },
    })
    const answer = await ana.call('rooms.peek', { code: 'KRFWHM' })
    expect([answer.statusCode, answer.json()]).toEqual([429, { error: 'too-much', retryAfter: 41 }])
    expect(answer.headers['retry-after']).toBe('41')
  })

  test('a defect says nothing but an id, and the log has the rest under that id', async () => {
    const ana = await start({
      'rooms.peek': async () => {
        throw new Error('the well is dry')
      },
    })
    const answer = await ana.call('rooms.peek', { code: 'KRFWHM' })
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toEqual({ error: 'internal', id: expect.stringMatching(/^[\w-]{12}$/) })
    const line = ana.lines.find(({ msg }) => msg === 'defect')
    expect(line).toMatchObject({ id: answer.json().id, method: 'rooms.peek', err: { message: 'the well is dry' } })
  })

  test.each(['POST', 'GET', 'PUT'] as const)('%s of a method that is none is unknown-method', async (method) => {
    const ana = await start({})
    const answer = await ana.app.inject({ method, url: '/api/rooms.burn' })
    expect([answer.statusCode, answer.json()]).toEqual([404, { error: 'unknown-method' }])
  })

  test('a method without a handler is not-offered', async () => {
    const ana = await start({})
    expect((await ana.call('rooms.peek', { code: 'KRFWHM' })).json()).toEqual({ error: 'not-offered' })
  })
})

describe('the log', () => {
  test('has a line for each answer, and in it nothing of what was sent, nor by whom', async () => {
    const ana = await start({ 'rooms.peek': async () => bookEvening })
    const { cookie } = await ana.guest('Ana')
    await ana.call('rooms.peek', { code: 'KRFWHM' }, { cookie })
    await ana.app.inject('/r/KRFWHM?name=Ana')
    const answered = ana.lines.filter(({ msg }) => msg === 'answered')
    expect(answered).toHaveLength(2)
    expect(answered[0]).toMatchObject({ method: 'rooms.peek', status: 200, ms: expect.any(Number) })
    const text = JSON.stringify(ana.lines)
    for (const secret of ['KRFWHM', 'Ana', '127.0.0.1', cookie.split('=')[1] as string])
      expect(text).not.toContain(secret)
  })
})
