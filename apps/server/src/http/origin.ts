/**
 * Which requests may write. A page of another site can make a browser send our cookie, and a browser always says so: by
 * `Origin`, or at least by `Sec-Fetch-Site`. A request with neither comes from no browser (a script, a load run), has no
 * cookie but its own, and is let through.
 */
import type { IncomingHttpHeaders } from 'node:http'

export const isOwnOrigin = (headers: IncomingHttpHeaders, accepted: readonly string[]): boolean => {
  if (headers.origin !== undefined) return accepted.includes(headers.origin)
  return headers['sec-fetch-site'] === undefined
}
