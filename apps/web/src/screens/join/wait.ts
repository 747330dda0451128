/** Counts down the seconds that the server asked to wait. */
import { useCallback, useEffect, useState } from 'react'

export interface Wait {
  /** 0: one may go on. */
  readonly seconds: number
  readonly begin: (seconds: number) => void
}

export const useWait = (): Wait => {
  const [until, setUntil] = useState(0)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (until === 0) return
    const tick = (): void => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])
  return { seconds, begin: useCallback((wait) => setUntil(Date.now() + wait * 1000), []) }
}
