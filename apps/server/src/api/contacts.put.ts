import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const contactsPut =
  ({ contacts }: Services): Handler<'contacts.put'> =>
  async (input, caller) =>
    contacts.put(input, personOf(caller))
