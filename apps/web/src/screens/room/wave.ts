/** Waving: the first wave of somebody without a name asks for one; two waves lead to the introduction. */
import type { CardView, RoomView } from '@kith/protocol'
import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../client/call.ts'
import { useMy } from '../../state/hooks.ts'
import type { Acting } from './act.ts'

export interface Waving {
  readonly wave: (card: Pick<CardView, 'id'>) => void
  /** A first name is asked for. */
  readonly asking: boolean
  readonly withName: (firstName: string) => void
  readonly cancel: () => void
}

export const useWaving = (code: string, shownName: RoomView['shownName'], act: Acting['act']): Waving => {
  const name = useMy()?.name ?? shownName
  const [, go] = useLocation()
  const [card, setCard] = useState<string>()
  const send = useCallback(
    async (id: string, firstName?: string): Promise<void> => {
      const input = { code, card: id, ...(firstName === undefined ? {} : { firstName }) }
      const waved = await act(id, () => call('cards.wave', input))
      if (waved?.introduction !== undefined) go(`/i/${waved.introduction.id}`)
    },
    [act, code, go],
  )
  return {
    wave: ({ id }) => {
      if (name === undefined) setCard(id)
      else void send(id)
    },
    asking: card !== undefined,
    withName: (firstName) => {
      if (card !== undefined) void send(card, firstName)
      setCard(undefined)
    },
    cancel: () => setCard(undefined),
  }
}
