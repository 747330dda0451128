/** `kith-lab world`: a made-up town in files, to replay, to measure and to show. */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { GOOD, type Io, Unusable } from '../io.ts'
import { integer, readWords, type Words } from '../options.ts'
import { measureTown } from '../town/measure.ts'
import { MOST_PEOPLE, makeTown, type Town } from '../town/town.ts'
import { writeTown } from '../town/write.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = { people: text, seed: text, days: text, out: text, books: flag, gzip: flag }
const MOST_DAYS = 365

interface WorldOptions {
  readonly people: number
  readonly seed: number
  readonly days: number
  readonly out: string
  readonly books: boolean
  readonly gzip: boolean
}

export const worldCommand = async (words: readonly string[], { stdout, stderr }: Io): Promise<number> => {
  const options = optionsOf(readWords(words, OPTIONS))
  await prepareFolder(options.out)
  const town = makeTown(options)
  stderr.write(describe(town))
  const progress = (text: string) => stderr.write(`writing ${text}\n`)
  await writeTown(town, { ...options, folder: options.out, progress })
  stdout.write([options.out, join(options.out, 'rooms'), join(options.out, 'gatherings'), ''].join('\n'))
  return GOOD
}

const optionsOf = (words: Words): WorldOptions => {
  const { out, people, books = false, gzip = false } = words.values
  if (words.positionals.length > 0)
    throw new Unusable(`"${words.positionals[0]}" is no option; the folder goes after --out`)
  if (people === undefined) throw new Unusable('say how many people the town has: --people N')
  if (!out) throw new Unusable('say where the town goes: --out DIR')
  return {
    people: integerUpTo(words, 'people', 10, MOST_PEOPLE, 0),
    seed: integerUpTo(words, 'seed', 0, 0xffffffff, 1),
    days: integerUpTo(words, 'days', 1, MOST_DAYS, 7),
    out: String(out),
    books: books === true,
    gzip: gzip === true,
  }
}

const integerUpTo = (words: Words, name: string, least: number, most: number, otherwise: number): number => {
  const value = integer(words, name, least, otherwise)
  if (value > most) throw new Unusable(`--${name} is an integer of at most ${most}, not "${value}"`)
  return value
}

/** Makes the folder. Nothing is ever written over: a world that is there may be a real one. */
const prepareFolder = async (folder: string): Promise<void> => {
  const files = await mkdir(folder, { recursive: true })
    .then(() => readdir(folder))
    .catch((error: NodeJS.ErrnoException) => {
      throw new Unusable(`"${folder}" cannot be used as a folder (${error.code})`)
    })
  if (files.length > 0) throw new Unusable(`"${folder}" is not empty (it holds "${files[0]}"): give a new folder`)
}

const describe = (town: Town): string => {
  const { friendships, meanFriends, mostFriends, clustering, friendMetres, strangerMetres } = measureTown(town)
  const number = (value: number) => value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',')
  return (
    `${number(town.people)} people, ${number(friendships)} friendships: ${number(meanFriends)} each in the mean, ` +
    `${number(mostFriends)} at most; clustering ${clustering.toFixed(2)}; ` +
    `friends live ${number(friendMetres)} m apart, strangers ${number(strangerMetres)} m\n`
  )
}
