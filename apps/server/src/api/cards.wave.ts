import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const cardsWave =
  ({ waves, introductions }: Services): Handler<'cards.wave'> =>
  async ({ code, card, firstName }, caller) => {
    const person = personOf(caller)
    const id = await waves.wave(code, card, person, firstName)
    return id === undefined
      ? {}
      : { introduction: await introductions.view(await introductions.get(id, person), person) }
  }
