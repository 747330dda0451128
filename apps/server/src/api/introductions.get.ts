import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const introductionsGet =
  ({ introductions }: Services): Handler<'introductions.get'> =>
  async ({ id }, caller) => {
    const person = personOf(caller)
    return introductions.view(await introductions.get(id, person), person)
  }
