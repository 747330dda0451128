/** One of the forty: arrives, brings a list, asks who is here, and then answers what comes. */
import { randomBytes } from 'node:crypto'
import type { LiveEvent, MyView } from '@kith/protocol'
import type { Clock, Timer } from '../clock.ts'
import type { Log } from '../services/needs.ts'
import { type Book, tieOf } from './books/book.ts'
import { type Device, Refused } from './device.ts'
import type { CastMember } from './people/cast.ts'
import type { Person } from './people/person.ts'
import { Attention, type Reaction } from './reactions.ts'
import { replyOf } from './replies.ts'
import type { Tokens } from './tokens.ts'

export interface MadeUpPersonParts {
  readonly member: CastMember
  readonly book: Book
  readonly code: string
  readonly device: Device
  readonly tokens: Tokens
  readonly clock: Clock
  readonly log: Log
}

const RECONNECT_AFTER = 2

const newId = (): string => randomBytes(16).toString('base64url')

export class MadeUpPerson {
  readonly #parts: MadeUpPersonParts
  readonly #attention = new Attention()
  readonly #entries = new Map<string, Person>()
  readonly #timers = new Set<Timer>()
  #hears: (state: MyView) => void = () => undefined
  #isGone = false

  constructor(parts: MadeUpPersonParts) {
    this.#parts = parts
  }

  /** Until the list is sealed and the topics are tapped. */
  async arrive(): Promise<void> {
    const { device, code, member } = this.#parts
    try {
      await device.call('rooms.join', { code })
      await this.#bring((await this.#listen()).keyId)
      await device.call('rooms.seal', { code })
      if (member.topics.length > 0) await device.call('topics.tap', { code, host: [...member.topics], own: [] })
    } catch (error) {
      this.#failed(error)
    }
  }

  /** No timer runs any more, and nobody listens. */
  leave(): void {
    this.#isGone = true
    for (const timer of this.#timers) timer.cancel()
    this.#timers.clear()
    this.#parts.device.off()
  }

  async #bring(keyId: string): Promise<void> {
    const { device, book, tokens } = this.#parts
    const tokenOf = await tokens.of(
      book.flatMap(({ identifiers }) => identifiers),
      keyId,
      device,
    )
    const entries = book.map((entry) => {
      const id = newId()
      this.#entries.set(id, entry.person)
      return {
        id,
        tokens: entry.identifiers.map(tokenOf),
        tie: tieOf(entry),
        onlineOnly: false,
        ...(entry.story && { story: entry.story }),
      }
    })
    await device.call('contacts.put', { keyId, entries, stated: [] })
  }

  /** Resolves with everything of one's own, which comes first. */
  async #listen(): Promise<MyView> {
    const state = new Promise<MyView>((resolve) => {
      this.#hears = resolve
    })
    await this.#parts.device.listen(
      (event) => this.#hear(event),
      () => this.#after(RECONNECT_AFTER, () => this.#listen()),
    )
    return state
  }

  #hear(event: LiveEvent): void {
    if (event.kind === 'state') this.#hears(event.state)
    if (event.kind === 'room-over') this.leave()
    for (const { after, reaction } of this.#attention.notice(event)) this.#after(after, () => this.#react(reaction))
  }

  async #react(reaction: Reaction): Promise<unknown> {
    const { device, code, member } = this.#parts
    switch (reaction.do) {
      case 'wave-back':
        if (!this.#attention.isWavedAt(reaction.card)) return
        return device.call('cards.wave', { code, card: reaction.card, firstName: member.firstName })
      case 'say-coming':
        return device.call('introductions.coming', { id: reaction.introduction, coming: { say: 'coming' } })
      // What the other has said of it is told to nobody (CONV3), so that there is nothing to wait for.
      case 'say-met':
        return device.call('introductions.met', { id: reaction.introduction, met: 'met' })
      case 'show-more':
        return device.call('introductions.more', { id: reaction.introduction, on: true })
      case 'read':
        return device.call('messages.read', { conversation: reaction.conversation, seq: reaction.seq })
      case 'reply':
        return this.#reply(reaction)
    }
  }

  #reply(reaction: Extract<Reaction, { do: 'reply' }>): Promise<unknown> {
    const { device, member } = this.#parts
    const { conversation } = reaction
    const introduction = this.#attention.introduction(conversation)
    const text = replyOf(member, introduction, (entry) => this.#entries.get(entry), reaction)
    return device.call('messages.send', { conversation, clientId: newId(), text })
  }

  #after(seconds: number, work: () => Promise<unknown>): void {
    if (this.#isGone) return
    const timer = this.#parts.clock.after(seconds, () => {
      this.#timers.delete(timer)
      work().catch((error) => this.#failed(error))
    })
    this.#timers.add(timer)
  }

  /** What was meant for a room that has ended, or a card that has gone, is nothing to speak of. */
  #failed(error: unknown): void {
    if (this.#isGone || (error instanceof Refused && EXPECTED.has(error.wire.error))) return
    this.#parts.log.warn({ err: error }, 'a made-up person was stopped')
  }
}

const EXPECTED: ReadonlySet<string> = new Set([
  'room-ended',
  'not-here',
  'no-room',
  'no-session',
  'no-card',
  'no-introduction',
  'too-late',
])
