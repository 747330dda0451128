/** Conversations (CONV2): one for each introduction; stored before anybody is told, in one order for both. */
import type { Input, MessageView, Output } from '@kith/protocol'
import type { PersonKey, StoredIntroduction } from '../store/store.ts'
import type { Introductions } from './introductions.ts'
import { messageView } from './messages.ts'
import { Refusal } from './refusal.ts'
import { ringAbout } from './room/notices.ts'
import type { RoomRegistry } from './room/registry.ts'
import { Queues } from './room/turn.ts'

const USUAL_PAGE = 100

export class Conversations {
  readonly #registry: RoomRegistry
  readonly #introductions: Introductions
  readonly #queues = new Queues()

  constructor(registry: RoomRegistry, introductions: Introductions) {
    this.#registry = registry
    this.#introductions = introductions
  }

  get #needs() {
    return this.#registry.needs
  }

  /** What is written in one conversation is told in the order in which it was stored. */
  send(input: Input<'messages.send'>, sender: PersonKey): Promise<MessageView> {
    return this.#queues.run(input.conversation, () => this.#send(input, sender))
  }

  async #send({ conversation, clientId, text }: Input<'messages.send'>, sender: PersonKey): Promise<MessageView> {
    const introduction = await this.#introductions.get(conversation, sender)
    const written = text.trim()
    if (written === '') throw new Refusal('bad-input', { field: 'text', rule: 'not only spaces' })
    const { store, clock, guests } = this.#needs
    const onlyForSender = await this.#introductions.areBlocked(introduction.a, introduction.b)
    const sentAt = clock.now()
    const message = { conversation, sender, clientId, text: written, sentAt, onlyForSender }
    const { message: stored, seqForOther, isNew } = await store.messages.add(message)
    const madeUp = (await guests.find(sender))?.madeUp ?? false
    const view = { ...messageView(stored, sender), ...(madeUp && { madeUp }) }
    if (isNew) await this.#tell(introduction, view, seqForOther, sender)
    return messageView(stored, sender)
  }

  /** Each side has numbers of its own, so that what is hidden from one leaves no gap (REV6). */
  async #tell(
    introduction: StoredIntroduction,
    view: MessageView,
    seqForOther: number | undefined,
    sender: PersonKey,
  ): Promise<void> {
    const { telling, store } = this.#needs
    const { id } = introduction
    const other = otherIn(introduction, sender)
    telling.tell(sender, { kind: 'message', message: view, unread: await store.messages.unread(id, sender) })
    if (seqForOther === undefined) return
    const theirs = { ...view, mine: false, seq: seqForOther }
    telling.tell(other, { kind: 'message', message: theirs, unread: await store.messages.unread(id, other) })
    await this.#ring(introduction, other, sender)
  }

  /** In the room where both are, if there is one, by its hush; else by their own. */
  async #ring({ id }: StoredIntroduction, person: PersonKey, from: PersonKey): Promise<void> {
    const notice = { kind: 'notice' as const, about: 'message' as const, introduction: id }
    const room = this.#registry.rooms.find((one) => one.attendant(person)?.here && one.attendant(from))
    if (room) return room.turn((turn) => ringAbout(room, person, from, notice, turn))
    const guest = await this.#needs.guests.find(person)
    if (guest && guest.hushUntil <= this.#needs.clock.now()) this.#needs.telling.tell(person, notice)
  }

  async list(
    { conversation, after, limit }: Input<'messages.list'>,
    reader: PersonKey,
  ): Promise<Output<'messages.list'>> {
    const introduction = await this.#introductions.get(conversation, reader)
    const { store, guests } = this.#needs
    const messages = await store.messages.list(conversation, reader, after, limit ?? USUAL_PAGE)
    const { theyRead, madeUp } = await this.#introductions.view(introduction, reader)
    const other = madeUp && (await guests.find(otherIn(introduction, reader)))?.madeUp
    const shown = messages.map((message) => messageView(message, reader))
    return { messages: other ? shown.map((view) => (view.mine ? view : { ...view, madeUp: true })) : shown, theyRead }
  }

  read(conversation: string, seq: number, reader: PersonKey): Promise<void> {
    return this.#queues.run(conversation, () => this.#read(conversation, seq, reader))
  }

  async #read(conversation: string, seq: number, reader: PersonKey): Promise<void> {
    const introduction = await this.#introductions.get(conversation, reader)
    const { store, telling } = this.#needs
    const last = await store.messages.last(conversation, reader)
    const read = Math.min(seq, last?.seq ?? 0)
    if (read <= (await store.messages.readUpTo(conversation, reader))) return
    await store.messages.markRead(conversation, reader, read)
    telling.tell(reader, { kind: 'read', conversation, seq: read, by: 'you' })
    if (await this.#introductions.areBlocked(introduction.a, introduction.b)) return
    telling.tell(otherIn(introduction, reader), { kind: 'read', conversation, seq: read, by: 'they' })
  }
}

const otherIn = ({ a, b }: StoredIntroduction, person: PersonKey): PersonKey => (a === person ? b : a)
