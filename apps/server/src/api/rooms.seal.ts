import type { Services } from '../services/services.ts'
import { type Handler, personOf } from './handler.ts'

export const roomsSeal =
  ({ rooms }: Services): Handler<'rooms.seal'> =>
  async ({ code }, caller) => ({ room: await rooms.seal(code, personOf(caller)) })
