/** Who sends a request: the session that the cookie says, the hashed address, and the means to be given a new session. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../api/handler.ts'
import type { SessionCookie } from '../sessions/cookie.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import type { PersonKey } from '../store/store.ts'
import { browserHash } from './limits.ts'

/** `browser` tells apart those who share an address and have no session (limits.ts). */
export interface HttpCaller extends Caller {
  readonly browser: string
}

export type CallerReader = (request: FastifyRequest, reply: FastifyReply) => Promise<HttpCaller>

export interface CallerParts {
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly addressOf: (ip: string) => string
}

export const callerReader = ({ sessions, cookie, addressOf }: CallerParts): CallerReader => {
  return async (request, reply) => {
    let session = await sessions.find(request.cookies[cookie.name])
    return {
      address: addressOf(request.ip),
      browser: browserHash(request.headers['user-agent']),
      ...(session && { person: session.person, session: session.hash }),
      async startSession(person: PersonKey) {
        const started: { session: Session; cookie: string } = await sessions.start(person, session)
        session = started.session
        reply.setCookie(cookie.name, started.cookie, cookie.options)
      },
    }
  }
}
