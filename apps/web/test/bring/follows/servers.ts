/** Servers on this machine that speak the two public APIs, with answers of the form that their documentation gives. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Somebody {
  readonly name: string
  readonly following: readonly string[]
  readonly followers: readonly string[]
  readonly isHidden?: boolean
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}

export class SocialServer {
  readonly asked: string[] = []
  readonly #people: ReadonlyMap<string, Somebody>
  readonly #server: Server
  /** Answers this to everything, from the n-th question on. */
  fault: { readonly from: number; readonly status: number; readonly body: unknown } | undefined
  /** Where the second page is said to be, instead of here. */
  elsewhere: string | undefined

  constructor(people: readonly Somebody[]) {
    this.#people = new Map(people.map((person) => [person.name, person]))
    this.#server = createServer(({ url = '/' }, response) => {
      this.asked.push(url)
      if (this.fault !== undefined && this.asked.length >= this.fault.from) {
        json(response, this.fault.status, this.fault.body)
      } else this.#answer(new URL(url, this.url), response)
    })
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  #answer(url: URL, response: ServerResponse): void {
    if (url.pathname.startsWith('/xrpc/')) this.#bluesky(url, response)
    else this.#mastodon(url, response)
  }

  #mastodon(url: URL, response: ServerResponse): void {
    const [, id, list] = /^\/api\/v1\/accounts\/([^/]+)\/(followers|following)$/.exec(url.pathname) ?? []
    const person = this.#people.get(id?.replace('id-', '') ?? url.searchParams.get('acct') ?? '')
    if (person === undefined) json(response, 404, { error: 'Record not found' })
    else if (list === undefined) json(response, 200, mastodonAccount(person.name, person))
    else this.#mastodonPage(url, person, list as 'followers' | 'following', response)
  }

  #mastodonPage(url: URL, person: Somebody, list: 'followers' | 'following', response: ServerResponse): void {
    const [limit, from] = [Number(url.searchParams.get('limit')), Number(url.searchParams.get('max_id') ?? 0)]
    const all = person.isHidden ? [] : person[list]
    const page = all.slice(from, from + limit).map((name) => mastodonAccount(name))
    const next = `${this.elsewhere ?? this.url}${url.pathname}?limit=${limit}&max_id=${from + limit}`
    const previous = `<${this.url}${url.pathname}?limit=${limit}&since_id=1>; rel="prev"`
    const link = from + limit < all.length ? `<${next}>; rel="next", ${previous}` : previous
    json(response, 200, page, { link })
  }

  #bluesky(url: URL, response: ServerResponse): void {
    const list = url.pathname.endsWith('getFollowers') ? 'followers' : 'follows'
    const person = this.#people.get(url.searchParams.get('actor') ?? '')
    if (person === undefined) {
      json(response, 400, { error: 'InvalidRequest', message: 'Actor not found' })
      return
    }
    const [limit, from] = [Number(url.searchParams.get('limit')), Number(url.searchParams.get('cursor') ?? 0)]
    const all = list === 'followers' ? person.followers : person.following
    const page = all.slice(from, from + limit).map(blueskyProfile)
    const cursor = from + limit < all.length ? { cursor: String(from + limit) } : {}
    json(response, 200, { subject: blueskyProfile(person.name), [list]: page, ...cursor })
  }
}

const mastodonAccount = (acct: string, person?: Somebody) => ({
  id: `id-${acct}`,
  username: acct.split('@')[0],
  acct,
  display_name: acct.includes('@') ? '' : `${acct} displayed`,
  locked: false,
  bot: false,
  hide_collections: person?.isHidden ?? null,
  created_at: '2022-11-05T00:00:00.000Z',
  note: '<p></p>',
  url: `https://social.example/@${acct}`,
  followers_count: person?.followers.length ?? 3,
  following_count: person?.following.length ?? 3,
  statuses_count: 12,
  fields: [],
})

const blueskyProfile = (handle: string) => ({
  did: `did:plc:${handle.replaceAll('.', '')}`,
  handle,
  displayName: handle.startsWith('plain') ? '' : `${handle.split('.')[0]} displayed`,
  createdAt: '2024-01-02T00:00:00.000Z',
  indexedAt: '2024-01-02T00:00:00.000Z',
  labels: [],
})
