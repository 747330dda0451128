import type { Services } from '../services/services.ts'
import type { Handler } from './handler.ts'

export const roomsOpen =
  ({ rooms, opening }: Services): Handler<'rooms.open'> =>
  async (input, caller) => {
    const host = await rooms.guestFor(caller.person)
    const opened = await opening.open(input, host, caller.address)
    await caller.startSession(host)
    return opened
  }
