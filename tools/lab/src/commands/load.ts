/** `kith-lab load room`: hundreds of devices in one room, over real sockets, against a server in a process of its own. */
import { resolve } from 'node:path'
import { GOOD, type Io, Unusable, WITH_PROBLEMS } from '../io.ts'
import { gather } from '../load/crowd.ts'
import { evening } from '../load/evening.ts'
import { inWords, isOverPromise } from '../load/words.ts'
import { integer, onlyWord, readWords } from '../options.ts'

const text = { type: 'string' } as const
const OPTIONS = { people: text, rate: text, seed: text, world: text, profile: text, json: { type: 'boolean' } } as const

const LEAST_PEOPLE = 10

export const loadCommand = async (words: readonly string[], io: Io): Promise<number> => {
  const said = readWords(words, OPTIONS)
  const what = onlyWord(said, 'what to load: room')
  if (what !== 'room') throw new Unusable(`there is no load "${what}": name room`)
  const { world, profile } = said.values as { world?: string; profile?: string }
  const seed = integer(said, 'seed', 0, 1)
  const people = integer(said, 'people', LEAST_PEOPLE, 500)
  const figures = await evening({
    crowd: gather({ people, seed, ...(world !== undefined && { world }) }),
    rate: integer(said, 'rate', 1, 20),
    seed,
    ...(profile !== undefined && { profile: resolve(profile) }),
    say: (line) => io.stderr.write(`${line}\n`),
  })
  io.stdout.write(said.values.json ? `${JSON.stringify(figures, null, 2)}\n` : inWords(figures))
  return figures.wrong.length > 0 || isOverPromise(figures) ? WITH_PROBLEMS : GOOD
}
