/** What an operator looks at: health, figures, and how the server stops. */
import { get } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { serveMetrics } from '../../src/metrics.ts'
import { idOf, serve, type TestServer } from './server.ts'
import { bookEvening } from './views.ts'

let server: TestServer
afterEach(async () => await server[Symbol.asyncDispose]())

const portOf = ({ app }: TestServer): number => (app.server.address() as AddressInfo).port

const request = (method: string, body: object): string => {
  const json = JSON.stringify(body)
  const head = [`POST /api/${method} HTTP/1.1`, 'host: localhost', 'content-type: application/json']
  return [...head, `content-length: ${json.length}`, '', json].join('\r\n')
}

describe('health', () => {
  test('/healthz says that the process lives, /readyz that store and bus answer', async () => {
    let works = true
    server = await serve({}, { ready: async () => (works ? undefined : Promise.reject(new Error('the disk is full'))) })
    expect((await server.app.inject('/readyz')).json()).toEqual({ ok: true })
    works = false
    const answer = await server.app.inject('/readyz')
    expect([answer.statusCode, answer.json()]).toEqual([503, { error: 'too-busy' }])
    expect(server.lines.find(({ msg }) => msg === 'not ready')).toMatchObject({ err: { message: 'the disk is full' } })
    expect((await server.app.inject('/healthz')).json()).toEqual({ ok: true })
  })
})

describe('/metrics', () => {
  test('has requests by method and status, events, sockets, and nobody in its labels', async () => {
    server = await serve({ 'rooms.peek': async () => bookEvening })
    const { person, cookie } = await server.guest('Ana')
    await server.call('rooms.peek', { code: 'KRFWHM' }, { cookie })
    await server.call('rooms.peek', { code: 'krfwhm' })
    await server.app.inject('/r/KRFWHM')
    server.metrics.roomsOpen.set(3)
    await using metrics = await serveMetrics(server.metrics, 0)
    const response = await fetch(`http://127.0.0.1:${metrics.port}/metrics`)
    const text = await response.text()
    expect(text).toContain('kith_requests_total{method="rooms.peek",status="200"} 1')
    expect(text).toContain('kith_requests_total{method="rooms.peek",status="400"} 1')
    expect(text).toContain('kith_requests_total{method="unknown",status="404"} 1')
    expect(text).toContain('kith_request_seconds_count{method="rooms.peek"} 2')
    expect(text).toContain('kith_rooms_open 3')
    expect(text).toContain('process_cpu_seconds_total')
    for (const secret of ['KRFWHM', person, '127.0.0.1']) expect(text).not.toContain(secret)
  })

  test('is on its own port, not at the address that people reach', async () => {
    server = await serve()
    await using metrics = await serveMetrics(server.metrics, 0)
    expect((await server.app.inject('/metrics')).statusCode).toBe(404)
    expect((await fetch(`http://127.0.0.1:${metrics.port}/`)).status).toBe(404)
  })
})

describe('stopping', () => {
  test('a request that comes meanwhile is told to come again; one that was begun is finished', async () => {
    let finish = () => {}
    const working = new Promise<void>((resolve) => {
      finish = resolve
    })
    let began = () => {}
    const begun = new Promise<void>((resolve) => {
      began = resolve
    })
    server = await serve({
      'rooms.peek': async () => {
        began()
        await working
        return { ...bookEvening, hostName: idOf('Farid') }
      },
    })
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const [early, late] = [connect(portOf(server), '127.0.0.1'), connect(portOf(server), '127.0.0.1')]
    const [toEarly, toLate] = [text(early), text(late)]
    early.write(request('rooms.peek', { code: 'KRFWHM' }))
    // Its head has begun to come when the server stops.
    const words = request('rooms.peek', { code: 'KRFWHM' })
    late.write(words.slice(0, 20))
    await begun
    await new Promise((resolve) => setTimeout(resolve, 50))
    const stopped = server.app.close()
    await new Promise((resolve) => setImmediate(resolve))
    late.write(words.slice(20))
    expect(await toLate).toMatch(/^HTTP\/1.1 503 .*{"error":"too-busy","retryAfter":5}$/s)
    finish()
    const answer = await toEarly
    expect(answer).toMatch(/^HTTP\/1.1 200 OK/)
    expect(answer).toMatch(/connection: close/i)
    expect(answer).toContain(idOf('Farid'))
    await stopped
  })

  test('nothing new is taken once it has stopped', async () => {
    server = await serve()
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const port = portOf(server)
    await server.app.close()
    const refused = await new Promise((resolve) =>
      get({ host: '127.0.0.1', port, path: '/healthz' }, resolve).once('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code),
      ),
    )
    expect(refused).toBe('ECONNREFUSED')
  })
})
