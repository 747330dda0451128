/** The one store of the app: what the socket tells, what was answered, what is not sent yet, and what is kept on this device. */
import type { LiveEvent } from '@kith/protocol'
import { type Answered, call, onAnswered } from '../client/call.ts'
import { Live, type LiveStatus } from '../client/live.ts'
import { openLiveSocket, wakeWithPage } from '../client/page.ts'
import type { Result } from '../client/result.ts'
import { withAnswer } from './answers.ts'
import { newId } from './id.ts'
import { outboxStorage, type Seen, type SeenStorage, seenStorage } from './kept.ts'
import { Outbox, type OutboxStorage, type Unsent } from './outbox.ts'
import { NOTHING, type Snapshot, withEvent } from './snapshot.ts'
import { threadOf, withListed } from './threads.ts'

export type Notice = Extract<LiveEvent, { kind: 'notice' }>

const PAGE = 200
/** Seen things are written down this long after the last of them. */
const WRITE_AFTER_MS = 1000

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

export class Store {
  readonly live: Live
  readonly outbox: Outbox
  readonly #seen: SeenStorage
  readonly #listeners = new Set<() => void>()
  readonly #noticed = new Set<(notice: Notice) => void>()
  readonly #listing = new Map<string, Promise<void>>()
  #snapshot = NOTHING
  #gaps = 0
  #started = false
  readonly #unlisten: () => void
  #writing: ReturnType<typeof setTimeout> | undefined

  constructor(unsent: OutboxStorage, seen: SeenStorage, open: () => WebSocket) {
    this.#seen = seen
    this.outbox = new Outbox({ storage: unsent, send: sendUnsent, onChange: () => this.#tell() })
    this.live = new Live({ open, onEvent: (event) => this.hear(event), onStatus: (status) => this.#statusIs(status) })
    this.#unlisten = onAnswered((answered) => this.#answered(answered))
  }

  /** Idempotent. What was kept is shown until the server has spoken. */
  start(): void {
    if (this.#started) return
    this.#started = true
    this.live.wake()
    wakeWithPage(this.live)
    void this.#remember()
    this.outbox.restore().catch(() => {})
  }

  stop(): void {
    this.#unlisten()
    this.live.stop()
    this.#dropWriting()
  }

  readonly snapshot = (): Snapshot => this.#snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    this.#noticed.add(listener)
    return () => this.#noticed.delete(listener)
  }

  hear(event: LiveEvent): void {
    if (event.kind === 'state') this.#gaps += 1
    this.#set(withEvent(this.#snapshot, event, nowInSeconds()))
    if (event.kind === 'notice') for (const listener of this.#noticed) listener(event)
  }

  /** Gone from here at once; the server hears of it when it can (PRES1). */
  leave(code: string): void {
    this.#set(withEvent(this.#snapshot, { kind: 'room-over', code, why: 'left' }, this.#snapshot.asOf))
    void this.outbox.add({ kind: 'leave', id: `leave ${code}`, code, writtenAt: Date.now() })
  }

  write(conversation: string, text: string): void {
    void this.outbox.add({ kind: 'message', id: newId(), conversation, text, writtenAt: Date.now() })
  }

  read(conversation: string, seq: number): void {
    this.#set(withEvent(this.#snapshot, { kind: 'read', conversation, seq, by: 'you' }, this.#snapshot.asOf))
    void this.outbox.add({ kind: 'read', id: `read ${conversation}`, conversation, seq, writtenAt: Date.now() })
  }

  /** Asks for what is missing of a conversation; says nothing when there is no connection. */
  list(conversation: string): Promise<void> {
    const running = this.#listing.get(conversation)
    if (running !== undefined) return running
    const listing = this.#listAll(conversation).finally(() => this.#listing.delete(conversation))
    this.#listing.set(conversation, listing)
    return listing
  }

  async #listAll(conversation: string): Promise<void> {
    while (!threadOf(this.#snapshot.threads, conversation).whole) {
      const gaps = this.#gaps
      const after = threadOf(this.#snapshot.threads, conversation).upTo
      const page = await call('messages.list', { conversation, after, limit: PAGE })
      if (!page.ok) return
      const { messages, theyRead } = page.value
      const last = messages.length < PAGE && gaps === this.#gaps
      this.#set({ ...this.#snapshot, threads: withListed(this.#snapshot.threads, conversation, messages, last) })
      this.#set(withEvent(this.#snapshot, { kind: 'read', conversation, seq: theyRead, by: 'they' }, nowInSeconds()))
    }
  }

  #statusIs(status: LiveStatus): void {
    if (status === 'waiting') {
      this.#forget()
      return
    }
    const left = this.#snapshot.status === 'connected' && status !== 'connected'
    const lost = status === 'broken' || (status === 'connecting' && this.#snapshot.lost)
    this.#set({ ...this.#snapshot, status, lost, asOf: left ? nowInSeconds() : this.#snapshot.asOf })
    if (status === 'connected') this.outbox.flush()
  }

  #answered(answered: Answered): void {
    this.#set(withAnswer(this.#snapshot, answered))
    if (answered.method === 'rooms.join') void this.outbox.drop(`leave ${answered.input.code}`)
    if (MAKES_SESSION.has(answered.method)) this.live.wake()
    if (answered.method === 'me.forget') this.#forget()
  }

  /** There is no session: nothing here is anybody's any more. */
  #forget(): void {
    const { over } = this.#snapshot
    this.#dropWriting()
    this.#set({ ...NOTHING, session: 'none', over })
    this.#dropWriting()
    if (this.outbox.items().length > 0) void this.outbox.clear()
    this.#seen.clear().catch(() => {})
  }

  async #remember(): Promise<void> {
    const seen = await this.#seen.read().catch(() => undefined)
    if (seen === undefined || this.#snapshot.session !== 'unknown' || this.#snapshot.my !== undefined) return
    this.#set({ ...this.#snapshot, my: seen.my, threads: gapIn(seen), asOf: seen.at })
  }

  #set(next: Snapshot): void {
    if (next === this.#snapshot) return
    this.#snapshot = next
    this.#tell()
    // Not put off by what comes next: in a busy room something always does.
    this.#writing ??= setTimeout(() => this.#writeDown(), WRITE_AFTER_MS)
  }

  #dropWriting(): void {
    clearTimeout(this.#writing)
    this.#writing = undefined
  }

  #writeDown(): void {
    this.#writing = undefined
    const { my, threads, asOf, session } = this.#snapshot
    if (my === undefined || session !== 'some') return
    this.#seen.write({ my, threads, at: asOf }).catch(() => {})
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** After these there is a session, perhaps another one. */
const MAKES_SESSION: ReadonlySet<string> = new Set(['rooms.open', 'rooms.join', 'rooms.host', 'try.open', 'me.claim'])

/** What was kept may lack what came since. */
const gapIn = ({ threads }: Seen) =>
  Object.fromEntries(Object.entries(threads).map(([id, thread]) => [id, { ...thread, whole: false }]))

const sendUnsent = (item: Unsent): Promise<Result<unknown>> => {
  switch (item.kind) {
    case 'message':
      return call('messages.send', { conversation: item.conversation, clientId: item.id, text: item.text })
    case 'read':
      return call('messages.read', { conversation: item.conversation, seq: item.seq })
    case 'leave':
      return call('rooms.leave', { code: item.code }, { outliving: true })
  }
}

export const store = new Store(outboxStorage, seenStorage, openLiveSocket)
