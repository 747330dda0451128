/**
 * A world run through the engine: each presence file becomes calls of its public API, and each pair that is to be told
 * is an encounter. Nothing is counted here.
 */
import type { PresenceKind } from '../worlds/files.ts'
import type { World } from '../worlds/world.ts'
import { replayArrivals } from './arrivals.ts'
import { replayContacts } from './contacts.ts'
import type { Progress, Tell } from './known.ts'
import type { ReplayOptions } from './options.ts'
import { replayRooms } from './rooms.ts'

const REPLAYS: Record<PresenceKind, (world: World, options: ReplayOptions, tell: Tell, progress: Progress) => void> = {
  contacts: replayContacts,
  checkins: replayArrivals,
  visits: replayArrivals,
  rooms: replayRooms,
}

/** Tells every encounter of a world, in the order of the events. */
export const replay = (world: World, options: ReplayOptions, tell: Tell, progress: Progress = () => {}): void => {
  REPLAYS[world.presence.kind](world, options, tell, progress)
}
