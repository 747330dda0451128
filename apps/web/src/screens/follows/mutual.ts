/** CON8: of all followers and followed, those who follow each other. */
import { type Account, accountName } from './account.ts'
import type { AskOptions, Problem } from './ask.ts'
import { blueskyFollows } from './bluesky.ts'
import { mastodonFollows } from './mastodon.ts'

/** Asked for each of the two lists: 4,000 to 5,000 accounts, as many as a list may hold. */
export const MOST_PAGES = 50

export interface Person {
  /** What they call themselves. */
  readonly name: string
  /** `mastodon:name@server`, `bluesky:handle`. */
  readonly handle: string
}

export interface Follows {
  readonly following: readonly Person[]
  readonly followers: readonly Person[]
  /** There were more than are asked for. */
  readonly isCut: boolean
}

export interface Mutual {
  readonly account: string
  /** The account itself, as an identifier. */
  readonly own: string
  readonly people: readonly Person[]
  readonly following: number
  readonly followers: number
  readonly isCut: boolean
}

export const askForMutual = async (account: Account, options: AskOptions = {}): Promise<Mutual | Problem> => {
  const follows =
    account.network === 'mastodon'
      ? await mastodonFollows(account.name, account.server, options)
      : await blueskyFollows(account.handle, account.server, options)
  if (typeof follows === 'string') return follows
  const { following, followers, isCut } = follows
  const back = new Set(followers.map(({ handle }) => handle))
  const people = new Map(following.filter(({ handle }) => back.has(handle)).map((person) => [person.handle, person]))
  return {
    account: accountName(account),
    own: `${account.network}:${accountName(account)}`,
    people: [...people.values()],
    following: following.length,
    followers: followers.length,
    isCut,
  }
}
