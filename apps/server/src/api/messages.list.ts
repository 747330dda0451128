import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const messagesList =
  ({ conversations }: Services): Handler<'messages.list'> =>
  async (input, caller) =>
    conversations.list(input, personOf(caller))
