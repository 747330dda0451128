import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const cardsNotNow =
  ({ waves }: Services): Handler<'cards.notNow'> =>
  async ({ code, card }, caller) => {
    await waves.say(code, card, personOf(caller), 'not-now')
    return {}
  }
