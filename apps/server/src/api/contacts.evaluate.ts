import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const contactsEvaluate =
  ({ contacts }: Services): Handler<'contacts.evaluate'> =>
  async ({ batch }, caller) =>
    contacts.evaluate(batch, personOf(caller), caller.address)
