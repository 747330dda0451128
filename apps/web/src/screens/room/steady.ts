/** A list that keeps still under a finger: which cards to show, and what to put on the list so that it knows. */
import type { CardView } from '@kith/protocol'
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { arrange } from '../../state/arrange.ts'

/** This long after the last touch the list may move again: a finger that has just lifted may come down once more. */
const STILL_MS = 1500

export interface SteadyCard {
  readonly card: CardView
  /** It has gone, and only its room is kept. */
  readonly gone: boolean
}

export interface SteadyList {
  readonly rows: readonly SteadyCard[]
  readonly touch: {
    readonly onPointerDown: () => void
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
    readonly onKeyDown: () => void
  }
}

export const useSteadyList = (cards: readonly CardView[]): SteadyList => {
  const { held, touch } = useTouch()
  const shown = useRef<readonly string[]>([])
  const known = useRef(new Map<string, CardView>())
  const rows = useMemo(() => {
    const here = new Map(cards.map((card) => [card.id, card]))
    return arrange(shown.current, cards, held).flatMap((id): SteadyCard[] => {
      const card = here.get(id) ?? known.current.get(id)
      return card === undefined ? [] : [{ card, gone: !here.has(id) }]
    })
  }, [cards, held])
  useEffect(() => {
    shown.current = rows.map(({ card }) => card.id)
    known.current = new Map(rows.map(({ card }) => [card.id, card]))
  }, [rows])
  return { rows, touch }
}

const useTouch = (): { held: boolean; touch: SteadyList['touch'] } => {
  const [held, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const touch = useMemo(() => {
    const hold = (): void => {
      clearTimeout(timer.current)
      setHeld(true)
    }
    const holdAWhile = (): void => {
      hold()
      timer.current = setTimeout(() => setHeld(false), STILL_MS)
    }
    return {
      onPointerDown: hold,
      // A mouse that is on its way to a button; one that only lies there holds nothing up.
      onPointerMove: ({ pointerType, buttons }: PointerEvent) =>
        pointerType === 'mouse' && buttons === 0 && holdAWhile(),
      onPointerUp: holdAWhile,
      onPointerCancel: holdAWhile,
      onKeyDown: holdAWhile,
    }
  }, [])
  return { held, touch }
}
