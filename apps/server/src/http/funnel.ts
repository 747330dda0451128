/** The one way from whatever was thrown to what the wire may say of it. */
import { ERRORS, type WireError } from '@kith/protocol'
import { Refusal } from '../services/refusal.ts'

export interface Told {
  readonly status: number
  readonly wire: WireError
  /** Nobody expected it: the log gets all of it, the caller its id. */
  readonly isDefect: boolean
}

export const toWire = (thrown: unknown, id: string): Told => {
  const wire = expected(thrown)
  if (wire === undefined) return { status: ERRORS.internal.status, wire: { error: 'internal', id }, isDefect: true }
  return { status: ERRORS[wire.error].status, wire, isDefect: false }
}

const expected = (thrown: unknown): WireError | undefined => {
  if (thrown instanceof Refusal) return thrown.wire
  return OF_FASTIFY.get(codeOf(thrown))
}

const codeOf = (thrown: unknown): unknown => (thrown instanceof Error && 'code' in thrown ? thrown.code : undefined)

const noJson: WireError = { error: 'bad-input', field: '', rule: 'must be JSON, and say so (application/json)' }

/** What Fastify refuses before a method is reached. */
const OF_FASTIFY: ReadonlyMap<unknown, WireError> = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', { error: 'too-large' }],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', noJson],
  ['FST_ERR_CTP_INVALID_JSON_BODY', noJson],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', noJson],
  ['FST_ERR_CTP_EMPTY_TYPE', noJson],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', noJson],
])
