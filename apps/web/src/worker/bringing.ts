/** Brings the list: marks for everybody, names kept here, marks sent. Sealing it in a room is the page's (CON4). */
import type { Output } from '@kith/protocol'
import type { Brought } from '../device/people/messages.ts'
import type { KeptPerson } from '../device/people/types.ts'
import { keptPeople, listOf } from './list.ts'
import type { Made, MadeEntry } from './making.ts'
import { type Marks, marksFor } from './marks.ts'
import type { Surroundings } from './surroundings.ts'

export interface BringOptions extends Pick<Made, 'entries' | 'statements'> {
  readonly keyId: string
  readonly surroundings: Surroundings
  readonly isStopped: () => boolean
}

export async function bring(options: BringOptions): Promise<Brought> {
  const { entries, statements, keyId, surroundings } = options
  const { store, server, random } = surroundings
  const counting = entries.filter((entry) => !entry.private)
  if (counting.length === 0) return { how: 'nobody' }
  const marks = await prepare(options, counting)
  if (marks.error !== undefined) return unfinished(marks.error, readyAmong(counting, marks.tokens))
  // Names first: a card may come back before the answer does, and is named from here.
  const people = keptPeople(entries, await store.people(), random)
  await store.replacePeople(people)
  const result = await server.put(listOf(people, statements, marks.tokens, keyId))
  if (!result.ok) return { how: 'failed', error: result.error, kept: counting.length }
  const { kept, ...brought } = result.value
  if (kept.length > 0) await store.replacePeople(withKeptIds(people, kept))
  return { how: 'brought', ...brought }
}

/** The server knows some of them by an older id: this device had lost its book. */
function withKeptIds(people: readonly KeptPerson[], kept: Output<'contacts.put'>['kept']): KeptPerson[] {
  const idOf = new Map(kept.map(({ given, id }) => [given, id]))
  return people.map((person) => ({ ...person, id: idOf.get(person.id) ?? person.id }))
}

function prepare({ statements, ...options }: BringOptions, counting: readonly MadeEntry[]): Promise<Marks> {
  // Entry by entry, so that people become ready one after the other.
  const identifiers = [...statements, ...counting.flatMap((entry) => entry.identifiers)]
  const onProgress = (tokens: ReadonlyMap<string, Uint8Array>, isWaiting: boolean): void =>
    options.surroundings.tell({
      about: 'preparing',
      done: readyAmong(counting, tokens),
      total: counting.length,
      isWaiting,
    })
  return marksFor({ ...options, identifiers, onProgress })
}

const readyAmong = (entries: readonly MadeEntry[], tokens: ReadonlyMap<string, Uint8Array>): number =>
  entries.filter(({ identifiers }) => identifiers.every((one) => tokens.has(one))).length

const unfinished = (error: NonNullable<Marks['error']>, kept: number): Brought =>
  error === 'stopped' ? { how: 'stopped', kept } : { how: 'failed', error, kept }
