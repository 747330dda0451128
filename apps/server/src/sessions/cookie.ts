/** The cookie that carries a session. Where the address is https, its name and flags bind it to that host (`__Host-`). */
import type { SerializeOptions } from '@fastify/cookie'

export interface SessionCookie {
  readonly name: string
  readonly options: SerializeOptions
}

/** A guest ends with their last room, at most 60 days ahead; the record on the bus decides, not the browser. */
const DAYS = 90

export const sessionCookie = (publicUrl: URL): SessionCookie => {
  const secure = publicUrl.protocol === 'https:'
  return {
    name: secure ? '__Host-kith' : 'kith',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS * 86_400 },
  }
}
