/** The command `kith` as a process, in an environment of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/kith.mjs', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

type Environment = Readonly<Record<string, string>>

export const kith = async (words: readonly string[], env: Environment): Promise<Ended> => {
  const child = spawn(process.execPath, [PROGRAM, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await exited
  return { code, stdout, stderr }
}

export interface Running {
  readonly child: ChildProcess
  /** All that it has said so far. */
  readonly output: () => string
  /** Waits until it has said something like this; fails when it ends before. */
  said(what: RegExp): Promise<void>
  /** Sends SIGTERM and waits. */
  stop(): Promise<number | null>
  ended(): Promise<number | null>
}

export const startKith = (words: readonly string[], env: Environment): Running => {
  const child = spawn(process.execPath, [PROGRAM, 'start', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
      changed()
    })
  const closed = once(child, 'close').then(([code]) => code as number | null)
  closed.then(changed, changed)
  return {
    child,
    output: () => output,
    said: (what) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (what.test(output)) resolve()
          else if (child.exitCode !== null || child.signalCode !== null)
            reject(new Error(`ended, having said:\n${output}`))
          else return
          listeners.delete(look)
        }
        listeners.add(look)
        look()
      }),
    ended: () => closed,
    stop: () => {
      child.kill('SIGTERM')
      return closed
    },
  }
}

/** One that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
