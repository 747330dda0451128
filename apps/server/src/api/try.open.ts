import { Refusal } from '../services/refusal.ts'
import type { Services } from '../services/services.ts'
import type { Handler } from './handler.ts'

export const tryOpen =
  (services: Services): Handler<'try.open'> =>
  async (_input, caller) => {
    const { rooms, evening } = services
    if (!evening) throw new Refusal('not-offered')
    if (caller.person !== undefined && (await rooms.isInRoom(caller.person))) throw new Refusal('in-a-room')
    const person = await rooms.newGuest(true)
    const opened = await evening.open(person, caller.address)
    await caller.startSession(person)
    return opened
  }
