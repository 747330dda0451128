import type { LiveEvent, ServerMessage } from '@kith/protocol'
import { CLOSE, PROTOCOL_VERSION as THEIRS } from '@kith/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeSocket, type WebSocket as Peer, WebSocketServer } from 'ws'
import { Live, type LiveStatus } from '../../src/client/live.ts'
import { AFTER_CLOSE, PROTOCOL_VERSION } from '../../src/client/wire.ts'

/** A server that one can speak through by hand: what it heard, and its end of the newest socket. */
class Server {
  readonly sockets: Peer[] = []
  readonly hellos: Record<string, unknown>[] = []
  readonly heard: string[] = []
  readonly #server = new WebSocketServer({ port: 0 })
  onHello: (peer: Peer) => void = () => {}

  constructor() {
    this.#server.on('connection', (peer) => {
      this.sockets.push(peer)
      peer.on('message', (data) => {
        const message = JSON.parse(String(data)) as Record<string, unknown>
        this.heard.push(String(message.kind))
        if (message.kind !== 'hello') return
        this.hellos.push(message)
        this.onHello(peer)
      })
    })
  }

  get url(): string {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? `ws://127.0.0.1:${address.port}` : ''
  }

  stop(): void {
    for (const socket of this.sockets) socket.terminate()
    this.#server.close()
  }
}

const say = (peer: Peer | undefined, message: ServerMessage): void => peer?.send(JSON.stringify(message))
const gone = (id: string): LiveEvent => ({ kind: 'introduction-gone', id })

describe('the live socket', () => {
  let server: Server
  let live: Live
  let events: LiveEvent[]
  let statuses: LiveStatus[]

  beforeEach(() => {
    server = new Server()
    events = []
    statuses = []
    live = new Live({
      open: () => new NodeSocket(server.url) as unknown as WebSocket,
      onEvent: (event) => events.push(event),
      onStatus: (status) => statuses.push(status),
      random: () => 0,
      pingMs: 60,
      silenceMs: 120,
    })
  })

  afterEach(() => {
    live.stop()
    server.stop()
  })

  const welcome = (epoch: string) => (peer: Peer) => say(peer, { kind: 'welcome', protocol: THEIRS, epoch })
  const connected = (times: number) =>
    vi.waitFor(() => expect(statuses.filter((status) => status === 'connected')).toHaveLength(times), 4000)

  it('speaks the version and knows the close codes of the protocol', () => {
    expect(PROTOCOL_VERSION).toBe(THEIRS)
    expect(Object.keys(AFTER_CLOSE).map(Number).sort()).toEqual(
      Object.values(CLOSE)
        .map(({ code }) => code as number)
        .sort(),
    )
    for (const { code, retry } of Object.values(CLOSE)) expect(AFTER_CLOSE[code] === 'retry').toBe(retry)
  })

  it('says hello with the last event it has after a broken line, and hands each event on once (CONV2)', async () => {
    server.onHello = welcome('one')
    live.wake()
    await connected(1)
    expect(server.hellos[0]).toEqual({ kind: 'hello', protocol: THEIRS })
    say(server.sockets[0], { kind: 'event', id: 7, event: gone('a') })
    await vi.waitFor(() => expect(events).toHaveLength(1))
    server.sockets[0]?.terminate()
    await connected(2)
    expect(server.hellos[1]).toEqual({ kind: 'hello', protocol: THEIRS, epoch: 'one', last: 7 })
    say(server.sockets[1], { kind: 'event', id: 7, event: gone('a') })
    say(server.sockets[1], { kind: 'event', id: 8, event: gone('b') })
    await vi.waitFor(() => expect(events).toHaveLength(2))
    expect(events).toEqual([gone('a'), gone('b')])
  })

  it('begins to count anew when the server has another epoch', async () => {
    server.onHello = welcome('one')
    live.wake()
    await connected(1)
    say(server.sockets[0], { kind: 'event', id: 90, event: gone('a') })
    await vi.waitFor(() => expect(events).toHaveLength(1))
    server.onHello = welcome('two')
    server.sockets[0]?.close(CLOSE.goingAway.code)
    await connected(2)
    say(server.sockets[1], { kind: 'event', id: 1, event: gone('b') })
    await vi.waitFor(() => expect(events).toEqual([gone('a'), gone('b')]))
  })

  it('waits without a session, and connects when it is woken', async () => {
    server.onHello = (peer) => peer.close(CLOSE.noSession.code)
    live.wake()
    await vi.waitFor(() => expect(statuses).toEqual(['connecting', 'waiting']))
    await new Promise((done) => setTimeout(done, 700))
    expect(server.hellos).toHaveLength(1)
    server.onHello = welcome('one')
    live.wake()
    await connected(1)
  })

  it('tries once more when a session was made while its hello was on the way', async () => {
    server.onHello = (peer) => {
      server.onHello = welcome('one')
      live.wake()
      peer.close(CLOSE.noSession.code)
    }
    live.wake()
    await connected(1)
    expect(statuses).toEqual(['connecting', 'connected'])
  })

  it('comes back at once, and as nobody it knows, when its session was replaced', async () => {
    server.onHello = welcome('one')
    live.wake()
    await connected(1)
    say(server.sockets[0], { kind: 'event', id: 3, event: gone('a') })
    await vi.waitFor(() => expect(events).toHaveLength(1))
    server.sockets[0]?.close(CLOSE.sessionOver.code)
    await connected(2)
    expect(server.hellos[1]).toEqual({ kind: 'hello', protocol: THEIRS })
    expect(statuses).not.toContain('broken')
  })

  it('asks for a reload when the page is of another version, and does not try again', async () => {
    server.onHello = (peer) => peer.close(CLOSE.wrongProtocol.code)
    live.wake()
    await vi.waitFor(() => expect(statuses.at(-1)).toBe('reload'))
    live.wake()
    expect(statuses.at(-1)).toBe('reload')
  })

  it('notices a line that is dead without a word, and takes another', async () => {
    server.onHello = welcome('one')
    live.wake()
    await connected(1)
    await vi.waitFor(() => expect(server.heard).toContain('ping'), 4000)
    await connected(2)
    expect(server.sockets.length).toBeGreaterThan(1)
  })

  it('keeps a line on which pings are answered', async () => {
    server.onHello = (peer) => {
      welcome('one')(peer)
      peer.on('message', (data) => String(data).includes('ping') && say(peer, { kind: 'pong' }))
    }
    live.wake()
    await connected(1)
    await new Promise((done) => setTimeout(done, 500))
    expect(server.sockets).toHaveLength(1)
    expect(server.heard.filter((kind) => kind === 'ping').length).toBeGreaterThan(3)
  })
})
