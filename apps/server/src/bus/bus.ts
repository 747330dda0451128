/**
 * The bus holds what may not be in the database: sessions and guests, presence, sealed lists, counts, rate limits. All of
 * it ends at a time. Small enough for Redis (docs/decisions/0007-the-bus.md has the commands beside each method), and
 * asynchronous for that reason. Everything written is kept, also over a kill, before the promise is fulfilled.
 */

/** Unix time in whole seconds. */
export type UnixSeconds = number

/**
 * Names a record. What stands in braces says which records belong together and lie on one shard: `room:{k3}:lists`.
 */
export type BusKey = string

export type Spent =
  | { readonly ok: true; readonly left: number }
  /** Nothing was spent. Whole seconds until the window begins anew. */
  | { readonly ok: false; readonly retryAfter: number }

/** One change of one record; those of one `commit` are carried out together or not at all. */
export type BusChange =
  /** Sets fields and leaves the others; the whole record ends at `until`, whatever was said before. */
  | {
      readonly kind: 'write'
      readonly key: BusKey
      readonly fields: Readonly<Record<string, string>>
      readonly until: UnixSeconds
    }
  | { readonly kind: 'remove-fields'; readonly key: BusKey; readonly fields: readonly string[] }
  | { readonly kind: 'remove'; readonly key: BusKey }

export interface Bus {
  /** All fields of a record; an empty map where there is none, or where it has ended. */
  read(key: BusKey): Promise<ReadonlyMap<string, string>>
  readField(key: BusKey, field: string): Promise<string | undefined>
  /** When a record ends; undefined where there is none. */
  endOf(key: BusKey): Promise<UnixSeconds | undefined>
  commit(changes: readonly BusChange[]): Promise<void>
  /** Sets a field only where it is absent; says whether it did. The record keeps the later of its ends. */
  writeIfAbsent(key: BusKey, field: string, value: string, until: UnixSeconds): Promise<boolean>
  /** Spends from a budget that is full again `within` seconds after it was first spent from. Whole or not at all. */
  spend(key: BusKey, amount: number, limit: number, within: number): Promise<Spent>
  /** To every process that listens to the channel, this one included; not kept for those who listen later. */
  publish(channel: string, message: string): Promise<void>
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>
  /** Whether it answers. */
  ping(): Promise<void>
  /** Writes what is pending and lets go of the file or the connection. */
  [Symbol.asyncDispose](): Promise<void>
}
