/** Brings the list: marks for everybody, names kept here, marks sent. Sealing it in a room is the page's (CON4). */
import type { Brought } from '../device/people/messages.ts'
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
  return result.ok ? { how: 'brought', ...result.value } : { how: 'failed', error: result.error, kept: counting.length }
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
