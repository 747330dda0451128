/**
 * The device of a made-up person: the same requests and the same socket as everybody's, only that they do not leave the
 * process. It knows nothing but what it is answered and told.
 */
import {
  type Input,
  type LiveEvent,
  type MethodName,
  type Output,
  PROTOCOL_VERSION,
  type ServerMessage,
  type WireError,
} from '@kith/protocol'
import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'

export interface DeviceParts {
  readonly app: FastifyInstance
  /** The page's: what a browser would send as `Origin`. */
  readonly origin: string
  /** `name=value`. */
  readonly cookie: string
  /** Where it seems to call from. */
  readonly address: string
}

/** The server has refused a call. */
export class Refused extends Error {
  readonly wire: WireError

  constructor(method: MethodName, wire: WireError) {
    super(`${method}: ${wire.error}`)
    this.name = 'Refused'
    this.wire = wire
  }
}

export class Device {
  readonly #parts: DeviceParts
  #socket: WebSocket | undefined
  #isOff = false

  constructor(parts: DeviceParts) {
    this.#parts = parts
  }

  async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const { app, origin, cookie, address } = this.#parts
    const response = await app.inject({
      method: 'POST',
      url: `/api/${method}`,
      headers: { origin, cookie },
      remoteAddress: address,
      payload: input,
    })
    if (response.statusCode !== 200) throw new Refused(method, response.json())
    return response.json()
  }

  /** Connects and says hello: everything of one's own comes first, then each event. `onLost` when it breaks off. */
  async listen(onEvent: (event: LiveEvent) => void, onLost: () => void): Promise<void> {
    const { app, origin, cookie, address } = this.#parts
    const socket: WebSocket = await app.injectWS('/live', {
      headers: { origin, cookie },
      socket: { remoteAddress: address },
    } as never)
    if (this.#isOff) return socket.terminate()
    this.#socket = socket
    socket.on('message', (data) => {
      const message: ServerMessage = JSON.parse(String(data))
      if (message.kind === 'event') onEvent(message.event)
    })
    socket.on('ping', (data) => socket.pong(data))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      if (!this.#isOff) onLost()
    })
    socket.send(JSON.stringify({ kind: 'hello', protocol: PROTOCOL_VERSION }))
  }

  off(): void {
    this.#isOff = true
    this.#socket?.terminate()
  }
}
