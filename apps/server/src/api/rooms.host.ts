import type { Services } from '../services/services.ts'
import { byCode } from './by-code.ts'
import type { Handler } from './handler.ts'

export const roomsHost =
  (services: Services): Handler<'rooms.host'> =>
  async ({ code, hostKey }, caller) => {
    await byCode(services, caller, () => services.rooms.mayJoin(code, caller.person))
    const person = await services.rooms.guestFor(caller.person)
    const room = await services.opening.becomeHost(code, hostKey, person, caller.address)
    await caller.startSession(person)
    return { room }
  }
