/** A guest's device: a session, a live socket, and what stands on its screen because of what it was told. */
import { performance } from 'node:perf_hooks'
import {
  type CardView,
  type IntroductionView,
  type LiveEvent,
  type MessageView,
  type MyView,
  PROTOCOL_VERSION,
  type RoomView,
  type ServerMessage,
} from '@kith/protocol'
import { type RawData, WebSocket } from 'ws'
import { Caller } from './caller.ts'
import type { Guest } from './guests.ts'

export class Device {
  readonly guest: Guest
  readonly caller: Caller
  readonly cards = new Map<string, CardView>()
  readonly introductions = new Map<string, IntroductionView>()
  /** By conversation, in the order of their seq: as the app shows them, whichever overtook which. */
  readonly messages = new Map<string, MessageView[]>()
  /** By conversation, as last told. */
  readonly unread = new Map<string, number>()
  /** When a card for friends was first on the screen, by its id. */
  readonly appeared = new Map<string, number>()
  /** When a message was first on the screen, by its client id. */
  readonly received = new Map<string, number>()
  /** What must never be: events lost, told twice, out of order. */
  readonly wrong: string[] = []
  room: RoomView | undefined
  me: MyView | undefined
  /** Over the socket, and of it: events about cards, and those of them that change nothing. */
  bytes = 0
  cardEvents = 0
  needlessCardEvents = 0
  /** Messages that came after a later one. */
  overtaken = 0
  #socket: WebSocket | undefined
  #epoch: string | undefined
  #last: number | undefined
  #whole: (() => void) | undefined

  constructor(guest: Guest, origin: string) {
    this.guest = guest
    this.caller = new Caller(origin)
  }

  /** Resolves when everything is on the screen. */
  async connect(): Promise<void> {
    const socket = new WebSocket(`${this.caller.origin.replace('http', 'ws')}/live`, {
      headers: { origin: this.caller.origin, cookie: this.caller.cookie },
      perMessageDeflate: false,
    })
    this.#socket = socket
    const whole = new Promise<void>((resolve, reject) => {
      this.#whole = resolve
      socket.once('error', reject)
      socket.once('close', (code) => reject(new Error(`seat ${this.guest.seat}: the socket was closed (${code})`)))
    })
    socket.on('message', (data) => this.#hear(data, performance.now()))
    socket.once('open', () => {
      const seen = this.#epoch === undefined ? {} : { epoch: this.#epoch, last: this.#last! }
      socket.send(JSON.stringify({ kind: 'hello', protocol: PROTOCOL_VERSION, ...seen }))
    })
    await whole
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  /** The card on top. */
  get first(): CardView | undefined {
    return [...this.cards.values()].filter(({ card }) => card === 'shared').sort((x, y) => y.place - x.place)[0]
  }

  close(): void {
    this.#socket?.close()
    this.caller.close()
  }

  #hear(data: RawData, now: number): void {
    const text = String(data)
    this.bytes += text.length
    const message = JSON.parse(text) as ServerMessage
    if (message.kind === 'error') this.wrong.push(`the socket says ${message.error}`)
    if (message.kind === 'welcome') this.#welcome(message.epoch)
    if (message.kind !== 'event') return
    const isAnew = message.event.kind === 'state'
    if (!isAnew && message.id !== this.#last! + 1) this.wrong.push(`event ${message.id} came after ${this.#last}`)
    this.#last = message.id
    this.#take(message.event, now)
    if (isAnew) this.#whole?.()
  }

  #welcome(epoch: string): void {
    // Resumed: what was missed comes next, and there is nothing to wait for.
    if (epoch === this.#epoch) this.#whole?.()
    this.#epoch = epoch
  }

  #take(event: LiveEvent, now: number): void {
    switch (event.kind) {
      case 'state':
        this.me = event.state
        this.room = undefined
        this.introductions.clear()
        for (const room of event.state.rooms) this.#takeRoom(room, now)
        for (const one of event.state.introductions) this.#takeIntroduction(one)
        return
      case 'room':
        this.#takeRoom(event.room, now)
        return
      case 'card':
        this.#takeCard(event.card, now)
        return
      case 'card-gone':
        this.cards.delete(event.card)
        return
      case 'introduction':
        this.#takeIntroduction(event.introduction)
        return
      case 'message':
        this.unread.set(event.message.conversation, event.unread)
        this.#takeMessage(event.message, now)
        return
      case 'room-over':
        this.wrong.push(`the room is over: ${event.why}`)
        return
    }
  }

  #takeRoom(room: RoomView, now: number): void {
    this.room = room
    this.cards.clear()
    for (const card of room.cards) this.#show(card, now)
  }

  #takeCard(card: CardView, now: number): void {
    this.cardEvents += 1
    const before = this.cards.get(card.id)
    if (before && JSON.stringify(before) === JSON.stringify(card)) this.needlessCardEvents += 1
    if (before && card.step < before.step) this.wrong.push(`a step fell from ${before.step} to ${card.step}`)
    this.#show(card, now)
  }

  #show(card: CardView, now: number): void {
    this.cards.set(card.id, card)
    if (card.card === 'shared' && !this.appeared.has(card.id)) this.appeared.set(card.id, now)
  }

  #takeIntroduction(introduction: IntroductionView): void {
    this.introductions.set(introduction.id, introduction)
    this.unread.set(introduction.id, introduction.unread)
  }

  #takeMessage(message: MessageView, now: number): void {
    const before = this.messages.get(message.conversation) ?? []
    if (before.some(({ clientId, seq }) => clientId === message.clientId || seq === message.seq))
      this.wrong.push('a message came twice')
    if (message.seq < (before.at(-1)?.seq ?? 0)) this.overtaken += 1
    this.messages.set(
      message.conversation,
      [...before, message].sort((x, y) => x.seq - y.seq),
    )
    this.received.set(message.clientId, now)
  }
}
