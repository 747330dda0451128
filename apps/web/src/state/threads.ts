/** The messages of conversations, each in the order of its seq and once (CONV2), whatever order they come in. Pure. */
import type { LiveEvent, MessageView } from '@kith/protocol'

export interface Thread {
  /** Ascending by seq. */
  readonly messages: readonly MessageView[]
  /** Up to here nothing is missing; later ones may have been missed and are asked for. */
  readonly upTo: number
  /** Nothing can be missing: everything was listed, and the socket has been there since. */
  readonly whole: boolean
}

export type Threads = Readonly<Record<string, Thread>>

const EMPTY: Thread = { messages: [], upTo: 0, whole: false }

export const threadOf = (threads: Threads, conversation: string): Thread => threads[conversation] ?? EMPTY

export const reduceThreads = (threads: Threads, event: LiveEvent): Threads => {
  switch (event.kind) {
    case 'message':
      return { ...threads, [event.message.conversation]: withMessage(threads, event.message) }
    case 'state':
      return afterGap(threads, new Set(event.state.introductions.map(({ id }) => id)))
    case 'introduction-gone':
      return Object.fromEntries(Object.entries(threads).filter(([id]) => id !== event.id))
    default:
      return threads
  }
}

/** A page of the server's list, asked for with `after: upTo`. `last`: it was not full, so nothing comes after it. */
export const withListed = (
  threads: Threads,
  conversation: string,
  page: readonly MessageView[],
  last: boolean,
): Threads => {
  const before = threadOf(threads, conversation)
  const messages = merge(before.messages, page)
  const upTo = last ? (messages.at(-1)?.seq ?? before.upTo) : (page.at(-1)?.seq ?? before.upTo)
  return { ...threads, [conversation]: { messages, upTo, whole: last } }
}

const withMessage = (threads: Threads, message: MessageView): Thread => {
  const before = threadOf(threads, message.conversation)
  const messages = merge(before.messages, [message])
  return { ...before, messages, upTo: before.whole ? (messages.at(-1)?.seq ?? 0) : before.upTo }
}

/** Everything came anew: what was told in between was not heard, and conversations that are not named are gone. */
const afterGap = (threads: Threads, there: ReadonlySet<string>): Threads =>
  Object.fromEntries(
    Object.entries(threads)
      .filter(([id]) => there.has(id))
      .map(([id, thread]) => [id, { ...thread, whole: false }]),
  )

const merge = (some: readonly MessageView[], others: readonly MessageView[]): MessageView[] => {
  const bySeq = new Map(some.map((message) => [message.seq, message]))
  for (const message of others) bySeq.set(message.seq, message)
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}
