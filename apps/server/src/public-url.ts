/** PUBLIC_URL, and what follows from it: it builds every link, code, cookie and origin check. */
import { BlockList, isIP } from 'node:net'

export interface PublicUrl {
  /** `https://kith.example.org`: no path, no slash at its end. */
  readonly origin: string
  /** Exactly when it is https. */
  readonly secureCookies: boolean
  readonly isLoopback: boolean
  /** Plain http elsewhere than on loopback: no camera, contact picker, service worker, push, clipboard or passkeys. */
  readonly isLimited: boolean
  /** Whether a QR may show it: false for localhost, private addresses and names of a local network. */
  readonly isReachableByPhones: boolean
  /** Whose pages may write: its own, and on loopback both names of this machine. */
  readonly acceptedOrigins: readonly string[]
}

/** Throws with the rule that was not kept; never with what was given. */
export function parsePublicUrl(text: string): PublicUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isHttp = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (url === undefined || !isHttp)
    throw new Error('an address with https:// or http://, like https://kith.example.org')
  if (url.username !== '' || url.password !== '') throw new Error('an address without user and password')
  if (url.pathname !== '/' || /[?#]/.test(text))
    throw new Error('an origin only, without path, query or fragment, like https://kith.example.org')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLoopback = isLoopbackHost(host)
  const sisters = ['localhost', '127.0.0.1'].map((name) => `${url.protocol}//${name}${url.port && `:${url.port}`}`)
  return {
    origin: url.origin,
    secureCookies: url.protocol === 'https:',
    isLoopback,
    isLimited: url.protocol === 'http:' && !isLoopback,
    isReachableByPhones: !isLoopback && !isLocalHost(host),
    acceptedOrigins: isLoopback ? [...new Set([url.origin, ...sisters])] : [url.origin],
  }
}

function isLoopbackHost(host: string): boolean {
  return /^(.+\.)?localhost\.?$/.test(host) || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** Addresses that mean another machine, or none, on each network (IANA's registries of special-purpose addresses). */
const localAddresses = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  localAddresses.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['2001:db8::', 32],
] as const)
  localAddresses.addSubnet(network, prefix, 'ipv6')

/** Ends of names that no public name server knows (RFC 6761, 6762, 8375, 9476; .internal; what routers hand out). */
const LOCAL_NAME = /^[^.]+$|\.(local|localdomain|internal|intranet|lan|home|home\.arpa|corp|private|alt|test|invalid)$/

function isLocalHost(host: string): boolean {
  const family = isIP(host)
  if (family === 0) return LOCAL_NAME.test(host.replace(/\.$/, ''))
  return localAddresses.check(host, family === 4 ? 'ipv4' : 'ipv6')
}
