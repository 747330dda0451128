/** A whole replay, reading included: through the engine, and plainly with Map and Set. */
import { basename } from 'node:path'
import { plainReplay } from '../plain/replay.ts'
import { REPLAY_DEFAULTS } from '../replay/options.ts'
import { replay } from '../replay/replay.ts'
import { presenceKind } from '../worlds/files.ts'
import { readWorld } from '../worlds/world.ts'
import { inTurns, secondsOf } from './rounds.ts'

export interface ReplayFigures {
  readonly world: string
  readonly encounters: number
  readonly engineSeconds: number
  readonly mapSetSeconds: number
  readonly ratio: number
}

export const benchReplay = (folder: string): ReplayFigures => {
  const kind = presenceKind(folder)
  const found = { engine: 0, mapSet: 0 }
  const { engine, mapSet } = inTurns({
    engine: () =>
      secondsOf(() => {
        found.engine = 0
        replay(readWorld(folder), REPLAY_DEFAULTS, () => found.engine++)
      }),
    mapSet: () =>
      secondsOf(() => {
        found.mapSet = plainReplay(folder, kind, REPLAY_DEFAULTS).length
      }),
  })
  if (found.engine !== found.mapSet) throw new Error(`the engine found ${found.engine}, Map and Set ${found.mapSet}`)
  return {
    world: basename(folder),
    encounters: found.engine,
    engineSeconds: engine,
    mapSetSeconds: mapSet,
    ratio: engine / mapSet,
  }
}
