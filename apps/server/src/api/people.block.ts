import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const peopleBlock =
  ({ waves }: Services): Handler<'people.block'> =>
  async (pointing, caller) => {
    await waves.block(personOf(caller), pointing)
    return {}
  }
