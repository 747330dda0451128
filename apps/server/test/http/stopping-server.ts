/** A process of its own for draining.int.test.ts: serves, says where, and drains at a signal. */
import { stopOnSignals } from '../../src/http/draining.ts'
import { serve } from './server.ts'

const server = await serve({
  'me.forget': async () => {
    process.stdout.write('working\n')
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {}
  },
})
const stop = async () => {
  await server.app.close()
  await server.bus[Symbol.asyncDispose]()
  process.stdout.write('disposed\n')
}
stopOnSignals(stop, (error) => {
  throw error
})
const { cookie } = await server.guest('Ana')
process.stdout.write(`${cookie}\n${await server.app.listen({ host: '127.0.0.1', port: 0 })}\n`)
