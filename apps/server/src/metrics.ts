/** Figures for the operator, on a port of their own that only this machine reaches. No label names anybody or any room. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly requests: Counter<'method' | 'status'>
  readonly durations: Histogram<'method'>
  readonly sockets: Gauge
  readonly eventsTold: Counter<'kind'>
  readonly evaluations: Counter
  readonly roomsOpen: Gauge
  readonly peoplePresent: Gauge
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'kith_requests_total',
      help: 'Requests by method and status.',
      labelNames: ['method', 'status'],
      registers,
    }),
    durations: new Histogram({
      name: 'kith_request_seconds',
      help: 'How long requests took, by method.',
      labelNames: ['method'],
      buckets: SECONDS,
      registers,
    }),
    sockets: new Gauge({ name: 'kith_sockets', help: 'Live sockets that are open.', registers }),
    eventsTold: new Counter({
      name: 'kith_events_told_total',
      help: 'Events told to people who are connected, by kind.',
      labelNames: ['kind'],
      registers,
    }),
    evaluations: new Counter({ name: 'kith_evaluations_total', help: 'Blind evaluations, in elements.', registers }),
    roomsOpen: new Gauge({ name: 'kith_rooms_open', help: 'Rooms that are open.', registers }),
    peoplePresent: new Gauge({ name: 'kith_people_present', help: 'People in open rooms.', registers }),
  }
}

export interface MetricsServer {
  readonly port: number
  [Symbol.asyncDispose](): Promise<void>
}

/** Serves `/metrics`, and the process's own figures with them. Port 0 takes a free one. */
export const serveMetrics = async ({ registry }: Metrics, port: number): Promise<MetricsServer> => {
  collectDefaultMetrics({ register: registry })
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    const text = await registry.metrics()
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
