/** Which topics are chosen. Pure: at most five, the host's and one's own together, none of them twice. */

export const MOST_TAPS = 5
/** The contract's longest topic. */
export const LONGEST = 40

export interface Chosen {
  /** Indexes into the room's topics. */
  readonly host: readonly number[]
  readonly own: readonly string[]
}

export const NOTHING: Chosen = { host: [], own: [] }

export const countOf = ({ host, own }: Chosen): number => host.length + own.length

export const withTap = (chosen: Chosen, index: number, on: boolean): Chosen => {
  const host = chosen.host.filter((one) => one !== index)
  if (!on) return { ...chosen, host }
  return countOf({ ...chosen, host }) < MOST_TAPS ? { ...chosen, host: [...host, index] } : chosen
}

export type Added = { readonly chosen: Chosen; readonly problem?: 'full' | 'twice' | 'empty' }

/** Words that are one of the host's topics tap that one: two who mean the same must not miss each other. */
export const withOwn = (chosen: Chosen, typed: string, hosts: readonly string[]): Added => {
  const words = [...typed.normalize('NFKC').replace(/\s+/gu, ' ').trim()].slice(0, LONGEST).join('')
  if (words === '') return { chosen, problem: 'empty' }
  const index = hosts.findIndex((host) => same(host, words))
  if (chosen.own.some((own) => same(own, words)) || chosen.host.includes(index)) return { chosen, problem: 'twice' }
  if (countOf(chosen) >= MOST_TAPS) return { chosen, problem: 'full' }
  if (index >= 0) return { chosen: withTap(chosen, index, true) }
  return { chosen: { ...chosen, own: [...chosen.own, words] } }
}

export const withoutOwn = (chosen: Chosen, words: string): Chosen => ({
  ...chosen,
  own: chosen.own.filter((own) => own !== words),
})

const same = (a: string, b: string): boolean => plain(a) === plain(b)
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
