import type { Services } from '../services/services.ts'
import { byCode } from './by-code.ts'
import type { Handler } from './handler.ts'

export const roomsJoin =
  (services: Services): Handler<'rooms.join'> =>
  async ({ code, firstName }, caller) => {
    await byCode(services, caller, () => services.rooms.mayJoin(code, caller.person))
    const isMadeUp = services.registry.byCode(code).room.madeUp && caller.person !== undefined
    const person = isMadeUp ? caller.person! : await services.rooms.guestFor(caller.person)
    const joined = await services.rooms.join(code, { person, address: caller.address, ...(firstName && { firstName }) })
    if (caller.person !== person) await caller.startSession(person)
    else await services.introductions.extend(person)
    return joined
  }
