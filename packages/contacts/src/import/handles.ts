/** Profiles and social names as address books write them; their normal forms are identifier.ts's. */
import { blueskyHandle, handleFromUrl, linkedinHandle, mastodonHandle } from '../identifier.ts'

const LONGEST_ADDRESS = 2048

/** The handle of an address on the web; undefined for other schemes and for words. */
export function handleOf(url: string): string | undefined {
  return url.length > LONGEST_ADDRESS || /\s/.test(url) ? undefined : handleFromUrl(url)
}

/** An account as Mastodon lists it; one without a server belongs to the server that the list came from. */
export function mastodonAccount(text: string, server: string | undefined): string | undefined {
  const account = text.trim()
  if (account.length > LONGEST_ADDRESS) return undefined
  const isLocal = /^@?[a-z0-9_.-]+$/i.test(account)
  return mastodonHandle(isLocal && server !== undefined ? `${account}@${server}` : account)
}

/** `@name@host` is Mastodon's, `@name.host` and `name.bsky.social` are Bluesky's; other words are nobody's. */
export function socialName(text: string): string | undefined {
  const name = text.trim()
  if (name.length > LONGEST_ADDRESS || /\s/.test(name)) return undefined
  if (/^(@|acct:|mastodon:)[^@]+@/i.test(name)) return mastodonHandle(name)
  return /^@[^@]*\./.test(name) || /\.bsky\.social$/i.test(name) ? blueskyHandle(name) : undefined
}

/** Where a service's user names are found on the web. */
const PROFILES: Readonly<Record<string, string>> = {
  twitter: 'https://twitter.com/',
  facebook: 'https://facebook.com/',
  instagram: 'https://instagram.com/',
  flickr: 'https://flickr.com/people/',
  github: 'https://github.com/',
}

/** The handle of a user name on a named service; undefined where the service has no profiles that we know. */
export function handleOn(service: string, user: string): string | undefined {
  const name = user.trim().replace(/^x-apple:/i, '')
  if (name === '' || name.length > LONGEST_ADDRESS) return undefined
  const known = service.toLowerCase()
  if (known === 'mastodon') return mastodonHandle(name)
  if (known === 'bluesky') return blueskyHandle(name)
  if (known === 'linkedin') return linkedinHandle(`in/${name}`)
  const site = PROFILES[known]
  return site === undefined || /[/:\s]/.test(name) ? undefined : handleOf(site + name.replace(/^@/, ''))
}

/** A handle without its prefix, to show where there is no name. */
export function bare(handle: string): string {
  return handle.replace(/^[a-z]+:(in\/)?/, '')
}
