/** The records of a bus in memory. Time is handed in; what has ended is as absent as what never was. */
import type { BusChange, BusKey, UnixSeconds } from './bus.ts'

export interface BusRecord {
  readonly fields: Map<string, string>
  until: UnixSeconds
}

export class Records {
  readonly #records = new Map<BusKey, BusRecord>()

  get(key: BusKey, now: UnixSeconds): BusRecord | undefined {
    const record = this.#records.get(key)
    return record !== undefined && record.until > now ? record : undefined
  }

  apply(changes: readonly BusChange[], now: UnixSeconds): void {
    for (const change of changes) this.#applyOne(change, now)
  }

  /** Forgets what has ended; returns how many. */
  sweep(now: UnixSeconds): number {
    let ended = 0
    for (const [key, { until }] of this.#records) {
      if (until <= now && this.#records.delete(key)) ended++
    }
    return ended
  }

  /** Live, as iterators of maps are: what is changed meanwhile may or may not be met. */
  entries(): IterableIterator<[BusKey, BusRecord]> {
    return this.#records.entries()
  }

  #applyOne(change: BusChange, now: UnixSeconds): void {
    const record = this.get(change.key, now)
    // What had ended must not come back with a later end.
    if (record === undefined) this.#records.delete(change.key)
    if (change.kind === 'write') this.#write(change, record, now)
    else if (change.kind === 'remove' || (record !== undefined && isEmptied(record, change.fields)))
      this.#records.delete(change.key)
  }

  #write(change: BusChange & { kind: 'write' }, before: BusRecord | undefined, now: UnixSeconds): void {
    const { key, until } = change
    const fields = Object.entries(change.fields)
    if (until <= now) this.#records.delete(key)
    if (until <= now || (before === undefined && fields.length === 0)) return
    const record = before ?? { fields: new Map<string, string>(), until }
    for (const [field, value] of fields) record.fields.set(field, value)
    record.until = until
    this.#records.set(key, record)
  }
}

/** Takes the fields out; whether none is left. */
function isEmptied({ fields }: BusRecord, gone: readonly string[]): boolean {
  for (const field of gone) fields.delete(field)
  return fields.size === 0
}
