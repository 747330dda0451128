/** The rules of counting, told with made-up people. */
import { describe, expect, it } from 'vitest'
import { type ListId, type ListInput, Lists, Pair, type PersonId } from '../src/index.ts'

const person = (number: number): PersonId => number as PersonId

/** Members. */
const [ana, ben, carla, paul] = [1, 2, 3, 4].map(person) as [PersonId, PersonId, PersonId, PersonId]
/** Tokens: Paul's number and address, the firm's switchboard, Dora's and Emil's addresses. */
const [paulsPhone, paulsMail, switchboard, dora, emil] = [11, 12, 13, 14, 15].map(person) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]

const world = (...inputs: ListInput[]): { lists: Lists; pair: Pair; ids: ListId[] } => {
  const lists = new Lists()
  return { lists, pair: new Pair(lists), ids: inputs.map((input) => lists.add(input)) }
}

/** How many mutual friends two of the lists have. */
const shared = ({ pair, ids }: ReturnType<typeof world>, a = 0, b = 1): number => pair.count(ids[a]!, ids[b]!).mutual

/** Entries by their persons. */
const entries = (...groups: PersonId[][]): Pick<ListInput, 'persons' | 'entryOf'> => ({
  persons: groups.flat(),
  entryOf: groups.flatMap((group, i) => group.map(() => i)),
})

const byHash = (one: PersonId): number => one

describe('mutual friends', () => {
  it('MUT1 Ana and Ben share Paul only if Paul has proved both his number and his address', () => {
    const anas = { ...entries([paulsPhone]), self: ana }
    const bens = { ...entries([paulsMail]), self: ben }
    const carlas = { ...entries([paulsPhone, paulsMail]), self: carla }
    const all = world(anas, bens, carlas)
    expect([shared(all, 0, 1), shared(all, 0, 2), shared(all, 1, 2)]).toEqual([0, 1, 1])
    all.lists.prove(paulsPhone, paul)
    expect(shared(all, 0, 1)).toBe(0)
    all.lists.prove(paulsMail, paul)
    expect([shared(all, 0, 1), shared(all, 0, 2), shared(all, 1, 2)]).toEqual([1, 1, 1])
    all.lists.withdraw(paulsMail)
    expect(shared(all, 0, 1)).toBe(0)
  })

  it('MUT1 PROOF1 a list added after the proof counts like one added before', () => {
    const early = world(entries([paulsPhone]), entries([paulsMail]))
    early.lists.prove(paulsPhone, paul)
    early.lists.prove(paulsMail, paul)
    const late = early.lists.add(entries([paulsPhone, dora]))
    expect(early.pair.count(early.ids[1]!, late).mutual).toBe(1)
  })

  it('MUT1 two cards for Paul on one side are one mutual friend, if anything holds them together', () => {
    const twoCards = entries([paulsPhone], [paulsMail])
    const oneCard = entries([paulsPhone, paulsMail])
    expect(shared(world(twoCards, oneCard))).toBe(1)
    expect(shared(world(twoCards, twoCards))).toBe(2)
  })

  it('MUT1 entries of one list are one through somebody whom the other list does not hold', () => {
    const chain = entries([paulsPhone, dora], [dora, paulsMail])
    expect(shared(world(chain, entries([paulsPhone], [paulsMail])))).toBe(1)
  })

  it('MUT2 neither of the pair is a mutual friend, by proof or by statement', () => {
    const anas = { persons: [ben, paul, dora], self: ana }
    expect(shared(world(anas, { persons: [ben, paul], self: ben }))).toBe(1)
    expect(shared(world(anas, { persons: [paul, dora], self: ben, stated: [dora] }))).toBe(1)
    expect(shared(world(anas, { persons: [paul, dora] }))).toBe(2)
  })

  it('MUT2 a group is left out for what any of its entries holds, shared or not', () => {
    const bensCard = entries([paulsPhone, dora])
    expect(shared(world(bensCard, { ...entries([paulsPhone]), stated: [dora] }))).toBe(0)
  })

  it('MUT2 who states a token that a member has proved says to be that member', () => {
    const all = world({ persons: [paul, dora] }, { persons: [paul, dora], stated: [paulsPhone] })
    expect(shared(all)).toBe(2)
    all.lists.prove(paulsPhone, paul)
    expect(shared(all)).toBe(1)
  })

  it('CON5 CON7 whoever is never counted links nobody, and a switchboard does not make a firm one friend', () => {
    const firm = entries([switchboard, dora], [switchboard, emil])
    const all = world(firm, entries([dora], [emil]))
    expect(shared(all)).toBe(1)
    all.lists.never(switchboard)
    expect(shared(all)).toBe(2)
    all.lists.never(dora)
    expect(shared(all)).toBe(1)
    all.lists.again(dora)
    expect(shared(all)).toBe(2)
  })

  it('NEVER1 a proved token that is never counted leaves the member’s others counting', () => {
    const all = world(entries([paulsPhone], [dora]), entries([paulsPhone], [paul]), entries([paul]))
    all.lists.prove(paulsPhone, paul)
    expect([shared(all, 0, 1), shared(all, 1, 2)]).toEqual([1, 1])
    all.lists.never(paulsPhone)
    expect([shared(all, 0, 1), shared(all, 1, 2)]).toEqual([0, 1])
  })

  it('NEVER2 MUT2 ENC2 an address that is never counted still takes away, and is still known', () => {
    const all = world({ ...entries([paulsMail, dora], [carla]), self: ana }, { ...entries([dora], [ana]), self: paul })
    all.lists.prove(paulsMail, paul)
    all.lists.never(paulsMail)
    expect(shared(all)).toBe(0)
    const relation = { aKnowsB: 'met', bKnowsA: 'met', byProof: true }
    expect(all.pair.relation(all.ids[0]!, all.ids[1]!)).toEqual(relation)
    all.lists.withdraw(paulsMail)
    expect(shared(all)).toBe(1)
    expect(all.pair.relation(all.ids[0]!, all.ids[1]!)).toEqual({ ...relation, aKnowsB: 'not', byProof: false })
  })

  it('LIST4 CON4 an entry that is blanked is gone at once, and the others keep their numbers', () => {
    const all = world({ persons: [paul, dora, emil] }, { persons: [dora, emil] })
    expect(shared(all)).toBe(2)
    all.lists.blank(all.ids[0]!, 1)
    expect(all.pair.mutual(all.ids[0]!, all.ids[1]!, byHash).map(({ entriesA }) => entriesA)).toEqual([[2]])
  })
})

describe('what is said of mutual friends', () => {
  it('MUT6 strength is the sum of 1/ln(n), n at least 2, and the rarest comes first', () => {
    const all = world({ persons: [paul, dora] }, { persons: [paul, dora] }, { persons: [paul] }, { persons: [paul] })
    expect(all.pair.count(all.ids[0]!, all.ids[1]!).strength).toBeCloseTo(1 / Math.log(4) + 1 / Math.log(2), 10)
    expect(all.pair.mutual(all.ids[0]!, all.ids[1]!, byHash).map(({ knowers }) => knowers)).toEqual([2, 4])
  })

  it('MUT6 n is that of the group’s commonest person', () => {
    const all = world(entries([paulsPhone, dora]), entries([paulsPhone]), entries([dora]), entries([dora]))
    expect(all.pair.mutual(all.ids[0]!, all.ids[1]!, byHash)[0]!.knowers).toBe(3)
  })

  it('MUT6 COUNT6 equals come in the order of the hash, whoever asks', () => {
    const all = world({ persons: [paul, dora, emil] }, { persons: [emil, paul, dora] })
    const hash = (one: PersonId): number => ({ [paul]: 2, [dora]: 3, [emil]: 1 })[one]!
    expect(all.pair.mutual(all.ids[0]!, all.ids[1]!, hash).map(({ entriesA }) => entriesA)).toEqual([[2], [0], [1]])
    expect(all.pair.mutual(all.ids[1]!, all.ids[0]!, hash).map(({ entriesA }) => entriesA)).toEqual([[0], [1], [2]])
  })

  it('REV1 COUNT5 friends are counted per tie on each side', () => {
    const all = world(
      { persons: [paul, dora, emil], ties: [1, 1, 2] },
      { persons: [emil, dora, paul], ties: [3, 0, 0] },
    )
    const { tiesA, tiesB } = all.pair.count(all.ids[0]!, all.ids[1]!)
    expect([Array.from(tiesA), Array.from(tiesB)]).toEqual([
      [0, 2, 1, 0, 0, 0, 0, 0],
      [2, 0, 0, 1, 0, 0, 0, 0],
    ])
  })

  it('REV4 COUNT6 a friend is listed with all entries of either side', () => {
    const all = world(entries([dora], [paulsPhone], [paulsMail]), entries([paulsPhone, paulsMail]))
    expect(all.pair.mutual(all.ids[0]!, all.ids[1]!, byHash)).toEqual([{ entriesA: [1, 2], entriesB: [0], knowers: 2 }])
  })

  it('ENC2 who knows whom, as met or online only, by proof or by statement', () => {
    const all = world(
      { persons: [ben], online: [1], self: ana },
      { persons: [ana, dora], self: ben },
      { persons: [ana], stated: [dora] },
    )
    const [anas, bens, guests] = all.ids as [ListId, ListId, ListId]
    expect(all.pair.relation(anas, bens)).toEqual({ aKnowsB: 'online-only', bKnowsA: 'met', byProof: true })
    expect(all.pair.relation(bens, guests)).toEqual({ aKnowsB: 'met', bKnowsA: 'not', byProof: false })
  })
})

describe('refusals', () => {
  it.each([
    ['persons', { persons: [1.5] }],
    ['persons', { persons: [-1] }],
    ['persons', { persons: new Uint32Array(10_001) }],
    ['entryOf', { persons: [1, 2], entryOf: [0] }],
    ['entryOf', { persons: [1, 2], entryOf: [0, 2] }],
    ['entryOf', { persons: [1, 2], entryOf: [1, 1] }],
    ['ties', { persons: [1], ties: [8] }],
    ['ties', { persons: [1], ties: [1.5] }],
    ['ties', { persons: [1, 2], entryOf: [0, 0], ties: [1, 1] }],
    ['online', { persons: [1, 2], online: [1] }],
    ['stated', { persons: [1], stated: [person(0)] }],
    ['stated', { persons: [1], stated: [person(-3)] }],
    ['self', { persons: [1], self: person(1.5) }],
    ['self', { persons: [1], self: person(2 ** 32) }],
  ] satisfies [string, ListInput][])('LIST2 names %s and holds nothing', (field, input) => {
    const lists = new Lists()
    expect(() => lists.add(input)).toThrow(new RegExp(`^${field}: `))
    expect(lists.size).toBe(0)
    expect(lists.add({ persons: [1] })).toBe(1)
  })

  it('PROOF2 nobody, a fraction, and a chain of proofs are refused, and nothing is then changed', () => {
    const { lists, ids } = world({ persons: [paulsPhone] })
    lists.prove(paulsPhone, paul)
    expect(() => lists.prove(paulsMail, paulsPhone)).toThrow('member 11 is a token')
    expect(() => lists.prove(paul, ana)).toThrow('token 4 is a member')
    expect(() => lists.prove(person(0), ana)).toThrow('token: 0 is nobody')
    expect(() => lists.prove(paulsMail, person(0))).toThrow('member: 0 is nobody')
    expect(() => lists.never(person(1.5))).toThrow('person: 1.5')
    expect(() => lists.blank(ids[0]!, 1)).toThrow('entry: list 1 has no 1')
    expect(() => new Lists({ knowers: 'given' }).setKnowers(dora, 0.5)).toThrow('lists: 0.5')
    expect([...lists.proofs()]).toEqual([[paulsPhone, paul]])
  })

  it('PROOF2 a token is proved by one member at a time, and a list that is gone is named', () => {
    const { lists, ids } = world({ persons: [1] })
    lists.prove(paulsPhone, paul)
    expect(() => lists.prove(paulsPhone, ana)).toThrow('proved by member 4')
    expect(lists.withdraw(dora)).toEqual([])
    lists.remove(ids[0]!)
    expect(() => lists.remove(ids[0]!)).toThrow('no list 1')
  })
})
