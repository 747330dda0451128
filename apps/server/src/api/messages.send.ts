import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const messagesSend =
  ({ conversations }: Services): Handler<'messages.send'> =>
  async (input, caller) =>
    conversations.send(input, personOf(caller))
