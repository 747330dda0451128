/** `npm start`: reads the configuration, starts the server, says where it is, and stops in order. */
import { type Config, ConfigError, readConfig } from './config.ts'
import { createContext } from './context.ts'
import { stopOnSignals } from './http/draining.ts'
import { createLogger } from './logging.ts'
import { createAdmin } from './scripts/admin/admin.ts'
import { serveAdmin } from './scripts/admin/socket.ts'
import { openInBrowser } from './share/browser.ts'
import { openShare, shareLines } from './share/share.ts'
import { ShareError, type Tunnel } from './share/tunnel.ts'

const start = async (): Promise<void> => {
  const started: AsyncDisposable[] = []
  stopOnSignals(() => stopAll(started), fail)
  try {
    await startAll(started)
  } catch (error) {
    await stopAll(started)
    throw error
  }
}

const startAll = async (started: AsyncDisposable[]): Promise<void> => {
  const words = process.argv.slice(2)
  const given = readConfig(process.env, words)
  const tunnel = given.isShared ? await openShare(given, say) : undefined
  if (tunnel) started.push(tunnel)
  // What follows from the address follows from the tunnel's, for this start.
  const config = tunnel ? readConfig(process.env, [...words, '--public-url', tunnel.origin]) : given
  const context = await createContext(config, createLogger({ level: config.logLevel }))
  started.push(context)
  await context.app.listen({ port: config.port, host: hostOf(config.hosts) })
  started.push(await serveAdmin(config.dataDir, createAdmin(context, config)))
  say(`Kith is at ${config.publicUrl.origin}`)
  if (config.hasTry) say(`Nobody here yet? ${config.publicUrl.origin}/try`)
  if (tunnel) for (const line of shareLines(tunnel, process.stdout.isTTY)) say(line)
  if (config.isDemo) await openDemo(config)
  tunnel?.onEnd(() => endWith(tunnel, () => stopAll(started)))
}

/** Fastify binds every address of `localhost`, and otherwise one. */
const hostOf = (hosts: readonly string[]): string => (hosts.length > 1 ? 'localhost' : hosts[0]!)

/** The tunnel goes last, so that what was begun can be answered. */
const stopAll = async (started: AsyncDisposable[]): Promise<void> => {
  for (const part of started.splice(0).reverse()) await part[Symbol.asyncDispose]()
}

const openDemo = async ({ hasTry, publicUrl }: Config): Promise<void> => {
  const address = `${publicUrl.origin}/try`
  if (!hasTry) say('The made-up evening is not offered at a public address, unless KITH_TRY=1.')
  else if (!(await openInBrowser(address, process.env))) say(`Open this in a browser: ${address}`)
}

/** Every link and code has its address: without it there is nothing to stay for. */
const endWith = ({ kind }: Tunnel, stop: () => Promise<void>): void => {
  const message = `${kind.name} has ended, so nobody can reach Kith, and it stops. Rooms are kept: start it again.`
  stop().then(() => fail(new ShareError(message)), fail)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const fail = (error: unknown): void => {
  const isExpected = error instanceof ConfigError || error instanceof ShareError
  const text = isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

start().catch(fail)
