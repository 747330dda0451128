/** Writes a town as the folders of CSV files that replay and worth read. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { copyFile, link, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { makeBooks } from './books.ts'
import { makeRooms, makeVisits, NO_ROOM } from './gatherings.ts'
import { makeLater } from './later.ts'
import { latLonOf } from './moves.ts'
import { fullName, makeNames } from './names.ts'
import { friendsOf, type Town } from './town.ts'
import { makeWalk, type Walk } from './walk.ts'

export interface WriteOptions {
  /** An empty folder that is there. */
  readonly folder: string
  readonly days: number
  /** Files end in .csv.gz. The text inside is the same everywhere; its compressed bytes are those of this zlib. */
  readonly gzip: boolean
  readonly books: boolean
  /** Told what comes next, for people who wait. */
  readonly progress: (words: string) => void
}

/** Folders: the town itself (stops), `rooms` and `gatherings`, each a world; `books` beside them. */
export const writeTown = async (town: Town, options: WriteOptions): Promise<void> => {
  const { folder, days, progress } = options
  const suffix = options.gzip ? '.csv.gz' : '.csv'
  const table = (name: string, header: string, rows: Iterable<string>) =>
    writeTable(join(folder, name + suffix), header, rows)
  for (const world of ['rooms', 'gatherings']) await mkdir(join(folder, world))

  progress('who lives where, who knows whom')
  await table('names', 'id,name', nameRows(town))
  await table('homes', 'id,lat,lon', homeRows(town))
  await table('friends', 'a,b', friendRows(town))
  await alsoAs(join(folder, `friends${suffix}`), join(folder, 'rooms', `friends${suffix}`))
  await alsoAs(join(folder, `friends${suffix}`), join(folder, 'gatherings', `friends${suffix}`))

  progress(days === 1 ? 'a day of stops and gatherings' : `${days} days of stops and gatherings`)
  const walk = makeWalk(town, days)
  const visits = makeVisits(town, days)
  await table('checkins', 't,user,lat,lon', stopRows(walk))
  await table(
    join('gatherings', 'visits'),
    't,user,place',
    rowsOf(visits.times.length, (i) => `${visits.times[i]},${visits.persons[i]},${visits.places[i]}`),
  )
  await table(join('rooms', 'rooms'), 'user,room', roomRows(makeRooms(town)))

  progress('the friendships that come afterwards')
  await table('friends-later', 'a,b', pairRows(makeLater(town, walk, visits), town.people))
  await alsoAs(join(folder, `friends-later${suffix}`), join(folder, 'gatherings', `friends-later${suffix}`))
  if (options.books) await writeBooks(town, options, table)
}

type WriteTable = (name: string, header: string, rows: Iterable<string>) => Promise<void>

const writeBooks = async (town: Town, { folder, progress }: WriteOptions, table: WriteTable): Promise<void> => {
  progress('address books')
  const { identifiersOf, lineOf, services, bookOf } = makeBooks(town)
  const everybody = (row: (person: number) => string | undefined) => rowsOf(town.people, row)
  await table(
    'identifiers',
    'id,phone,email',
    everybody((id) => `${id},${identifiersOf(id).phone},${identifiersOf(id).email}`),
  )
  await table(
    'lines',
    'id,phone',
    everybody((id) => lineOf(id) && `${id},${lineOf(id)}`),
  )
  await table(
    'services',
    'id,kind,name,phone,email',
    services.all.map(({ kind, name, phone, email }, id) => `${id},${kind},${name},${phone},${email}`),
  )
  await mkdir(join(folder, 'books'))
  for (let person = 0; person < town.people; person++)
    await writeFile(join(folder, 'books', `${person}.vcf`), bookOf(person))
}

/** Calls `row` for 0 to `count` - 1; what it leaves undefined is left out. */
function* rowsOf(count: number, row: (i: number) => string | undefined): Generator<string> {
  for (let i = 0; i < count; i++) {
    const text = row(i)
    if (text !== undefined) yield text
  }
}

const nameRows = (town: Town): Iterable<string> => {
  const nameOf = makeNames(town)
  return rowsOf(town.people, (person) => `${person},${fullName(nameOf(person))}`)
}

const homeRows = ({ people, homes }: Town): Iterable<string> =>
  rowsOf(people, (person) => `${person},${degrees(homes.x[person]!, homes.y[person]!)}`)

const stopRows = ({ times, persons, x, y }: Walk): Iterable<string> =>
  rowsOf(times.length, (i) => `${times[i]},${persons[i]},${degrees(x[i]!, y[i]!)}`)

const roomRows = (rooms: Uint32Array): Iterable<string> =>
  rowsOf(rooms.length, (person) => (rooms[person] === NO_ROOM ? undefined : `${person},${rooms[person]}`))

function* friendRows(town: Town): Generator<string> {
  for (let person = 0; person < town.people; person++)
    for (const friend of friendsOf(town, person)) if (friend > person) yield `${person},${friend}`
}

const pairRows = (pairs: Float64Array, people: number): Iterable<string> =>
  rowsOf(pairs.length, (i) => `${Math.floor(pairs[i]! / people)},${pairs[i]! % people}`)

/** `lat,lon` to six decimals: 0.1 m, where all machines agree. */
const degrees = (x: number, y: number): string => {
  const { lat, lon } = latLonOf(x, y)
  return `${lat.toFixed(6)},${lon.toFixed(6)}`
}

const writeTable = async (path: string, header: string, rows: Iterable<string>): Promise<void> => {
  const file = createWriteStream(path, { flags: 'wx' })
  await once(file, 'open')
  const text = Readable.from(chunksOf(header, rows))
  await (path.endsWith('.gz') ? pipeline(text, createGzip(), file) : pipeline(text, file))
}

/** A stream's turn costs more than a row: rows go in pieces of 64 kB. */
const CHUNK = 65_536

function* chunksOf(header: string, rows: Iterable<string>): Generator<Buffer> {
  let text = `${header}\n`
  for (const row of rows) {
    text += `${row}\n`
    if (text.length >= CHUNK) {
      yield Buffer.from(text)
      text = ''
    }
  }
  yield Buffer.from(text)
}

/** The same file in a second folder, without a second copy where the disk can. */
const alsoAs = (from: string, to: string): Promise<void> => link(from, to).catch(() => copyFile(from, to))
