/** One caller of the server's methods, over HTTP, with a connection and a session of its own. */
import { Agent, type IncomingMessage, request } from 'node:http'
import type { Input, MethodName, Output, WireError } from '@kith/protocol'

export class Refused extends Error {
  override name = 'Refused'
  readonly wire: WireError

  constructor(method: string, status: number, wire: WireError) {
    super(`${method} was refused: ${status} ${JSON.stringify(wire)}`)
    this.wire = wire
  }
}

export class Caller {
  readonly origin: string
  readonly #agent = new Agent({ keepAlive: true })
  #cookie = ''
  /** Of bodies, from the server. */
  bytes = 0

  constructor(origin: string) {
    this.origin = origin
  }

  get cookie(): string {
    return this.#cookie
  }

  /** The session's public half, which is how the server names a person. */
  get person(): string {
    return /=([^.]+)\./.exec(this.#cookie)?.[1] ?? ''
  }

  async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const { status, text } = await this.#post(`/api/${method}`, JSON.stringify(input))
    const body = JSON.parse(text)
    if (status !== 200) throw new Refused(method, status, body as WireError)
    return body as Output<M>
  }

  close(): void {
    this.#agent.destroy()
  }

  #post(path: string, body: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = {
        origin: this.origin,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(this.#cookie && { cookie: this.#cookie }),
      }
      const sent = request(`${this.origin}${path}`, { method: 'POST', agent: this.#agent, headers }, (response) => {
        this.#keepCookie(response)
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(pieces)
          this.bytes += text.length
          resolve({ status: response.statusCode ?? 0, text: text.toString() })
        })
      })
      // An idle connection that the server has just let go of: nothing was done, and browsers ask again as well.
      sent.on('error', (error: NodeJS.ErrnoException) =>
        sent.reusedSocket && error.code === 'ECONNRESET' ? resolve(this.#post(path, body)) : reject(error),
      )
      sent.end(body)
    })
  }

  #keepCookie({ headers }: IncomingMessage): void {
    const [set] = headers['set-cookie'] ?? []
    if (set) this.#cookie = set.split(';')[0]!
  }
}
