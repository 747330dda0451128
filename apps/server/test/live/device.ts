/** A device of somebody's, over a real socket. */
import type { ClientMessage, ServerMessage } from '@kith/protocol'
import { WebSocket } from 'ws'
import { ORIGIN, type TestServer } from '../http/server.ts'

export interface TestDevice {
  readonly socket: WebSocket
  /** Everything it was sent, in order. */
  readonly heard: ServerMessage[]
  say(message: ClientMessage | string | Buffer): void
  hello(seen?: { epoch: string; last: number }): void
  /** Waits until so many messages were heard, and returns them. */
  hears(count: number): Promise<ServerMessage[]>
  /** Waits until something that was heard is as wanted. */
  hearsThat(wanted: (message: ServerMessage) => boolean): Promise<ServerMessage>
  /** Waits for the close code. */
  closes(): Promise<number>
}

export const ids = (heard: readonly ServerMessage[]): number[] =>
  heard.flatMap((message) => (message.kind === 'event' ? [message.id] : []))

export const eventsOf = (heard: readonly ServerMessage[]) =>
  heard.flatMap((message) => (message.kind === 'event' ? [message.event] : []))

export const epochOf = (heard: readonly ServerMessage[]): string => {
  const welcome = heard.find((message) => message.kind === 'welcome')
  if (welcome?.kind !== 'welcome') throw new Error('no welcome was heard')
  return welcome.epoch
}

export const connect = async (
  { app }: TestServer,
  headers: Record<string, string>,
  origin: string | undefined = ORIGIN,
): Promise<TestDevice> => {
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the app does not listen')
  const all = origin === '' ? headers : { origin, ...headers }
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}/live`, { headers: all })
  const heard: ServerMessage[] = []
  const waiting = new Set<() => void>()
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)))
    for (const look of [...waiting]) look()
  })
  socket.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const until = async <T>(look: () => T | undefined): Promise<T> =>
    await new Promise((resolve) => {
      const again = () => {
        const found = look()
        if (found === undefined) return
        waiting.delete(again)
        resolve(found)
      }
      waiting.add(again)
      again()
    })
  const say = (message: ClientMessage | string | Buffer) =>
    socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))
  return {
    socket,
    heard,
    say,
    hello: (seen) => say({ kind: 'hello', protocol: 1, ...seen }),
    hears: (count) => until(() => (heard.length >= count ? heard.slice() : undefined)),
    hearsThat: (wanted) => until(() => heard.find(wanted)),
    closes: () => closed,
  }
}
