/** Numbers as people are shown them: friends in steps (MUT4), people in steps (GST3), sums of five or more (TOP2). */
import { POLICY } from './policy.ts'
import type { Seconds } from './units.ts'

export const STEPS = [0, 1, 3, 5, 10, 25, 50, 100] as const
export type Step = (typeof STEPS)[number]

/** The step of a count of mutual friends: the largest that does not exceed it. */
export const stepOf = (mutualFriends: number): Step => {
  let step: Step = 0
  for (const next of STEPS) if (next <= mutualFriends) step = next
  return step
}

/** The last step that two members were shown, anywhere. */
export interface StepMemory {
  readonly step: Step
  readonly at: Seconds
}

export interface StepInRoom {
  /** Mutual friends as counted now. */
  readonly mutualFriends: number
  /** What the pair has been shown in this room so far; 0 where nothing. */
  readonly shownHere: Step
  /** What two members have been shown anywhere; absent where either is a guest. */
  readonly memory?: StepMemory
}

/** The step to show in a room: it never falls while the room is open, nor for two members within 30 days (MUT4). */
export const stepInRoom = ({ mutualFriends, shownHere, memory }: StepInRoom, now: Seconds): Step => {
  const remembered = memory !== undefined && now - memory.at < POLICY.memory ? memory.step : 0
  return Math.max(stepOf(mutualFriends), shownHere, remembered) as Step
}

/** Whether Around may count a pair again (MUT4: at most once in 30 days). */
export const mayCountAround = (lastCountedAt: Seconds | undefined, now: Seconds): boolean =>
  lastCountedAt === undefined || now - lastCountedAt >= POLICY.memory

const PEOPLE = [1, 2, 3, 4, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000]

/** How many people are said to be present (GST3): exact up to 5, then the largest of 5+, 10+, 25+ … */
export const peopleStep = (people: number): number => PEOPLE.findLast((step) => step <= people) ?? 0

/** A sum that everybody may see (TOP2): none under five, then in steps. */
export const sumShown = (sum: number): number | undefined => (sum >= POLICY.sumFrom ? peopleStep(sum) : undefined)
