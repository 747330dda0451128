/**
 * What one person was told of late, as it went over the wire, so that a device that was in a dead spot gets what it missed.
 * Kept for minutes, in this process alone: whoever comes later, or after a restart, is told everything anew.
 */
import { randomBytes } from 'node:crypto'
import type { UnixSeconds } from '../clock.ts'

export interface Told {
  readonly id: number
  /** The whole message, encoded. */
  readonly text: string
  readonly at: UnixSeconds
}

const KEPT_EVENTS = 500
const KEPT_SECONDS = 300

export class History {
  /** Names this history: ids of another one mean nothing here. */
  readonly epoch: string = randomBytes(12).toString('base64url')
  /** 1, although nothing was told: so a first `state` has an id above 0, which is all that a new device knows. */
  #lastId = 1
  readonly #told: Told[] = []

  get lastId(): number {
    return this.#lastId
  }

  add(encode: (id: number) => string, at: UnixSeconds): string {
    const text = encode(this.#lastId + 1)
    this.#lastId += 1
    this.#told.push({ id: this.#lastId, text, at })
    this.forget(at)
    return text
  }

  /** What came after an id, in order; undefined where some of it is forgotten, or the id was never given. */
  since(id: number): readonly Told[] | undefined {
    const firstKept = this.#lastId - this.#told.length + 1
    if (id > this.#lastId || id < firstKept - 1) return undefined
    return this.#told.slice(id - firstKept + 1)
  }

  /** What is older than a device that was in a dead spot. */
  forget(now: UnixSeconds): void {
    while (this.#told.length > KEPT_EVENTS || (this.#told[0]?.at ?? now) < now - KEPT_SECONDS) this.#told.shift()
  }
}

/** How long a history stays after the last device has gone. */
export const HISTORY_SECONDS = KEPT_SECONDS
