/** `kith-lab evening`: what Kith is for, in words, on a made-up town. It is what `npm start` runs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GOOD, type Io } from '../io.ts'
import { integer, readWords } from '../options.ts'
import type { Encounter } from '../replay/known.ts'
import { REPLAY_DEFAULTS } from '../replay/options.ts'
import { replay } from '../replay/replay.ts'
import { readWorld, type World } from '../worlds/world.ts'
import { worldCommand } from './world.ts'

const OPTIONS = {
  people: { type: 'string' },
  seed: { type: 'string' },
  friends: { type: 'string' },
  show: { type: 'string' },
} as const

const SILENT: Io = { stdout: { write: () => {} }, stderr: { write: () => {} } }

export const eveningCommand = async (words: readonly string[], io: Io): Promise<number> => {
  const said = readWords(words, OPTIONS)
  const people = integer(said, 'people', 50, 400)
  const seed = integer(said, 'seed', 0, 1)
  const threshold = integer(said, 'friends', 1, 25)
  const show = integer(said, 'show', 1, 8)
  const folder = mkdtempSync(join(tmpdir(), 'kith-town-'))
  try {
    await worldCommand(['--people', String(people), '--seed', String(seed), '--out', folder], SILENT)
    const world = readWorld(folder)
    const encounters: Encounter[] = []
    replay(world, { ...REPLAY_DEFAULTS, threshold }, (encounter) => encounters.push(encounter))
    io.stdout.write(inWords(encounters, world, namesIn(folder), { people, threshold, show }))
  } finally {
    rmSync(folder, { recursive: true })
  }
  return GOOD
}

const inWords = (
  encounters: readonly Encounter[],
  world: World,
  names: ReadonlyMap<number, string>,
  { people, threshold, show }: { people: number; threshold: number; show: number },
): string => {
  const told = encounters.slice(0, show).map(({ t, a, b, mutualFriends }) => {
    const [one, other] = [a, b].map((person) => names.get(world.ids[person]!))
    return `  ${clock(t!)}  ${one} and ${other} were near each other: ${mutualFriends} friends in common.`
  })
  const rest = encounters.length - told.length
  return [
    `A made-up town of ${people} people, who go about their week. Strangers who share ${threshold} friends or more:`,
    '',
    ...(told.length > 0 ? told : ['  nobody, this week']),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
    '',
    'The people are made up. The counting is real.',
    '',
  ].join('\n')
}

/** The town's week begins on a Monday at midnight, which is its second 0. */
const clock = (t: number): string => {
  const day = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][
    Math.floor(t / 86_400) % 7
  ]!
  const minutes = Math.floor((t % 86_400) / 60)
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const two = (value: number): string => String(value).padStart(2, '0')

const namesIn = (folder: string): Map<number, string> => {
  const rows = readFileSync(join(folder, 'names.csv'), 'utf8').split('\n').slice(1, -1)
  return new Map(rows.map((row) => [Number(row.slice(0, row.indexOf(','))), row.slice(row.indexOf(',') + 1)]))
}
