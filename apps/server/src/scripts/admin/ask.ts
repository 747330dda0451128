/** Asks the server that runs in a data directory. */
import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { type Hello, type OpenReport, socketIn } from './socket.ts'

/** Nobody answers, or this user may not ask. */
export class NotRunning extends Error {
  constructor(dataDir: string, error: NodeJS.ErrnoException) {
    super(
      error.code === 'EACCES'
        ? `${dataDir}: belongs to another user. Run this as the user of the server.`
        : `No Kith runs with ${dataDir}. Start it, or say which directory is meant (KITH_DATA_DIR or --data-dir).`,
    )
    this.name = 'NotRunning'
  }
}

export const askHello = (dataDir: string): Promise<Hello> => ask(dataDir, 'GET', '/hello') as Promise<Hello>

export const askReports = (dataDir: string): Promise<OpenReport[]> =>
  ask(dataDir, 'GET', '/reports') as Promise<OpenReport[]>

export const askToCloseReport = (dataDir: string, id: string): Promise<boolean> =>
  ask(dataDir, 'POST', `/reports/${encodeURIComponent(id)}`) as Promise<boolean>

const PATIENCE_MS = 10_000

const ask = (dataDir: string, method: string, path: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath: socketIn(dataDir), method, path, timeout: PATIENCE_MS }, (response) => {
      if (response.statusCode === 200) resolve(json(response))
      else reject(new Error('Kith could not answer; its log says why.'))
    })
    asked.once('timeout', () => asked.destroy(new Error('Kith does not answer.')))
    asked.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === undefined ? error : new NotRunning(dataDir, error)),
    )
    asked.end()
  })
