/**
 * The real server in a process of its own, for flows that kill it. SHARED_FRIENDS changes the made-up evening, DIST
 * says where the built app is.
 */
import { readConfig } from '../../apps/server/src/config.ts'
import { createContext } from '../../apps/server/src/context.ts'
import { createLogger } from '../../apps/server/src/logging.ts'

const sharedFriends = Number(process.env.SHARED_FRIENDS ?? 25)
const dist = process.env.DIST
const config = readConfig(process.env, [])
const context = await createContext(config, createLogger({ level: config.logLevel }), {
  sharedFriends,
  ...(dist && { dist }),
})
await context.app.listen({ port: config.port, host: 'localhost' })
process.stdout.write(`Kith is at ${config.publicUrl.origin}\n`)
process.once('SIGTERM', () => context[Symbol.asyncDispose]().then(() => process.exit(0)))
