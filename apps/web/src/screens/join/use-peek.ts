/** A room as it looks from outside, looked at anew while one stands there. */
import type { RoomFace } from '@kith/protocol'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../client/call.ts'
import type { CallError } from '../../client/result.ts'

const EVERY_MS = 15_000

export type Peek =
  | { readonly state: 'looking' }
  | { readonly state: 'no-room' }
  | { readonly state: 'seen'; readonly face: RoomFace }
  | { readonly state: 'failed'; readonly error: CallError }

export const usePeek = (code: string): Peek & { readonly again: () => void } => {
  const [peek, setPeek] = useState<Peek>({ state: 'looking' })
  const look = useCallback(async (): Promise<Peek> => {
    const result = await call('rooms.peek', { code })
    if (result.ok) return { state: 'seen', face: result.value }
    return result.error.error === 'no-room' ? { state: 'no-room' } : { state: 'failed', error: result.error }
  }, [code])
  const see = useCallback(
    (next: Peek) => setPeek((before) => (before.state === 'seen' && next.state === 'failed' ? before : next)),
    [],
  )
  useEffect(() => {
    let over = false
    const peekNow = async (): Promise<void> => {
      const next = await look()
      if (over) return
      see(next)
      // Wrong codes are counted: one is asked about once.
      if (next.state === 'no-room') clearInterval(timer)
    }
    const timer = setInterval(() => document.visibilityState === 'visible' && void peekNow(), EVERY_MS)
    void peekNow()
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [look, see])
  return { ...peek, again: () => void look().then(see) }
}
