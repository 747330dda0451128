import type { Services } from '../services/services.ts'
import { byCode } from './by-code.ts'
import type { Handler } from './handler.ts'

export const roomsWall =
  (services: Services): Handler<'rooms.wall'> =>
  async ({ code }, caller) =>
    byCode(services, caller, () => services.rooms.wall(code))
