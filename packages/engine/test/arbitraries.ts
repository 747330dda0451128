/** Small worlds in which nearly everything collides: few persons, entries that hold several, owners in one another's lists. */
import fc from 'fast-check'
import type { ListId, ListInput, Lists, PersonId } from '../src/index.ts'
import type { OracleLists } from './oracle.ts'

/** Five members and nine tokens. */
export const MEMBERS = [1, 2, 3, 4, 5] as PersonId[]
export const TOKENS = [6, 7, 8, 9, 10, 11, 12, 13, 14] as PersonId[]
export const PERSONS: PersonId[] = [...MEMBERS, ...TOKENS]

const member = fc.constantFrom(...MEMBERS)
const token = fc.constantFrom(...TOKENS)
const person = fc.constantFrom(...PERSONS)

/** What every kind of list has besides its entries. */
const owner = fc.record({
  self: fc.option(member, { nil: undefined }),
  stated: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(person, { maxLength: 3 })),
})

export interface Entry {
  readonly persons: readonly number[]
  readonly tie: number
  readonly online: boolean
}

/** Entries as the engine takes them. */
export function inputOf(entries: readonly Entry[], self?: PersonId, stated: readonly PersonId[] = []): ListInput {
  return {
    persons: entries.flatMap((entry) => entry.persons),
    entryOf: entries.flatMap((entry, index) => entry.persons.map(() => index)),
    ties: entries.map((entry) => entry.tie),
    online: entries.map((entry) => (entry.online ? 1 : 0)),
    ...(self === undefined ? {} : { self }),
    stated,
  }
}

const tie = fc.nat(7)
const online = fc.boolean()

/** One person an entry, all different: what most lists are. */
const plainEntries = fc
  .uniqueArray(person, { maxLength: 8 })
  .chain((persons) => fc.tuple(...persons.map((one) => fc.record({ persons: fc.constant([one]), tie, online }))))

/** Several persons an entry, some in several entries and some twice in one. */
const tangledEntries = fc.array(fc.record({ persons: fc.array(person, { minLength: 1, maxLength: 4 }), tie, online }), {
  maxLength: 6,
})

export const entriesOf: fc.Arbitrary<Entry[]> = fc.oneof(plainEntries, tangledEntries)

/** A list, as `Lists.add` takes it; where every entry holds one person, `entryOf` is left out half of the time. */
export const listInput: fc.Arbitrary<ListInput> = fc
  .record({ entries: entriesOf, owner, short: fc.boolean() })
  .map(({ entries, owner: { self, stated }, short }) => {
    const { entryOf, ...input } = inputOf(entries, self, stated)
    return short && entries.every((entry) => entry.persons.length === 1) ? input : { ...input, entryOf: entryOf! }
  })

/** Something that happens to the lists. `pick` chooses among what there is at the time. */
export type Change =
  | { readonly does: 'add'; readonly input: ListInput }
  | { readonly does: 'remove'; readonly pick: number }
  | { readonly does: 'prove'; readonly token: PersonId; readonly member: PersonId }
  | { readonly does: 'withdraw'; readonly pick: number }
  | { readonly does: 'never'; readonly person: PersonId }
  | { readonly does: 'again'; readonly pick: number }
  | { readonly does: 'blank'; readonly pick: number; readonly entry: number }

const pick = fc.nat(60)

/** Changes, lists added more often than removed and proofs made more often than taken back. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('add' as const), input: listInput }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('remove' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('prove' as const), token, member }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('withdraw' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('never' as const), person }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('again' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('blank' as const), pick, entry: fc.nat(6) }) },
)

/** A change that can be made now: what it concerns, and the making of it. */
export interface Ready {
  /** The lists whose counts it may change, asked before it is made. */
  readonly concerned: ListId[]
  /** Makes it, in the lists and in the oracle; returns what the lists return. */
  readonly make: () => ListId[]
}

const choose = <T>(all: Iterable<T>, at: number): T | undefined => {
  const these = [...all]
  return these[at % these.length]
}

/** Makes a change ready, or says that it cannot be made now (a token proved already, a list that is in use). */
export function ready(
  lists: Lists,
  oracle: OracleLists,
  what: Change,
  inUse: ReadonlySet<ListId> = new Set(),
): Ready | undefined {
  switch (what.does) {
    case 'add':
      return {
        concerned: [],
        make() {
          const list = lists.add(what.input)
          if (oracle.lists.has(list)) throw new Error(`list ${list} was given out twice`)
          oracle.add(list, what.input)
          return []
        },
      }
    case 'remove': {
      const list = choose(
        [...oracle.lists.keys()].filter((one) => one !== 0 && !inUse.has(one)),
        what.pick,
      )
      if (list === undefined) return undefined
      return {
        concerned: [list],
        make() {
          lists.remove(list)
          oracle.remove(list)
          return [list]
        },
      }
    }
    case 'prove': {
      const { token, member } = what
      if (oracle.proofs.has(token)) return undefined
      return {
        concerned: lists.concernedBy(token, member),
        make() {
          oracle.prove(token, member)
          return lists.prove(token, member)
        },
      }
    }
    case 'withdraw': {
      const proved = choose(oracle.proofs.keys(), what.pick) as PersonId | undefined
      if (proved === undefined) return undefined
      return {
        concerned: lists.concernedBy(proved),
        make() {
          oracle.withdraw(proved)
          return lists.withdraw(proved)
        },
      }
    }
    case 'never':
      return {
        concerned: lists.concernedBy(what.person),
        make() {
          oracle.never(what.person)
          return lists.never(what.person)
        },
      }
    case 'again': {
      const marked = choose(oracle.nevers, what.pick) as PersonId | undefined
      if (marked === undefined) return undefined
      return {
        concerned: lists.concernedBy(marked),
        make() {
          oracle.again(marked)
          return lists.again(marked)
        },
      }
    }
    case 'blank': {
      const list = choose(
        [...oracle.lists].filter(([, { entries }]) => entries.length > 0).map(([one]) => one),
        what.pick,
      )
      if (list === undefined) return undefined
      const entry = what.entry % oracle.lists.get(list)!.entries.length
      return {
        concerned: [list],
        make() {
          oracle.blank(list, entry)
          return lists.blank(list, entry)
        },
      }
    }
  }
}

/** A generator of 32-bit numbers from a seed (Mulberry32), for worlds too large to shrink. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
