import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const cardsIKnowThem =
  ({ waves }: Services): Handler<'cards.iKnowThem'> =>
  async ({ code, card }, caller) => {
    await waves.say(code, card, personOf(caller), 'i-know-them')
    return {}
  }
