/**
 * Tokens of made-up identifiers (CON2), by the evaluation that everybody uses. They are the same for every evening under
 * one key, so that each is asked for once in the life of the process.
 */
import { randomFillSync } from 'node:crypto'
import { OprfClient, ready } from '@kith/contacts/psi/client'
import type { Device } from './device.ts'

export class Tokens {
  readonly #known = new Map<string, string>()
  #asking: Promise<unknown> = Promise.resolve()

  /** The token of each of these identifiers; a device asks for those that are not known. */
  async of(identifiers: readonly string[], keyId: string, device: Device): Promise<(identifier: string) => string> {
    // One after the other, so that nothing is asked for twice.
    const asked = this.#asking.then(() => this.#ask(identifiers, keyId, device))
    this.#asking = asked.catch(() => undefined)
    await asked
    return (identifier) => this.#known.get(nameOf(identifier, keyId))!
  }

  async #ask(identifiers: readonly string[], keyId: string, device: Device): Promise<void> {
    await ready()
    const missing = identifiers.filter((identifier) => !this.#known.has(nameOf(identifier, keyId)))
    const inputs = missing.map((identifier) => new TextEncoder().encode(identifier))
    const client = new OprfClient({ inputs, keyId, random })
    for (let batch = client.blind(); batch; batch = client.blind()) {
      const asked = Buffer.from(batch.blindedElements).toString('base64url')
      const answer = await device.call('contacts.evaluate', { batch: asked })
      const evaluatedElements = new Uint8Array(Buffer.from(answer.batch, 'base64url'))
      const result = client.finalize(batch, { keyId: answer.keyId, evaluatedElements })
      if (!result.ok) throw new Error(`evaluation: ${result.error.code}`)
      for (const [index, output] of result.outputs.entries())
        this.#known.set(nameOf(missing[result.first + index]!, keyId), Buffer.from(output).toString('base64url'))
    }
  }
}

const random = (length: number): Uint8Array => randomFillSync(new Uint8Array(length))

const nameOf = (identifier: string, keyId: string): string => `${keyId} ${identifier}`
