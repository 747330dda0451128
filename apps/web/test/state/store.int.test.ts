import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LiveEvent, MessageView } from '@kith/protocol'
import { CLOSE, PROTOCOL_VERSION } from '@kith/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeSocket, type WebSocket as Peer, WebSocketServer } from 'ws'
import type { Seen } from '../../src/state/kept.ts'
import type { Unsent } from '../../src/state/outbox.ts'
import { Store } from '../../src/state/store.ts'
import { threadOf } from '../../src/state/threads.ts'
import { id, introduction, message, my, room } from './people.ts'

const BEN = id('ben')

describe('the store, against a real socket and real answers', () => {
  let http: Server
  let sockets: WebSocketServer
  let peer: Peer | undefined
  let answers: Record<string, (input: Record<string, unknown>) => unknown>
  let asked: { method: string; input: Record<string, unknown> }[]
  let unsent: Map<string, Unsent>
  let seen: Seen | undefined
  let store: Store
  let next = 1
  const realFetch = globalThis.fetch

  const open = () =>
    new Store(
      {
        all: async () => [...unsent.values()],
        put: async (item) => void unsent.set(item.id, item),
        remove: async (one) => void unsent.delete(one),
        clear: async () => unsent.clear(),
      },
      {
        read: async () => seen,
        write: async (now) => {
          seen = now
        },
        clear: async () => {
          seen = undefined
        },
      },
      () => new NodeSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`) as unknown as WebSocket,
    )

  beforeEach(async () => {
    unsent = new Map()
    seen = undefined
    answers = {}
    asked = []
    next = 1
    http = createServer((request, response) => {
      let body = ''
      request.on('data', (piece) => {
        body += piece
      })
      request.on('end', () => {
        const method = request.url?.replace('/api/', '') ?? ''
        const input = JSON.parse(body) as Record<string, unknown>
        asked.push({ method, input })
        const answer = answers[method]?.(input)
        response.writeHead(answer === undefined ? 503 : 200).end(JSON.stringify(answer ?? { error: 'too-busy' }))
      })
    })
    await new Promise<void>((done) => http.listen(0, done))
    sockets = new WebSocketServer({ server: http })
    sockets.on('connection', (socket) => {
      peer = socket
      socket.on('message', () => {
        if (socket.readyState === 1)
          socket.send(JSON.stringify({ kind: 'welcome', protocol: PROTOCOL_VERSION, epoch: 'one' }))
      })
    })
    const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    globalThis.fetch = (path, init) => realFetch(new URL(String(path), base), init)
    store = open()
    store.live.wake()
    await vi.waitFor(() => expect(store.snapshot().status).toBe('connected'))
  })

  afterEach(async () => {
    store.stop()
    await store.outbox.clear()
    globalThis.fetch = realFetch
    sockets.close()
    http.closeAllConnections()
    http.close()
  })

  const tell = (event: LiveEvent) => peer?.send(JSON.stringify({ kind: 'event', id: next++, event }))
  const state = (): LiveEvent => ({
    kind: 'state',
    state: my({ rooms: [room()], introductions: [introduction('ben')] }),
  })
  const texts = () => threadOf(store.snapshot().threads, BEN).messages.map(({ text }) => text)

  it('lists what a conversation lacks after a gap, page by page, while new messages come (CONV2)', async () => {
    const all = Array.from({ length: 250 }, (_, i) => message(i + 1))
    answers['messages.list'] = ({ after, limit }) => ({
      messages: all.filter(({ seq }) => seq > Number(after)).slice(0, Number(limit)),
      theyRead: 3,
    })
    tell(state())
    await vi.waitFor(() => expect(store.snapshot().my).toBeDefined())
    const listing = store.list(BEN)
    tell({ kind: 'message', message: message(251), unread: 1 })
    await listing
    await vi.waitFor(() => expect(texts()).toEqual([...all, message(251)].map(({ text }) => text)))
    expect(store.snapshot().my?.introductions[0]?.theyRead).toBe(3)
    await store.list(BEN)
    expect(asked.filter(({ method }) => method === 'messages.list')).toHaveLength(2)
  })

  it('leaves at once on this device, and tells the server when it can (PRES1)', async () => {
    tell(state())
    await vi.waitFor(() => expect(store.snapshot().my?.rooms).toHaveLength(1))
    store.leave('KRFWHM')
    expect([store.snapshot().my?.rooms, store.snapshot().over]).toEqual([[], { KRFWHM: 'left' }])
    await vi.waitFor(() => expect(asked.map(({ method }) => method)).toEqual(['rooms.leave']))
    expect(unsent.size).toBe(1)
    answers['rooms.leave'] = () => ({})
    store.outbox.flush()
    await vi.waitFor(() => expect(unsent.size).toBe(0))
  })

  it('sends a message that could not go when the socket is back, once, under its client id (CONV2)', async () => {
    tell(state())
    await vi.waitFor(() => expect(store.snapshot().my).toBeDefined())
    store.write(BEN, 'On my way')
    expect(store.outbox.items()[0]?.state).toBe('sending')
    await vi.waitFor(() => expect(store.outbox.items()[0]?.state).toBe('not-sent'))
    answers['messages.send'] = (input): MessageView => message(1, { mine: true, text: String(input.text) })
    peer?.terminate()
    await vi.waitFor(() => expect(store.outbox.items()).toHaveLength(0), 4000)
    const sent = asked.filter(({ method }) => method === 'messages.send').map(({ input }) => input)
    expect(sent.length).toBeGreaterThan(1)
    expect(new Set(sent.map(({ clientId }) => clientId)).size).toBe(1)
  })

  it('says since when nothing is sure, while the connection is away', async () => {
    tell(state())
    await vi.waitFor(() => expect(store.snapshot().my).toBeDefined())
    sockets.close()
    peer?.terminate()
    await vi.waitFor(() => expect(store.snapshot()).toMatchObject({ lost: true }))
    expect(store.snapshot().asOf).toBeGreaterThan(1_700_000_000)
  })

  it('forgets everything when the session is over, also what was kept', async () => {
    tell(state())
    await vi.waitFor(() => expect(seen?.my.introductions).toHaveLength(1), 3000)
    sockets.removeAllListeners('connection')
    sockets.on('connection', (socket) => socket.on('message', () => socket.close(CLOSE.noSession.code)))
    peer?.close(CLOSE.sessionOver.code)
    await vi.waitFor(() => expect(store.snapshot()).toMatchObject({ session: 'none', my: undefined, threads: {} }))
    expect(seen).toBeUndefined()
  })
})
