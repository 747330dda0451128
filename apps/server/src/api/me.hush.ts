import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const meHush =
  ({ me }: Services): Handler<'me.hush'> =>
  async ({ until }, caller) => {
    await me.hush(personOf(caller), until)
    return {}
  }
