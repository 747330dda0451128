/** A room that is about to be opened: what stands in the form, what is wrong with it, and what is sent. Pure. */
import type { Input } from '@kith/protocol'

export const SIZES = [10, 40, 150, 600, 5000] as const
export type Size = (typeof SIZES)[number]

export const MOST_TOPICS = 12
export const MOST_SPOTS = 12
const HOUR = 3600
const DAY = 24 * HOUR
export const MOST_AHEAD = 60 * DAY
/** Of a room that a guest opens (SAFE2). */
export const LONGEST = DAY
const USUAL = 3 * HOUR

export interface Draft {
  readonly name: string
  readonly size: Size
  /** Unix seconds; undefined: now. */
  readonly begins: number | undefined
  /** Undefined: three hours after it begins. */
  readonly ends: number | undefined
  readonly topics: readonly string[]
  readonly spots: readonly string[]
  readonly hostName: string
  /** Undefined: as the size suggests (GST2). */
  readonly byNod: boolean | undefined
}

export const EMPTY: Draft = {
  name: '',
  size: 40,
  begins: undefined,
  ends: undefined,
  topics: [],
  spots: [],
  hostName: '',
  byNod: undefined,
}

/** GST1: one and a half times as many guests as were expected. */
export const placesFor = (size: Size): number => size * 1.5

/** GST2: offered first where ten are expected. */
export const asksNodFirst = (size: Size): boolean => size === 10

export const nodOf = ({ byNod, size }: Draft): boolean => byNod ?? asksNodFirst(size)

export const beginsOf = ({ begins }: Draft, now: number): number => begins ?? now

export const endsOf = (draft: Draft, now: number): number => draft.ends ?? beginsOf(draft, now) + USUAL

export type Wrong = 'name-missing' | 'begins-past' | 'begins-far' | 'ends-before' | 'ends-long'
export type Field = 'name' | 'begins' | 'ends' | 'topics' | 'spots' | 'hostName'
export type Mistakes = { readonly [F in Field]?: Wrong }

/** A minute of grace: a form takes time to fill in. */
const GRACE = 60

export const mistakesIn = (draft: Draft, now: number): Mistakes => {
  const begins = beginsOf(draft, now)
  const ends = endsOf(draft, now)
  return {
    ...(draft.name.trim() === '' && { name: 'name-missing' as const }),
    ...(begins < now - GRACE && { begins: 'begins-past' as const }),
    ...(begins > now + MOST_AHEAD && { begins: 'begins-far' as const }),
    ...(ends <= begins && { ends: 'ends-before' as const }),
    ...(ends > begins + LONGEST && { ends: 'ends-long' as const }),
  }
}

export const inputOf = (draft: Draft): Input<'rooms.open'> => {
  const hostName = draft.hostName.trim()
  return {
    name: draft.name.trim(),
    size: draft.size,
    byNod: nodOf(draft),
    topics: [...draft.topics],
    spots: [...draft.spots],
    // Left out, they are the server's own now and three hours: clocks differ.
    ...(draft.begins !== undefined && { begins: draft.begins }),
    ...(draft.ends !== undefined && { ends: draft.ends }),
    ...(hostName !== '' && { hostName }),
  }
}

/** The words of a chip as they are kept: single spaces; nothing where they are empty or there already. */
export const tidied = (words: string, there: readonly string[]): string | undefined => {
  const tidy = words.normalize('NFC').replace(/\s+/g, ' ').trim()
  const same = (other: string): boolean => other.toLocaleLowerCase() === tidy.toLocaleLowerCase()
  return tidy === '' || there.some(same) ? undefined : tidy
}

/** The field that the server found wrong, by its path (`topics/3`). */
export const fieldOf = (path: string | undefined): Field | undefined => {
  const name = path?.split('/').find((part) => part !== '')
  return FIELDS.find((field) => field === name)
}
const FIELDS: readonly Field[] = ['name', 'begins', 'ends', 'topics', 'spots', 'hostName']
