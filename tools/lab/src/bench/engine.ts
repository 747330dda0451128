/** `kith-lab bench engine`: everything that is said of the engine's speed and size, in one run. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { ListId, Lists } from '@kith/engine'
import type { Voice } from '../io.ts'
import { makeTown, SIDE_METRES } from '../town/town.ts'
import { readWorld } from '../worlds/world.ts'
import { type ColdCount, coldCount } from './cold.ts'
import { type DenseRoom, denseRoom, indexBytesPerEdge } from './dense.ts'
import { engineMover, type Mover, plainMover } from './move-and-count.ts'
import { friendsInTown, listsOf } from './people.ts'
import { inTurns, ROUNDS } from './rounds.ts'
import { walkOf } from './walk.ts'

export interface EngineFigures {
  readonly people: number
  /** Moves a second; people newly near, and so counted, and people told of, in the mean of a move. */
  readonly moveAndCount: {
    readonly enginePerSecond: number
    readonly mapSetPerSecond: number
    /** The same, going through the smaller of two sets. */
    readonly mapSetSmallerPerSecond: number
    readonly ratio: number
    readonly countedPerMove: number
    readonly toldPerMove: number
  }
  readonly count: ColdCount
  readonly rooms: readonly DenseRoom[]
  readonly roomsFrom: string
  readonly memory: {
    readonly bytesPerEdge: number
    readonly bytesPerPresent: number
    /** Of the inverted index of the largest room, per position of the lists of those in it. */
    readonly bytesPerEdgeInverted: number
  }
  readonly growth: readonly Growth[]
}

export interface Growth {
  readonly people: number
  /** People newly near who are counted a second, while people move. */
  readonly perSecond: number
  readonly movesPerSecond: number
  readonly countedPerMove: number
}

export interface EngineBench {
  readonly people: number
  /** The sizes of (e). */
  readonly sizes: readonly number[]
  /** The world whose people fill the rooms of (c); the made-up town where it is absent. */
  readonly roomsWorld: string
}

const SEED = 1
const ROOM_SIZES = [200, 1000, 5000, 15_000]
/** Moves in a round of (a), for which Map and Set need about a second, and of (e); fewer in a small town. */
const movesFor = (people: number): number => Math.min(2000, Math.ceil(people / 10))
const growthMovesFor = (people: number): number => Math.min(20_000, people * 2)

export const benchEngine = (bench: EngineBench, notes: Voice): EngineFigures => {
  notes.write(`a made-up town of ${bench.people} people …\n`)
  const town = makeTown({ people: bench.people, seed: SEED })
  const friends = friendsInTown(town)
  const { lists, listOf } = listsOf(friends)
  const moves = movesFor(bench.people)
  const walk = walkOf(town, moves * (ROUNDS + 1), SEED)
  const engine = engineMover(lists, listOf, walk)
  notes.write('(a) move and count …\n')
  const moveAndCount = against(engine, plainMover(friends, walk, 'mine'), plainMover(friends, walk, 'smaller'), {
    moves,
    countedPerMove: mean(walk.newlyNear),
  })
  notes.write('(b) one count, lists cold …\n')
  const count = coldCount(friends, lists, listOf)
  const bytesPerPresent = engine.places.bytes.present / engine.places.size
  const bytesPerEdge = lists.bytes / friends.friends.length
  notes.write('(c) dense rooms …\n')
  const { rooms, roomsFrom, bytesPerEdgeInverted } = denseRooms(bench.roomsWorld, { lists, listOf })
  notes.write('(e) growth …\n')
  return {
    people: bench.people,
    moveAndCount,
    count,
    rooms,
    roomsFrom,
    memory: { bytesPerEdge, bytesPerPresent, bytesPerEdgeInverted },
    growth: growthOf(bench.sizes, notes),
  }
}

const against = (
  engine: Mover,
  plain: Mover,
  smaller: Mover,
  { moves, countedPerMove }: { readonly moves: number; readonly countedPerMove: number },
): EngineFigures['moveAndCount'] => {
  const perSecond = (mover: Mover) => (round: number) => moves / mover.run(round * moves, (round + 1) * moves)
  const rates = inTurns({ engine: perSecond(engine), plain: perSecond(plain), smaller: perSecond(smaller) })
  for (const { seen } of [plain, smaller])
    if (engine.seen.pairs !== seen.pairs || engine.seen.mutual !== seen.mutual)
      throw new Error(`the engine saw ${JSON.stringify(engine.seen)}, Map and Set ${JSON.stringify(seen)}`)
  return {
    enginePerSecond: rates.engine,
    mapSetPerSecond: rates.plain,
    mapSetSmallerPerSecond: rates.smaller,
    ratio: rates.engine / rates.plain,
    countedPerMove,
    toldPerMove: engine.seen.pairs / (moves * (ROUNDS + 1)),
  }
}

interface Known {
  readonly lists: Lists
  readonly listOf: readonly ListId[]
}

const denseRooms = (
  world: string,
  town: Known,
): { rooms: DenseRoom[]; roomsFrom: string; bytesPerEdgeInverted: number } => {
  const there = existsSync(world)
  const { lists, listOf } = there ? listsOf(readWorld(world).friendships) : town
  const sizes = ROOM_SIZES.filter((size) => size < listOf.length - 1)
  const rooms = sizes.map((size) => denseRoom(lists, listOf, size))
  const bytesPerEdgeInverted = indexBytesPerEdge(lists, listOf, sizes.at(-1)!)
  return { rooms, roomsFrom: there ? basename(world) : 'the made-up town', bytesPerEdgeInverted }
}

/** (e) Each size is a town as dense as the one of 100,000 in 20 x 20 km, so that a move meets about as many people. */
const growthOf = (sizes: readonly number[], notes: Voice): Growth[] => {
  const movers = sizes.map((people) => {
    notes.write(`    ${people} people …\n`)
    const town = makeTown({ people, seed: SEED, sideMetres: SIDE_METRES * Math.sqrt(people / 100_000) })
    const moves = growthMovesFor(people)
    const walk = walkOf(town, moves * (ROUNDS + 1), SEED)
    const { lists, listOf } = listsOf(friendsInTown(town))
    return { people, moves, mover: engineMover(lists, listOf, walk), countedPerMove: mean(walk.newlyNear) }
  })
  const contenders = movers.map(({ people, moves, mover }) => {
    const run = (round: number): number => moves / mover.run(round * moves, (round + 1) * moves)
    return [String(people), run] as const
  })
  const rates = inTurns(Object.fromEntries(contenders))
  return movers.map(({ people, countedPerMove }) => {
    const movesPerSecond = rates[String(people)]!
    return { people, perSecond: movesPerSecond * countedPerMove, movesPerSecond, countedPerMove }
  })
}

const mean = (values: Uint32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
