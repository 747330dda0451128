/** `GET /live`. A browser cannot read why an upgrade was refused, so that every refusal is a close code instead. */
import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CallerReader, HttpCaller } from '../http/caller.ts'
import type { Limits } from '../http/limits.ts'
import { isMadeUp } from '../http/made-up.ts'
import { isOwnOrigin } from '../http/origin.ts'
import type { Metrics } from '../metrics.ts'
import { Refusal } from '../services/refusal.ts'
import { type CloseReason, closeSocket } from './closing.ts'
import { LiveSocket, MAX_FRAME_BYTES, type SocketParts } from './socket.ts'

export interface LiveParts extends SocketParts {
  readonly callerOf: CallerReader
  readonly limits: Limits
  readonly acceptedOrigins: readonly string[]
  readonly metrics: Metrics
}

/** How long a device has to answer that a socket closes, before it is cut. */
const CLOSING_MS = 3_000

export const addLive = async (app: FastifyInstance, parts: LiveParts): Promise<void> => {
  const { hub, metrics } = parts
  await app.register(websocket, {
    options: { maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false },
    // A frame that is too large, a connection that breaks: `ws` closes the socket, which is all there is to do.
    errorHandler: () => {},
    preClose(done) {
      hub.closeAll('goingAway')
      const { clients } = app.websocketServer
      for (const client of clients) closeSocket(client, 'goingAway')
      setTimeout(() => {
        for (const client of clients) client.terminate()
      }, CLOSING_MS).unref()
      app.websocketServer.close()
      done()
    },
  })

  const admitted = new WeakMap<FastifyRequest, HttpCaller | CloseReason>()

  app.get(
    '/live',
    {
      websocket: true,
      onRequest: async (request, reply) =>
        void admitted.set(request, await admit(parts, request, () => parts.callerOf(request, reply))),
    },
    (socket, request) => {
      const caller = admitted.get(request) ?? 'noSession'
      if (typeof caller === 'string') return closeSocket(socket, caller)
      const { person, session } = caller
      if (person === undefined || session === undefined) return closeSocket(socket, 'noSession')
      if (!isMadeUp(request)) {
        metrics.sockets.inc()
        socket.on('close', () => metrics.sockets.dec())
      }
      new LiveSocket(socket, request.raw.socket, { person, hash: session }, parts)
    },
  )
}

const admit = async (
  { limits, acceptedOrigins }: LiveParts,
  request: FastifyRequest,
  callerOf: () => Promise<HttpCaller>,
): Promise<HttpCaller | CloseReason> => {
  if (!isOwnOrigin(request.headers, acceptedOrigins)) return 'wrongOrigin'
  try {
    const caller = await callerOf()
    await limits.call(caller)
    return caller
  } catch (error) {
    if (error instanceof Refusal) return 'tooMuch'
    throw error
  }
}
