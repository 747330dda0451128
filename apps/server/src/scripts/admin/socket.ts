/**
 * Where `kith reports` and `kith doctor` speak with the server that runs: the database lets one process in, and that is the
 * server. A Unix socket in a directory of the server's user alone (0700): whoever may open it may read the database too.
 */
import { mkdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { dirname, join } from 'node:path'

/** What the server says of itself. */
export interface Hello {
  /** As `/healthz` gives it. */
  readonly instance: string
  /** In force: with `--share` it is the tunnel's, whatever the environment says. */
  readonly publicUrl: string
  readonly trustProxy: false | readonly string[]
  /** Where it listens on this machine, as `http://127.0.0.1:4455`. */
  readonly local: string
}

export interface OpenReport {
  readonly id: string
  /** Unix seconds. */
  readonly at: number
  /** The room's name, or nothing where it is gone. */
  readonly room: string
  readonly text: string
}

/** What can be asked. */
export interface Admin {
  hello(): Hello
  reports(): Promise<readonly OpenReport[]>
  /** Whether there was such an open report. */
  closeReport(id: string): Promise<boolean>
}

export const socketIn = (dataDir: string): string => join(dataDir, 'admin', 'socket')

/** The caller holds the data directory (bus and store are locked), so a socket that is there was left by a dead process. */
export const serveAdmin = async (dataDir: string, admin: Admin): Promise<AsyncDisposable> => {
  const path = socketIn(dataDir)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rm(path, { force: true })
  const server = createServer((request, response) => {
    answer(admin, request).then(
      (value) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value)),
      () => response.writeHead(500).end(),
    )
  })
  await listen(server, path)
  return { [Symbol.asyncDispose]: () => close(server) }
}

const answer = async (admin: Admin, { method, url }: IncomingMessage): Promise<unknown> => {
  const [, what, id] = (url ?? '').split('/')
  if (method === 'GET' && what === 'hello') return admin.hello()
  if (method === 'GET' && what === 'reports') return await admin.reports()
  if (method === 'POST' && what === 'reports' && id) return await admin.closeReport(decodeURIComponent(id))
  throw new RangeError('admin: no such thing to ask')
}

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
