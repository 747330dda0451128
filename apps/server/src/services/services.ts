/** The services, as the methods find them. */
import type { Input, Output } from '@kith/protocol'
import type { Limits } from '../http/limits.ts'
import type { PersonKey } from '../store/store.ts'
import type { Contacts } from './contacts.ts'
import type { Conversations } from './conversations.ts'
import type { Hosts } from './hosts.ts'
import type { Introductions } from './introductions.ts'
import type { Me } from './me.ts'
import type { Opening } from './opening.ts'
import type { RoomRegistry } from './room/registry.ts'
import type { Rooms } from './rooms.ts'
import type { Waves } from './waves.ts'

export interface Services {
  readonly registry: RoomRegistry
  readonly rooms: Rooms
  readonly opening: Opening
  readonly waves: Waves
  readonly introductions: Introductions
  readonly conversations: Conversations
  readonly contacts: Contacts
  readonly me: Me
  readonly hosts: Hosts
  readonly limits: Limits
  /** The made-up evening; absent where this server does not offer it. */
  evening?: Evening
}

/** The made-up evening (try/). */
export interface Evening {
  /** Opens a made-up room for somebody, and has forty made-up people come. */
  open(person: PersonKey, address: string): Promise<Output<'try.open'>>
  book(whose: Input<'try.book'>['whose']): Output<'try.book'>
}
