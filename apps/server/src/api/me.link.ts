import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const meLink =
  ({ me }: Services): Handler<'me.link'> =>
  async (_input, caller) =>
    me.link(personOf(caller))
