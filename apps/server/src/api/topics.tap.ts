import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const topicsTap =
  ({ rooms, contacts }: Services): Handler<'topics.tap'> =>
  async ({ code, host, own }, caller) => ({
    room: await rooms.tap(code, personOf(caller), host, contacts.storedWords(own)),
  })
