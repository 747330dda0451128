import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const cardsIKnowThemTakenBack =
  ({ waves }: Services): Handler<'cards.iKnowThemTakenBack'> =>
  async ({ code, card }, caller) => {
    await waves.knowTakenBack(code, card, personOf(caller))
    return {}
  }
