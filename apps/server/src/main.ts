/** `npm start`: reads the configuration, starts the server, says where it is, and stops in order. */
import { ConfigError, readConfig } from './config.ts'
import { createContext } from './context.ts'
import { createLogger } from './logging.ts'

const start = async (): Promise<void> => {
  const config = readConfig(process.env, process.argv.slice(2))
  const log = createLogger({ level: config.logLevel })
  const context = await createContext(config, log)
  await context.app.listen({ port: config.port, host: hostOf(config.hosts) })
  say(`Kith is at ${config.publicUrl.origin}`)
  if (config.hasTry) say(`Nobody here yet? ${config.publicUrl.origin}/try`)
  stopOn(['SIGINT', 'SIGTERM'], () => context[Symbol.asyncDispose]())
}

/** Fastify binds every address of `localhost`, and otherwise one. */
const hostOf = (hosts: readonly string[]): string => (hosts.length > 1 ? 'localhost' : hosts[0]!)

const stopOn = (signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void => {
  for (const signal of signals)
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error) => fail(error),
      )
    })
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const fail = (error: unknown): void => {
  const text =
    error instanceof ConfigError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

start().catch(fail)
