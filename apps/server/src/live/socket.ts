/**
 * One socket of one device: hello, what was missed or everything anew, then each event as it comes. `Device` is what the
 * hub sees of it.
 */
import type { Duplex } from 'node:stream'
import { ClientMessage, type LiveEvent, type MyView, PROTOCOL_VERSION, ServerMessage } from '@kith/protocol'
import type { Logger } from 'pino'
import type { RawData, WebSocket } from 'ws'
import type { Clock, Timer, UnixSeconds } from '../clock.ts'
import { encoderOf, readerOf } from '../http/declared.ts'
import { Refusal } from '../services/refusal.ts'
import type { Session } from '../sessions/sessions.ts'
import type { PersonKey } from '../store/store.ts'
import { type CloseReason, closeSocket } from './closing.ts'
import type { History } from './history.ts'
import { type Device, encodeLiveEvent, eventMessage, type Hub } from './hub.ts'

export interface SocketParts {
  readonly hub: Hub
  readonly clock: Clock
  readonly log: Logger
  /** Everything of one person. */
  readonly stateOf: (person: PersonKey) => Promise<MyView>
  /** Whether somebody may see the desk of the room with this code. */
  readonly mayWatchDesk: (person: PersonKey, code: string) => Promise<boolean>
  /** Whether the session is still one: it may have been replaced while the socket was being opened. */
  readonly isSession: (session: Session) => Promise<boolean>
}

export const MAX_FRAME_BYTES = 16 * 1024

const HELLO_SECONDS = 10
const IDLE_SECONDS = 60
const PING_SECONDS = 25
const MESSAGES_A_MINUTE = 60
/** More than this waits to be sent: the device takes nothing in, and will do better with a new connection. */
const MAX_BUFFERED_BYTES = 1024 * 1024
/** What is said at one time goes out together, in pieces of about this size: each write takes the kernel its time. */
const TOGETHER_BYTES = 64 * 1024
/** How often the state is read anew where more was told meanwhile than the history keeps. */
const STATE_READINGS = 3

const readMessage = readerOf(ClientMessage)
const encodeMessage = encoderOf(ServerMessage)

type Hello = Extract<ClientMessage, { kind: 'hello' }>

export class LiveSocket implements Device {
  readonly person: PersonKey
  readonly session: string
  isLive = false
  readonly #socket: WebSocket
  readonly #stream: Partial<Pick<Duplex, 'cork' | 'uncork'>>
  readonly #session: Session
  readonly #parts: SocketParts
  readonly #history: History
  readonly #helloTimer: Timer
  #saidHello = false
  #isOver = false
  #isGathering = false
  #heardAt: UnixSeconds
  #pingedAt: UnixSeconds
  #minuteBegan: UnixSeconds
  #messages = 0

  /** `stream` is what the socket writes to. */
  constructor(socket: WebSocket, stream: Duplex, session: Session, parts: SocketParts) {
    this.person = session.person
    this.session = session.hash
    this.#socket = socket
    this.#stream = stream
    this.#session = session
    this.#parts = parts
    this.#heardAt = this.#pingedAt = this.#minuteBegan = parts.clock.now()
    this.#helloTimer = parts.clock.after(HELLO_SECONDS, () => this.close('goingAway'))
    this.#history = parts.hub.attach(this)
    socket.on('message', (data, isBinary) => this.#hear(data, isBinary))
    socket.on('pong', () => this.#heard())
    socket.on('close', () => this.#end())
  }

  send(text: string): void {
    if (this.#isOver) return
    if (this.#socket.bufferedAmount > TOGETHER_BYTES) this.#letGo()
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.close('tooMuch')
      return
    }
    this.#gather()
    this.#socket.send(text)
  }

  close(reason: CloseReason): void {
    if (this.#isOver) return
    this.#end()
    closeSocket(this.#socket, reason)
  }

  check(now: UnixSeconds): void {
    if (now - this.#heardAt > IDLE_SECONDS) this.close('goingAway')
    else if (now - this.#pingedAt >= PING_SECONDS) {
      this.#pingedAt = now
      this.#socket.ping()
    }
  }

  /** A turn tells one person hundreds of cards; they are one write, and nobody waits longer than for the turn's end. */
  #gather(): void {
    if (this.#isGathering) return
    this.#isGathering = true
    // The stream within this process, over which made-up people come (try/), gathers nothing.
    this.#stream.cork?.()
    process.nextTick(() => this.#letGo())
  }

  #letGo(): void {
    if (!this.#isGathering) return
    this.#isGathering = false
    this.#stream.uncork?.()
  }

  #end(): void {
    this.#isOver = true
    this.isLive = false
    this.#helloTimer.cancel()
    this.#parts.hub.detach(this)
  }

  #heard(): void {
    this.#heardAt = this.#parts.clock.now()
  }

  #hear(data: RawData, isBinary: boolean): void {
    if (this.#isOver) return
    this.#heard()
    const message = isBinary ? undefined : read(data)
    if (this.#isTooMuch()) this.close('tooMuch')
    else if (message === undefined) this.close('badMessage')
    else this.#answer(message).catch((error: unknown) => this.#fail(error))
  }

  #isTooMuch(): boolean {
    if (this.#heardAt - this.#minuteBegan >= 60) {
      this.#minuteBegan = this.#heardAt
      this.#messages = 0
    }
    this.#messages += 1
    return this.#messages > MESSAGES_A_MINUTE
  }

  async #answer(message: ClientMessage): Promise<void> {
    if (this.#saidHello === (message.kind === 'hello')) return this.close('badMessage')
    switch (message.kind) {
      case 'hello':
        this.#saidHello = true
        this.#helloTimer.cancel()
        return await this.#begin(message)
      case 'ping':
        return this.#say({ kind: 'pong' })
      case 'watch-desk':
        return await this.#watch(message.code, message.on)
    }
  }

  async #begin({ protocol, epoch, last }: Hello): Promise<void> {
    if (protocol !== PROTOCOL_VERSION) return this.close('wrongProtocol')
    if (!(await this.#parts.isSession(this.#session))) return this.close('noSession')
    this.#say({ kind: 'welcome', protocol: PROTOCOL_VERSION, epoch: this.#history.epoch })
    const knowsMore = epoch === this.#history.epoch && last !== undefined
    if (knowsMore && this.#goLiveAfter(last)) return
    await this.#tellEverything()
  }

  /** Everything anew, as of some id, then what was told while it was read: an event may be in both, none in neither. */
  async #tellEverything(): Promise<void> {
    for (let reading = 0; reading < STATE_READINGS; reading++) {
      const asOf = this.#history.lastId
      const state = await this.#parts.stateOf(this.person)
      const event: LiveEvent = { kind: 'state', state }
      if (this.#goLiveAfter(asOf, eventMessage(asOf, encodeLiveEvent(event)))) return
    }
    this.close('tooMuch')
  }

  /** In one go, so that nothing is told between the last event of the history and the first that comes live. */
  #goLiveAfter(id: number, first?: string): boolean {
    const missed = this.#history.since(id)
    if (missed === undefined) return false
    if (first !== undefined) this.send(first)
    for (const { text } of missed) this.send(text)
    this.isLive = !this.#isOver
    return true
  }

  async #watch(code: string, on: boolean): Promise<void> {
    const may = !on || (await this.#parts.mayWatchDesk(this.person, code))
    if (!may) return this.#say({ kind: 'error', error: 'not-host' })
    if (!this.#isOver) this.#parts.hub.watchDesk(this, code, on)
  }

  #say(message: ServerMessage): void {
    this.send(encodeMessage(message))
  }

  #fail(error: unknown): void {
    const expected = error instanceof Refusal
    if (!expected) this.#parts.log.error({ err: error }, 'live socket')
    this.#say({ kind: 'error', error: expected ? error.wire.error : 'internal' })
    this.close(expected && error.wire.error === 'no-session' ? 'noSession' : 'goingAway')
  }
}

const read = (data: RawData): ClientMessage | undefined => {
  try {
    const checked = readMessage(JSON.parse(String(data)))
    return 'value' in checked ? (checked.value as ClientMessage) : undefined
  } catch {
    return undefined
  }
}
