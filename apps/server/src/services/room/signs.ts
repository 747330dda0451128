/** Signs (SIGN1): one of twelve things in one of four colours, no two alike lit in one room; past 48 with a number. */
import { SIGN_COLOURS, SIGN_THINGS, type SignView } from '@kith/protocol'
import type { UnixSeconds } from '../../store/store.ts'
import type { LiveRoom } from './live-room.ts'

export type LitSign = Pick<SignView, 'thing' | 'colour' | 'number' | 'until'>

const LIT_FOR = 10 * 60

const ALL = SIGN_THINGS.flatMap((thing) => SIGN_COLOURS.map((colour) => ({ thing, colour })))

/** Lights a sign for an introduction: the first free one, counted from where its id points. */
export const lightSign = (room: LiveRoom, introduction: string, now: UnixSeconds): LitSign => {
  for (const [id, { until }] of room.signs) if (until <= now) room.signs.delete(id)
  const lit = new Set([...room.signs.values()].map(nameOf))
  const start = room.needs.hashes.order('sign', introduction) % ALL.length
  for (let round = 1; ; round++) {
    const number = round === 1 ? {} : { number: round }
    for (let step = 0; step < ALL.length; step++) {
      const sign = { ...ALL[(start + step) % ALL.length]!, ...number, until: now + LIT_FOR }
      if (lit.has(nameOf(sign))) continue
      room.signs.set(introduction, sign)
      return sign
    }
  }
}

const nameOf = ({ thing, colour, number }: LitSign): string => `${colour} ${thing} ${number ?? 1}`
