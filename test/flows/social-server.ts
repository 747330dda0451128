/**
 * Mastodon and Bluesky on this machine, as browsers meet them: TLS, their public API, payloads as documented
 * (docs.joinmastodon.org/methods/accounts, docs.bsky.app: app.bsky.graph), readable from every page.
 */
import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { selfSigned } from './certificate.ts'

export const MASTODON = 'mastodon.example'
export const BLUESKY = 'public.api.bsky.app'

export interface Somebody {
  readonly following: readonly string[]
  readonly followers: readonly string[]
  readonly isHidden?: boolean
}

export interface SocialServer {
  readonly port: number
  /** `host/path`, of every question. */
  readonly asked: { readonly url: string; readonly headers: IncomingHttpHeaders }[]
  /** Everything is answered so until it is undefined again. */
  fault: { readonly status: number; readonly body: unknown } | undefined
  close(): void
}

export const startSocialServer = async (people: Readonly<Record<string, Somebody>>): Promise<SocialServer> => {
  const asked: SocialServer['asked'] = []
  const server = createServer(selfSigned(MASTODON, BLUESKY), (request, response) => {
    const host = request.headers.host ?? ''
    asked.push({ url: `${host}${request.url}`, headers: request.headers })
    const url = new URL(request.url ?? '/', `https://${host}`)
    const { status, body, link } = social.fault ?? (host === BLUESKY ? bluesky(people, url) : mastodon(people, url))
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining',
      ...(link && { link }),
    })
    response.end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const social: SocialServer & { fault: (Reply & SocialServer['fault']) | undefined } = {
    port: (server.address() as AddressInfo).port,
    asked,
    fault: undefined,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
  return social
}

interface Reply {
  readonly status: number
  readonly body: unknown
  readonly link?: string
}

type People = Readonly<Record<string, Somebody>>

const mastodon = (people: People, url: URL): Reply => {
  const [, id, list] = /^\/api\/v1\/accounts\/(\d+)\/(followers|following)$/.exec(url.pathname) ?? []
  const names = Object.keys(people)
  const name = id === undefined ? (url.searchParams.get('acct') ?? '') : (names[Number(id) - 1] ?? '')
  const person = people[name]
  if (person === undefined) return { status: 404, body: { error: 'Record not found' } }
  if (list === undefined) return { status: 200, body: account(name, names.indexOf(name) + 1, person) }
  const all = person.isHidden ? [] : person[list as 'followers' | 'following']
  const [limit, from] = [Number(url.searchParams.get('limit')), Number(url.searchParams.get('max_id') ?? 0)]
  const page = `https://${url.host}${url.pathname}?limit=${limit}`
  const link = [
    ...(from + limit < all.length ? [`<${page}&max_id=${from + limit}>; rel="next"`] : []),
    `<${page}&since_id=1>; rel="prev"`,
  ].join(', ')
  return { status: 200, link, body: all.slice(from, from + limit).map((one, index) => account(one, 1000 + index)) }
}

const account = (acct: string, id: number, person?: Somebody) => ({
  id: String(id),
  username: acct.split('@')[0],
  acct,
  display_name: displayed(acct),
  locked: false,
  bot: false,
  discoverable: true,
  indexable: false,
  group: false,
  created_at: '2022-11-05T00:00:00.000Z',
  note: '<p>Sings.</p>',
  url: `https://${MASTODON}/@${acct}`,
  uri: `https://${MASTODON}/users/${acct}`,
  avatar: `https://${MASTODON}/avatars/original/missing.png`,
  avatar_static: `https://${MASTODON}/avatars/original/missing.png`,
  header: `https://${MASTODON}/headers/original/missing.png`,
  header_static: `https://${MASTODON}/headers/original/missing.png`,
  followers_count: person?.followers.length ?? 3,
  following_count: person?.following.length ?? 3,
  statuses_count: 12,
  last_status_at: '2026-11-20',
  hide_collections: person?.isHidden ?? null,
  emojis: [],
  fields: [],
})

const bluesky = (people: People, url: URL): Reply => {
  const handle = url.searchParams.get('actor') ?? ''
  const person = people[handle]
  if (person === undefined) return { status: 400, body: { error: 'InvalidRequest', message: 'Actor not found' } }
  const list = url.pathname === '/xrpc/app.bsky.graph.getFollowers' ? 'followers' : 'follows'
  const all = list === 'followers' ? person.followers : person.following
  const [limit, from] = [Number(url.searchParams.get('limit')), Number(url.searchParams.get('cursor') ?? 0)]
  return {
    status: 200,
    body: {
      subject: profile(handle),
      [list]: all.slice(from, from + limit).map(profile),
      ...(from + limit < all.length && { cursor: String(from + limit) }),
    },
  }
}

const profile = (handle: string) => ({
  did: `did:plc:${handle.replaceAll('.', '')}`,
  handle,
  displayName: displayed(handle),
  avatar: `https://cdn.bsky.app/img/avatar/plain/${handle}`,
  associated: { chat: { allowIncoming: 'following' } },
  labels: [],
  createdAt: '2024-01-02T00:00:00.000Z',
  description: 'Sings.',
  indexedAt: '2024-01-02T00:00:00.000Z',
})

const displayed = (name: string): string => {
  const first = name.split(/[@.]/)[0]!
  return `${first[0]!.toUpperCase()}${first.slice(1)}`
}
