/** What the big screen shows, asked for every few seconds: it needs no session, and keeps what it had without a connection. */
import type { WallView } from '@kith/protocol'
import { useEffect, useState } from 'react'
import { call } from '../../client/call.ts'

const EVERY_MS = 5000

export type Wall =
  | { readonly state: 'looking' }
  | { readonly state: 'no-room' }
  | { readonly state: 'seen'; readonly view: WallView; readonly connected: boolean }

export const useWall = (code: string): Wall => {
  const [wall, setWall] = useState<Wall>({ state: 'looking' })
  useEffect(() => {
    let over = false
    const look = async (): Promise<void> => {
      const result = await call('rooms.wall', { code }, { timeoutMs: EVERY_MS })
      if (over) return
      if (result.ok) setWall({ state: 'seen', view: result.value, connected: true })
      else if (result.error.error === 'no-room') {
        clearInterval(timer)
        setWall({ state: 'no-room' })
      } else setWall((before) => (before.state === 'seen' ? { ...before, connected: false } : before))
    }
    const timer = setInterval(() => void look(), EVERY_MS)
    void look()
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [code])
  return wall
}
