/** Figures as sentences. */
import type { BookFigures } from './book.ts'
import type { EngineFigures } from './engine.ts'
import type { OprfFigures } from './oprf.ts'
import type { ReplayFigures } from './replay.ts'

const round = (value: number): string => Math.round(value).toLocaleString('en')

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

export const engineInWords = (figures: EngineFigures): string => {
  const { moveAndCount: a, count: b, rooms, memory: d, growth } = figures
  const toC =
    b.cNs === undefined ? 'no C compiler here' : `the C loop ${round(b.cNs)} ns, ratio ${b.ratioToC!.toFixed(2)}`
  return lines(
    `Medians of five rounds in turns, ${figures.people} people of the made-up town.`,
    `(a) move and count everyone newly near: engine ${round(a.enginePerSecond)}/s, Map and Set ${round(a.mapSetPerSecond)}/s, ratio ${a.ratio.toFixed(1)}; going through the smaller set ${round(a.mapSetSmallerPerSecond)}/s, ratio ${(a.enginePerSecond / a.mapSetSmallerPerSecond).toFixed(1)} (${a.countedPerMove.toFixed(1)} people counted and ${a.toldPerMove.toFixed(1)} told per move)`,
    `(b) one count, lists cold: ${round(b.coldNs)} ns at ${b.degree.toFixed(0)} friends; ${toC}`,
    `(c) one more person enters a room, people of ${figures.roomsFrom}:`,
    ...rooms.map(
      ({ people, pairwiseUs, invertedUs, engineUs }) =>
        `    ${people} people: pairwise ${pairwiseUs.toFixed(1)} µs, inverted ${invertedUs.toFixed(1)} µs, engine ${engineUs.toFixed(1)} µs (${(pairwiseUs / engineUs).toFixed(1)}x pairwise)`,
    ),
    `(d) ${d.bytesPerEdge.toFixed(2)} bytes per directed edge, ${d.bytesPerEdgeInverted.toFixed(2)} more in the index of a dense room; ${d.bytesPerPresent.toFixed(0)} bytes per present person`,
    '(e) growth, towns equally dense:',
    ...growth.map(
      ({ people, perSecond, movesPerSecond, countedPerMove }) =>
        `    ${people} people: ${round(perSecond)} people counted/s, ${round(movesPerSecond)} moves/s of ${countedPerMove.toFixed(1)} each`,
    ),
  )
}

export const replayInWords = (figures: ReplayFigures): string =>
  lines(
    `Medians of five rounds in turns, ${figures.world}, ${figures.encounters} encounters, reading included.`,
    `engine ${figures.engineSeconds.toFixed(2)} s, Map and Set ${figures.mapSetSeconds.toFixed(2)} s: ${(figures.engineSeconds / figures.mapSetSeconds).toFixed(2)} of its time`,
  )

export const oprfInWords = (figures: OprfFigures): string =>
  lines(
    `Medians of five rounds in turns, ${figures.identifiers} identifiers.`,
    `blind and finalise ${figures.clientSeconds.toFixed(3)} s (@noble/curves ${figures.nobleClientSeconds.toFixed(2)} s, ${(figures.nobleClientSeconds / figures.clientSeconds).toFixed(1)}x)`,
    `evaluate ${figures.serverSeconds.toFixed(3)} s (@noble/curves ${figures.nobleServerSeconds.toFixed(2)} s, ${(figures.nobleServerSeconds / figures.serverSeconds).toFixed(1)}x)`,
  )

export const bookInWords = ({ contacts, bytes, seconds, longestStepMs }: BookFigures): string =>
  lines(
    `Medians of five rounds, a vCard file of ${contacts} contacts, ${(bytes / 1e6).toFixed(1)} MB.`,
    `read in ${seconds.toFixed(2)} s, the longest step ${longestStepMs.toFixed(1)} ms`,
  )
