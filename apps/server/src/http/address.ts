/** Network addresses, of which nothing but a keyed hash goes further: for limits and for GST1. */
import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** A household or a phone has a whole /64 of IPv6 addresses, so that is one address here. */
export const addressHasher = (key: Uint8Array): ((ip: string) => string) => {
  return (ip) => createHmac('sha256', key).update(networkOf(ip)).digest('base64url').slice(0, 22)
}

export const networkOf = (ip: string): string => {
  const bare = ip.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)
  if (mapped?.[1]) return mapped[1]
  return isIPv6(bare) ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : bare
}

const groupsOf = (ip: string): string[] => {
  const [head = '', tail] = ip.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  )
}
