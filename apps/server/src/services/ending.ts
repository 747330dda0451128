/** What happens when a room closes, and when it is forgotten (PRES3, DATA2). */
import type { Me } from './me.ts'
import type { LiveRoom } from './room/live-room.ts'
import type { RoomEnds, RoomRegistry } from './room/registry.ts'
import type { Waves } from './waves.ts'

export class Ending implements RoomEnds {
  readonly #registry: RoomRegistry
  readonly #waves: Waves
  readonly #me: Me

  constructor(registry: RoomRegistry, waves: Waves, me: Me) {
    this.#registry = registry
    this.#waves = waves
    this.#me = me
  }

  /** Nobody is here any more. What was shown is over for all at once, so that nothing is counted and no card is taken. */
  async closed(room: LiveRoom): Promise<void> {
    const { telling } = this.#registry.needs
    const here = room.here().map(({ person }) => person)
    await room.turn((turn) => {
      for (const person of here) room.stepOut(person, turn)
      room.seen.clear()
      turn.tell(() => {
        for (const person of here) telling.tell(person, { kind: 'room-over', code: room.room.code, why: 'ended' })
      })
    })
    for (const person of here) await this.#waves.tellWaves(person)
  }

  /** The room, its waves, and those guests who have no other. */
  async forgotten(room: LiveRoom): Promise<void> {
    const { store, guests } = this.#registry.needs
    const people = [...room.attendants.keys()]
    const waves = [...room.between.values()].flatMap(({ wave }) => (wave && !wave.introduction ? [wave.id] : []))
    if (waves.length > 0) await store.waves.remove(waves)
    await room.removeRecords()
    for (const person of people) {
      const isLast = await guests.letGoOf(person, room.room.id)
      if (isLast) await this.#me.forgetEverywhere(person)
    }
    if (room.room.madeUp) await store.rooms.removeEndedBefore(room.needs.clock.now() + 1, true)
  }
}
