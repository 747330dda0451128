/** Cards that their viewer has just sent away: each keeps its room for a while, with what was done and how to undo it. */
import type { CardView } from '@kith/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'

export type Farewell = 'not-now' | 'know' | 'blocked'

export interface SentAway {
  readonly card: CardView
  readonly why: Farewell
  /** In px: what lies below must not move up under the finger that tapped. */
  readonly height: number
}

const STAYS_MS = 12_000

export interface Farewells {
  readonly all: ReadonlyMap<string, SentAway>
  readonly say: (away: SentAway) => void
  readonly end: (card: string) => void
}

export const useFarewells = (): Farewells => {
  const [all, setAll] = useState<ReadonlyMap<string, SentAway>>(new Map())
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => () => timers.current.forEach(clearTimeout), [])
  const end = useCallback((card: string) => {
    setAll((before) => new Map([...before].filter(([id]) => id !== card)))
  }, [])
  const say = useCallback(
    (away: SentAway) => {
      setAll((before) => new Map(before).set(away.card.id, away))
      timers.current.add(setTimeout(() => end(away.card.id), STAYS_MS))
    },
    [end],
  )
  return { all, say, end }
}
