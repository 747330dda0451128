/** Requests of made-up people (try/): they come from this very process, and are in no figure. */
import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** From the block that is kept for documentation (RFC 3849), and over no real connection. */
export const isMadeUp = (request: FastifyRequest): boolean =>
  request.ip.startsWith('2001:db8:') && !(request.raw.socket instanceof Socket)
