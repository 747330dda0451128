import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const contactsTell =
  ({ contacts }: Services): Handler<'contacts.tell'> =>
  async (input, caller) => {
    await contacts.tell(input, personOf(caller))
    return {}
  }
