import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const meForget =
  ({ me }: Services): Handler<'me.forget'> =>
  async (_input, caller) => {
    await me.forget(personOf(caller))
    return {}
  }
