/** contacts.csv: face to face, pair by pair. */
import { emptyCount } from '@kith/engine'
import type { World } from '../worlds/world.ts'
import { knowEverybody, type Progress, type Tell } from './known.ts'
import type { ReplayOptions } from './options.ts'
import { Told } from './told.ts'

/** A run of sightings of one pair, none more than `gap` after the one before. */
interface Run {
  start: number
  last: number
}

export const replayContacts = (world: World, options: ReplayOptions, tell: Tell, progress: Progress): void => {
  const { pair, listOf } = knowEverybody(world.friendships)
  const { size, t, a, b } = world.presence
  const people = world.ids.length
  const told = new Told(options, people)
  const runs = new Map<number, Run>()
  const count = emptyCount()
  for (let row = 0; row < size; row++) {
    if (row % 4096 === 0) progress(row)
    const now = t[row]!
    if (now - sighted(runs, a[row]! * people + b[row]!, now, options.gap).start < options.dwell) continue
    const listA = listOf[a[row]!]!
    const listB = listOf[b[row]!]!
    const { mutual, strength } = pair.count(listA, listB, count)
    if (mutual < options.threshold) continue
    const { aKnowsB, bKnowsA } = pair.relation(listA, listB)
    const friends = aKnowsB !== 'not' && bKnowsA !== 'not'
    if (told.tells(a[row]!, b[row]!, mutual, friends, now))
      tell({ t: now, a: a[row]!, b: b[row]!, mutualFriends: mutual, strength })
  }
}

const sighted = (runs: Map<number, Run>, key: number, now: number, gap: number): Run => {
  const run = runs.get(key)
  if (run && now - run.last <= gap) {
    run.last = now
    return run
  }
  const fresh = { start: now, last: now }
  runs.set(key, fresh)
  return fresh
}
