import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answered, call, onAnswered } from '../../src/client/call.ts'

describe('calling a method', () => {
  let server: Server
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  const realFetch = globalThis.fetch

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response))
    await new Promise<void>((done) => server.listen(0, done))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    // A page resolves paths against its own address; Node has none.
    globalThis.fetch = (path, init) => realFetch(new URL(String(path), base), init)
  })

  afterEach(() => {
    globalThis.fetch = realFetch
    server.closeAllConnections()
    server.close()
  })

  const json = (status: number, body: unknown) => {
    answer = (_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  it('posts the input and hands back the value, and tells who listens first', async () => {
    let seen = ''
    const heard: Answered[] = []
    const stop = onAnswered((answered) => heard.push(answered))
    answer = (request, response) => {
      request.on('data', (piece) => {
        seen += `${request.method} ${request.url} ${piece}`
      })
      request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
    }
    expect(await call('rooms.leave', { code: 'KRFWHM' })).toEqual({ ok: true, value: {} })
    stop()
    expect(seen).toBe('POST /api/rooms.leave {"code":"KRFWHM"}')
    expect(heard).toEqual([{ method: 'rooms.leave', input: { code: 'KRFWHM' }, output: {} }])
  })

  it('hands back the error of the server', async () => {
    json(429, { error: 'too-much', retryAfter: 30 })
    expect(await call('rooms.peek', { code: 'KRFWHM' })).toEqual({
      ok: false,
      error: { error: 'too-much', retryAfter: 30 },
    })
  })

  it('takes the page of a proxy for a server that is away', async () => {
    answer = (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
    expect(await call('me.get', {})).toEqual({ ok: false, error: { error: 'too-busy' } })
  })

  it('says offline when nobody answers in time, and when nobody is there', async () => {
    answer = () => {}
    expect(await call('me.get', {}, { timeoutMs: 50 })).toEqual({ ok: false, error: { error: 'offline' } })
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    expect(await call('me.get', {})).toEqual({ ok: false, error: { error: 'offline' } })
  })
})
