/** `kith-lab replay DIR`: one JSON line per encounter. */
import { GOOD, type Io, Lines, WITH_PROBLEMS } from '../io.ts'
import { integer, onlyWord, readWords } from '../options.ts'
import { bar } from '../progress.ts'
import type { Encounter } from '../replay/known.ts'
import { REPLAY_DEFAULTS, type ReplayOptions } from '../replay/options.ts'
import { replay } from '../replay/replay.ts'
import { readWorld, type World } from '../worlds/world.ts'

const OPTIONS = {
  threshold: { type: 'string' },
  dwell: { type: 'string' },
  gap: { type: 'string' },
  stay: { type: 'string' },
  cooldown: { type: 'string' },
  'include-strength': { type: 'boolean' },
} as const

export const replayCommand = (words: readonly string[], io: Io): number => {
  const said = readWords(words, OPTIONS)
  const options: ReplayOptions = {
    threshold: integer(said, 'threshold', 1, REPLAY_DEFAULTS.threshold),
    dwell: integer(said, 'dwell', 0, REPLAY_DEFAULTS.dwell),
    gap: integer(said, 'gap', 0, REPLAY_DEFAULTS.gap),
    stay: integer(said, 'stay', 0, REPLAY_DEFAULTS.stay),
    cooldown: integer(said, 'cooldown', 0, REPLAY_DEFAULTS.cooldown),
  }
  const started = performance.now()
  const world = readWorld(onlyWord(said, 'the folder of a world'))
  const lines = new Lines(io.stdout)
  const progress = bar(io.stderr, world.presence.size)
  let encounters = 0
  replay(
    world,
    options,
    (encounter) => {
      encounters++
      lines.add(inJson(encounter, world, said.values['include-strength'] === true))
    },
    progress.at,
  )
  progress.end()
  lines.flush()
  io.stderr.write(world.malformed.report())
  io.stderr.write(`${summary(world.presence.size, encounters, (performance.now() - started) / 1000)}\n`)
  return world.malformed.count > 0 ? WITH_PROBLEMS : GOOD
}

const inJson = (
  { t, room, a, b, mutualFriends, strength }: Encounter,
  { ids }: World,
  withStrength: boolean,
): string => {
  const where = room === undefined ? `"t":${t}` : `"room":${JSON.stringify(room)}`
  const how = withStrength ? `,"strength":${strength}` : ''
  return `{${where},"a":${ids[a]},"b":${ids[b]},"mutualFriends":${mutualFriends}${how}}`
}

const summary = (events: number, encounters: number, seconds: number): string =>
  JSON.stringify({
    events,
    encounters,
    seconds: rounded(seconds, 3),
    eventsPerSecond: Math.round(events / seconds),
    peakMemoryMB: rounded(process.resourceUsage().maxRSS / 1024, 1),
  })

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
