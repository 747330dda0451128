/** `kith-lab bench WHAT`: what a part does, beside its peer, in one run. */
import { join } from 'node:path'
import { benchBook } from '../bench/book.ts'
import { benchEngine } from '../bench/engine.ts'
import { benchOprf } from '../bench/oprf.ts'
import { benchReplay } from '../bench/replay.ts'
import { bookInWords, engineInWords, oprfInWords, replayInWords } from '../bench/words.ts'
import { GOOD, type Io, Unusable } from '../io.ts'
import { integer, onlyWord, readWords, type Words } from '../options.ts'
import { dataFolder } from '../worlds/files.ts'

const OPTIONS = {
  people: { type: 'string' },
  growth: { type: 'string' },
  world: { type: 'string' },
  count: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Figures, and how they are said. */
interface Measured {
  readonly figures: object
  readonly words: string
}

const told = <Figures extends object>(figures: Figures, inWords: (figures: Figures) => string): Measured => ({
  figures,
  words: inWords(figures),
})

const BENCHES: Record<string, (said: Words, io: Io) => Measured | Promise<Measured>> = {
  engine: (said, io) => {
    const people = integer(said, 'people', 1000, 100_000)
    const sizes = sizesOf(said.values.growth as string | undefined)
    return told(benchEngine({ people, sizes, roomsWorld: worldOf(said) }, io.stderr), engineInWords)
  },
  replay: (said) => told(benchReplay(worldOf(said)), replayInWords),
  oprf: async (said) => told(await benchOprf(integer(said, 'count', 64, 1000)), oprfInWords),
  book: (said) => told(benchBook(integer(said, 'count', 1, 10_000)), bookInWords),
}

export const benchCommand = async (words: readonly string[], io: Io): Promise<number> => {
  const said = readWords(words, OPTIONS)
  const what = onlyWord(said, `what to measure: ${Object.keys(BENCHES).join(', ')}`)
  const bench = Object.hasOwn(BENCHES, what) ? BENCHES[what] : undefined
  if (!bench) throw new Unusable(`there is no bench "${what}": name ${Object.keys(BENCHES).join(', ')}`)
  const measured = await bench(said, io)
  io.stdout.write(said.values.json ? `${JSON.stringify(measured.figures, null, 2)}\n` : measured.words)
  return GOOD
}

const worldOf = ({ values }: Words): string =>
  (values.world as string | undefined) ?? join(dataFolder(), 'worlds', 'facebook-harvard')

const sizesOf = (text = '10000,100000,1000000'): number[] => {
  const sizes = text.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 1000))
    throw new Unusable(`--growth takes sizes of at least 1000, with commas between them, not "${text}"`)
  return sizes
}
