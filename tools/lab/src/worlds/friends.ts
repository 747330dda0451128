/** Who knows whom, as lists. */

/** Friends of person p: `friends` from `starts[p]` to `starts[p + 1]`, ascending. Person 0 is nobody. */
export interface Friends {
  readonly starts: Float64Array
  readonly friends: Uint32Array
}

/** Lists of friends out of pairs, each ascending; a pair that stands twice counts once. */
export const friendsOf = (a: Uint32Array, b: Uint32Array, people: number): Friends => {
  const starts = new Float64Array(people + 1)
  for (let i = 0; i < a.length; i++) {
    starts[a[i]! + 1]!++
    starts[b[i]! + 1]!++
  }
  for (let person = 0; person < people; person++) starts[person + 1]! += starts[person]!
  const unsorted = new Uint32Array(a.length * 2)
  const next = starts.slice()
  for (let i = 0; i < a.length; i++) {
    unsorted[next[a[i]!]!++] = b[i]!
    unsorted[next[b[i]!]!++] = a[i]!
  }
  return unique(starts, ascending(starts, unsorted))
}

/** Friendship goes both ways: whoever goes through people in order, and writes each into their friends' lists, sorts them. */
const ascending = (starts: Float64Array, friends: Uint32Array): Uint32Array => {
  const sorted = new Uint32Array(friends.length)
  const next = starts.slice()
  for (let person = 0; person + 1 < starts.length; person++)
    for (let i = starts[person]!; i < starts[person + 1]!; i++) sorted[next[friends[i]!]!++] = person
  return sorted
}

/** Takes out what stands twice. */
const unique = (starts: Float64Array, friends: Uint32Array): Friends => {
  let filled = 0
  const tidy = new Float64Array(starts.length)
  for (let person = 0; person + 1 < starts.length; person++) {
    tidy[person] = filled
    for (let i = starts[person]!; i < starts[person + 1]!; i++)
      if (filled === tidy[person] || friends[i] !== friends[filled - 1]) friends[filled++] = friends[i]!
  }
  tidy[starts.length - 1] = filled
  return { starts: tidy, friends: friends.subarray(0, filled) }
}
