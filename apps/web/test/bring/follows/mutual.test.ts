import { afterEach, describe, expect, it } from 'vitest'
import { readAccount } from '../../../src/screens/follows/account.ts'
import { nextPage } from '../../../src/screens/follows/ask.ts'
import { askForMutual } from '../../../src/screens/follows/mutual.ts'
import { SocialServer, type Somebody } from './servers.ts'

const open: SocialServer[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

const serverWith = async (...people: readonly Somebody[]): Promise<SocialServer> => {
  const server = await new SocialServer(people).listen()
  open.push(server)
  return server
}

const ask = (server: SocialServer, typed: string) => askForMutual(readAccount(typed)!, { urlOf: () => server.url })
const names = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)

describe('a typed name', () => {
  it.each([
    ['ana@social.example', { network: 'mastodon', name: 'ana', server: 'social.example' }],
    [' @Ana@Social.Example ', { network: 'mastodon', name: 'ana', server: 'social.example' }],
    ['https://social.example/@ana', { network: 'mastodon', name: 'ana', server: 'social.example' }],
    ['@ana.bsky.social', { network: 'bluesky', handle: 'ana.bsky.social', server: 'public.api.bsky.app' }],
    ['ana.example.org', { network: 'bluesky', handle: 'ana.example.org', server: 'public.api.bsky.app' }],
    [
      'https://bsky.app/profile/ana.bsky.social',
      { network: 'bluesky', handle: 'ana.bsky.social', server: 'public.api.bsky.app' },
    ],
  ])('%s', (typed, account) => {
    expect(readAccount(typed)).toEqual(account)
  })

  it.each([
    '',
    'ana',
    '@ana',
    'ana@localhost',
    'ana@social.example/x',
    'ana@social.example:80',
    'a b c',
    '+44 7700 900123',
    'ana@127.0.0.1',
  ])('is none: %s', (typed) => {
    expect(readAccount(typed.replaceAll(' ', '_'))).toBeUndefined()
  })
})

describe('Mastodon', () => {
  it('CON8 keeps those who follow each other, over all pages', async () => {
    const both = names(150, 'friend')
    const following = [...both, ...names(60, 'followed')]
    const server = await serverWith({
      name: 'ana',
      following,
      followers: [...names(90, 'fan'), ...both.toReversed(), 'ben@else.example'],
    })
    const mutual = await ask(server, 'ana@social.example')
    if (typeof mutual === 'string') throw new Error(mutual)
    expect(mutual.people).toHaveLength(150)
    expect(mutual.people[0]).toEqual({ name: 'friend0 displayed', handle: 'mastodon:friend0@social.example' })
    expect(mutual).toMatchObject({
      account: 'ana@social.example',
      own: 'mastodon:ana@social.example',
      following: 210,
      followers: 241,
      isCut: false,
    })
    expect(server.asked).toHaveLength(1 + 3 + 4)
  })

  it('names accounts of other servers by their full name', async () => {
    const server = await serverWith({ name: 'ana', following: ['Ben@Else.example'], followers: ['ben@else.example'] })
    expect(await ask(server, 'ana@social.example')).toMatchObject({
      people: [{ name: 'ben@else.example', handle: 'mastodon:ben@else.example' }],
    })
  })

  it('tells a hidden list from an empty one', async () => {
    const hidden = { name: 'ana', following: ['ben'], followers: ['ben'], isHidden: true }
    const server = await serverWith(hidden, { name: 'carla', following: [], followers: [] })
    expect(await ask(server, 'ana@social.example')).toBe('hidden')
    expect(await ask(server, 'carla@social.example')).toMatchObject({ people: [] })
  })

  it('says that nobody of the name is there', async () => {
    expect(await ask(await serverWith(), 'nobody@social.example')).toBe('unknown-name')
  })

  it.each([
    [429, { error: 'Too many requests' }, 'busy'],
    [401, { error: 'This API requires an authenticated user' }, 'members-only'],
    [503, 'gone', 'no-answer'],
    [200, { error: 'not what was asked for' }, 'no-answer'],
  ] as const)('names the problem of %d, also on a later page', async (status, body, problem) => {
    for (const from of [1, 3]) {
      const server = await serverWith({ name: 'ana', following: names(200, 'x'), followers: names(200, 'x') })
      server.fault = { from, status, body }
      expect(await ask(server, 'ana@social.example')).toBe(problem)
    }
  })

  it('says that a server does not answer', async () => {
    const server = await serverWith()
    const { url } = server
    server.close()
    expect(await askForMutual(readAccount('ana@social.example')!, { urlOf: () => url })).toBe('no-answer')
  })

  it('DATA3 asks no other server than the one that was named, whatever its answers say', async () => {
    const other = await serverWith()
    const server = await serverWith({ name: 'ana', following: names(100, 'x'), followers: names(100, 'x') })
    server.elsewhere = other.url
    expect(await ask(server, 'ana@social.example')).toMatchObject({ following: 80 })
    expect(other.asked).toEqual([])
  })

  it('stops at so many, and says so', { timeout: 30_000 }, async () => {
    const all = names(4100, 'x')
    const server = await serverWith({ name: 'ana', following: all, followers: all })
    expect(await ask(server, 'ana@social.example')).toMatchObject({ following: 4000, isCut: true })
  })

  it('reads a Link header as RFC 8288 writes it', () => {
    expect(nextPage('<https://a.example/?max_id=1>; rel="next", <https://a.example/?since_id=2>; rel="prev"')).toBe(
      'https://a.example/?max_id=1',
    )
    expect(nextPage('<https://a.example/?since_id=2>; rel="prev"')).toBeUndefined()
    expect(nextPage(null)).toBeUndefined()
  })
})

describe('Bluesky', () => {
  it('CON8 keeps those who follow each other, over all pages', async () => {
    const both = names(120, 'friend').map((name) => `${name}.bsky.social`)
    const following = [...both, 'handle.invalid']
    const server = await serverWith({
      name: 'ana.bsky.social',
      following,
      followers: [...both, 'handle.invalid', 'plain.example'],
    })
    const mutual = await ask(server, '@ana.bsky.social')
    if (typeof mutual === 'string') throw new Error(mutual)
    expect(mutual.people).toHaveLength(120)
    expect(mutual.people[0]).toEqual({ name: 'friend0 displayed', handle: 'bluesky:friend0.bsky.social' })
    expect(mutual.own).toBe('bluesky:ana.bsky.social')
    expect(server.asked).toHaveLength(4)
  })

  it('says that nobody of the name is there, and that it is asked too often', async () => {
    const server = await serverWith({ name: 'ana.bsky.social', following: [], followers: [] })
    expect(await ask(server, '@nobody.bsky.social')).toBe('unknown-name')
    server.fault = { from: 1, status: 429, body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' } }
    expect(await ask(server, '@ana.bsky.social')).toBe('busy')
  })
})
