/**
 * A world: who knows whom, and who was where or near whom, as read from its folder. People are numbered 1, 2, 3 … in
 * ascending order of their ids, so that order by number is order by id; ids come back only when something is told.
 */
import { Unusable } from '../io.ts'
import { Column } from './columns.ts'
import { PRESENCE, type PresenceKind, presenceKind, readFriendsFile, readWorldFile, type WorldFile } from './files.ts'
import { Malformed } from './malformed.ts'
import { Table } from './table.ts'

/** Friends of person p: `friends` from `starts[p]` to `starts[p + 1]`, ascending. Person 0 is nobody. */
export interface Friends {
  readonly starts: Float64Array
  readonly friends: Uint32Array
}

/** Presence rows, in file order. Unused columns are empty. */
export interface Presence {
  readonly kind: PresenceKind
  readonly size: number
  /** Seconds; empty for rooms. */
  readonly t: ArrayLike<number>
  /** Persons; the smaller id first for contacts. */
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
  readonly lat: ArrayLike<number>
  readonly lon: ArrayLike<number>
  /** Number of the place or room in `places`, in order of first row. */
  readonly place: ArrayLike<number>
  readonly places: readonly string[]
}

export interface World {
  /** Per person: the id in the files. */
  readonly ids: Uint32Array
  readonly friendships: Friends
  readonly presence: Presence
  readonly malformed: Malformed
}

export const readWorld = (folder: string): World => {
  const kind = presenceKind(folder)
  const malformed = new Malformed()
  const edges = readPairs(readFriendsFile(folder), malformed)
  const rows = readPresence(readWorldFile(folder, kind)!, kind, malformed)
  const ids = uniqueIds([edges.a, edges.b, rows.a, rows.b])
  const numberOf = numbering(ids)
  const a = renumber(edges.a, numberOf)
  const b = renumber(edges.b, numberOf)
  const presence: Presence = {
    kind,
    size: rows.a.size,
    t: rows.t.values,
    a: renumber(rows.a, numberOf),
    b: renumber(rows.b, numberOf),
    lat: rows.lat.values,
    lon: rows.lon.values,
    place: rows.place.values,
    places: rows.places,
  }
  return { ids, friendships: friendsOf(a, b, ids.length), presence, malformed }
}

/** Friendships that came later, as persons of a world; people whom the world does not know are left out. */
export const readLaterFriends = (folder: string, world: World): { a: Uint32Array; b: Uint32Array } => {
  const file = readWorldFile(folder, 'friends-later')
  if (!file) throw new Unusable(`${folder} has no friends-later.csv or friends-later.csv.gz`)
  const edges = readPairs(file, world.malformed)
  const numberOf = numbering(world.ids)
  const known: [number, number][] = []
  for (let i = 0; i < edges.a.size; i++) {
    const pair = [numberOf(edges.a.values[i]!), numberOf(edges.b.values[i]!)] as [number, number]
    if (pair[0] !== 0 && pair[1] !== 0) known.push(pair)
  }
  return { a: Uint32Array.from(known, ([a]) => a), b: Uint32Array.from(known, ([, b]) => b) }
}

interface Rows {
  readonly t: Column
  readonly a: Column
  readonly b: Column
  readonly lat: Column
  readonly lon: Column
  readonly place: Column
  readonly places: string[]
}

const readPairs = (file: WorldFile, malformed: Malformed): { a: Column; b: Column } => {
  const table = new Table(file.name, file.bytes, ['a', 'b'])
  const a = new Column('id')
  const b = new Column('id')
  while (table.next()) {
    const why = table.isWhole ? wrongPair(table.id(0), table.id(1)) : 'must have 2 fields'
    if (why) {
      malformed.add(file.name, table.line, why)
      continue
    }
    a.push(Math.min(table.id(0), table.id(1)))
    b.push(Math.max(table.id(0), table.id(1)))
  }
  return { a, b }
}

const wrongPair = (a: number, b: number): string | undefined => {
  if (Number.isNaN(a)) return 'a is no id'
  if (Number.isNaN(b)) return 'b is no id'
  return a === b ? 'a and b are the same' : undefined
}

const readPresence = (file: WorldFile, kind: PresenceKind, malformed: Malformed): Rows => {
  const table = new Table(file.name, file.bytes, PRESENCE[kind])
  const rows: Rows = {
    t: new Column('float'),
    a: new Column('id'),
    b: new Column('id'),
    lat: new Column('float'),
    lon: new Column('float'),
    place: new Column('id'),
    places: [],
  }
  const read = READERS[kind](rows)
  while (table.next()) {
    const why = table.isWhole ? read(table) : `must have ${PRESENCE[kind].length} fields`
    if (why) malformed.add(file.name, table.line, why)
  }
  return rows
}

/** Adds a row, or says what is wrong with it. */
type RowReader = (table: Table) => string | undefined

const READERS: Record<PresenceKind, (rows: Rows) => RowReader> = {
  contacts: (rows) =>
    inTime(rows, (table, t) => {
      const [a, b] = [table.id(1), table.id(2)]
      const why = wrongPair(a, b)
      if (why) return why
      rows.t.push(t)
      rows.a.push(Math.min(a, b))
      rows.b.push(Math.max(a, b))
      return undefined
    }),
  checkins: (rows) =>
    inTime(rows, (table, t) => {
      const [user, lat, lon] = [table.id(1), table.decimal(2, -90, 90), table.decimal(3, -180, 180)]
      if (Number.isNaN(user)) return 'user is no id'
      if (Number.isNaN(lat)) return 'lat is no latitude'
      if (Number.isNaN(lon)) return 'lon is no longitude'
      rows.t.push(t)
      rows.a.push(user)
      rows.lat.push(lat)
      rows.lon.push(lon)
      return undefined
    }),
  visits: (rows) => {
    const numberOf = placeNumbers(rows.places)
    return inTime(rows, (table, t) => {
      const [user, place] = [table.id(1), table.text(2)]
      if (Number.isNaN(user)) return 'user is no id'
      if (place === '') return 'place is empty'
      rows.t.push(t)
      rows.a.push(user)
      rows.place.push(numberOf(place))
      return undefined
    })
  },
  rooms: (rows) => {
    const numberOf = placeNumbers(rows.places)
    return (table) => {
      const [user, room] = [table.id(0), table.text(1)]
      if (Number.isNaN(user)) return 'user is no id'
      if (room === '') return 'room is empty'
      rows.a.push(user)
      rows.place.push(numberOf(room))
      return undefined
    }
  },
}

/** A reader of rows whose first field is a time that never runs backwards from one good row to the next. */
const inTime = (rows: Rows, read: (table: Table, t: number) => string | undefined): RowReader => {
  return (table) => {
    const t = table.time(0)
    if (Number.isNaN(t)) return 't is no time'
    if (rows.t.size > 0 && t < rows.t.values[rows.t.size - 1]!) return 't is before the row above'
    return read(table, t)
  }
}

const placeNumbers = (places: string[]): ((place: string) => number) => {
  const numbers = new Map<string, number>()
  return (place) => {
    const known = numbers.get(place)
    if (known !== undefined) return known
    numbers.set(place, places.length)
    return places.push(place) - 1
  }
}

/** Ids below this are looked up in tables. */
const SMALL = 2 ** 24

/** All ids, ascending, with one place before them, so that index and person are the same. */
const uniqueIds = (columns: readonly Column[]): Uint32Array => {
  const seen = new Uint8Array(SMALL)
  const large = new Set<number>()
  for (const { values, size } of columns)
    for (let i = 0; i < size; i++) {
      if (values[i]! < SMALL) seen[values[i]!] = 1
      else large.add(values[i]!)
    }
  const ids = [0]
  for (let id = seen.indexOf(1); id !== -1; id = seen.indexOf(1, id + 1)) ids.push(id)
  return Uint32Array.from([...ids, ...[...large].sort((x, y) => x - y)])
}

/** From id to person: a table where ids are small, a map where they are not. 0 for an id that nobody has. */
const numbering = (ids: Uint32Array): ((id: number) => number) => {
  const largest = ids.at(-1)!
  if (largest < SMALL) {
    const table = new Uint32Array(largest + 1)
    for (let person = 1; person < ids.length; person++) table[ids[person]!] = person
    return (id) => table[id] ?? 0
  }
  const map = new Map<number, number>()
  for (let person = 1; person < ids.length; person++) map.set(ids[person]!, person)
  return (id) => map.get(id) ?? 0
}

const renumber = (column: Column, numberOf: (id: number) => number): Uint32Array =>
  Uint32Array.from(column.values.subarray(0, column.size), numberOf)

/** Lists of friends out of pairs, each ascending; a pair that stands twice counts once. */
const friendsOf = (a: Uint32Array, b: Uint32Array, people: number): Friends => {
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
