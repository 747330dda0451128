import type { Services } from '../services/services.ts'
import { byCode } from './by-code.ts'
import type { Handler } from './handler.ts'

export const roomsPeek =
  (services: Services): Handler<'rooms.peek'> =>
  async ({ code }, caller) =>
    byCode(services, caller, () => services.rooms.peek(code, caller.person))
