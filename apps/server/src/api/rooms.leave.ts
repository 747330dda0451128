import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const roomsLeave =
  ({ rooms }: Services): Handler<'rooms.leave'> =>
  async ({ code }, caller) => {
    await rooms.leave(code, personOf(caller))
    return {}
  }
