/**
 * A made-up town: homes, hot spots, circles and who knows whom, as typed arrays. One million people with 75 million
 * friendships fit in memory, so that benchmarks can use it without files.
 *
 * Households live together along a space-filling curve; streets, school years, workplaces and clubs are overlapping
 * circles of people who live more or less near each other; within a circle people meet in proportion to how sociable
 * they are, which is heavy-tailed; the rest of what somebody can know is spread over the district and the whole town.
 */
import { type Circle, makeCircles } from './circles.ts'
import { makeFriendships } from './friendships.ts'
import { type HotSpots, makeHomes, makeHotSpots } from './homes.ts'

export interface TownOptions {
  /** 2 to 4,000,000. */
  readonly people: number
  /** 32 bits. */
  readonly seed: number
  /** The town is a square; 20 km unless told. */
  readonly sideMetres?: number
  /** Friends per person in a large town, 150 unless told; a small town has fewer (`friendsToHave`). */
  readonly meanFriends?: number
}

/** People are the numbers 0 to `people` - 1, in no order: neighbours have unrelated numbers. */
export interface Town {
  readonly people: number
  readonly seed: number
  readonly sideMetres: number
  /** Metres east and north of the south-west corner, by person. A household shares its home. */
  readonly homes: { readonly x: Float32Array; readonly y: Float32Array }
  readonly hotSpots: HotSpots
  /** By person, the hot spot that home belongs to. */
  readonly homeSpots: Uint16Array
  /** By person. */
  readonly households: Uint32Array
  /** Everybody is in one circle of each kind. */
  readonly circles: readonly Circle[]
  /** `people` + 1 offsets into `friends`. */
  readonly starts: Uint32Array
  /** The friends of `i` are `friends[starts[i]]` to before `friends[starts[i + 1]]`, ascending; if j is in i's, i is in j's. */
  readonly friends: Uint32Array
}

export const SIDE_METRES = 20_000
export const MEAN_FRIENDS = 150
export const MOST_PEOPLE = 4_000_000

export const makeTown = (options: TownOptions): Town => {
  const { people, seed, sideMetres = SIDE_METRES, meanFriends = MEAN_FRIENDS } = options
  if (!Number.isInteger(people) || people < 2 || people > MOST_PEOPLE)
    throw new RangeError(`a town has 2 to ${MOST_PEOPLE} people, not ${people}`)
  const hotSpots = makeHotSpots(people, sideMetres, seed)
  const { homes, homeSpots, households, residents } = makeHomes(people, sideMetres, hotSpots, seed)
  const circles = makeCircles(residents, seed)
  const { starts, friends } = makeFriendships({ people, seed, meanFriends, households, residents, circles })
  return { people, seed, sideMetres, homes, hotSpots, homeSpots, households, circles, starts, friends }
}

/** The friends of a person, ascending, without copying. */
export const friendsOf = (town: Pick<Town, 'starts' | 'friends'>, person: number): Uint32Array =>
  town.friends.subarray(town.starts[person]!, town.starts[person + 1]!)
