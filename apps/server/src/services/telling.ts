/** How services reach the devices of somebody who may be connected or not; live/hub.ts does it. */
import type { LiveEvent } from '@kith/protocol'
import type { PersonKey } from '../store/store.ts'

export interface Telling {
  /** To all devices of a person, in order. Never fails and never waits: who is not connected is told everything anew. */
  tell(person: PersonKey, event: LiveEvent): void
  /** Whether any device of the person is connected. */
  isConnected(person: PersonKey): boolean
  /** Those of a room's hosts who have its desk open. */
  watchersOf(code: string): Iterable<PersonKey>
  /** Ends all sockets of a person: their session is over. */
  disconnect(person: PersonKey): void
}
