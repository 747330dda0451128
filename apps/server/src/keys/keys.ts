/**
 * What the server does with its secrets. They stay in this folder: `Keys` has functions and no bytes but `addressKey`, and
 * shows nothing of itself to a logger, to JSON or to a debugger.
 */
import { createHash, createHmac } from 'node:crypto'
import { inspect } from 'node:util'
import { deriveKeyPair, type OprfKey, ready } from '@kith/contacts/psi/server'
import type { UnixSeconds } from '../clock.ts'
import { type KeyMaterial, readOrCreate } from './key-file.ts'
import { openSealed, sealText } from './seal.ts'

export interface Keys {
  /** Made by this very start. With a database that is older, the file with its keys was lost. */
  readonly isNew: boolean
  readonly exportedAt: UnixSeconds | undefined
  /** Names the evaluation key: the beginning of a hash of its public half. */
  readonly oprfKeyId: string
  /** Under which network addresses are hashed. */
  readonly addressKey: Uint8Array
  /** CON2: what the database holds of a token: 16 bytes in base64url. */
  storeHash(token: Uint8Array): string
  /** DATA4. `context` says what it is and whose; sealed bytes open only under the context that they were sealed under. */
  seal(text: string, context: string): Uint8Array
  /** Throws where the bytes were not sealed under these keys and this context. */
  open(sealed: Uint8Array, context: string): string
  /** PRES3: a pair of people, the same in either order; 16 bytes in hex. */
  pairKey(one: string, other: string): string
  /** 32 bits, for putting equals in order (ENC5, MUT6). */
  order(...parts: readonly string[]): number
  /** 16 bytes in base64url: an id that follows from its parts and says nothing of them (REV1). */
  id(...parts: readonly string[]): string
  forLogging(): string
}

const STORED_LENGTH = 16
const OPRF_INFO = Buffer.from('kith tokens 1')
const oprfKeys = new WeakMap<Keys, OprfKey>()

/** Reads the key file, or makes it on the first start. */
export async function loadKeys(file: string): Promise<Keys> {
  const { material, isNew } = await readOrCreate(file)
  await ready()
  const { skS, pkS } = deriveKeyPair(material.oprfSeed, OPRF_INFO)
  const id = createHash('sha256').update(pkS).digest('base64url').slice(0, 11)
  const keys = keysOf(material, isNew, id)
  oprfKeys.set(keys, { id, secret: skS })
  return keys
}

/** For the evaluator, which hands it to its worker; for nobody else. */
export function oprfKeyOf(keys: Keys): OprfKey {
  const key = oprfKeys.get(keys)
  if (key === undefined) throw new TypeError('keys: not those of loadKeys')
  return key
}

function keysOf({ storeKey, sealKey, hashKey, exportedAt }: KeyMaterial, isNew: boolean, oprfKeyId: string): Keys {
  const keyed = (purpose: string, parts: readonly string[]) =>
    createHmac('sha256', hashKey).update(framed(purpose, parts)).digest()
  return Object.freeze({
    isNew,
    exportedAt,
    oprfKeyId,
    addressKey: Uint8Array.from(keyed('address', [])),
    storeHash: (token: Uint8Array) =>
      createHmac('sha256', storeKey).update(token).digest().subarray(0, STORED_LENGTH).toString('base64url'),
    seal: (text: string, context: string) => sealText(sealKey, text, context),
    open: (sealed: Uint8Array, context: string) => openSealed(sealKey, sealed, context),
    pairKey(one: string, other: string) {
      if (one === other) throw new RangeError('pairKey: two people, not one')
      const pair = one < other ? [one, other] : [other, one]
      return keyed('pair', pair).subarray(0, STORED_LENGTH).toString('hex')
    },
    order: (...parts: readonly string[]) => keyed('order', parts).readUInt32BE(),
    id: (...parts: readonly string[]) => keyed('id', parts).subarray(0, STORED_LENGTH).toString('base64url'),
    forLogging: () => '[keys]',
    toJSON: () => '[keys]',
    [inspect.custom]: () => '[keys]',
  })
}

/** Each part with its length, so that no two lists of parts are one: 'ab', 'c' is not 'a', 'bc'. */
function framed(purpose: string, parts: readonly string[]): string {
  return [purpose, ...parts].map((part) => `${part.length}:${part}`).join('')
}
