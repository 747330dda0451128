/** `call('cards.wave', {…})`: one method of the server. Never throws for what can be expected. */
import type { Input, MethodName, Output, WireError } from '@kith/protocol'
import type { Result } from './result.ts'

/** Long enough for a room's sealing on a slow line, short enough to say something. */
const TIMEOUT_MS = 20_000

export interface CallOptions {
  readonly timeoutMs?: number
  /** The page may close meanwhile: the browser sends it all the same. */
  readonly outliving?: boolean
}

/** A method that was answered, with what went in: the store listens, so that no screen has to tell it. */
export type Answered = {
  [M in MethodName]: { readonly method: M; readonly input: Input<M>; readonly output: Output<M> }
}[MethodName]

const listeners = new Set<(answered: Answered) => void>()

/** Hears of every call that succeeded, before its caller does. */
export const onAnswered = (listener: (answered: Answered) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const call = async <M extends MethodName>(
  method: M,
  input: Input<M>,
  { timeoutMs = TIMEOUT_MS, outliving = false }: CallOptions = {},
): Promise<Result<Output<M>>> => {
  const result = await post<Output<M>>(`/api/${method}`, input, timeoutMs, outliving)
  if (result.ok) {
    const answered = { method, input, output: result.value } as unknown as Answered
    for (const listener of listeners) listener(answered)
  }
  return result
}

const post = async <T>(path: string, body: unknown, timeoutMs: number, keepalive: boolean): Promise<Result<T>> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
      signal: AbortSignal.timeout(timeoutMs),
    })
    return response.ok ? { ok: true, value: await response.json() } : { ok: false, error: await errorOf(response) }
  } catch {
    return { ok: false, error: { error: 'offline' } }
  }
}

/** A proxy in between may answer with a page of its own: that is the server being away, not a defect of ours. */
const errorOf = async (response: Response): Promise<WireError> => {
  const body: unknown = await response.json().catch(() => undefined)
  if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string') {
    return body as WireError
  }
  return { error: response.status === 429 || response.status >= 502 ? 'too-busy' : 'internal' }
}
