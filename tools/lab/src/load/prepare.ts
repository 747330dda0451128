/** A room for so many, opened from the address from which all of them come, and everybody's tokens. */
import { Caller } from './caller.ts'
import { distinctIdentifiers, type Guest } from './guests.ts'
import { makeTokens, type Tokens } from './tokens.ts'

export interface Prepared {
  readonly code: string
  readonly tokens: Tokens
}

const SIZES = [10, 40, 150, 600, 5000] as const

export const prepare = async (guests: readonly Guest[], origin: string): Promise<Prepared> => {
  const size = SIZES.find((one) => one >= guests.length) ?? 5000
  const host = new Caller(origin)
  const { room } = await host.call('rooms.open', { name: 'Load', size })
  const { code } = room.face
  // Guests alone are counted and checked; the host goes, and the address stays the host's (GST1).
  await host.call('rooms.leave', { code })
  host.close()
  return { code, tokens: await makeTokens(distinctIdentifiers(guests), origin) }
}
