import { Refusal } from '../services/refusal.ts'
import type { Services } from '../services/services.ts'
import type { Handler } from './handler.ts'

export const tryBook =
  (services: Services): Handler<'try.book'> =>
  async ({ whose }) => {
    if (!services.evening) throw new Refusal('not-offered')
    return services.evening.book(whose)
  }
