/**
 * What outlived its time is forgotten (DATA2, PRES3). Rooms and guests end by their own deadlines (services/ending.ts);
 * this job, at start and every hour, finds what a process that died has left behind.
 */
import { pairKept, type Seconds } from '@kith/engine/rules'
import type { Timer } from '../clock.ts'
import type { Me } from '../services/me.ts'
import type { RoomNeeds } from '../services/needs.ts'

const EVERY = 3600
const PAGE = 500
/** A room is kept for *Same again*, and for the introductions that name it; then its name goes, too. */
const ROOMS_KEPT = 60 * 86_400
const PAIRS_LOOKED_AT_AGAIN = 31 * 86_400

export class Retention {
  readonly #needs: RoomNeeds
  readonly #me: Me
  #timer: Timer | undefined

  constructor(needs: RoomNeeds, me: Me) {
    this.#needs = needs
    this.#me = me
  }

  start(): void {
    this.#timer = this.#needs.clock.after(EVERY, () => {
      this.start()
      this.run().catch((error) => this.#needs.log.error({ error }, 'retention did not finish'))
    })
  }

  stop(): void {
    this.#timer?.cancel()
  }

  async run(): Promise<void> {
    await this.#guestsGone()
    await this.#pairs()
    await this.#needs.store.rooms.removeEndedBefore(this.#needs.clock.now() - ROOMS_KEPT)
    await this.#needs.store.rooms.removeEndedBefore(this.#needs.clock.now(), true)
  }

  /** Guests whom the bus no longer knows: their waves, introductions and messages. */
  async #guestsGone(): Promise<void> {
    for (let after: string | undefined; ; ) {
      const people = await this.#needs.store.people(after, PAGE)
      if (people.length === 0) return
      after = people.at(-1)
      for (const person of people)
        if ((await this.#needs.guests.find(person)) === undefined) await this.#me.forgetEverywhere(person)
    }
  }

  /** Pair memory of 30 days; what was said twice, a block, and *I know them* of members stay. */
  async #pairs(): Promise<void> {
    const { store, clock } = this.#needs
    const now = clock.now()
    for (;;) {
      const due = await store.pairs.due(now, PAGE)
      if (due.length === 0) return
      await store.pairs.put(
        due.map(({ key, record }) => ({
          key,
          record: pairKept(record, now as Seconds),
          keepUntil: now + PAIRS_LOOKED_AT_AGAIN,
        })),
      )
    }
  }
}
