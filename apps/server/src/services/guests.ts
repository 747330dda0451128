/**
 * Guests: people without an account. All that is known of one lies in one record of the bus, which ends 24 hours after the
 * last room they were in (DATA2), with their list beside it (DATA4: it never touches the database).
 */
import type { BusChange } from '../bus/bus.ts'
import { personRecord } from '../sessions/sessions.ts'
import type { PersonKey, UnixSeconds } from '../store/store.ts'
import type { HeldList } from './floor/held-list.ts'
import type { Needs } from './needs.ts'
import { Refusal } from './refusal.ts'
import { Queues } from './room/turn.ts'

export interface Guest {
  readonly person: PersonKey
  /** The first name for those they are introduced to (REV2). */
  readonly name?: string
  readonly hushUntil: UnixSeconds
  /** Ids of rooms they have business in. */
  readonly rooms: readonly string[]
  /** The store may hold records of them and somebody. */
  readonly hasPairs: boolean
  readonly madeUp: boolean
}

const listRecord = (person: PersonKey) => `person:{${person}}:list`

export class Guests {
  readonly #needs: Needs
  /** What is read and then written of one person is so without anything between. */
  readonly #queues = new Queues()

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** Somebody new, who is gone at `until` unless a room keeps them longer. */
  async create(until: UnixSeconds, madeUp = false): Promise<PersonKey> {
    const person = this.#needs.newId()
    await this.#write(person, { who: 'guest', ...(madeUp && { madeUp: '1' }) }, until)
    return person
  }

  async find(person: PersonKey): Promise<Guest | undefined> {
    const record = await this.#needs.bus.read(personRecord(person))
    if (record.get('who') === undefined) return undefined
    const name = record.get('name')
    return {
      person,
      ...(name !== undefined && { name }),
      hushUntil: Number(record.get('hush') ?? 0),
      rooms: [...record.keys()].filter((field) => field.startsWith('room:')).map((field) => field.slice(5)),
      hasPairs: record.get('pairs') === '1',
      madeUp: record.get('madeUp') === '1',
    }
  }

  /** `no-session` where the guest is gone. */
  async get(person: PersonKey): Promise<Guest> {
    const guest = await this.find(person)
    if (!guest) throw new Refusal('no-session')
    return guest
  }

  /** Sets fields of the record and leaves its end. */
  note(person: PersonKey, fields: Readonly<Record<string, string>>): Promise<void> {
    return this.#queues.run(person, async () => {
      const until = await this.#needs.bus.endOf(personRecord(person))
      if (until !== undefined) await this.#write(person, fields, until)
    })
  }

  /** A room keeps them until then; they stay as long as the last of their rooms says. */
  keepFor(person: PersonKey, room: string, until: UnixSeconds): Promise<void> {
    return this.#queues.run(person, async () => {
      const end = await this.#needs.bus.endOf(personRecord(person))
      if (end === undefined) throw new Refusal('no-session')
      const last = Math.max(end, until)
      await this.#write(person, { [`room:${room}`]: String(until) }, last)
      // A write without fields moves the end of what is there.
      await this.#writeList(person, {}, last)
    })
  }

  /** When the last of their rooms is forgotten, so are they: says whether that was the last. */
  async letGoOf(person: PersonKey, room: string): Promise<boolean> {
    await this.#needs.bus.commit([{ kind: 'remove-fields', key: personRecord(person), fields: [`room:${room}`] }])
    const guest = await this.find(person)
    return guest === undefined || guest.rooms.length === 0
  }

  /** When they are forgotten; undefined where they are. */
  endOf(person: PersonKey): Promise<UnixSeconds | undefined> {
    return this.#needs.bus.endOf(personRecord(person))
  }

  async forget(person: PersonKey): Promise<void> {
    const keys = [personRecord(person), listRecord(person)]
    await this.#needs.bus.commit(keys.map((key): BusChange => ({ kind: 'remove', key })))
  }

  async list(person: PersonKey): Promise<HeldList | undefined> {
    const text = await this.#needs.bus.readField(listRecord(person), 'list')
    return text === undefined ? undefined : JSON.parse(text)
  }

  /** Changes their list as it is at that moment; undefined leaves it. */
  changeList(person: PersonKey, change: (list: HeldList | undefined) => HeldList | undefined): Promise<void> {
    return this.#queues.run(person, async () => {
      const until = await this.endOf(person)
      if (until === undefined) throw new Refusal('no-session')
      const list = change(await this.list(person))
      if (list) await this.#writeList(person, { list: JSON.stringify(list) }, until)
    })
  }

  #writeList(person: PersonKey, fields: Readonly<Record<string, string>>, until: UnixSeconds): Promise<void> {
    return this.#needs.bus.commit([{ kind: 'write', key: listRecord(person), fields, until }])
  }

  #write(person: PersonKey, fields: Readonly<Record<string, string>>, until: UnixSeconds): Promise<void> {
    return this.#needs.bus.commit([{ kind: 'write', key: personRecord(person), fields, until }])
  }
}
