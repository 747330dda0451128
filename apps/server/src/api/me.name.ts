import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const meName =
  ({ me }: Services): Handler<'me.name'> =>
  async ({ firstName, code }, caller) => {
    await me.setName(personOf(caller), firstName, code)
    return {}
  }
