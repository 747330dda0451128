/** Oneself: what all devices are told on connecting, one's name and hush, the link to another device, and going away. */
import { randomBytes } from 'node:crypto'
import type { MyView } from '@kith/protocol'
import type { PersonKey, UnixSeconds } from '../store/store.ts'
import type { Contacts } from './contacts.ts'
import { identifiersIn } from './floor/held-list.ts'
import type { Introductions } from './introductions.ts'
import { Refusal } from './refusal.ts'
import { roomView, tellOwn } from './room/faces.ts'
import { goOut, showAnew } from './room/happenings.ts'
import { hashOfKey, type RoomRegistry } from './room/registry.ts'
import type { Waves } from './waves.ts'

const LINK_LASTS = 15 * 60
const LONGEST_HUSH = 12 * 3600

export class Me {
  readonly #registry: RoomRegistry
  readonly #introductions: Introductions
  readonly #waves: Waves
  readonly #contacts: Contacts

  constructor(registry: RoomRegistry, introductions: Introductions, waves: Waves, contacts: Contacts) {
    this.#registry = registry
    this.#introductions = introductions
    this.#waves = waves
    this.#contacts = contacts
  }

  get #needs() {
    return this.#registry.needs
  }

  async view(person: PersonKey): Promise<MyView> {
    const guest = await this.#needs.guests.get(person)
    const list = await this.#needs.guests.list(person)
    const introductions = await this.#introductions.of(person)
    const now = this.#needs.clock.now()
    return {
      who: 'guest',
      ...(guest.name !== undefined && { name: guest.name }),
      hushUntil: guest.hushUntil > now ? guest.hushUntil : 0,
      keyId: this.#contacts.keyId,
      ...(list && { list: { entries: list.entries.length, identifiers: identifiersIn(list) } }),
      rooms: this.#rooms(person, now),
      waves: this.#waves.openWaves(person),
      introductions,
    }
  }

  #rooms(person: PersonKey, now: UnixSeconds): MyView['rooms'] {
    return this.#registry.rooms.flatMap((room) => {
      const attendant = room.attendant(person)
      const state = room.stateAt(now)
      if (!attendant || attendant.removed || state === 'ended') return []
      const isInIt = attendant.here || attendant.waiting || state === 'before' || attendant.isHost
      return isInIt ? [roomView(room, attendant, now)] : []
    })
  }

  /** For those one is introduced to; with a room, shown to everybody there (REV2). */
  async setName(person: PersonKey, name: string, code?: string): Promise<void> {
    const firstName = name.trim()
    if (firstName === '') throw new Refusal('bad-input', { field: 'firstName', rule: 'not only spaces' })
    await this.#needs.guests.note(person, { name: firstName })
    if (code === undefined) return
    const room = this.#registry.byCode(code)
    await room.turn((turn) => {
      this.#registry.here(room, person)
      room.set(person, { shownName: firstName }, turn)
      showAnew(room, person, turn)
      tellOwn(room, person, turn)
    })
  }

  /** ENC6: cards keep coming; when it ends, what still holds becomes one notification. */
  async hush(person: PersonKey, until: UnixSeconds): Promise<void> {
    const hushUntil = Math.min(until, this.#needs.clock.now() + LONGEST_HUSH)
    await this.#needs.guests.note(person, { hush: String(hushUntil) })
    for (const room of this.#registry.rooms)
      if (room.attendant(person))
        await room.turn((turn) => {
          room.set(person, { hushUntil }, turn)
          turn.due.add(person)
        })
  }

  /** A link by which another device becomes the same guest. Only a hash of its key is kept. */
  async link(person: PersonKey): Promise<{ key: string; until: UnixSeconds }> {
    const key = randomBytes(32).toString('base64url')
    const until = this.#needs.clock.now() + LINK_LASTS
    await this.#needs.bus.commit([{ kind: 'write', key: linkRecord(key), fields: { person }, until }])
    return { key, until }
  }

  /** Whose link it is; good once. */
  async claim(key: string): Promise<PersonKey> {
    const { bus, clock, guests } = this.#needs
    const person = await bus.readField(linkRecord(key), 'person')
    const isFirst =
      person !== undefined && (await bus.writeIfAbsent(linkRecord(key), 'used', '1', clock.now() + LINK_LASTS))
    if (!isFirst || !(await guests.find(person))) throw new Refusal('link-used')
    return person
  }

  /** Everything of this guest, at once (DATA1). */
  async forget(person: PersonKey): Promise<void> {
    for (const room of this.#registry.rooms) {
      if (!room.attendant(person)) continue
      await room.turn((turn) => goOut(room, person, {}, turn))
      await room.forget(person)
    }
    await this.forgetEverywhere(person)
  }

  /** What is left of somebody outside rooms: introductions, messages, waves, session and list. */
  async forgetEverywhere(person: PersonKey): Promise<void> {
    await this.#introductions.forgetOf(person)
    await this.#needs.store.forgetPerson(person)
    await this.#needs.guests.forget(person)
    this.#needs.telling.disconnect(person)
  }
}

const linkRecord = (key: string) => `link:{${hashOfKey(key)}}`
