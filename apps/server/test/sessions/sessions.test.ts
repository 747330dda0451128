/** Sessions: whose a cookie is, how one takes the place of another, and who may write at all. */
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { personRecord } from '../../src/sessions/sessions.ts'
import { idOf, ORIGIN, serve, type TestServer } from '../http/server.ts'
import { bookEvening, emptyState } from '../http/views.ts'

let server: TestServer
afterEach(async () => await server[Symbol.asyncDispose]())

const whoami = {
  'me.get': async () => emptyState,
  'rooms.peek': async () => bookEvening,
}
const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie'])

describe('a session', () => {
  test('belongs to who holds the secret, of which only the SHA-256 is kept', async () => {
    server = await serve(whoami)
    const { person, cookie } = await server.guest('Ana')
    const secret = cookie.split('.')[1] as string
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const record = await server.bus.read(personRecord(person))
    expect([...record.keys()]).toContain(`session:${createHash('sha256').update(secret).digest('hex')}`)
    expect(JSON.stringify([...record])).not.toContain(secret)
    expect((await server.call('me.get', {}, { cookie })).statusCode).toBe(200)
  })

  test.each([
    ['none', ''],
    ['another secret', `kith=${idOf('Ana')}.${'A'.repeat(43)}`],
    ['nobody’s', `kith=${idOf('Ben')}.${'A'.repeat(43)}`],
    ['no cookie of ours', 'kith=__proto__'],
  ])('without a session a guest’s method answers no-session: %s', async (_, cookie) => {
    server = await serve(whoami)
    await server.guest('Ana')
    const answer = await server.call('me.get', {}, { cookie })
    expect([answer.statusCode, answer.json()]).toEqual([401, { error: 'no-session' }])
    expect((await server.call('rooms.peek', { code: 'KRFWHM' }, { cookie })).statusCode).toBe(200)
  })

  test('ends with the guest, whatever the cookie says (DATA2)', async () => {
    server = await serve(whoami)
    const { cookie } = await server.guest('Ana')
    server.clock.move(86_401)
    expect((await server.call('me.get', {}, { cookie })).json()).toEqual({ error: 'no-session' })
  })

  test('does not make a guest stay longer than they would', async () => {
    server = await serve(whoami)
    const { person } = await server.guest('Ana')
    const before = await server.bus.endOf(personRecord(person))
    server.clock.move(100)
    await server.sessions.start(person)
    expect(await server.bus.endOf(personRecord(person))).toBe(before)
  })

  test('is refused to who is gone', async () => {
    server = await serve(whoami)
    await expect(server.sessions.start(idOf('Nobody'))).rejects.toMatchObject({ wire: { error: 'no-session' } })
  })

  test('replaced by a new one is dead at once, and the new one is in the cookie', async () => {
    server = await serve({
      ...whoami,
      'rooms.host': async (_, caller) => {
        await caller.startSession(caller.person as string)
        return { room: roomWith(caller.person) } as never
      },
    })
    const { person, cookie } = await server.guest('Ana')
    const rise = await server.call('rooms.host', { code: 'KRFWHM', hostKey: 'k'.repeat(43) }, { cookie })
    const fresh = cookieOf(rise).split(';')[0] as string
    expect(fresh).not.toBe(cookie)
    expect(fresh).toContain(person)
    expect((await server.call('me.get', {}, { cookie })).json()).toEqual({ error: 'no-session' })
    expect((await server.call('me.get', {}, { cookie: fresh })).statusCode).toBe(200)
  })
})

const roomWith = (shownName: string | undefined) => ({
  face: bookEvening,
  until: bookEvening.ends,
  isHost: true,
  ...(shownName && { shownName }),
  sealingsLeft: 2,
  sealed: false,
  tapped: null,
  cards: [],
})

describe('the cookie', () => {
  const starting = {
    'rooms.join': async (_: unknown, caller: { startSession(person: string): Promise<void> }) => {
      await caller.startSession(idOf('Ana'))
      return { you: 'waiting', why: 'nod' } as const
    },
  }

  test('is httpOnly, SameSite=Lax, for the whole site, and not Secure where the address is http', async () => {
    server = await serve(starting)
    await server.guest('Ana')
    const set = cookieOf(await server.call('rooms.join', { code: 'KRFWHM' }))
    expect(set).toMatch(/^kith=/)
    for (const flag of [/; Path=\/(;|$)/, /; HttpOnly/, /; SameSite=Lax/]) expect(set).toMatch(flag)
    expect(set).not.toMatch(/Secure/)
    expect(set).not.toMatch(/Domain/)
  })

  test('is __Host-kith and Secure where the address is https', async () => {
    const origin = 'https://kith.example.org'
    server = await serve(starting, {
      config: { publicUrl: new URL(origin), acceptedOrigins: [origin], trustProxy: false },
    })
    const { cookie } = await server.guest('Ana')
    const set = cookieOf(await server.call('rooms.join', { code: 'KRFWHM' }, { origin }))
    expect(set).toMatch(/^__Host-kith=.*; Secure/)
    expect((await server.call('me.name', {}, { origin, cookie })).json()).toMatchObject({ error: 'bad-input' })
    const plain = cookie.replace('__Host-', '')
    expect((await server.call('me.name', {}, { origin, cookie: plain })).json()).toEqual({ error: 'no-session' })
  })
})

describe('who may write', () => {
  const peek = (headers: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: '/api/rooms.peek',
      headers: { 'content-type': 'application/json', ...headers },
      payload: { code: 'KRFWHM' },
    })

  test.each([
    ['the page that the server gave', { origin: ORIGIN }, 200],
    ['a program that is no browser', {}, 200],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['the same host at another port', { origin: 'http://localhost:4456' }, 403],
    ['a browser that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a browser that hides its origin and says it is ours', { 'sec-fetch-site': 'same-origin' }, 403],
  ])('%s', async (_, headers, status) => {
    server = await serve(whoami)
    const answer = await peek(headers)
    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(answer.json()).toEqual({ error: 'wrong-origin' })
  })

  test('a form, which needs no permission to be sent across sites, is no JSON and is refused', async () => {
    server = await serve(whoami)
    const answer = await peek({ origin: ORIGIN, 'content-type': 'text/plain' })
    expect(answer.json()).toMatchObject({ error: 'bad-input', rule: expect.stringMatching(/JSON/) })
  })
})
