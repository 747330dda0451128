/**
 * Identifiers into tokens, by the real evaluation (CON2). A token is the same whoever asks for it, so each identifier is
 * asked for once and every guest who has it takes it from here: a device keeps its tokens as well.
 */
import { randomBytes } from 'node:crypto'
import { OprfClient, ready } from '@kith/contacts/psi/client'
import { Caller } from './caller.ts'

export interface Tokens {
  readonly keyId: string
  readonly of: (identifier: string) => string
  readonly batches: number
}

/** What one guest may ask for in one room: 5,120 elements in batches of 64. */
const BATCHES_PER_GUEST = 80
const BATCH = 64

/** `evaluate`s as several guests, each with a room of their own, because of what one may ask for. */
export const makeTokens = async (identifiers: readonly string[], origin: string): Promise<Tokens> => {
  await ready()
  const tokens = new Map<string, string>()
  const share = BATCHES_PER_GUEST * BATCH
  let keyId = ''
  for (let first = 0; first < identifiers.length; first += share)
    keyId = await evaluateAs(new Caller(origin), identifiers.slice(first, first + share), tokens)
  return { keyId, of: (identifier) => tokens.get(identifier)!, batches: Math.ceil(identifiers.length / BATCH) }
}

const evaluateAs = async (
  caller: Caller,
  identifiers: readonly string[],
  tokens: Map<string, string>,
): Promise<string> => {
  const { room } = await caller.call('rooms.open', { name: 'Preparation', size: 10 })
  const { keyId } = await caller.call('me.get', {})
  const inputs = identifiers.map((identifier) => Buffer.from(identifier))
  const client = new OprfClient({ inputs, keyId, random: (length) => randomBytes(length) })
  for (let batch = client.blind(); batch; batch = client.blind()) {
    const answer = await caller.call('contacts.evaluate', {
      batch: Buffer.from(batch.blindedElements).toString('base64url'),
    })
    const evaluation = { keyId: answer.keyId, evaluatedElements: Buffer.from(answer.batch, 'base64url') }
    const result = client.finalize(batch, evaluation)
    if (!result.ok) throw new Error(`an evaluation is none: ${result.error.code}`)
    for (const [index, output] of result.outputs.entries())
      tokens.set(identifiers[result.first + index]!, Buffer.from(output).toString('base64url'))
  }
  await caller.call('host.close', { code: room.face.code })
  caller.close()
  return keyId
}
