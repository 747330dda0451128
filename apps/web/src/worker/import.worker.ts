/** The worker of the import: reads files, makes entries, and gets their marks. It has no names to show and no screen. */
import { call } from '../client/call.ts'
import { peopleStore } from '../device/people/database.ts'
import type { Answer, Question } from '../device/people/messages.ts'
import { Session } from './session.ts'

declare const self: DedicatedWorkerGlobalScope

const tell = (answer: Answer): void => self.postMessage(answer)

const session = new Session({
  store: peopleStore,
  server: {
    evaluate: (batch) => call('contacts.evaluate', { batch }),
    put: (list) => call('contacts.put', list, { timeoutMs: 60_000 }),
    remove: (entries) => call('contacts.remove', { entries: [...entries] }),
  },
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  tell: (news) => tell({ news }),
})

/** Each question waits for those before it, because each changes what the next is asked about; but *stop* does not. */
let before: Promise<unknown> = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const work = data.ask === 'stop' ? answer(data) : before.then(() => answer(data))
  before = Promise.all([before, work]).then(() => undefined)
})

const answer = async (question: Question): Promise<void> => {
  const { id, ask, input } = question
  try {
    tell({ to: id, value: await (session[ask] as (input: unknown) => Promise<unknown>)(input) })
  } catch (error) {
    // The message may hold what was read: the kind of failure is all that leaves.
    tell({ to: id, failed: error instanceof Error ? error.name : typeof error })
  }
}
