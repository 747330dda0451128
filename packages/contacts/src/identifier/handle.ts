import type { Handle } from './brand.ts'
import { asciiHost } from './host.ts'

/** Sites on which `/@name` is no Mastodon account. */
const OTHER_AT_SITES = new Set([
  'youtube.com',
  'm.youtube.com',
  'tiktok.com',
  'medium.com',
  'threads.net',
  'threads.com',
  'flipboard.com',
  'substack.com',
])
const MASTODON_PATH = /^\/(?:web\/)?@([a-z0-9_.-]+)(?:@([^/]+))?\/?$/i
const MASTODON_USERS_PATH = /^\/users\/([a-z0-9_.-]+)\/?$/i
const MASTODON_NAME = /^@?([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_]+)?)@([^@\s/]+)$/i
/** Sites that tell `/Ana` and `/ana` apart nowhere, and where both spellings are common. */
const CASELESS_SITES = new Set(['facebook.com', 'github.com', 'gitlab.com', 'instagram.com', 'twitter.com', 'x.com'])
const LINKEDIN_PATH = /^\/in\/([^/]+)/i
const BLUESKY_PATH = /^\/profile\/([^/]+)\/?$/i

/** A LinkedIn profile: its address, `in/slug`, or the normal form. The slug in lower case, percent-decoded. */
export const linkedinHandle = (text: string): Handle | undefined => {
  const path = text.trim().replace(/^linkedin:/i, '')
  const url = /^\/?in\//i.test(path) ? { host: 'linkedin.com', path: `/${path.replace(/^\//, '')}` } : hostAndPath(path)
  if (!url || !/(^|\.)linkedin\.com$/.test(url.host)) return undefined
  const slug = LINKEDIN_PATH.exec(url.path.split(/[?#]/, 1)[0]!)?.[1]
  const decoded = slug === undefined ? '' : percentDecoded(slug).toLowerCase()
  return decoded === '' || decoded.includes('/') ? undefined : (`linkedin:in/${decoded}` as Handle)
}

/** A Mastodon account: `@name@host`, `name@host`, or the normal form. */
export const mastodonHandle = (text: string): Handle | undefined => {
  const found = MASTODON_NAME.exec(text.trim().replace(/^(acct|mastodon):/i, ''))
  const host = found ? asciiHost(found[2]!) : undefined
  return host?.includes('.') ? (`mastodon:${found![1]!.toLowerCase()}@${host}` as Handle) : undefined
}

/** A Bluesky handle, which is a domain name: `@ana.bsky.social`, `ana.example.org`, or the normal form. */
export const blueskyHandle = (text: string): Handle | undefined => {
  const name = text
    .trim()
    .replace(/^bluesky:/i, '')
    .replace(/^@/, '')
  const host = name.includes('@') ? undefined : asciiHost(name)
  return host !== undefined && /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(host) ? (`bluesky:${host}` as Handle) : undefined
}

/** Any other page: host without `www.`, path percent-decoded, no query, no fragment, no slash at the end. */
export const webHandle = (text: string): Handle | undefined => {
  const url = hostAndPath(text.trim().replace(/^web:/i, ''))
  if (!url?.host.includes('.')) return undefined
  const path = percentDecoded(url.path).replace(/\/+$/, '')
  return `web:${url.host}${CASELESS_SITES.has(url.host) ? path.toLowerCase() : path}` as Handle
}

/** The handle of a profile's address, by the site it is on. LinkedIn's and Bluesky's other pages are nobody's. */
export const handleFromUrl = (text: string): Handle | undefined => {
  const url = hostAndPath(text.trim())
  if (!url?.host.includes('.')) return undefined
  if (/(^|\.)linkedin\.com$/.test(url.host)) return linkedinHandle(text)
  if (url.host === 'bsky.app') return blueskyHandle(BLUESKY_PATH.exec(url.path)?.[1] ?? '')
  return mastodonOf(url) ?? webHandle(text)
}

const mastodonOf = ({ host, path }: HostAndPath): Handle | undefined => {
  if (OTHER_AT_SITES.has(host)) return undefined
  const at = MASTODON_PATH.exec(path)
  const name = at?.[1] ?? MASTODON_USERS_PATH.exec(path)?.[1]
  return name === undefined ? undefined : mastodonHandle(`${name}@${at?.[2] ?? host}`)
}

interface HostAndPath {
  readonly host: string
  readonly path: string
}

/** Without a user's name before the host: `ana@example.org` is an e-mail address, and its host a thousand people's. */
const ADDRESS = /^(?:https?:)?(?:\/\/)?([^/:?#@\s]+)(?::\d+)?(?![^/?#]*@)([^?#\s]*)/i

const hostAndPath = (address: string): HostAndPath | undefined => {
  if (address.length > 2048 || (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(https?:|[^/]*:\d)/i.test(address)))
    return undefined
  const found = ADDRESS.exec(address)
  const host = found ? asciiHost(found[1]!)?.replace(/^www\./, '') : undefined
  return host === undefined || host === '' ? undefined : { host, path: found![2]! }
}

/** Percent-decoded once and composed, where the result is text that a second reading would leave alone. */
const percentDecoded = (text: string): string => {
  try {
    const decoded = decodeURIComponent(text).normalize('NFC')
    return /[%?#\s\p{C}]/u.test(decoded) ? text : decoded
  } catch {
    return text
  }
}
