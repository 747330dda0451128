import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const meGet =
  ({ me }: Services): Handler<'me.get'> =>
  async (_input, caller) =>
    me.view(personOf(caller))
