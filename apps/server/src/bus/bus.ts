/**
 * The bus holds what may not be in the database: sessions and guests, presence, sealed lists, counts, rate limits. All of
 * it ends at a time. Small enough for Redis (docs/decisions/0007-the-bus.md has the commands beside each method), and
 * asynchronous for that reason. Everything written is kept, also over a kill, before the promise is fulfilled; only
 * budgets (`spend`) may be lost with the process. `createMemoryBus` keeps it; contract: apps/server/test/bus/contract.ts.
 */
import type { UnixSeconds } from '../clock.ts'

export type { UnixSeconds } from '../clock.ts'

/**
 * Names a record. What stands in braces, the tag, says which records belong together and lie on one shard:
 * `room:{k3}:lists`. Without braces the whole key is the tag.
 */
export type BusKey = string

export type Spent =
  | { readonly ok: true; readonly left: number }
  /** Nothing was spent. Whole seconds until the window begins anew. */
  | { readonly ok: false; readonly retryAfter: number }

/** One change of one record; those of one `commit` are carried out in their order, together or not at all. */
export type BusChange =
  /**
   * Sets fields and leaves the others; the whole record ends at `until`, whatever was said before: at once where that has
   * passed. Without fields it moves the end of a record that is there, and makes none.
   */
  | {
      readonly kind: 'write'
      readonly key: BusKey
      readonly fields: Readonly<Record<string, string>>
      readonly until: UnixSeconds
    }
  /** A record whose last field goes is gone. */
  | { readonly kind: 'remove-fields'; readonly key: BusKey; readonly fields: readonly string[] }
  | { readonly kind: 'remove'; readonly key: BusKey }

export interface Bus {
  /** All fields of a record, as they are now; an empty map where there is none, or where it has ended. */
  read(key: BusKey): Promise<ReadonlyMap<string, string>>
  readField(key: BusKey, field: string): Promise<string | undefined>
  /** When a record ends; undefined where there is none. */
  endOf(key: BusKey): Promise<UnixSeconds | undefined>
  /** The keys of one commit share a tag; others are refused. Nobody reads a change before it is kept. */
  commit(changes: readonly BusChange[]): Promise<void>
  /**
   * Sets a field only where it is absent, and says whether it did. Then the record ends at the later of `until` and the
   * end it had; otherwise nothing changes.
   */
  writeIfAbsent(key: BusKey, field: string, value: string, until: UnixSeconds): Promise<boolean>
  /**
   * Spends from a budget that is full again `within` seconds after it was first spent from. Whole or not at all. Budgets
   * have names of their own: a record of the same key is another thing.
   */
  spend(key: BusKey, amount: number, limit: number, within: number): Promise<Spent>
  /** To every process that listens to the channel, this one included; not kept for those who listen later. */
  publish(channel: string, message: string): Promise<void>
  /** Messages of one channel come in the order in which they were published. Returns how to stop listening. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>
  /** Whether it answers, and keeps what is written. */
  ping(): Promise<void>
  /** Writes what is pending and lets go of the file or the connection. */
  [Symbol.asyncDispose](): Promise<void>
}
