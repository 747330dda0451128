import { Refusal } from '../services/refusal.ts'
import type { Services } from '../services/services.ts'
import type { Handler } from './handler.ts'

export const tryBook =
  ({ evening }: Services): Handler<'try.book'> =>
  async ({ whose }) => {
    if (!evening) throw new Refusal('not-offered')
    return evening.book(whose)
  }
