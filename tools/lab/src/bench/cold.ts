/**
 * (b) One mutual count, with lists cold: somebody enters a room of people drawn from the whole town, whose lists lie all
 * over a memory that no cache holds. Beside it, where the machine has a C compiler, the loop that is hard to beat.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ListId, type Lists, Pairs, type PlaceId, Places, type PresenceId } from '@kith/engine'
import type { Friends } from '../worlds/friends.ts'
import { peopleIn } from './people.ts'
import { draws, inTurns, ROUNDS, secondsOf } from './rounds.ts'

export interface ColdCount {
  /** Nanoseconds for one mutual count, everything that the engine says of a pair included. */
  readonly coldNs: number
  /** Mean length of a list. */
  readonly degree: number
  /** The C loop's nanoseconds, and ours over them; absent without a C compiler. */
  readonly cNs?: number
  readonly ratioToC?: number
}

/** People in one room, and how many such rooms in a round: in a small town all lists are soon warm, and few do. */
const ROOM = 1000
const roomsFor = (people: number): number => Math.min(200, Math.ceil(people / 500))
const VISITOR = 1 as PresenceId
const PLACE = 1 as PlaceId

/** Who enters, and who is there: persons, drawn anew for each room of each round. */
interface Drawn {
  readonly rooms: number
  readonly visitors: Uint32Array
  readonly others: Uint32Array
}

export const coldCount = (friends: Friends, lists: Lists, listOf: readonly ListId[]): ColdCount => {
  const people = peopleIn(friends)
  const drawn = draw(people, ROUNDS + 1)
  const degree = friends.friends.length / people
  const engine = (round: number): number => engineNs(lists, listOf, drawn, round)
  const c = compiled(friends, drawn)
  if (!c) return { coldNs: inTurns({ engine }).engine, degree }
  try {
    const { engine: coldNs, c: cNs } = inTurns({ engine, c: c.ns })
    return { coldNs, degree, cNs, ratioToC: coldNs / cNs }
  } finally {
    c.remove()
  }
}

const draw = (people: number, rounds: number): Drawn => {
  const random = draws(7)
  const rooms = roomsFor(people)
  const person = (): number => 1 + random(people)
  return {
    rooms,
    visitors: Uint32Array.from({ length: rounds * rooms }, person),
    others: Uint32Array.from({ length: rounds * rooms * ROOM }, person),
  }
}

/** All rooms of a round are filled before any is entered: what one was filled with is out of every cache by then. */
const engineNs = (lists: Lists, listOf: readonly ListId[], drawn: Drawn, round: number): number => {
  const { visitors, others } = drawn
  const pairs = new Pairs()
  const rooms = Array.from({ length: drawn.rooms }, (_, room) => {
    const places = new Places(lists, { way: 'pairwise', tellApart: false })
    const first = (round * drawn.rooms + room) * ROOM
    for (let i = 0; i < ROOM; i++) places.resume((2 + i) as PresenceId, PLACE, { list: listOf[others[first + i]!]! })
    return places
  })
  const seconds = secondsOf(() => {
    for (const [room, places] of rooms.entries())
      places.enter(VISITOR, PLACE, { list: listOf[visitors[round * drawn.rooms + room]!]! }, pairs)
  })
  return (seconds * 1e9) / (drawn.rooms * ROOM)
}

/** The C loop over the same rooms, compiled for this run. */
const compiled = (
  friends: Friends,
  { rooms, visitors, others }: Drawn,
): { ns(round: number): number; remove(): void } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
  const program = join(folder, 'cold')
  const source = fileURLToPath(new URL('cold.c', import.meta.url))
  const remove = (): void => rmSync(folder, { recursive: true })
  try {
    execFileSync('cc', ['-O3', '-march=native', '-o', program, source], { stdio: 'ignore' })
  } catch {
    remove()
    return undefined
  }
  const input = join(folder, 'lists')
  const head = Uint32Array.of(peopleIn(friends), rooms, ROOM, visitors.length / rooms)
  writeFileSync(input, head)
  for (const part of [Uint32Array.from(friends.starts), friends.friends, visitors, others])
    writeFileSync(input, new Uint8Array(part.buffer, part.byteOffset, part.byteLength), { flag: 'a' })
  return { ns: (round) => Number(execFileSync(program, [input, String(round)], { encoding: 'utf8' })), remove }
}
