/** Presence files, row by row: each kind has its own idea of a good row. */
import { Column } from './columns.ts'
import { PRESENCE, type PresenceKind, type WorldFile } from './files.ts'
import type { Malformed } from './malformed.ts'
import { wrongPair } from './pairs.ts'
import { Table } from './table.ts'

export interface Rows {
  readonly t: Column
  readonly a: Column
  readonly b: Column
  readonly lat: Column
  readonly lon: Column
  readonly place: Column
  readonly places: string[]
}

export const readPresence = (file: WorldFile, kind: PresenceKind, malformed: Malformed): Rows => {
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
