/** Who knows whom: everybody gets a number of friends to have, and finds them circle by circle. */
import { Chance, exp } from './chance.ts'
import type { Circle } from './circles.ts'

export interface Residents {
  readonly people: number
  readonly seed: number
  readonly meanFriends: number
  readonly households: Uint32Array
  /** Everybody, households together. */
  readonly residents: Uint32Array
  readonly circles: readonly Circle[]
}

export interface Friendships {
  readonly starts: Uint32Array
  readonly friends: Uint32Array
}

/** Deviation of the logarithm of sociability: the median person then has two thirds of the mean. */
const SOCIABILITY = 0.9
/** Some pairs find each other in two circles and count once: everybody looks for a little more than the mean. */
const FOR_DOUBLES = 1.03
/** The most sociable person of a large town has 27 times the mean: about 4,000. */
const MOST_TIMES_MEAN = 27
/** Nobody knows more than this part of a circle through the circle alone. */
const MOST_OF_A_CIRCLE = 0.8
/** Circles up to this size are kept free of double friendships as they form; a table of size x size bits is cheap. */
const TABLE_SIZE = 1024
const ROUNDS = 4

export const makeFriendships = (town: Residents): Friendships => {
  const chance = new Chance(town.seed, 'friendships')
  const wanted = friendsToHave(town)
  const pairs = new Pairs(wanted)
  befriendHouseholds(town, pairs)
  for (const circle of town.circles)
    for (let c = 0; c < circle.count; c++) {
      const members = circle.members.subarray(circle.starts[c]!, circle.starts[c + 1]!)
      const most = MOST_OF_A_CIRCLE * (members.length - 1)
      befriend(members, (person) => chance.round(Math.min(most, wanted[person]! * circle.share)), pairs, chance)
    }
  befriend(town.residents, () => Number.POSITIVE_INFINITY, pairs, chance)
  return rowsOf(town.people, pairs)
}

/**
 * How many friends each person is to have: log-normal. A small town has fewer: a mean of about 60 among 400 people, 95
 * among 1,000, 145 among 20,000.
 */
const friendsToHave = ({ people, seed, meanFriends, residents, households }: Residents): Uint16Array => {
  const chance = new Chance(seed, 'sociability')
  const mean = (FOR_DOUBLES * meanFriends * people) / (people + (8 / 3) * meanFriends)
  const most = Math.min(people - 1, 65_535, (MOST_TIMES_MEAN * meanFriends * people) / (people + 7000))
  const wanted = new Uint16Array(people)
  for (let person = 0; person < people; person++) {
    const sociable = exp(SOCIABILITY * chance.gaussian() - (SOCIABILITY * SOCIABILITY) / 2)
    wanted[person] = chance.round(Math.min(most, mean * sociable))
  }
  eachHousehold(residents, households, (from, to) => {
    for (let i = from; i < to; i++) wanted[residents[i]!] = Math.max(to - from - 1, wanted[residents[i]!]!)
  })
  return wanted
}

const eachHousehold = (
  residents: Uint32Array,
  households: Uint32Array,
  visit: (from: number, to: number) => void,
): void => {
  for (let from = 0, to = 0; from < residents.length; from = to) {
    while (to < residents.length && households[residents[to]!] === households[residents[from]!]) to++
    visit(from, to)
  }
}

/** Friendships as they are found, and how many everybody has still to find. */
class Pairs {
  readonly left: Uint16Array
  readonly a: Uint32Array
  readonly b: Uint32Array
  count = 0

  constructor(wanted: Uint16Array) {
    this.left = wanted.slice()
    const most = wanted.reduce((sum, friends) => sum + friends, 0) >>> 1
    this.a = new Uint32Array(most)
    this.b = new Uint32Array(most)
  }

  add(one: number, other: number): void {
    this.a[this.count] = one
    this.b[this.count++] = other
    this.left[one]!--
    this.left[other]!--
  }
}

const befriendHouseholds = ({ residents, households }: Residents, pairs: Pairs): void =>
  eachHousehold(residents, households, (from, to) => {
    for (let i = from; i < to; i++) for (let j = i + 1; j < to; j++) pairs.add(residents[i]!, residents[j]!)
  })

/**
 * Everybody in the circle puts in as many hands as they want friends here, and hands are taken two by two (the
 * configuration model). Hands that find their own or a friend's try again; what is left stays free for other circles.
 */
const befriend = (members: Uint32Array, wants: (person: number) => number, pairs: Pairs, chance: Chance): void => {
  const hands = handsOf(members, wants, pairs.left)
  const size = members.length
  const table = size <= TABLE_SIZE ? new Uint8Array(((size * size) >> 3) + 1) : undefined
  let count = hands.length
  for (let round = 0; round < ROUNDS && count > 1; round++) {
    chance.shuffle(hands, count)
    const paired = count - (count % 2)
    count = 0
    for (let i = 0; i < paired; i += 2) {
      const one = Math.min(hands[i]!, hands[i + 1]!)
      const other = Math.max(hands[i]!, hands[i + 1]!)
      if (one === other || (table && !mark(table, one * size + other))) {
        hands[count++] = one
        hands[count++] = other
      } else pairs.add(members[one]!, members[other]!)
    }
  }
}

const handsOf = (members: Uint32Array, wants: (person: number) => number, left: Uint16Array): Uint32Array => {
  const counts = Uint16Array.from(members, (person) => Math.min(left[person]!, wants(person)))
  const hands = new Uint32Array(counts.reduce((sum, count) => sum + count, 0))
  let at = 0
  for (let i = 0; i < counts.length; i++) {
    hands.fill(i, at, at + counts[i]!)
    at += counts[i]!
  }
  return hands
}

/** Sets a bit; false if it was set. */
const mark = (table: Uint8Array, bit: number): boolean => {
  const before = table[bit >> 3]!
  table[bit >> 3] = before | (1 << (bit & 7))
  return table[bit >> 3] !== before
}

/** Pairs to rows: each friendship in both rows, each row ascending, doubles (met in two circles) once. */
const rowsOf = (people: number, { a, b, count }: Pairs): Friendships => {
  const ends = new Uint32Array(people + 1)
  for (let i = 0; i < count; i++) {
    ends[a[i]!]!++
    ends[b[i]!]!++
  }
  for (let person = 1; person <= people; person++) ends[person]! += ends[person - 1]!
  const friends = new Uint32Array(2 * count)
  // Filled from the back, each row's end moves down to its start.
  for (let i = 0; i < count; i++) {
    friends[--ends[a[i]!]!] = b[i]!
    friends[--ends[b[i]!]!] = a[i]!
  }
  return sortRows(ends, friends)
}

const sortRows = (starts: Uint32Array, friends: Uint32Array): Friendships => {
  let kept = 0
  for (let person = 0; person + 1 < starts.length; person++) {
    const row = friends.subarray(starts[person]!, starts[person + 1]!).sort()
    starts[person] = kept
    let last = -1
    for (let i = 0; i < row.length; i++) {
      const friend = row[i]!
      if (friend !== last) friends[kept++] = friend
      last = friend
    }
  }
  starts[starts.length - 1] = kept
  return { starts, friends: friends.subarray(0, kept) }
}
