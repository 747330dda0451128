/** `kith-lab world`: a made-up town in files, to replay, to measure and to show. */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureTown } from '../town/measure.ts'
import { MOST_PEOPLE, makeTown, type Town } from '../town/town.ts'
import { writeTown } from '../town/write.ts'

export interface Output {
  readonly write: (text: string) => unknown
}

const USAGE = `kith-lab world --people N --out DIR [--seed S] [--days D] [--books] [--gzip]

Writes a made-up town into DIR, which must be new or empty. The same options give the same bytes.

  --people N   how many live there (10 to ${MOST_PEOPLE})
  --seed S     which of the towns of that size (0 to 4294967295; 1 unless told)
  --days D     how many days are walked and met in, from a Monday (1 to 365; 7 unless told)
  --books      also everybody's address book as vCard, DIR/books/ID.vcf, with the truth about it
  --gzip       .csv.gz instead of .csv

DIR, DIR/rooms and DIR/gatherings are worlds that kith-lab replay takes; they are printed.
`

interface WorldOptions {
  readonly people: number
  readonly seed: number
  readonly days: number
  readonly out: string
  readonly books: boolean
  readonly gzip: boolean
}

/** 0: written; 2: the options or the folder cannot be used, and one sentence says why. */
export const worldCommand = async (
  words: readonly string[],
  { stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
): Promise<number> => {
  if (words.includes('--help')) {
    stdout.write(USAGE)
    return 0
  }
  const options = readOptions(words)
  const trouble = typeof options === 'string' ? options : await prepareFolder(options.out)
  if (typeof options === 'string' || trouble !== undefined) {
    stderr.write(`kith-lab world: ${trouble}\n`)
    return 2
  }
  const progress = (text: string) => stderr.write(`writing ${text}\n`)
  const town = makeTown(options)
  stderr.write(describe(town))
  await writeTown(town, { ...options, folder: options.out, progress })
  stdout.write([options.out, join(options.out, 'rooms'), join(options.out, 'gatherings'), ''].join('\n'))
  return 0
}

/** The options, or what is wrong with them. */
const readOptions = (words: readonly string[]): WorldOptions | string => {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean', default: false } as const
    const { values } = parseArgs({
      args: [...words],
      options: { people: text, seed: text, days: text, out: text, books: flag, gzip: flag },
    })
    if (!values.out) return '--out needs a folder to write into.'
    return {
      people: wholeNumber('people', values.people, 10, MOST_PEOPLE),
      seed: wholeNumber('seed', values.seed ?? '1', 0, 0xffffffff),
      days: wholeNumber('days', values.days ?? '7', 1, 365),
      out: values.out,
      books: values.books,
      gzip: values.gzip,
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      return `${error.message.split('. ')[0]}.`.replace('..', '.')
    throw error
  }
}

const wholeNumber = (name: string, text: string | undefined, least: number, most: number): number => {
  const value = text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most))
    throw new RangeError(
      `--${name} must be a whole number from ${least} to ${most}${text === undefined ? '' : `, not "${text}"`}`,
    )
  return value
}

/** Makes the folder; says what is in the way. Nothing is ever written over: a world that is there may be a real one. */
const prepareFolder = async (folder: string): Promise<string | undefined> => {
  try {
    await mkdir(folder, { recursive: true })
    const [first] = await readdir(folder)
    return first === undefined ? undefined : `"${folder}" is not empty (it holds "${first}"): give a new folder.`
  } catch (error) {
    return `"${folder}" cannot be used as a folder (${(error as NodeJS.ErrnoException).code}).`
  }
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
