import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const cardsTakeBack =
  ({ waves }: Services): Handler<'cards.takeBack'> =>
  async ({ code, card }, caller) => {
    await waves.takeBack(code, card, personOf(caller))
    return {}
  }
