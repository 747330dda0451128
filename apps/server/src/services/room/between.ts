/** What is between two people in one room, and how it is written to the bus: only what could not be counted again. */
import {
  newPair,
  nothingSaid,
  nothingShown,
  type PairRecord,
  type SaidHere,
  type SaidInRoom,
  type Shown,
  type Side,
  type Step,
  type WaveRecord,
} from '@kith/engine/rules'
import type { PersonKey } from '../../store/store.ts'

export interface Between {
  /** In their order as strings: `a` < `b`. */
  readonly a: PersonKey
  readonly b: PersonKey
  /** In whatever room (database). */
  readonly pair: PairRecord
  readonly said: SaidInRoom
  readonly shown: Shown
  /** Adamic–Adar with topics; for order alone (MUT6). */
  readonly strength: number
  /** The ids of a's card of b and of b's card of a (REV1); what is equal in strength is ordered by them (ENC5). */
  readonly cards: Readonly<Record<Side, string>>
  readonly wave?: { readonly id: string; readonly record: WaveRecord; readonly introduction?: string }
}

export const betweenKey = (one: PersonKey, other: PersonKey): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/** Nothing yet. `card` gives the id of a viewer's card of somebody. */
export const newBetween = (
  one: PersonKey,
  other: PersonKey,
  card: (viewer: PersonKey, other: PersonKey) => string,
): Between => ({
  a: one < other ? one : other,
  b: one < other ? other : one,
  cards: one < other ? { a: card(one, other), b: card(other, one) } : { a: card(other, one), b: card(one, other) },
  pair: newPair(),
  said: nothingSaid(),
  shown: nothingShown(),
  strength: 0,
})

export const sideOf = (between: Between, person: PersonKey): Side => (between.a === person ? 'a' : 'b')

export const otherOf = (between: Between, person: PersonKey): PersonKey =>
  between.a === person ? between.b : between.a

const SAID: readonly SaidHere[] = ['nothing', 'not-now', 'i-know-them']

/** `step said-a said-b`, with the wave's id and its introduction's behind it where there are any. */
export const writeBetween = ({ shown, said, wave }: Between): string =>
  [shown.step, SAID.indexOf(said.a), SAID.indexOf(said.b), wave?.id, wave?.introduction].filter(isThere).join(' ')

const isThere = (part: unknown): boolean => part !== undefined

export interface ReadBetween {
  readonly step: Step
  readonly said: SaidInRoom
  readonly waveId?: string
  readonly introduction?: string
}

export const readBetween = (text: string): ReadBetween => {
  const [step, a, b, waveId, introduction] = text.split(' ')
  return {
    step: Number(step) as Step,
    said: { a: SAID[Number(a)] ?? 'nothing', b: SAID[Number(b)] ?? 'nothing' },
    ...(waveId && { waveId }),
    ...(introduction && { introduction }),
  }
}
