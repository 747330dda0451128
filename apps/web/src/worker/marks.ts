/**
 * Tokens for identifiers (CON2): those that the device has are kept, the others are asked for in batches of 64. A batch
 * whose answer was lost is sent again as it was; what has arrived is kept at once, so that a reload loses nothing.
 */
import { type BlindedBatch, OprfClient, ready } from '@kith/contacts/psi/client'
import type { CallError } from '../client/result.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import type { Surroundings } from './surroundings.ts'

/** Batches under way at once: one is blinded here while another is evaluated there. */
const LANES = 3
/** A defect of the server does not pass by asking for ever. */
const MOST_FAILURES = 4
/** A budget that is back sooner is waited for, a longer one is told. */
const LONGEST_WAIT_SECONDS = 60

export interface Marks {
  readonly tokens: ReadonlyMap<string, Uint8Array>
  /** Why some are missing. */
  readonly error?: CallError | 'stopped'
}

export interface MarksOptions {
  readonly keyId: string
  readonly identifiers: readonly string[]
  readonly surroundings: Surroundings
  readonly isStopped: () => boolean
  /** Hears of every change; `isWaiting` while there is no connection. */
  readonly onProgress: (tokens: ReadonlyMap<string, Uint8Array>, isWaiting: boolean) => void
}

export async function marksFor(options: MarksOptions): Promise<Marks> {
  await ready()
  const { keyId, surroundings } = options
  const tokens = await surroundings.store.tokens(keyId)
  const missing = [...new Set(options.identifiers)].filter((identifier) => !tokens.has(identifier))
  options.onProgress(tokens, false)
  return new Marking(options, tokens, missing).run()
}

class Marking {
  readonly #options: MarksOptions
  readonly #tokens: Map<string, Uint8Array>
  readonly #missing: readonly string[]
  readonly #client: OprfClient
  #error: Marks['error']

  constructor(options: MarksOptions, tokens: Map<string, Uint8Array>, missing: readonly string[]) {
    this.#options = options
    this.#tokens = tokens
    this.#missing = missing
    const encoder = new TextEncoder()
    const inputs = missing.map((identifier) => encoder.encode(identifier))
    this.#client = new OprfClient({ inputs, keyId: options.keyId, random: options.surroundings.random })
  }

  async run(): Promise<Marks> {
    await Promise.all(Array.from({ length: LANES }, () => this.#lane()))
    this.#client.cancel()
    return this.#error === undefined ? { tokens: this.#tokens } : { tokens: this.#tokens, error: this.#error }
  }

  async #lane(): Promise<void> {
    while (!this.#isOver()) {
      const batch = this.#client.blind()
      if (batch === undefined) return
      await this.#ask(batch)
      await this.#options.surroundings.wait(0)
    }
  }

  #isOver(): boolean {
    if (this.#options.isStopped()) this.#error ??= 'stopped'
    return this.#error !== undefined
  }

  /** Until the batch is answered, or something does not pass by itself. */
  async #ask(batch: BlindedBatch): Promise<void> {
    const { server } = this.#options.surroundings
    const sent = toBase64Url(batch.blindedElements)
    for (let tries = 0; !this.#isOver(); tries++) {
      const result = await server.evaluate(sent)
      const error = result.ok ? await this.#take(batch, result.value) : result.error
      if (error === undefined) return
      const pause = pauseAfter(error, tries)
      if (pause === undefined) {
        this.#error ??= error
        return
      }
      this.#options.onProgress(this.#tokens, true)
      await this.#pause(pause)
    }
  }

  async #take(
    batch: BlindedBatch,
    { keyId, batch: answer }: { keyId: string; batch: string },
  ): Promise<CallError | undefined> {
    const finalized = this.#client.finalize(batch, { keyId, evaluatedElements: fromBase64Url(answer) })
    if (!finalized.ok) return { error: finalized.error.code === 'wrong-key' ? 'wrong-key' : 'internal' }
    const { first, outputs } = finalized
    const arrived = outputs.map((token, index) => ({ identifier: this.#missing[first + index]!, token }))
    await this.#options.surroundings.store.putTokens(keyId, arrived)
    for (const { identifier, token } of arrived) this.#tokens.set(identifier, token)
    this.#options.onProgress(this.#tokens, false)
    return undefined
  }

  /** In short pieces, so that *Stop here* is heard. */
  async #pause(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0 && !this.#isOver(); left -= 250) {
      await this.#options.surroundings.wait(Math.min(left, 250))
    }
  }
}

/** Milliseconds until the same batch is sent again; undefined where that is no use. */
function pauseAfter(error: CallError, tries: number): number | undefined {
  const growing = Math.min(500 * 2 ** tries, 8_000)
  switch (error.error) {
    case 'offline':
    case 'too-busy':
      return growing
    case 'internal':
      return tries + 1 < MOST_FAILURES ? growing : undefined
    case 'too-much': {
      const seconds = error.retryAfter ?? LONGEST_WAIT_SECONDS + 1
      return seconds <= LONGEST_WAIT_SECONDS ? seconds * 1000 : undefined
    }
    default:
      return undefined
  }
}
