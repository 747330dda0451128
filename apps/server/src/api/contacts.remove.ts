import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const contactsRemove =
  ({ contacts }: Services): Handler<'contacts.remove'> =>
  async ({ entries }, caller) => {
    await contacts.remove(entries, personOf(caller))
    return {}
  }
