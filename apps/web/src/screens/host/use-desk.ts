/** The desk, kept up to date over the socket while it is open. */
import type { DeskView } from '@kith/protocol'
import { useCallback, useEffect } from 'react'
import { call } from '../../client/call.ts'
import { useConnection, useSnapshot } from '../../state/hooks.ts'
import { store } from '../../state/store.ts'

/** The last bar moves on also when nobody comes. */
const EVERY_MS = 60_000

export const useDesk = (code: string): DeskView | undefined => {
  const desk = useSnapshot(({ desks }) => desks[code])
  const connected = useConnection().state === 'connected'
  const look = useCallback(async () => {
    const result = await call('host.desk', { code })
    if (result.ok) showDesk(result.value)
  }, [code])
  useEffect(() => {
    void look()
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), EVERY_MS)
    return () => clearInterval(timer)
  }, [look])
  useEffect(() => {
    if (!connected) return
    store.live.send({ kind: 'watch-desk', code, on: true })
    return () => store.live.send({ kind: 'watch-desk', code, on: false })
  }, [connected, code])
  return desk
}

/** What a method answered is the desk, until the socket says more. */
export const showDesk = (desk: DeskView): void => store.hear({ kind: 'desk', desk })
