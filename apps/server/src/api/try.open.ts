import { Refusal } from '../services/refusal.ts'
import type { Services } from '../services/services.ts'
import type { Handler } from './handler.ts'

/** So that a wave in a made-up evening asks for nothing first; only made-up people ever see it. */
const VISITOR = 'Alex'

export const tryOpen =
  (services: Services): Handler<'try.open'> =>
  async (_input, caller) => {
    const { rooms, registry, evening } = services
    if (!evening) throw new Refusal('not-offered')
    if (caller.person !== undefined && (await rooms.isInRoom(caller.person))) throw new Refusal('in-a-room')
    const person = await rooms.newGuest(true)
    await registry.needs.guests.note(person, { name: VISITOR })
    const opened = await evening.open(person, caller.address)
    await caller.startSession(person)
    return opened
  }
