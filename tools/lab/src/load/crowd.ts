/** Who comes to the room, and whom they know: people of a world, or of a made-up town where there is none. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { draws } from '../bench/rounds.ts'
import { Unusable } from '../io.ts'
import { makeTown, friendsOf as townFriendsOf } from '../town/town.ts'
import { dataFolder } from '../worlds/files.ts'
import { readWorld } from '../worlds/world.ts'

export interface Crowd {
  /** Where they are from, in words. */
  readonly source: string
  /** Those who come, as numbers of all that the source knows. */
  readonly people: readonly number[]
  readonly friendsOf: (person: number) => ArrayLike<number>
}

export interface CrowdOptions {
  readonly people: number
  readonly seed: number
  /** A world's folder; `town` for the made-up one; absent: facebook-harvard, where it is. */
  readonly world?: string
}

/** Everybody, and the group in which they are: a dormitory and year, a workplace. Those of one group come together. */
interface Source {
  readonly source: string
  readonly groups: ReadonlyMap<number, readonly number[]>
  readonly friendsOf: Crowd['friendsOf']
}

const HARVARD = join(dataFolder(), 'worlds', 'facebook-harvard')
/** As many in the town for each who comes: somebody has most friends elsewhere. */
const TOWN_TIMES = 8

export const gather = ({ people, seed, world }: CrowdOptions): Crowd => {
  const folder = world ?? (existsSync(HARVARD) ? HARVARD : 'town')
  const { source, groups, friendsOf } = folder === 'town' ? townOf(people, seed) : worldIn(folder)
  const order = shuffled([...groups.keys()], seed)
  const all = order.flatMap((group) => groups.get(group)!).filter((person) => friendsOf(person).length > 0)
  if (all.length < people) throw new Unusable(`${source} has ${all.length} people with friends, fewer than ${people}`)
  return { source, people: all.slice(0, people), friendsOf }
}

const worldIn = (folder: string): Source => {
  const { friendships, presence } = readWorld(folder)
  if (presence.kind !== 'rooms') throw new Unusable(`${folder} says nothing of groups: it has no rooms.csv`)
  const { starts, friends } = friendships
  return {
    source: basename(folder),
    groups: grouped(Array.from(presence.a), (_, row) => presence.place[row]!),
    friendsOf: (person) => friends.subarray(starts[person]!, starts[person + 1]!),
  }
}

const townOf = (people: number, seed: number): Source => {
  const town = makeTown({ people: people * TOWN_TIMES, seed })
  const { of } = town.circles.find(({ kind }) => kind === 'work')!
  return {
    source: `a made-up town of ${town.people}`,
    groups: grouped(
      Array.from({ length: town.people }, (_, person) => person),
      (person) => of[person]!,
    ),
    friendsOf: (person) => townFriendsOf(town, person),
  }
}

const grouped = (people: readonly number[], groupOf: (person: number, index: number) => number) => {
  const groups = new Map<number, number[]>()
  for (const [index, person] of people.entries()) {
    const group = groupOf(person, index)
    groups.set(group, [...(groups.get(group) ?? []), person])
  }
  return groups
}

/** Fisher–Yates. */
export const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  const random = draws(seed + 1)
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}
