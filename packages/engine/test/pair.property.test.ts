import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adamicAdar, type ListId, Lists, Pair, type PersonId } from '../src/index.ts'
import { change, entriesOf, inputOf, listInput, MEMBERS, PERSONS, ready } from './arbitraries.ts'
import { expectEqual, OracleLists } from './oracle.ts'
import { asArrays, expectAllSame, hash, world } from './world.ts'

const inputs = fc.array(listInput, { minLength: 2, maxLength: 5 })
const changes = fc.array(change, { maxLength: 12 })

describe('two lists', () => {
  it('MUT1 MUT2 MUT6 ENC2 CON5 count, mutual friends and relation are what the oracle says, whatever has happened', () => {
    fc.assert(
      fc.property(inputs, changes, (inputs, changes) => {
        const { oracle, pair } = world(inputs, changes)
        expectAllSame(pair, oracle)
      }),
      { numRuns: 300 },
    )
  })

  it('MUT1 the same tables count right before, between and after changes', () => {
    fc.assert(
      fc.property(inputs, changes, (inputs, changes) => {
        const { lists, oracle, pair } = world(inputs, [])
        for (const what of changes) {
          ready(lists, oracle, what)?.make()
          expectAllSame(pair, oracle)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('MUT5 what is said of two lists is independent of what was asked before', () => {
    fc.assert(
      fc.property(
        inputs,
        changes,
        fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(2)), { maxLength: 20 }),
        (inputs, changes, asked) => {
          const { oracle, pair } = world(inputs, changes)
          const all = [...oracle.lists.keys()]
          const out = pair.count(all[0]!, all[0]!)
          for (const [x, y, question] of asked) {
            const a = all[x % all.length]!
            const b = all[y % all.length]!
            if (a === b) continue
            if (question === 0) expectEqual(asArrays(pair.count(a, b, out)), oracle.count(a, b))
            else if (question === 1) expectEqual(pair.mutual(a, b, hash), oracle.mutual(a, b, hash))
            else expectEqual(pair.relation(a, b), oracle.relation(a, b))
          }
        },
      ),
    )
  })

  it('MUT1 MUT6 all is symmetric: counts, strength, groups in the same order, and who knows whom', () => {
    fc.assert(
      fc.property(inputs, changes, (inputs, changes) => {
        const { oracle, pair } = world(inputs, changes)
        for (const a of oracle.lists.keys()) {
          for (const b of oracle.lists.keys()) {
            if (a === b) continue
            const there = asArrays(pair.count(a, b))
            const back = asArrays(pair.count(b, a))
            expectEqual(back, { ...there, tiesA: there.tiesB, tiesB: there.tiesA })
            expectEqual(
              pair.mutual(b, a, hash),
              pair.mutual(a, b, hash).map((one) => ({ ...one, entriesA: one.entriesB, entriesB: one.entriesA })),
            )
            const { aKnowsB, bKnowsA, byProof } = pair.relation(a, b)
            expectEqual(pair.relation(b, a), { aKnowsB: bKnowsA, bKnowsA: aKnowsB, byProof })
          }
        }
      }),
    )
  })

  it('MUT1 the order of entries, of persons in an entry, and of proofs changes no count and no strength', () => {
    const entries = fc.record({ entries: entriesOf, self: fc.option(fc.constantFrom(...MEMBERS), { nil: undefined }) })
    const proofs = fc.uniqueArray(fc.tuple(fc.constantFrom(...PERSONS.slice(5)), fc.constantFrom(...MEMBERS)), {
      selector: ([token]) => token,
      maxLength: 6,
    })
    const orders = fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 })
    fc.assert(
      fc.property(entries, entries, proofs, orders, (one, other, proofs, orders) => {
        const reorder = <T>(these: readonly T[]): T[] =>
          these
            .map((value, index) => ({ value, order: orders[index]! }))
            .sort((x, y) => x.order - y.order)
            .map(({ value }) => value)
        const countOf = (change: <T>(these: readonly T[]) => readonly T[], proveFirst: boolean) => {
          const lists = new Lists()
          const prove = () => {
            for (const [token, member] of change(proofs)) lists.prove(token, member)
          }
          if (proveFirst) prove()
          const held = [one, other].map(({ entries, self }) => {
            const moved = change(entries.map((entry) => ({ ...entry, persons: change(entry.persons) })))
            return lists.add(inputOf(moved, self))
          })
          if (!proveFirst) prove()
          const { mutual, strength } = new Pair(lists).count(held[0]!, held[1]!)
          return { mutual, strength }
        }
        const asGiven = countOf((these) => these, true)
        expect(countOf(reorder, true)).toStrictEqual(asGiven)
        expect(countOf(reorder, false)).toStrictEqual(asGiven)
      }),
    )
  })

  it('MUT1 no third list ever changes a count, by coming, changing or going; only strength follows it', () => {
    fc.assert(
      fc.property(
        listInput,
        listInput,
        fc.array(listInput, { maxLength: 4 }),
        changes,
        (one, other, thirds, changes) => {
          const marks = changes.filter(({ does }) => does === 'prove' || does === 'never')
          const alone = world([one, other], marks)
          const among = world([one, other, ...thirds], marks)
          const [a, b] = [...alone.oracle.lists.keys()].slice(1) as [ListId, ListId]
          const { strength: _, ...expected } = asArrays(alone.pair.count(a, b))
          const { strength: __, ...counted } = asArrays(among.pair.count(a, b))
          expect(counted).toStrictEqual(expected)
          for (const list of [...among.oracle.lists.keys()].slice(3)) among.lists.remove(list)
          expect(asArrays(among.pair.count(a, b))).toStrictEqual(asArrays(alone.pair.count(a, b)))
          expect(among.pair.relation(a, b)).toStrictEqual(alone.pair.relation(a, b))
        },
      ),
    )
  })

  it('MUT2 CON5 a statement or a never mark never adds a mutual friend to a list of plain entries', () => {
    fc.assert(
      fc.property(listInput, listInput, fc.constantFrom(...PERSONS), (one, other, person) => {
        const countOf = (stated: readonly PersonId[], never: boolean) => {
          const lists = new Lists()
          const a = lists.add({ ...one, stated: [...(one.stated ?? []), ...stated] })
          const b = lists.add(other)
          if (never) lists.never(person)
          return new Pair(lists).count(a, b).mutual
        }
        expect(countOf([person], false)).toBeLessThanOrEqual(countOf([], false))
        if (!one.entryOf && !other.entryOf) expect(countOf([], true)).toBeLessThanOrEqual(countOf([], false))
      }),
    )
  })
})

describe('the lists', () => {
  it('LIST knowersOf and holders of every counting person, size and end are what the oracle says', () => {
    fc.assert(
      fc.property(inputs, changes, (inputs, changes) => {
        const { lists, oracle } = world(inputs, changes)
        for (const person of oracle.persons()) {
          expect(lists.knowersOf(person as PersonId), `person ${person}`).toBe(oracle.knowersOf(person))
          expect(lists.holders(person as PersonId)).toHaveLength(oracle.knowersOf(person))
        }
        expect(lists.size).toBe(oracle.lists.size - 1)
        expect(lists.end).toBeGreaterThan(Math.max(...oracle.lists.keys()))
      }),
    )
  })

  it('LIST a list is given back as it was given, with 0 for what has been blanked, whatever was proved', () => {
    fc.assert(
      fc.property(inputs, changes, (inputs, changes) => {
        const { lists, oracle } = world(inputs, changes)
        for (const [list, { entries, self, stated }] of oracle.lists) {
          const back = lists.inputOf(list)
          const persons = Array.from(back.persons)
          const entryOf = back.entryOf ? Array.from(back.entryOf) : persons.map((_, at) => at)
          expect(lists.lengthOf(list)).toBe(persons.length)
          expect(back.self).toBe(self)
          expect([...(back.stated ?? [])]).toStrictEqual([...stated])
          for (const [entry, { persons: held, tie, online }] of entries.entries()) {
            const there = persons.filter((_, at) => entryOf[at] === entry)
            expect(there.filter((person) => person !== 0)).toStrictEqual(held)
            expect(back.ties?.[entry] ?? 0).toBe(tie)
            expect((back.online?.[entry] ?? 0) !== 0).toBe(online)
          }
        }
      }),
    )
  })

  it('LIST what is given back and proved, marked and blanked again counts the same', () => {
    fc.assert(
      fc.property(inputs, changes, (inputs, changes) => {
        const { lists, oracle } = world(inputs, changes)
        const again = new Lists()
        const renumbered = new Map<ListId, ListId>([[0 as ListId, 0 as ListId]])
        for (const list of oracle.lists.keys()) {
          if (list === 0) continue
          const { persons, entryOf, ...input } = lists.inputOf(list)
          // A blanked position holds 0, which nobody can give: it is given as somebody, then blanked.
          const entries = entryOf ?? Array.from(persons, (_, at) => at)
          const held = again.add({
            ...input,
            persons: Array.from(persons, (one) => one || PERSONS[0]!),
            entryOf: entries,
          })
          for (const [at, person] of Array.from(persons).entries()) if (person === 0) again.blank(held, entries[at]!)
          renumbered.set(list, held)
        }
        for (const [token, member] of lists.proofs()) again.prove(token as PersonId, member)
        for (const person of oracle.nevers) again.never(person as PersonId)
        const pair = new Pair(again)
        for (const [a, heldA] of renumbered) {
          for (const [b, heldB] of renumbered) {
            if (a === b) continue
            expectEqual(asArrays(pair.count(heldA, heldB)), oracle.count(a, b))
            expectEqual(pair.relation(heldA, heldB), oracle.relation(a, b))
          }
        }
      }),
    )
  })

  it('MUT4 of two lists that a change has changed, one at least is named by concernedBy and by the change itself', () => {
    fc.assert(
      fc.property(inputs, changes, change, (inputs, changes, last) => {
        const { lists, oracle } = world(inputs, changes)
        const made = ready(lists, oracle, last)
        if (!made || last.does === 'add' || last.does === 'remove') return
        const all = [...oracle.lists.keys()]
        const pairs = all.flatMap((a) => all.filter((b) => a !== b).map((b) => [a, b] as const))
        const states = () =>
          pairs.map(([a, b]) => {
            const { strength: _, ...counts } = oracle.count(a, b)
            return JSON.stringify([counts, oracle.relation(a, b)])
          })
        const before = states()
        const returned = made.make()
        const after = states()
        for (const [index, pair] of pairs.entries()) {
          if (before[index] === after[index]) continue
          expect(pair.some((list) => made.concerned.includes(list))).toBe(true)
          expect(pair.some((list) => returned.includes(list))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('strength', () => {
  it('MUT6 weights are within 1e-9 of 1/ln(n), ascend never, and sum exactly in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 10_000_000 }), { maxLength: 200 }), (all) => {
        const sum = (these: number[]) => these.reduce((total, n) => total + adamicAdar(n), 0)
        expect(Object.is(sum(all), sum([...all].reverse()))).toBe(true)
        expect(Object.is(sum(all), sum([...all].sort((x, y) => x - y)))).toBe(true)
        for (const n of all) {
          expect(Math.abs(adamicAdar(n) - 1 / Math.log(n))).toBeLessThan(1e-9)
          expect(adamicAdar(n + 1)).toBeLessThanOrEqual(adamicAdar(n))
        }
      }),
    )
  })

  it('MUT6 n comes from the store where the store knows it', () => {
    const known = fc.array(fc.tuple(fc.constantFrom(...PERSONS), fc.integer({ min: 2, max: 5000 })), { maxLength: 30 })
    fc.assert(
      fc.property(inputs, changes, known, (inputs, changes, known) => {
        const lists = new Lists({ knowers: 'given' })
        const oracle = new OracleLists()
        oracle.given = new Map()
        for (const [person, n] of [...PERSONS.map((person) => [person, 2] as const), ...known]) {
          lists.setKnowers(person, n)
          oracle.given.set(person, n)
        }
        for (const input of inputs) oracle.add(lists.add(input), input)
        for (const what of changes) ready(lists, oracle, what)?.make()
        expectAllSame(new Pair(lists), oracle)
      }),
    )
  })
})
