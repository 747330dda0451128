/** What a replay may be told; all integers, times in seconds. */
export interface ReplayOptions {
  /** Both sides' threshold: told from so many mutual friends on. */
  readonly threshold: number
  /** contacts: offered from so long after the run of sightings began. */
  readonly dwell: number
  /** contacts: sightings further apart than this are two runs. */
  readonly gap: number
  /** checkins, visits: present so long after arriving, exclusive. */
  readonly stay: number
  /** A pair is told again only so long after it was last told. */
  readonly cooldown: number
}

export const REPLAY_DEFAULTS: ReplayOptions = {
  threshold: 2,
  dwell: 0,
  gap: 600,
  stay: 3600,
  cooldown: 30 * 24 * 3600,
}
