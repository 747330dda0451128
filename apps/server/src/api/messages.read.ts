import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const messagesRead =
  ({ conversations }: Services): Handler<'messages.read'> =>
  async ({ conversation, seq }, caller) => {
    await conversations.read(conversation, seq, personOf(caller))
    return {}
  }
