/** What the import needs of the world around it. In the app: IndexedDB, the server, the clock and the browser's chance. */
import type { Input, Output } from '@kith/protocol'
import type { News, Outcome } from '../device/people/messages.ts'
import type { PeopleStore } from '../device/people/types.ts'

export interface Server {
  evaluate(batch: string): Promise<Outcome<Output<'contacts.evaluate'>>>
  put(list: Input<'contacts.put'>): Promise<Outcome<Output<'contacts.put'>>>
  remove(entries: readonly string[]): Promise<Outcome<unknown>>
}

export interface Surroundings {
  readonly store: PeopleStore
  readonly server: Server
  readonly random: (length: number) => Uint8Array
  /** Lets time pass, and the worker hear what the page says meanwhile. */
  readonly wait: (milliseconds: number) => Promise<void>
  readonly tell: (news: News) => void
}
