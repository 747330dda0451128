/** *Not now*, *I know them* (with its undo) and blocking, each leaving a word where the card stood. */
import type { CardView } from '@kith/protocol'
import { type MouseEvent, useMemo, useRef, useState } from 'react'
import { call } from '../../client/call.ts'
import type { Acting } from './act.ts'
import { type SentAway, useFarewells } from './farewells.ts'

export interface SendingAway {
  /** The room's cards, and those sent away, which stand where they stood for a while. */
  readonly cards: readonly CardView[]
  readonly awayOf: (card: string) => SentAway | undefined
  /** The card on which *Block or report* is open. */
  readonly blocking: string | undefined
  readonly notNow: (card: CardView) => void
  readonly know: (card: CardView) => void
  readonly undo: (card: CardView) => void
  readonly block: (card: string | undefined) => void
  readonly blocked: (card: CardView) => void
  readonly close: (card: string) => void
  /** Put on the list: remembers how high the card is that was pressed. */
  readonly onClickCapture: (event: MouseEvent<HTMLElement>) => void
}

type Method = 'cards.notNow' | 'cards.iKnowThem' | 'cards.iKnowThemTakenBack'

export const useSendingAway = (code: string, here: readonly CardView[], act: Acting['act']): SendingAway => {
  const farewells = useFarewells()
  const [blocking, block] = useState<string>()
  const height = useRef(0)
  const cards = useMemo(() => withAway(here, [...farewells.all.values()]), [here, farewells.all])
  const did = async (method: Method, card: CardView): Promise<boolean> =>
    (await act(card.id, () => call(method, { code, card: card.id }))) !== undefined
  const sendAway = async (card: CardView, method: Method, why: SentAway['why']): Promise<void> => {
    const was = height.current
    if (await did(method, card)) farewells.say({ card, why, height: was })
  }
  return {
    cards,
    awayOf: (card) => farewells.all.get(card),
    blocking,
    block,
    notNow: (card) => void sendAway(card, 'cards.notNow', 'not-now'),
    know: (card) => void sendAway(card, 'cards.iKnowThem', 'know'),
    undo: (card) => void did('cards.iKnowThemTakenBack', card).then((done) => done && farewells.end(card.id)),
    blocked: (card) => {
      farewells.say({ card, why: 'blocked', height: height.current })
      block(undefined)
    },
    close: farewells.end,
    onClickCapture: ({ currentTarget, target }) => {
      const item = [...currentTarget.children].find((child) => child.contains(target as Node))
      height.current = item?.clientHeight ?? 0
    },
  }
}

const withAway = (here: readonly CardView[], away: readonly SentAway[]): CardView[] => {
  const ids = new Set(here.map(({ id }) => id))
  return [...here, ...away.map(({ card }) => card).filter(({ id }) => !ids.has(id))]
}
