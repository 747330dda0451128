/** `kith-lab worth DIR`: how well what is known of two strangers foretells that they will be friends. */
import { GOOD, type Io, Unusable, WITH_PROBLEMS } from '../io.ts'
import { integer, onlyWord, readWords, type Words } from '../options.ts'
import { REPLAY_DEFAULTS } from '../replay/options.ts'
import { readLaterFriends, readWorld, type World } from '../worlds/world.ts'
import { type Candidates, candidatesOf } from '../worth/candidates.ts'
import { scoresOf } from '../worth/measures.ts'
import { areaUnderCurve, firstRight, precisionAt } from '../worth/rank.ts'

const OPTIONS = {
  known: { type: 'string' },
  keep: { type: 'string' },
  stay: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const

interface Row {
  readonly measure: string
  readonly auc: number
  readonly precisionAt100: number
  readonly precisionAt1000: number
  readonly hitAt3: number | null
  readonly mrr: number | null
}

interface Worth {
  readonly candidates: number
  readonly later: number
  /** Moments with at least three strangers, and those among them in which one later was a friend: these are measured. */
  readonly moments: number
  readonly momentsWithLater: number
  readonly measures: readonly Row[]
}

export const worthCommand = (words: readonly string[], io: Io): number => {
  const said = readWords(words, OPTIONS)
  const folder = onlyWord(said, 'the folder of a world')
  const memory = { first: isFirst(said), keepDays: integer(said, 'keep', 0, Number.POSITIVE_INFINITY) }
  const stay = integer(said, 'stay', 0, REPLAY_DEFAULTS.stay)
  const world = readWorld(folder)
  const isLater = laterIn(folder, world)
  const candidates = candidatesOf(world, stay)
  const scores = scoresOf(world, candidates.pairs, memory, integer(said, 'seed', 0, 1))
  const worth = measured(candidates, isLater, scores)
  io.stdout.write(said.values.json ? `${JSON.stringify(worth, null, 2)}\n` : inWords(worth))
  io.stderr.write(world.malformed.report())
  return world.malformed.count > 0 ? WITH_PROBLEMS : GOOD
}

const isFirst = ({ values }: Words): boolean => {
  if (values.known !== undefined && values.known !== 'first')
    throw new Unusable(`--known takes "first", not "${values.known}"`)
  return values.known === 'first'
}

const laterIn = (folder: string, world: World): ((a: number, b: number) => boolean) => {
  const { a, b } = readLaterFriends(folder, world)
  const people = world.ids.length
  const later = new Set(Array.from(a, (one, i) => one * people + b[i]!))
  return (one, other) => later.has(one * people + other)
}

const measured = (
  { pairs, choices }: Candidates,
  isLater: (a: number, b: number) => boolean,
  scores: Record<string, Float64Array>,
): Worth => {
  const right = pairs.map(({ a, b }) => isLater(a, b))
  const later = right.filter(Boolean).length
  if (later === 0 || later === pairs.length)
    throw new Unusable('nothing to foretell: of those who were together, none or all became friends later')
  const withLater = choices.filter((choice) => choice.some((pair) => right[pair]))
  const rows = Object.entries(scores).map(([measure, score]) => ({
    measure,
    auc: areaUnderCurve(score, (pair) => right[pair]!),
    precisionAt100: precisionAt(100, score, (pair) => right[pair]!),
    precisionAt1000: precisionAt(1000, score, (pair) => right[pair]!),
    ...momentFigures(withLater, score, right),
  }))
  return {
    candidates: pairs.length,
    later,
    moments: choices.length,
    momentsWithLater: withLater.length,
    measures: rows,
  }
}

const momentFigures = (
  choices: Candidates['choices'],
  score: Float64Array,
  right: readonly boolean[],
): Pick<Row, 'hitAt3' | 'mrr'> => {
  if (choices.length === 0) return { hitAt3: null, mrr: null }
  let hits = 0
  let reciprocal = 0
  for (const choice of choices) {
    const first = firstRight(
      choice.map((pair) => score[pair]!),
      (item) => right[choice[item]!]!,
    )
    hits += first.hitAt3
    reciprocal += first.reciprocalRank
  }
  return { hitAt3: hits / choices.length, mrr: reciprocal / choices.length }
}

const inWords = ({ candidates, later, moments, momentsWithLater, measures }: Worth): string => {
  const said = (value: number | null): string => (value === null ? '–' : value.toFixed(3).replace(/^0/, ''))
  return [
    `${candidates} pairs were together and no friends; ${later} of them were later.`,
    `${moments} moments with at least three strangers; in ${momentsWithLater} of them one was a friend later.`,
    '',
    '| measure | AUC | precision at 100 | at 1,000 | hit@3 | MRR |',
    '| --- | --- | --- | --- | --- | --- |',
    ...measures.map(
      ({ measure, auc, precisionAt100, precisionAt1000, hitAt3, mrr }) =>
        `| ${[measure, ...[auc, precisionAt100, precisionAt1000, hitAt3, mrr].map(said)].join(' | ')} |`,
    ),
    '',
  ].join('\n')
}
