/** Introduced pairs write to each other, both at once; every fifth message is sent twice, as after a lost answer (CONV2). */
import { performance } from 'node:perf_hooks'
import type { Device } from './device.ts'
import { newId } from './guests.ts'
import { paced, type Times, timesOf, until } from './pace.ts'
import { PATIENCE_SECONDS } from './phases.ts'

export interface Sent {
  readonly from: number
  readonly to: number
  readonly conversation: string
  readonly clientId: string
  readonly text: string
}

export interface Talk {
  /** In the order in which each of the two sent them. */
  readonly sent: readonly Sent[]
  /** From the sending to the other's screen. */
  readonly delivery: Times
}

const EACH = 3
const TWICE_EVERY = 5
/** People write faster than a room fills. */
const RATE_TIMES = 4

export const talkAll = async (
  devices: readonly Device[],
  pairs: readonly (readonly [number, number])[],
  rate: number,
): Promise<Talk> => {
  const sent = pairs.flatMap(([a, b]) => Array.from({ length: EACH }, (_, n) => both(devices, a, b, n)).flat())
  const sentAt = new Map<string, number>()
  // One's own messages go out one after the other, those of all others meanwhile.
  const queues = new Map<string, Promise<unknown>>()
  await paced(sent, RATE_TIMES * rate, (message) => {
    const queue = `${message.from} ${message.conversation}`
    const done = (queues.get(queue) ?? Promise.resolve()).then(async () => {
      sentAt.set(message.clientId, performance.now())
      const times = sent.indexOf(message) % TWICE_EVERY === 0 ? 2 : 1
      await Promise.all(Array.from({ length: times }, () => send(devices, message)))
    })
    queues.set(queue, done)
    return done
  })
  const receivedAt = ({ to, clientId }: Sent) => devices[to]!.received.get(clientId) ?? Number.POSITIVE_INFINITY
  await until(() => sent.every((message) => Number.isFinite(receivedAt(message))), PATIENCE_SECONDS)
  return { sent, delivery: timesOf(sent.map((one) => receivedAt(one) - sentAt.get(one.clientId)!)) }
}

const both = (devices: readonly Device[], a: number, b: number, n: number): Sent[] => [
  messageFrom(devices, a, b, n),
  messageFrom(devices, b, a, n),
]

export const messageFrom = (devices: readonly Device[], from: number, to: number, n: number): Sent => {
  const name = devices[to]!.guest.name
  const conversation = [...devices[from]!.introductions.values()].find((one) => one.name === name)?.id ?? ''
  return { from, to, conversation, clientId: newId(), text: `Hello ${name}, for the ${n + 1}. time` }
}

export const send = async (devices: readonly Device[], { from, conversation, clientId, text }: Sent): Promise<void> => {
  await devices[from]!.caller.call('messages.send', { conversation, clientId, text })
}
