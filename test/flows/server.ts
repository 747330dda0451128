/** Starts the server of serve.ts on a free port, with a data directory that outlives it; kills it, and starts it again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freshDirectory } from '../../apps/server/test/store/fresh.ts'
// @ts-expect-error plain JavaScript, which runs before anything is installed
import { buildWeb } from '../../scripts/build-web.mjs'

const DIST = fileURLToPath(new URL('../../apps/web/dist', import.meta.url))
const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url))

export interface Server {
  /** `http://localhost:PORT`. */
  readonly url: string
  readonly dataDir: string
  /** Everything that it has printed. */
  output(): string
  /** As a crash would end it. */
  kill(): Promise<void>
  /** The same data, the same port. */
  start(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export const startServer = async (env: Record<string, string> = {}): Promise<Server> => {
  if (!buildWeb()) throw new Error('the app could not be built')
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'kith-flow-'))
  // A database that is made already: making one takes seconds, and is tested elsewhere.
  await rename(await freshDirectory(), join(dataDir, 'database'))
  // A copy: the app may be built again while a flow runs.
  const dist = join(dataDir, 'dist')
  await cp(DIST, dist, { recursive: true })
  let child: ChildProcess | undefined
  let output = ''

  const start = async () => {
    child = spawn(process.execPath, ['--import', 'tsx', SERVE], {
      env: { ...process.env, PORT: String(port), KITH_DATA_DIR: dataDir, LOG_LEVEL: 'debug', DIST: dist, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const seen = output.length
    const note = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout!.on('data', note)
    child.stderr!.on('data', note)
    await until(
      () => output.slice(seen).includes('Kith is at'),
      () => child!.exitCode !== null,
      () => output,
    )
  }

  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const over = once(child, 'exit')
    child.kill(signal)
    await over
  }

  await start()
  return {
    url: `http://localhost:${port}`,
    dataDir,
    output: () => output,
    kill: () => end('SIGKILL'),
    start,
    async [Symbol.asyncDispose]() {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const until = async (isThere: () => boolean, isOver: () => boolean, output: () => string): Promise<void> => {
  while (!isThere()) {
    if (isOver()) throw new Error(`the server has ended:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
