import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const peopleReport =
  ({ waves }: Services): Handler<'people.report'> =>
  async ({ text, ...pointing }, caller) => {
    await waves.report(personOf(caller), pointing, text)
    return {}
  }
