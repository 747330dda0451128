/** The real server in a process of its own, for flows that kill it. `--shared-friends N` changes the made-up evening. */
import { readConfig } from '../../apps/server/src/config.ts'
import { createContext } from '../../apps/server/src/context.ts'
import { createLogger } from '../../apps/server/src/logging.ts'

const sharedFriends = Number(process.env.SHARED_FRIENDS ?? 25)
const config = readConfig(process.env, [])
const context = await createContext(config, createLogger({ level: config.logLevel }), { sharedFriends })
await context.app.listen({ port: config.port, host: 'localhost' })
process.stdout.write(`Kith is at ${config.publicUrl.origin}\n`)
process.once('SIGTERM', () => context[Symbol.asyncDispose]().then(() => process.exit(0)))
