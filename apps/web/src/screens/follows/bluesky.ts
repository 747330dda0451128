/** Followers and followed of a Bluesky account, by the public AppView (docs.bsky.app: app.bsky.graph.getFollows). */
import { type Asked, type AskOptions, ask, type Problem, urlFor } from './ask.ts'
import type { Follows, Person } from './mutual.ts'
import { MOST_PAGES } from './mutual.ts'

const PAGE = 100
/** What the AppView calls a name that its owner's domain does not confirm: it is nobody's. */
const NO_HANDLE = 'handle.invalid'

interface Profile {
  readonly handle: string
  readonly displayName?: string
}

type Page<K extends string> = { readonly [key in K]: readonly Profile[] } & { readonly cursor?: string }

export const blueskyFollows = async (
  handle: string,
  server: string,
  options: AskOptions,
): Promise<Follows | Problem> => {
  const following = await pages('getFollows', 'follows', handle, server, options)
  if (typeof following === 'string') return following
  const followers = await pages('getFollowers', 'followers', handle, server, options)
  if (typeof followers === 'string') return followers
  return { following: following.people, followers: followers.people, isCut: following.isCut || followers.isCut }
}

const pages = async <K extends 'follows' | 'followers'>(
  method: string,
  list: K,
  handle: string,
  server: string,
  options: AskOptions,
): Promise<{ people: Person[]; isCut: boolean } | Problem> => {
  const people: Person[] = []
  let cursor: string | undefined = ''
  for (let page = 0; cursor !== undefined && page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ actor: handle, limit: String(PAGE), ...(cursor === '' ? {} : { cursor }) })
    const url = `${urlFor(options, server)}/xrpc/app.bsky.graph.${method}?${query}`
    const answer: Asked<Page<K>> = await ask(url, options, isPageOf(list))
    if (!answer.ok) return answer.problem
    people.push(...answer.value[list].filter((one) => one.handle !== NO_HANDLE).map(personOf))
    options.onProgress?.(people.length)
    cursor = answer.value.cursor
  }
  return { people, isCut: cursor !== undefined }
}

const personOf = ({ handle, displayName }: Profile): Person => {
  const account = handle.toLowerCase()
  return { name: displayName?.trim() || account, handle: `bluesky:${account}` }
}

const isPageOf =
  <K extends string>(list: K) =>
  (body: unknown): body is Page<K> => {
    const profiles = (body as Partial<Record<string, unknown>> | null)?.[list]
    return Array.isArray(profiles) && profiles.every((one) => typeof one?.handle === 'string')
  }
