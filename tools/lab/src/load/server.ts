/** Starts the server's process, kills it, and asks it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Asked, Usage } from './asked.ts'

const ENTRY = fileURLToPath(new URL('serve.ts', import.meta.url))
const LAB = fileURLToPath(new URL('../..', import.meta.url))

export class ServerProcess {
  readonly origin: string
  readonly #folder: string
  readonly #port: number
  #child: ChildProcess | undefined
  #asking = 0
  readonly #answers = new Map<number, (value: unknown) => void>()

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.#port = port
    this.origin = `http://127.0.0.1:${port}`
  }

  /** A free port of the loopback, and a data directory within `folder`. */
  static async in(folder: string): Promise<ServerProcess> {
    const server = new ServerProcess(folder, await freePort())
    return server
  }

  /** Resolves as soon as it listens. */
  async start(): Promise<void> {
    const log = openSync(this.#log, 'a')
    const child = spawn(process.execPath, ['--import', 'tsx', ENTRY], {
      cwd: LAB,
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        PUBLIC_URL: this.origin,
        KITH_DATA_DIR: join(this.#folder, 'kith'),
        KITH_TRY: '0',
      },
      stdio: ['ignore', log, log, 'ipc'],
    })
    closeSync(log)
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      child.on('message', (message: { listening?: true; id: number; value: unknown }) => {
        if (message.listening) return resolve()
        this.#answers.get(message.id)?.(message.value)
        this.#answers.delete(message.id)
      })
      child.once('exit', (code) => reject(new Error(`the server ended (${code}):\n${this.#lastLines()}`)))
    })
  }

  /** As a power failure would: nothing is written any more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** In order; the exit code. */
  async stop(): Promise<number | null> {
    return await this.#end('SIGTERM')
  }

  usage(): Promise<Usage> {
    return this.#ask({ kind: 'usage' })
  }

  cards(code: string, persons: readonly string[]): Promise<string[][]> {
    return this.#ask({ kind: 'cards', code, persons })
  }

  profile(file?: string): Promise<void> {
    return this.#ask({ kind: 'profile', ...(file !== undefined && { file }) })
  }

  /** What it has logged as an error. */
  errors(): string[] {
    const isError = (line: string) => !line.startsWith('{') || (JSON.parse(line) as { level: number }).level >= 50
    return readFileSync(this.#log, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && isError(line))
  }

  get #log(): string {
    return join(this.#folder, 'server.log')
  }

  #lastLines(): string {
    return readFileSync(this.#log, 'utf8').split('\n').slice(-20).join('\n')
  }

  #ask<T>(asked: Asked): Promise<T> {
    const id = ++this.#asking
    return new Promise((resolve) => {
      this.#answers.set(id, resolve as (value: unknown) => void)
      this.#child!.send({ id, asked })
    })
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = (await ended) as [number | null]
    return code
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('there is no free port')),
      )
    })
  })
