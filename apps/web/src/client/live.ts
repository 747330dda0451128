/**
 * The live socket of this device: says hello with the last event it has, hands events on in order and once, and comes
 * back by itself after a dead spot. Without a session it waits until `wake`.
 */
import type { ClientMessage, LiveEvent, ServerMessage } from '@kith/protocol'
import { backoff } from './backoff.ts'
import { afterClose, PROTOCOL_VERSION } from './wire.ts'

export type LiveStatus =
  /** No session yet, or no longer. */
  | 'waiting'
  | 'connecting'
  | 'connected'
  /** Between two tries. */
  | 'broken'
  /** The page is of another version than the server. */
  | 'reload'
  | 'stopped'

export interface LiveOptions {
  readonly open: () => WebSocket
  readonly onEvent: (event: LiveEvent) => void
  readonly onStatus: (status: LiveStatus) => void
  readonly random?: () => number
  readonly pingMs?: number
  /** Silence after a ping, or before the welcome, that means a dead line: mobile networks drop sockets without a word. */
  readonly silenceMs?: number
}

export class Live {
  readonly #options: Required<LiveOptions>
  #socket: WebSocket | undefined
  #status: LiveStatus = 'waiting'
  #epoch: string | undefined
  #last = 0
  #tries = 0
  /** A session may have been made since the hello on its way. */
  #wanted = false
  #retry: ReturnType<typeof setTimeout> | undefined
  #silence: ReturnType<typeof setTimeout> | undefined
  #ping: ReturnType<typeof setInterval> | undefined

  constructor(options: LiveOptions) {
    this.#options = { random: Math.random, pingMs: 25_000, silenceMs: 8_000, ...options }
  }

  /** Tries now: the app starts, a session was made, the network is back, the page is looked at again. */
  wake(): void {
    if (this.#status === 'stopped' || this.#status === 'reload') return
    if (this.#status === 'connected') this.#check()
    else if (this.#status === 'connecting') this.#wanted = true
    else {
      this.#tries = 0
      this.#connect()
    }
  }

  /** The device says that it has no network: no need to wait for a ping. */
  lost(): void {
    if (this.#status === 'connected' || this.#status === 'connecting') this.#drop()
  }

  send(message: ClientMessage): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(message))
  }

  stop(): void {
    this.#hush()
    this.#become('stopped')
    this.#let()
  }

  #connect(): void {
    this.#hush()
    this.#become('connecting')
    const socket = this.#options.open()
    this.#socket = socket
    const mine = (): boolean => this.#socket === socket
    socket.onopen = () => mine() && this.#hello()
    socket.onmessage = ({ data }) => mine() && this.#hear(JSON.parse(String(data)) as ServerMessage)
    socket.onclose = ({ code }) => mine() && this.#closed(code)
    // What fails also closes.
    socket.onerror = () => {}
    this.#silence = setTimeout(() => this.#drop(), this.#options.silenceMs)
  }

  #hello(): void {
    const seen = this.#epoch === undefined ? {} : { epoch: this.#epoch, last: this.#last }
    this.send({ kind: 'hello', protocol: PROTOCOL_VERSION, ...seen })
  }

  #hear(message: ServerMessage): void {
    this.#heard()
    if (message.kind === 'welcome') this.#welcomed(message.epoch)
    else if (message.kind === 'event' && message.id > this.#last) {
      this.#last = message.id
      this.#options.onEvent(message.event)
    }
  }

  #welcomed(epoch: string): void {
    // Ids of another epoch say nothing here; a `state` follows.
    if (epoch !== this.#epoch) this.#last = 0
    this.#epoch = epoch
    this.#tries = 0
    this.#wanted = false
    this.#hush()
    this.#ping = setInterval(() => this.#check(), this.#options.pingMs)
    this.#become('connected')
  }

  #check(): void {
    this.send({ kind: 'ping' })
    // The first unanswered ping counts: looking again and again must not keep a dead line.
    this.#silence ??= setTimeout(() => this.#drop(), this.#options.silenceMs)
  }

  #drop(): void {
    this.#let()
    this.#again()
  }

  #again(): void {
    this.#hush()
    this.#become('broken')
    this.#retry = setTimeout(() => this.#connect(), backoff(this.#tries++, this.#options.random))
  }

  #closed(code: number): void {
    this.#socket = undefined
    const next = afterClose(code)
    if (next === 'retry') this.#again()
    else if (next === 'anew') this.#sessionOver(true)
    else if (next === 'no-session') this.#sessionOver(this.#wanted)
    else {
      this.#hush()
      this.#become(next === 'reload' ? 'reload' : 'stopped')
    }
  }

  /** Another session may be another person: nothing of what was heard before is theirs. */
  #sessionOver(again: boolean): void {
    this.#epoch = undefined
    this.#last = 0
    this.#wanted = false
    if (again) this.#connect()
    else {
      this.#hush()
      this.#become('waiting')
    }
  }

  #heard(): void {
    clearTimeout(this.#silence)
    this.#silence = undefined
  }

  #become(status: LiveStatus): void {
    if (status === this.#status) return
    this.#status = status
    this.#options.onStatus(status)
  }

  #hush(): void {
    this.#heard()
    clearTimeout(this.#retry)
    clearInterval(this.#ping)
  }

  #let(): void {
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
  }
}
