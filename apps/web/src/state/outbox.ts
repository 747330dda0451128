/**
 * What this device has said and the server does not know yet: messages, in order and each under one `clientId` however
 * often it is tried (CONV2), how far one has read, and rooms left while offline (PRES1). Survives a reload.
 */
import type { CallError, Result } from '../client/result.ts'
import { passes } from '../client/result.ts'

export type Unsent =
  | {
      readonly kind: 'message'
      readonly id: string
      readonly conversation: string
      readonly text: string
      readonly writtenAt: number
    }
  | {
      readonly kind: 'read'
      readonly id: string
      readonly conversation: string
      readonly seq: number
      readonly writtenAt: number
    }
  | { readonly kind: 'leave'; readonly id: string; readonly code: string; readonly writtenAt: number }

/** `refused`: the server will not take it, whatever one waits. */
export type Sending = 'sending' | 'not-sent' | { readonly refused: CallError }

export interface OutboxStorage {
  all(): Promise<Unsent[]>
  put(item: Unsent): Promise<void>
  remove(id: string): Promise<void>
  clear(): Promise<void>
}

export interface OutboxOptions {
  readonly storage: OutboxStorage
  readonly send: (item: Unsent) => Promise<Result<unknown>>
  readonly onChange: () => void
  readonly retryMs?: number
}

interface Held {
  readonly item: Unsent
  state: Sending
}

export class Outbox {
  readonly #options: Required<OutboxOptions>
  #held: Held[] = []
  /** Lanes that are being emptied: order is kept within a conversation and within a room. */
  readonly #busy = new Set<string>()
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(options: OutboxOptions) {
    this.#options = { retryMs: 15_000, ...options }
  }

  /** What an earlier page left behind. */
  async restore(): Promise<void> {
    const kept = await this.#options.storage.all()
    const known = new Set(this.#held.map(({ item }) => item.id))
    const older = kept.filter(({ id }) => !known.has(id)).sort((a, b) => a.writtenAt - b.writtenAt)
    this.#held = [...older.map((item): Held => ({ item, state: 'not-sent' })), ...this.#held]
    this.#options.onChange()
    this.flush()
  }

  items(): readonly { readonly item: Unsent; readonly state: Sending }[] {
    return this.#held
  }

  /** Takes effect here at once; on its way as soon as it can be. */
  async add(item: Unsent): Promise<void> {
    this.#held = [...this.#held.filter((held) => held.item.id !== item.id), { item, state: 'sending' }]
    this.#options.onChange()
    await this.#options.storage.put(item).catch(() => {})
    this.flush()
  }

  async drop(id: string): Promise<void> {
    if (!this.#held.some(({ item }) => item.id === id)) return
    this.#held = this.#held.filter(({ item }) => item.id !== id)
    this.#options.onChange()
    await this.#options.storage.remove(id).catch(() => {})
  }

  /** Tries everything that waits: on return of the network, the socket or the person. */
  flush(): void {
    clearTimeout(this.#retry)
    for (const lane of new Set(this.#held.map(({ item }) => laneOf(item)))) void this.#empty(lane)
  }

  async clear(): Promise<void> {
    clearTimeout(this.#retry)
    this.#held = []
    this.#options.onChange()
    await this.#options.storage.clear().catch(() => {})
  }

  async #empty(lane: string): Promise<void> {
    if (this.#busy.has(lane)) return
    this.#busy.add(lane)
    try {
      for (let next = this.#next(lane); next !== undefined; next = this.#next(lane)) {
        if (!(await this.#try(next))) break
      }
    } finally {
      this.#busy.delete(lane)
    }
  }

  #next(lane: string): Held | undefined {
    return this.#held.find(({ item, state }) => laneOf(item) === lane && typeof state === 'string')
  }

  async #try(held: Held): Promise<boolean> {
    this.#mark(held, 'sending')
    const result = await this.#options.send(held.item)
    if (result.ok) {
      await this.drop(held.item.id)
      return true
    }
    if (passes(result.error)) {
      this.#waitAll(laneOf(held.item))
      this.#later(result.error)
      return false
    }
    // Only words that somebody wrote are worth showing as refused.
    if (held.item.kind === 'message') this.#mark(held, { refused: result.error })
    else await this.drop(held.item.id)
    return true
  }

  /** What comes after it waits with it. */
  #waitAll(lane: string): void {
    for (const held of this.#held) if (laneOf(held.item) === lane && held.state === 'sending') held.state = 'not-sent'
    this.#held = [...this.#held]
    this.#options.onChange()
  }

  #later(error: CallError): void {
    clearTimeout(this.#retry)
    const seconds = 'retryAfter' in error ? error.retryAfter : undefined
    this.#retry = setTimeout(() => this.flush(), seconds === undefined ? this.#options.retryMs : seconds * 1000)
  }

  #mark(held: Held, state: Sending): void {
    held.state = state
    this.#held = [...this.#held]
    this.#options.onChange()
  }
}

const laneOf = (item: Unsent): string =>
  item.kind === 'leave' ? `room ${item.code}` : `${item.kind} ${item.conversation}`
