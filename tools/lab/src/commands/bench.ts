/** `kith-lab bench engine`: what the engine does, beside its peers, in one run. */
import { join } from 'node:path'
import { benchEngine, type EngineFigures } from '../bench/engine.ts'
import { GOOD, type Io, Unusable } from '../io.ts'
import { integer, readWords } from '../options.ts'
import { dataFolder } from '../worlds/files.ts'

const OPTIONS = {
  people: { type: 'string' },
  growth: { type: 'string' },
  world: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const benchCommand = (words: readonly string[], io: Io): number => {
  const said = readWords(words, OPTIONS)
  const what = said.positionals[0]
  if (said.positionals.length !== 1 || what !== 'engine')
    throw new Unusable('say what to measure: kith-lab bench engine')
  const figures = benchEngine(
    {
      people: integer(said, 'people', 1000, 100_000),
      sizes: sizesOf(said.values.growth as string | undefined),
      roomsWorld: (said.values.world as string | undefined) ?? join(dataFolder(), 'worlds', 'facebook-harvard'),
    },
    io.stderr,
  )
  io.stdout.write(said.values.json ? `${JSON.stringify(figures, null, 2)}\n` : inWords(figures))
  return GOOD
}

const sizesOf = (text = '10000,100000,1000000'): number[] => {
  const sizes = text.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 1000))
    throw new Unusable(`--growth takes sizes of at least 1000, with commas between them, not "${text}"`)
  return sizes
}

const inWords = (figures: EngineFigures): string => {
  const { moveAndCount: a, count: b, rooms, memory: d, growth } = figures
  const toC =
    b.cNs === undefined ? 'no C compiler here' : `the C loop ${round(b.cNs)} ns, ratio ${b.ratioToC!.toFixed(2)}`
  return [
    `Medians of five rounds in turns, ${figures.people} people of the made-up town.`,
    `(a) move and count everyone newly near: engine ${round(a.enginePerSecond)}/s, Map and Set ${round(a.mapSetPerSecond)}/s, ratio ${a.ratio.toFixed(1)} (${a.countedPerMove.toFixed(1)} people counted and ${a.toldPerMove.toFixed(1)} told per move)`,
    `(b) one count, lists cold: ${round(b.coldNs)} ns at ${b.degree.toFixed(0)} friends; ${toC}`,
    `(c) one more person enters a room, people of ${figures.roomsFrom}:`,
    ...rooms.map(
      (room) =>
        `    ${room.people} people: pairwise ${room.pairwiseUs.toFixed(1)} µs, inverted ${room.invertedUs.toFixed(1)} µs, engine ${room.engineUs.toFixed(1)} µs (${(room.pairwiseUs / room.engineUs).toFixed(1)}x pairwise)`,
    ),
    `(d) ${d.bytesPerEdge.toFixed(2)} bytes per directed edge, ${d.bytesPerEdgeInverted.toFixed(2)} more in the index of a dense room; ${d.bytesPerPresent.toFixed(0)} bytes per present person`,
    '(e) growth, towns equally dense:',
    ...growth.map(
      ({ people, perSecond, movesPerSecond, countedPerMove }) =>
        `    ${people} people: ${round(perSecond)} people counted/s, ${round(movesPerSecond)} moves/s of ${countedPerMove.toFixed(1)} each`,
    ),
    '',
  ].join('\n')
}

const round = (value: number): string => Math.round(value).toLocaleString('en')
