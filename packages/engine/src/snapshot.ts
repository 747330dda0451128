/**
 * All lists as one transferable buffer (never who is present): to hand to a worker, or to a process that takes over.
 * Words of four bytes, little-endian: magic, version, flags, counts; then proofs, persons never counted, given knowers,
 * and the lists as they were given. Reading it again renumbers, merges and counts anew, so that a snapshot holds no
 * derived state that could disagree with the code that reads it.
 */
import type { ListId, PersonId } from './ids.ts'
import type { ListInput } from './list-input.ts'
import { Lists } from './lists.ts'

/** "KITH" */
const MAGIC = 0x4854494b
const VERSION = 1
const COUNTED = 1
const WITH_ENTRIES = 1
/** Words before the proofs, and before a list's persons. */
const HEADER = 7
const LIST_HEADER = 5

export class SnapshotError extends Error {
  override name = 'SnapshotError'
}

/** Writes all lists into a buffer. */
export const takeSnapshot = (lists: Lists): ArrayBuffer => {
  const proofs = [...lists.proofs()].flat()
  const nevers = [...lists.nevers()]
  const knowers = lists.countsKnowers ? [] : givenKnowers(lists)
  const inputs = Array.from(lists.ids(), (list) => ({ list, input: lists.inputOf(list) }))
  const size = inputs.reduce((sum, { input }) => sum + wordsOf(input), HEADER + proofs.length + nevers.length)
  const words = new Uint32Array(size + knowers.length)
  const flags = lists.countsKnowers ? COUNTED : 0
  words.set([MAGIC, VERSION, flags, proofs.length / 2, nevers.length, knowers.length / 2, inputs.length])
  words.set(proofs, HEADER)
  words.set(nevers, HEADER + proofs.length)
  words.set(knowers, HEADER + proofs.length + nevers.length)
  let at = HEADER + proofs.length + nevers.length + knowers.length
  for (const { list, input } of inputs) at = writeList(words, at, list, input)
  return words.buffer
}

/** Reads such a buffer; SnapshotError says what is wrong with it. */
export const readSnapshot = (buffer: ArrayBuffer): Lists => {
  if (buffer.byteLength % 4 !== 0 || buffer.byteLength < HEADER * 4) throw new SnapshotError('snapshot: too short')
  const words = new Uint32Array(buffer)
  const [magic, version, flags, proofs, nevers, knowers, count] = words as unknown as number[]
  if (magic !== MAGIC) throw new SnapshotError('snapshot: not a snapshot of lists')
  if (version !== VERSION) throw new SnapshotError(`snapshot: version ${version}, this engine reads ${VERSION}`)
  const lists = new Lists({ knowers: flags === COUNTED ? 'counted' : 'given' })
  let at = HEADER
  for (const end = at + proofs! * 2; at < end; at += 2) lists.prove(words[at] as PersonId, words[at + 1] as PersonId)
  for (const end = at + nevers!; at < end; at++) lists.never(words[at] as PersonId)
  const given = words.subarray(at, at + knowers! * 2)
  at += given.length
  for (let i = 0; i < count!; i++) at = readList(words, at, lists)
  if (at !== words.length) throw new SnapshotError(`snapshot: ${words.length} words, ${at} were expected`)
  for (let i = 0; i < given.length; i += 2) lists.setKnowers(given[i] as PersonId, given[i + 1]!)
  return lists
}

/** Person and number, for each of whom a number is known. */
const givenKnowers = (lists: Lists): number[] => {
  const pairs: number[] = []
  lists.knowers.forEach((knowers, person) => {
    if (knowers > 0) pairs.push(person, knowers)
  })
  return pairs
}

const wordsFor = (items: number, bytes: number): number => Math.ceil((items * bytes) / 4)

const wordsOf = ({ persons, stated, entryOf, ties }: ListInput): number =>
  LIST_HEADER +
  persons.length +
  (stated?.length ?? 0) +
  (entryOf ? wordsFor(persons.length, 2) : 0) +
  wordsFor(ties?.length ?? 0, 1)

/** Number, owner, positions, stated persons and entries; then persons, stated, entry of each position, entry bytes. */
const writeList = (words: Uint32Array, start: number, list: ListId, input: ListInput): number => {
  const { persons, entryOf } = input
  const entries = input.ties!.length
  const stated = input.stated ?? []
  words.set([list, input.self ?? 0, persons.length, stated.length, entries * 2 + (entryOf ? WITH_ENTRIES : 0)], start)
  let at = start + LIST_HEADER
  words.set(persons as Uint32Array, at)
  at += persons.length
  words.set(stated, at)
  at += stated.length
  if (entryOf) new Uint16Array(words.buffer, at * 4, persons.length).set(entryOf as Uint16Array)
  at += entryOf ? wordsFor(persons.length, 2) : 0
  const bytes = new Uint8Array(words.buffer, at * 4, entries)
  for (let i = 0; i < entries; i++) bytes[i] = input.ties![i]! | (input.online![i] ? ONLINE_BIT : 0)
  return at + wordsFor(entries, 1)
}

const ONLINE_BIT = 0x80

const readList = (words: Uint32Array, start: number, lists: Lists): number => {
  const header = words.subarray(start, start + LIST_HEADER)
  if (header.length < LIST_HEADER) throw new SnapshotError('snapshot: ends inside a list')
  const [list, self, length, statedLength, entriesAndFlag] = header as unknown as number[]
  const entries = entriesAndFlag! >>> 1
  const withEntries = (entriesAndFlag! & WITH_ENTRIES) !== 0
  const persons = start + LIST_HEADER
  const stated = persons + length!
  const entryOf = stated + statedLength!
  const bytes = entryOf + (withEntries ? wordsFor(length!, 2) : 0)
  const end = bytes + wordsFor(entries, 1)
  if (end > words.length) throw new SnapshotError('snapshot: ends inside a list')
  const entryBytes = new Uint8Array(words.buffer, bytes * 4, entries)
  lists.addAs(list as ListId, {
    persons: words.subarray(persons, stated),
    ...(withEntries ? { entryOf: new Uint16Array(words.buffer, entryOf * 4, length!) } : {}),
    ties: entryBytes.map((byte) => byte & ~ONLINE_BIT),
    online: entryBytes.map((byte) => byte & ONLINE_BIT),
    ...(self ? { self: self as PersonId } : {}),
    stated: Array.from(words.subarray(stated, entryOf)) as PersonId[],
  })
  return end
}
