/** How a call ends: expected failure is a value, and having no connection is one of them. */
import type { WireError } from '@kith/protocol'

export type CallError = WireError | { readonly error: 'offline' }

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError }

/** Whether the same call may succeed by itself a little later. */
export const passes = (error: CallError): boolean =>
  error.error === 'offline' || error.error === 'too-busy' || error.error === 'internal' || error.error === 'too-much'
