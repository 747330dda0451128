/**
 * Introductions (REV4, REV5, SIGN1, CONV3): two people who waved. The fact lies in the store; what follows from guests'
 * lists (which of each one's entries are the mutual friends) lies on the bus, as long as both are there.
 */
import { listed, showFiveMore } from '@kith/engine/rules'
import type { Coming, IntroductionView } from '@kith/protocol'
import type { BusKey } from '../bus/bus.ts'
import type { PersonKey, StoredIntroduction, UnixSeconds } from '../store/store.ts'
import { friendView, groupsOf, type IntroductionState, sideIn, signView, topicsIn } from './introduction-state.ts'
import { messageView } from './messages.ts'
import { Refusal } from './refusal.ts'
import type { Between } from './room/between.ts'
import { forgottenAt, type LiveRoom } from './room/live-room.ts'
import type { RoomRegistry } from './room/registry.ts'
import { lightSign } from './room/signs.ts'
import { Queues, type Turn } from './room/turn.ts'

const record = (id: string): BusKey => `introduction:{${id}}`

export class Introductions {
  readonly #registry: RoomRegistry
  /** What both may change is changed by one after the other. */
  readonly #queues = new Queues()

  constructor(registry: RoomRegistry) {
    this.#registry = registry
  }

  get #needs() {
    return this.#registry.needs
  }

  /** Two waves: written with the turn's facts, then told to both. Returns its id. */
  introduce(room: LiveRoom, between: Between, turn: Turn): string {
    const id = this.#needs.newId()
    const { a, b, wave } = between
    const day = new Date(turn.now * 1000).toISOString().slice(0, 10)
    const stored: StoredIntroduction = {
      id,
      a,
      b,
      day,
      roomName: room.room.name,
      moreA: 0,
      moreB: 0,
      metA: 'not-said',
      metB: 'not-said',
    }
    const state: IntroductionState = {
      roomId: room.room.id,
      groups: groupsOf(room, room.attendant(a)!, room.attendant(b)!),
      sign: lightSign(room, id, turn.now),
      madeUp: room.room.madeUp,
    }
    turn.write(() => this.#needs.store.introductions.add(stored, { id: wave!.id, a, b, wave: wave!.record }))
    turn.write(() => this.#keep(id, state, forgottenAt(room.room)))
    room.state = { ...room.state, introductions: room.state.introductions + 1 }
    turn.stateChanged = true
    turn.faces = true
    turn.tell(() => this.tellBoth(id))
    room.deadline(`sign ${id}`, state.sign!.until, () => this.#signOut(room, id))
    return id
  }

  async get(id: string, viewer: PersonKey): Promise<StoredIntroduction> {
    const stored = await this.#needs.store.introductions.byId(id)
    if (!stored || (stored.a !== viewer && stored.b !== viewer)) throw new Refusal('no-introduction')
    return stored
  }

  async of(viewer: PersonKey): Promise<IntroductionView[]> {
    const all = await this.#needs.store.introductions.of(viewer)
    return Promise.all(all.map((stored) => this.view(stored, viewer)))
  }

  async view(stored: StoredIntroduction, viewer: PersonKey): Promise<IntroductionView> {
    const { store, guests } = this.#needs
    const { id } = stored
    const side = sideIn(stored, viewer)
    const other = side === 'a' ? stored.b : stored.a
    const [state, guest, list, last, unread, theyRead, until, isApart] = await Promise.all([
      this.#state(id),
      guests.find(other),
      guests.list(other),
      store.messages.last(id, viewer),
      store.messages.unread(id, viewer),
      store.messages.readUpTo(id, other),
      this.#until(stored),
      this.areBlocked(stored.a, stored.b),
    ])
    const room = state && this.#registry.byId(state.roomId)
    const groups = state?.groups ?? []
    const shown = listed({ a: stored.moreA, b: stored.moreB }, groups.length)
    const [mine, theirs] = side === 'a' ? [stored.moreA, stored.moreB] : [stored.moreB, stored.moreA]
    const sign = state && room && signView(state, side, this.#needs.clock.now(), isApart)
    return {
      id,
      ...(room && { room: room.room.code }),
      roomName: stored.roomName,
      day: stored.day,
      name: guest?.name ?? '',
      gone: guest === undefined,
      madeUp: state?.madeUp ?? false,
      mutual: groups.length,
      listed: groups.slice(0, shown).map((group) => friendView(group, side, list)),
      more: groups.length - shown,
      notNamed: 0,
      asked: mine === theirs ? 'nobody' : mine > theirs ? 'you' : 'they',
      topics: room ? topicsIn(room, viewer, other) : [],
      ...(sign && { sign }),
      met: side === 'a' ? stored.metA : stored.metB,
      ...(stored.meetingId !== undefined && { meeting: stored.meetingId }),
      ...(last && { last: messageView(last, viewer) }),
      unread,
      theyRead: isApart ? 0 : theyRead,
      ...(until !== undefined && { until }),
    }
  }

  async tellBoth(id: string): Promise<void> {
    const stored = await this.#needs.store.introductions.byId(id)
    if (!stored) return
    const isApart = await this.areBlocked(stored.a, stored.b)
    for (const person of isApart ? [] : [stored.a, stored.b]) await this.tell(stored, person)
  }

  async tell(stored: StoredIntroduction, person: PersonKey): Promise<void> {
    if (!this.#needs.telling.isConnected(person)) return
    this.#needs.telling.tell(person, { kind: 'introduction', introduction: await this.view(stored, person) })
  }

  /** REV5: five more when both have asked; `on: false` takes one's asking back. */
  more(id: string, viewer: PersonKey, on: boolean): Promise<IntroductionView> {
    return this.#queues.run(id, () => this.#more(id, viewer, on))
  }

  async #more(id: string, viewer: PersonKey, on: boolean): Promise<IntroductionView> {
    const stored = await this.get(id, viewer)
    const side = sideIn(stored, viewer)
    const before = { a: stored.moreA, b: stored.moreB }
    const other = before[side === 'a' ? 'b' : 'a']
    const groups = (await this.#state(id))?.groups.length ?? 0
    const isAll = listed(before, groups) >= groups
    const after = on
      ? isAll
        ? before
        : showFiveMore(before, side)
      : { ...before, [side]: Math.min(before[side], other) }
    await this.#needs.store.introductions.update(id, { moreA: after.a, moreB: after.b })
    return this.#changed(id, viewer)
  }

  coming(id: string, viewer: PersonKey, coming: Coming | null): Promise<IntroductionView> {
    return this.#queues.run(id, () => this.#coming(id, viewer, coming))
  }

  async #coming(id: string, viewer: PersonKey, coming: Coming | null): Promise<IntroductionView> {
    const stored = await this.get(id, viewer)
    const state = await this.#state(id)
    const side = sideIn(stored, viewer)
    if (state?.sign) {
      const { comingA, comingB, ...rest } = state
      const said = { ...(comingA && { comingA }), ...(comingB && { comingB }) }
      const field = side === 'a' ? 'comingA' : 'comingB'
      const { [field]: _, ...others } = said
      await this.#rewrite(id, { ...rest, ...others, ...(coming && { [field]: coming }) })
    }
    return this.#changed(id, viewer)
  }

  /** SIGN1: the sign goes out for both. */
  async found(id: string, viewer: PersonKey): Promise<IntroductionView> {
    await this.get(id, viewer)
    const state = await this.#state(id)
    const room = state && this.#registry.byId(state.roomId)
    if (room) await room.turn(() => this.#signOut(room, id))
    return this.#changed(id, viewer)
  }

  /** CONV3: a meeting when both say so; *not this time* of the other is never told. */
  met(id: string, viewer: PersonKey, met: 'met' | 'not-this-time'): Promise<IntroductionView> {
    return this.#queues.run(id, () => this.#met(id, viewer, met))
  }

  async #met(id: string, viewer: PersonKey, met: 'met' | 'not-this-time'): Promise<IntroductionView> {
    const stored = await this.get(id, viewer)
    const side = sideIn(stored, viewer)
    const theirs = side === 'a' ? stored.metB : stored.metA
    const isMeeting = met === 'met' && theirs === 'met' && stored.meetingId === undefined
    const answer = side === 'a' ? { metA: met } : { metB: met }
    await this.#needs.store.introductions.update(id, {
      ...answer,
      ...(isMeeting && { meetingId: this.#needs.newId() }),
    })
    if (isMeeting) return this.#changed(id, viewer)
    const after = await this.get(id, viewer)
    await this.tell(after, viewer)
    return this.view(after, viewer)
  }

  /** Whether either blocks the other, in whatever room. */
  async areBlocked(a: PersonKey, b: PersonKey): Promise<boolean> {
    const key = this.#needs.hashes.pairKey(a, b)
    const pair = (await this.#needs.store.pairs.byKeys([key])).get(key)
    return pair !== undefined && (pair.a.blocks || pair.b.blocks)
  }

  /** The story or tie of an entry has changed: the other side of every introduction that lists it is told. */
  async toldOtherwise(person: PersonKey, entry: string): Promise<void> {
    for (const stored of await this.#needs.store.introductions.of(person)) {
      const side = sideIn(stored, person)
      const groups = (await this.#state(stored.id))?.groups ?? []
      if (groups.some((group) => group[side].includes(entry))) await this.tellBoth(stored.id)
    }
  }

  /** Somebody stays longer, and with them what follows from their list. */
  async extend(person: PersonKey): Promise<void> {
    for (const stored of await this.#needs.store.introductions.of(person)) {
      const state = await this.#state(stored.id)
      const until = await this.#until(stored)
      if (state && until !== undefined) await this.#keep(stored.id, state, until)
    }
  }

  /** What the bus holds of somebody's introductions goes with them; the others are told. */
  async forgetOf(person: PersonKey): Promise<void> {
    for (const stored of await this.#needs.store.introductions.of(person)) {
      await this.#needs.bus.commit([{ kind: 'remove', key: record(stored.id) }])
      const other = stored.a === person ? stored.b : stored.a
      this.#needs.telling.tell(other, { kind: 'introduction-gone', id: stored.id })
    }
  }

  async #changed(id: string, viewer: PersonKey): Promise<IntroductionView> {
    await this.tellBoth(id)
    return this.view(await this.get(id, viewer), viewer)
  }

  #signOut(room: LiveRoom, id: string): Promise<void> {
    return this.#queues.run(id, () => this.#darken(room, id))
  }

  async #darken(room: LiveRoom, id: string): Promise<void> {
    room.signs.delete(id)
    room.deadline(`sign ${id}`, undefined, () => undefined)
    const state = await this.#state(id)
    if (!state?.sign) return
    const { sign: _, comingA: __, comingB: ___, ...rest } = state
    await this.#rewrite(id, rest)
    await this.tellBoth(id)
  }

  /** After a restart: the signs that are lit still. */
  async relight(): Promise<void> {
    const now = this.#needs.clock.now()
    for (let after: string | undefined; ; ) {
      const ids = await this.#needs.store.introductions.ids(after, 500)
      if (ids.length === 0) return
      after = ids.at(-1)
      for (const id of ids) {
        const state = await this.#state(id)
        const room = state && this.#registry.byId(state.roomId)
        if (!room || !state.sign) continue
        room.signs.set(id, state.sign)
        room.deadline(`sign ${id}`, Math.max(state.sign.until, now), () => this.#signOut(room, id))
      }
    }
  }

  /** The earlier end of the two guests: with either goes the introduction. */
  async #until({ a, b }: StoredIntroduction): Promise<UnixSeconds | undefined> {
    const ends = (await Promise.all([this.#needs.guests.endOf(a), this.#needs.guests.endOf(b)])).filter(
      (end) => end !== undefined,
    )
    return ends.length === 0 ? undefined : Math.min(...ends)
  }

  async #state(id: string): Promise<IntroductionState | undefined> {
    const text = await this.#needs.bus.readField(record(id), 'state')
    return text === undefined ? undefined : JSON.parse(text)
  }

  async #rewrite(id: string, state: IntroductionState): Promise<void> {
    const until = await this.#needs.bus.endOf(record(id))
    if (until !== undefined) await this.#keep(id, state, until)
  }

  #keep(id: string, state: IntroductionState, until: UnixSeconds): Promise<void> {
    return this.#needs.bus.commit([{ kind: 'write', key: record(id), fields: { state: JSON.stringify(state) }, until }])
  }
}
