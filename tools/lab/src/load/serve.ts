/**
 * The server in a process of its own, as `npm start` runs it but for the pages. It answers what the load run asks of it from
 * outside the product: what it uses, and whose card is whose, which no device is ever told (REV1).
 */
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { createContext, createLogger, readConfig } from '@kith/server'
import type { Asked, Usage } from './asked.ts'

const config = readConfig()
const context = await createContext(config, createLogger({ level: config.logLevel }), { hasPages: false })
const delay = monitorEventLoopDelay({ resolution: 5 })
const profiler = new Session()
let idleFrom = performance.eventLoopUtilization()

/** Since it was asked last. */
const usage = (): Usage => {
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  const { utilization } = performance.eventLoopUtilization(idleFrom)
  const used = {
    cpuSeconds: (user + system) / 1e6,
    rss: process.memoryUsage.rss(),
    peakRss: maxRSS * 1024,
    busy: utilization,
    longestDelayMs: delay.max / 1e6,
  }
  idleFrom = performance.eventLoopUtilization()
  delay.reset()
  return used
}

/** For each viewer, in the order of `persons`, the ids of their cards of all. */
const cards = (code: string, persons: readonly string[]): string[][] => {
  const room = context.services.registry.byCode(code)
  return persons.map((viewer) =>
    persons.map((other) => {
      if (viewer === other) return ''
      const { a, cards } = room.betweenThem(viewer, other)
      return a === viewer ? cards.a : cards.b
    }),
  )
}

const profile = async (file: string | undefined): Promise<void> => {
  if (file === undefined) {
    profiler.connect()
    await profiler.post('Profiler.enable')
    await profiler.post('Profiler.start')
    return
  }
  const { profile: made } = await profiler.post('Profiler.stop')
  writeFileSync(file, JSON.stringify(made))
  profiler.disconnect()
}

const answer = async (asked: Asked): Promise<unknown> => {
  switch (asked.kind) {
    case 'usage':
      return usage()
    case 'cards':
      return cards(asked.code, asked.persons)
    case 'profile':
      return await profile(asked.file)
    default:
      return asked satisfies never
  }
}

process.on('message', ({ id, asked }: { id: number; asked: Asked }) => {
  void answer(asked).then((value) => process.send!({ id, value }))
})
// Whoever started it is gone.
process.once('disconnect', () => process.exit(1))
process.once('SIGTERM', async () => {
  await context[Symbol.asyncDispose]()
  process.exit(0)
})
await context.app.listen({ port: config.port, host: config.hosts[0]! })
delay.enable()
process.send!({ listening: true })
