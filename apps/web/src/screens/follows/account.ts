/** The name somebody types: which network it is of, and which server will be asked. */

export type Account =
  | { readonly network: 'mastodon'; readonly name: string; readonly server: string }
  | { readonly network: 'bluesky'; readonly handle: string; readonly server: string }

/** The public entrance of Bluesky, for accounts of every server there. */
export const BLUESKY = 'public.api.bsky.app'

const HOST = '(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*'
const MASTODON = new RegExp(`^@?([a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)@(${HOST})$`)
const MASTODON_PAGE = new RegExp(`^https://(${HOST})/(?:web/)?@([a-z0-9_.-]+)/?$`)
const BLUESKY_HANDLE = new RegExp(`^@?(${HOST})$`)
const BLUESKY_PAGE = new RegExp(`^https://bsky\\.app/profile/(${HOST})/?$`)

/** `name@server`, `@name.bsky.social`, or the address of the profile; undefined for everything else. */
export const readAccount = (typed: string): Account | undefined => {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\s]/g, '')
    .toLowerCase()
  const bluesky = (BLUESKY_PAGE.exec(text) ?? BLUESKY_HANDLE.exec(text))?.[1]
  if (bluesky !== undefined) return { network: 'bluesky', handle: bluesky, server: BLUESKY }
  const page = MASTODON_PAGE.exec(text)
  if (page) return { network: 'mastodon', name: page[2]!, server: page[1]! }
  const found = MASTODON.exec(text)
  return found ? { network: 'mastodon', name: found[1]!, server: found[2]! } : undefined
}

/** As it is shown, and as the address book has it. */
export const accountName = (account: Account): string =>
  account.network === 'mastodon' ? `${account.name}@${account.server}` : account.handle
