import type { Services } from '../services/services.ts'
import type { Handler } from './handler.ts'

export const meClaim =
  ({ me }: Services): Handler<'me.claim'> =>
  async ({ key }, caller) => {
    const person = await me.claim(key)
    await caller.startSession(person)
    return me.view(person)
  }
