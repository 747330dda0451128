/** Followers and followed of a Mastodon account, by the public API (docs.joinmastodon.org/methods/accounts). */
import { type Asked, type AskOptions, ask, type Problem, urlFor } from './ask.ts'
import type { Follows, Person } from './mutual.ts'
import { MOST_PAGES } from './mutual.ts'

/** The most that a page may hold there. */
const PAGE = 80

interface MastodonAccount {
  readonly id: string
  /** Without a server for accounts of the server itself. */
  readonly acct: string
  readonly display_name?: string
  readonly followers_count?: number
  readonly following_count?: number
}

export const mastodonFollows = async (
  name: string,
  server: string,
  options: AskOptions,
): Promise<Follows | Problem> => {
  const api = `${urlFor(options, server)}/api/v1/accounts`
  const found = await ask(`${api}/lookup?acct=${encodeURIComponent(name)}`, options, isAccount)
  if (!found.ok) return found.problem
  const { id, followers_count = 0, following_count = 0 } = found.value
  const of = (list: string) => pages(`${api}/${encodeURIComponent(id)}/${list}?limit=${PAGE}`, server, options)
  const following = await of('following')
  if (typeof following === 'string') return following
  const followers = await of('followers')
  if (typeof followers === 'string') return followers
  // A hidden list is answered as an empty one; only the counts give it away.
  const isHidden = (list: readonly Person[], count: number) => list.length === 0 && count > 0
  if (isHidden(following.people, following_count) || isHidden(followers.people, followers_count)) return 'hidden'
  return { following: following.people, followers: followers.people, isCut: following.isCut || followers.isCut }
}

const pages = async (
  first: string,
  server: string,
  options: AskOptions,
): Promise<{ people: Person[]; isCut: boolean } | Problem> => {
  const people: Person[] = []
  let next: string | undefined = first
  for (let page = 0; next !== undefined && page < MOST_PAGES; page++) {
    const answer: Asked<MastodonAccount[]> = await ask(next, options, areAccounts)
    if (!answer.ok) return answer.problem
    people.push(...answer.value.map((account) => personOf(account, server)))
    options.onProgress?.(people.length)
    next = sameOrigin(answer.next, first)
  }
  return { people, isCut: next !== undefined }
}

/** Only the server that was named is asked, wherever its answers point. */
const sameOrigin = (next: string | undefined, first: string): string | undefined => {
  if (next === undefined || !URL.canParse(next, first)) return undefined
  const url = new URL(next, first)
  return url.origin === new URL(first).origin ? url.href : undefined
}

const personOf = ({ acct, display_name }: MastodonAccount, server: string): Person => {
  const account = (acct.includes('@') ? acct : `${acct}@${server}`).toLowerCase()
  return { name: display_name?.trim() || account, handle: `mastodon:${account}` }
}

const isAccount = (body: unknown): body is MastodonAccount =>
  typeof body === 'object' &&
  body !== null &&
  'id' in body &&
  typeof body.id === 'string' &&
  'acct' in body &&
  typeof body.acct === 'string'

const areAccounts = (body: unknown): body is MastodonAccount[] => Array.isArray(body) && body.every(isAccount)
