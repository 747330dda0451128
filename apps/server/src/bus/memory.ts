/**
 * The bus of one process: in memory, with one file so that a kill or a restart keeps the rooms. Writers wait in a queue;
 * those of one tick are written together. What they change is read by nobody before it is in the file.
 */
import { budgets } from './budgets.ts'
import type { Bus, BusChange, BusKey, UnixSeconds } from './bus.ts'
import { requireChanges, requireEnd, requireSpending } from './changes.ts'
import { channels } from './channels.ts'
import { BusFile } from './file.ts'
import { encodeCommit } from './line.ts'
import { Records } from './records.ts'
import { snapshotLines } from './snapshot.ts'
import { type Order, WriteQueue } from './write-queue.ts'

export interface MemoryBusOptions {
  /** Absent: nothing outlives the process. Its directory must be in no backup. */
  readonly file?: string
  readonly now: () => UnixSeconds
  readonly log?: { warn(details: object, message: string): void }
}

export interface MemoryBus extends Bus {
  /** Forgets what has ended, in memory and in the file. Happens by itself every 30 seconds and when disposed. */
  compact(): Promise<void>
}

const COMPACTION_INTERVAL_MS = 30_000

export async function createMemoryBus({ file: path, now, log }: MemoryBusOptions): Promise<MemoryBus> {
  const records = new Records()
  const opened = path === undefined ? undefined : await BusFile.open(path, (c) => records.apply(c.changes, c.at))
  if (opened !== undefined && opened.torn > 0)
    log?.warn({ file: path, bytes: opened.torn }, 'the last record of the bus was half written and is dropped')
  records.sweep(now())
  return new InProcessBus(records, opened?.file, now, log)
}

class InProcessBus implements MemoryBus {
  readonly #records: Records
  readonly #file: BusFile | undefined
  readonly #now: () => UnixSeconds
  readonly #log: MemoryBusOptions['log']
  readonly #queue: WriteQueue
  readonly #budgets = budgets()
  readonly #channels: ReturnType<typeof channels>
  readonly #interval: NodeJS.Timeout
  #compaction: Promise<void> | undefined
  #disposal: Promise<void> | undefined
  /** The file could not be written the last time. */
  #isFailing = false

  constructor(records: Records, file: BusFile | undefined, now: () => UnixSeconds, log: MemoryBusOptions['log']) {
    this.#records = records
    this.#file = file
    this.#now = now
    this.#log = log
    this.#queue = new WriteQueue((orders) => this.#carryOut(orders))
    this.#channels = channels((error) => log?.warn({ err: error }, 'a listener of the bus failed'))
    this.#interval = setInterval(() => void this.#compactQuietly(), COMPACTION_INTERVAL_MS).unref()
  }

  async read(key: BusKey): Promise<ReadonlyMap<string, string>> {
    this.#requireOpen()
    return new Map(this.#records.get(key, this.#now())?.fields)
  }

  async readField(key: BusKey, field: string): Promise<string | undefined> {
    this.#requireOpen()
    return this.#records.get(key, this.#now())?.fields.get(field)
  }

  async endOf(key: BusKey): Promise<UnixSeconds | undefined> {
    this.#requireOpen()
    return this.#records.get(key, this.#now())?.until
  }

  async commit(changes: readonly BusChange[]): Promise<void> {
    this.#requireOpen()
    requireChanges(changes)
    if (changes.length > 0) await this.#queue.push({ keys: changes.map(({ key }) => key), plan: () => changes })
  }

  async writeIfAbsent(key: BusKey, field: string, value: string, until: UnixSeconds): Promise<boolean> {
    this.#requireOpen()
    requireEnd(until)
    let isAbsent = false
    const plan = (now: UnixSeconds): BusChange[] => {
      const record = this.#records.get(key, now)
      isAbsent = record?.fields.has(field) !== true
      const end = Math.max(until, record?.until ?? until)
      return isAbsent ? [{ kind: 'write', key, fields: { [field]: value }, until: end }] : []
    }
    await this.#queue.push({ keys: [key], reads: key, plan })
    return isAbsent
  }

  async spend(key: BusKey, amount: number, limit: number, within: number) {
    this.#requireOpen()
    requireSpending(amount, limit, within)
    return this.#budgets.spend(key, amount, limit, within, this.#now())
  }

  async publish(channel: string, message: string): Promise<void> {
    this.#requireOpen()
    await this.#channels.publish(channel, message)
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>> {
    this.#requireOpen()
    return this.#channels.subscribe(channel, listener)
  }

  async ping(): Promise<void> {
    this.#requireOpen()
    // An empty commit: only by writing does one learn that there is room on the disk again.
    if (this.#isFailing) await this.#queue.push({ keys: [], plan: () => [] })
  }

  async compact(): Promise<void> {
    this.#requireOpen()
    await this.#compact()
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#disposal ??= this.#dispose()
    return this.#disposal
  }

  /** Written first and carried out then, so that what failed has not happened. */
  async #carryOut(orders: readonly Order[]): Promise<void> {
    const at = this.#now()
    const commits = orders.map(({ plan }) => plan(at)).filter((changes) => changes.length > 0 || this.#isFailing)
    if (commits.length === 0) return
    try {
      await this.#file?.append(Buffer.concat(commits.map((changes) => encodeCommit({ at, changes }))))
      this.#isFailing = false
    } catch (error) {
      this.#isFailing = true
      throw error
    }
    for (const changes of commits) this.#records.apply(changes, at)
  }

  /** One at a time: whoever asks during one gets the next. */
  #compact(): Promise<void> {
    const next = (this.#compaction ?? Promise.resolve()).catch(() => undefined).then(() => this.#compactNow())
    this.#compaction = next
    return next
  }

  async #compactNow(): Promise<void> {
    const now = this.#now()
    this.#budgets.sweep(now)
    const ended = this.#records.sweep(now)
    const file = this.#file
    if (file === undefined || (ended === 0 && !file.hasGrown)) return
    await file.compact(snapshotLines(this.#records, this.#now), (task) => this.#queue.inTurn(task))
  }

  async #compactQuietly(): Promise<void> {
    try {
      await this.#compact()
    } catch (error) {
      this.#log?.warn({ err: error, file: this.#file?.path }, 'the file of the bus could not be compacted')
    }
  }

  async #dispose(): Promise<void> {
    clearInterval(this.#interval)
    await this.#queue.whenEmpty()
    try {
      await this.#compact()
    } finally {
      await this.#file?.close()
      this.#channels.clear()
    }
  }

  #requireOpen(): void {
    if (this.#disposal !== undefined) throw new Error('bus: closed')
  }
}
