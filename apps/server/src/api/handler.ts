/** What stands behind a method: one file each in this folder, named after it, which calls a service and nothing else. */
import type { Input, MethodName, Output } from '@kith/protocol'
import { Refusal } from '../services/refusal.ts'
import type { PersonKey } from '../store/store.ts'

/** Who calls. */
export interface Caller {
  /** Absent without a session, which only 'nobody' and 'makes' allow. */
  readonly person?: PersonKey
  /** The network address, as a keyed hash: for limits and for GST1. */
  readonly address: string
  /** SHA-256 of the session's secret, hex; absent without a session. */
  readonly session?: string
  /** Tells apart those who share an address and have no session; a hash. */
  readonly browser?: string
  /**
   * Gives the caller a session of this person, in place of the one they have, which is dead at once on all its sockets:
   * for new guests, and at every rise of rights.
   */
  startSession(person: PersonKey): Promise<void>
}

export type Handler<M extends MethodName> = (input: Input<M>, caller: Caller) => Promise<Output<M>>

/** Who calls a method that needs a session: the route has refused everybody without one. */
export const personOf = ({ person }: Caller): PersonKey => {
  if (person === undefined) throw new Refusal('no-session')
  return person
}

export type Handlers = { readonly [M in MethodName]: Handler<M> }
