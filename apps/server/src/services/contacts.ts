/** Lists (CON1, CON2, CON4): what devices bring, as stored tokens; and the evaluations that make tokens. */
import { POLICY } from '@kith/engine/rules'
import type { Input, ListEntry, Output, Tie } from '@kith/protocol'
import type { PersonKey } from '../store/store.ts'
import { type HeldEntry, type HeldList, identifiersIn, keptIds, renamed, retold, without } from './floor/held-list.ts'
import type { Introductions } from './introductions.ts'
import { Refusal } from './refusal.ts'
import { applyRows } from './room/happenings.ts'
import type { LiveRoom } from './room/live-room.ts'
import type { RoomRegistry } from './room/registry.ts'

/** Evaluates one batch; `undefined` where it is no batch. */
export type Evaluate = (batch: Uint8Array) => Promise<Uint8Array | undefined>

export interface EvaluationBudgets {
  /** Per guest and room, and per network address and hour (CON2). */
  readonly perGuestAndRoom: number
  readonly perAddressAndHour: number
  /** For the address from which an open room's host is connected, for each place of the room. */
  readonly perPlace: number
}

const BATCH = 64
const HOUR = 3600
const AS_LONG_AS_A_GUEST_LASTS = 62 * 86_400

export class Contacts {
  readonly #registry: RoomRegistry
  readonly #introductions: Introductions
  readonly #keyId: string
  readonly #evaluate: Evaluate
  readonly #budgets: EvaluationBudgets

  constructor(
    registry: RoomRegistry,
    introductions: Introductions,
    oprf: { readonly keyId: string; readonly evaluate: Evaluate },
    budgets: EvaluationBudgets,
  ) {
    this.#registry = registry
    this.#introductions = introductions
    this.#keyId = oprf.keyId
    this.#evaluate = oprf.evaluate
    this.#budgets = budgets
  }

  get keyId(): string {
    return this.#keyId
  }

  get #needs() {
    return this.#registry.needs
  }

  async evaluate(batch: string, person: PersonKey, address: string): Promise<Output<'contacts.evaluate'>> {
    const { rooms } = await this.#needs.guests.get(person)
    await this.#spend(
      `evaluations:{${person}}`,
      this.#budgets.perGuestAndRoom * Math.max(1, rooms.length),
      AS_LONG_AS_A_GUEST_LASTS,
    )
    await this.#spend(`evaluations:{${address}}`, this.#limitOf(address), HOUR)
    const evaluated = await this.#evaluate(Buffer.from(batch, 'base64url'))
    if (!evaluated)
      throw new Refusal('bad-input', { field: 'batch', rule: '64 elements of ristretto255, none of them the identity' })
    return { keyId: this.#keyId, batch: Buffer.from(evaluated).toString('base64url') }
  }

  /** For the address from which an open room's host is connected: as much as the room's places need. */
  #limitOf(address: string): number {
    const now = this.#needs.clock.now()
    const hosted = this.#registry.rooms.filter(
      (room) => room.state.hostAddresses.includes(address) && room.stateAt(now) !== 'ended',
    )
    const places = hosted.reduce((sum, { state }) => sum + state.admission.places, 0)
    return Math.max(this.#budgets.perAddressAndHour, this.#budgets.perPlace * places)
  }

  async #spend(key: string, limit: number, within: number): Promise<void> {
    const spent = await this.#needs.bus.spend(key, BATCH, limit, within)
    if (!spent.ok) throw new Refusal('too-much', { retryAfter: spent.retryAfter })
  }

  async put({ keyId, entries, stated }: Input<'contacts.put'>, person: PersonKey): Promise<Output<'contacts.put'>> {
    if (keyId !== this.#keyId) throw new Refusal('wrong-key')
    mustDiffer(entries)
    const list: HeldList = {
      entries: entries.map((entry) => this.#held(entry)),
      stated: stated.map((token) => this.#stored(token)),
    }
    const identifiers = identifiersIn(list)
    if (identifiers > POLICY.mostIdentifiers.guest)
      throw new Refusal('list-too-large', {
        field: 'entries',
        rule: `at most ${POLICY.mostIdentifiers.guest} identifiers`,
      })
    let kept: Output<'contacts.put'>['kept'] = []
    await this.#needs.guests.changeList(person, (before) => {
      kept = keptIds(before, list)
      return renamed(list, kept)
    })
    return { entries: entries.length, identifiers, kept }
  }

  #held({ tokens, ...entry }: ListEntry): HeldEntry {
    return { ...entry, persons: [...new Set(tokens.map((token) => this.#stored(token)))] }
  }

  #stored(token: string): string {
    return this.#needs.hashes.storeHash(Buffer.from(token, 'base64url'))
  }

  /** Own words, as tokens of the room and the words (TOP2), in the form in which they are kept. */
  storedWords(tokens: readonly string[]): string[] {
    return tokens.map((token) => this.#stored(token))
  }

  /** CON4: deleting an entry, or making it private, takes effect at once in all that is sealed. */
  async remove(ids: readonly string[], person: PersonKey): Promise<void> {
    const gone = new Set(ids)
    await this.#needs.guests.changeList(
      person,
      (list) => list && { ...list, entries: list.entries.filter(({ id }) => !gone.has(id)) },
    )
    for (const room of this.#registry.rooms) if (room.attendant(person)?.list) await blankIn(room, person, gone)
  }

  /** How one knows somebody: the other side of an introduction reads it (CONV1). */
  async tell({ entry, tie, story }: Input<'contacts.tell'>, person: PersonKey): Promise<void> {
    const change: { tie?: Tie; story?: string | null } = { ...(tie && { tie }), ...(story !== undefined && { story }) }
    await this.#needs.guests.changeList(person, (list) => {
      if (!list) throw new Refusal('no-list')
      if (!list.entries.some(({ id }) => id === entry))
        throw new Refusal('bad-input', { field: 'entry', rule: 'one of the list' })
      return retold(list, entry, change)
    })
    await this.#introductions.toldOtherwise(person, entry)
  }
}

const blankIn = (room: LiveRoom, person: PersonKey, gone: ReadonlySet<string>): Promise<void> =>
  room.turn((turn) => {
    const list = room.attendant(person)?.list
    if (!list) return
    const indexes = list.held.entries.flatMap(({ id, persons }, index) =>
      gone.has(id) && persons.length > 0 ? [index] : [],
    )
    if (indexes.length === 0) return
    const rows = room.needs.floor.blank(list, indexes)
    list.held = without(list.held, gone)
    turn.lists.add(person)
    applyRows(room, rows, turn)
  })

const mustDiffer = (entries: readonly ListEntry[]): void => {
  const ids = new Set<string>()
  for (const [index, { id }] of entries.entries()) {
    if (ids.has(id)) throw new Refusal('bad-input', { field: `entries/${index}/id`, rule: 'another id for each entry' })
    ids.add(id)
  }
}
