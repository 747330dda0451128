/** What the services stand on: interfaces only. context.ts puts the real ones in. */
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'
import type { Floor } from './floor/floor.ts'
import type { Guests } from './guests.ts'
import type { Hashes } from './hashes.ts'
import type { Telling } from './telling.ts'

/** As much of the logger as services need; what they hand it names nobody. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export interface Needs {
  readonly store: Store
  readonly bus: Bus
  readonly clock: Clock
  readonly hashes: Hashes
  readonly telling: Telling
  /** 16 random bytes in base64url. */
  readonly newId: () => string
  readonly log: Log
}

export interface RoomNeeds extends Needs {
  readonly floor: Floor
  readonly guests: Guests
}
