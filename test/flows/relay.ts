/** Stands before the server as a newer version of it would: every answer is the server's own, but for what is changed. */
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

export interface Relay {
  readonly port: number
  /** The server behind it, once it is there. */
  to: number
  /** Written behind the service worker's script: another script, to a browser. */
  addition: string
  close(): void
}

export const startRelay = async (): Promise<Relay> => {
  const server = createServer((incoming, answer) => {
    const { url = '/', method, headers } = incoming
    const isWorker = url === '/sw.js'
    const asked = isWorker ? { ...headers, 'accept-encoding': 'identity' } : headers
    const outgoing = request({ port: relay.to, path: url, method, headers: asked }, (response) => {
      const given = { ...response.headers }
      if (isWorker) for (const name of ['content-length', 'etag', 'last-modified']) delete given[name]
      answer.writeHead(response.statusCode ?? 502, given)
      response.on('data', (chunk) => answer.write(chunk))
      response.on('end', () => answer.end(isWorker ? relay.addition : undefined))
    })
    outgoing.on('error', () => answer.destroy())
    incoming.pipe(outgoing)
  })
  server.on('upgrade', ({ url, headers }, socket) => {
    const through = connect(relay.to, 'localhost', () => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
      through.write(`GET ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      socket.pipe(through).pipe(socket)
    })
    for (const [one, other] of [
      [through, socket],
      [socket, through],
    ] as const)
      one.on('error', () => other.destroy())
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const relay: Relay = {
    port: (server.address() as AddressInfo).port,
    to: 0,
    addition: '',
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
  return relay
}
