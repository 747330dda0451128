/** Keeps the screen on while it should be, and again after one has looked elsewhere. Not every device can. */
import { useEffect } from 'react'

export const canKeepScreenOn = (): boolean => 'wakeLock' in navigator

export const useWakeLock = (on: boolean): void => {
  useEffect(() => {
    if (!on || !canKeepScreenOn()) return
    let lock: WakeLockSentinel | undefined
    let over = false
    const take = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      // Refused when the battery is low: then the screen goes dark as it always does.
      const taken = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (over) void taken?.release()
      else lock = taken
    }
    const again = () => void take()
    void take()
    document.addEventListener('visibilitychange', again)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', again)
      void lock?.release()
    }
  }, [on])
}
