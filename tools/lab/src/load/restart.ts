/** The server is killed while messages are under way, starts again, and everybody is back at once. */
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Device } from './device.ts'
import { type Times, tenth, timesOf, until } from './pace.ts'
import { PATIENCE_SECONDS } from './phases.ts'
import type { ServerProcess } from './server.ts'
import { messageFrom, type Sent, send } from './talk.ts'

export interface Restart {
  /** From its start to its listening, and from then to the last device that has everything again. */
  readonly startSeconds: number
  readonly backSeconds: number
  /** Of each device, from when the server listened. */
  readonly back: Times
  /** Messages that were under way when it was killed, and how many of these had not been answered. */
  readonly underWay: number
  readonly unanswered: number
}

export const killAndReturn = async (
  server: ServerProcess,
  devices: readonly Device[],
  pairs: readonly (readonly [number, number])[],
): Promise<{ restart: Restart; sent: readonly Sent[] }> => {
  const sent = pairs.map(([a, b]) => messageFrom(devices, a, b, 9))
  const unanswered = await killAmid(server, devices, sent)
  const began = performance.now()
  await server.start()
  const listening = performance.now()
  const took = await Promise.all(devices.map((device) => device.connect().then(() => performance.now() - listening)))
  await Promise.all(unanswered.map((message) => send(devices, message)))
  await until(() => sent.every(({ to, clientId }) => devices[to]!.received.has(clientId)), 1)
  const restart = {
    startSeconds: tenth((listening - began) / 1000),
    backSeconds: tenth(Math.max(...took) / 1000),
    back: timesOf(took),
    underWay: sent.length,
    unanswered: unanswered.length,
  }
  return { restart, sent }
}

/** Kills it when about half of the messages have been answered; the others are returned. */
const killAmid = async (
  server: ServerProcess,
  devices: readonly Device[],
  sent: readonly Sent[],
): Promise<readonly Sent[]> => {
  const answered = new Set<Sent>()
  const sending = sent.map((message) =>
    send(devices, message).then(
      () => void answered.add(message),
      () => undefined,
    ),
  )
  while (answered.size < sent.length / 2) await sleep(1)
  await server.kill()
  await Promise.all(sending)
  await until(() => devices.every(({ isConnected }) => !isConnected), PATIENCE_SECONDS)
  return sent.filter((message) => !answered.has(message))
}
