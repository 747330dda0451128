/** Waves, and what one says of a card: not now, I know them, block, report (REV3, REV5, REV6, ENC2, ENC3, SAFE2). */
import {
  iKnowThemTakenBack,
  isKeptApart,
  isOpen,
  newPair,
  noWave,
  pairKept,
  quietAfterIntroduction,
  roomAnswerUntil,
  type Seconds,
  takeWaveBack,
  takeWaves,
  type WaveRecord,
  waveTo,
  block as withBlock,
} from '@kith/engine/rules'
import type { OpenWave } from '@kith/protocol'
import type { PersonKey } from '../store/store.ts'
import type { Introductions } from './introductions.ts'
import { Refusal } from './refusal.ts'
import type { Attendant } from './room/attendant.ts'
import { type Between, otherOf, sideOf } from './room/between.ts'
import { behindCard, cardId, cardKind, waveOf } from './room/card-view.ts'
import { countAnew, say } from './room/happenings.ts'
import { closesAt, forgottenAt, type LiveRoom } from './room/live-room.ts'
import { quietOf, ringAbout } from './room/notices.ts'
import type { RoomRegistry } from './room/registry.ts'
import type { Turn } from './room/turn.ts'

/** A card, or an introduction: how one points at somebody. */
export interface Pointing {
  readonly card?: { readonly code: string; readonly card: string }
  readonly introduction?: string
}

export class Waves {
  readonly #registry: RoomRegistry
  readonly #introductions: Introductions

  constructor(registry: RoomRegistry, introductions: Introductions) {
    this.#registry = registry
    this.#introductions = introductions
  }

  get #needs() {
    return this.#registry.needs
  }

  /** Returns the introduction's id where this was the second of two waves. */
  async wave(code: string, card: string, person: PersonKey, firstName?: string): Promise<string | undefined> {
    const room = this.#roomOf(code, card, person)
    await this.#name(person, firstName)
    const { introduction, other } = await room.turn((turn) => {
      const [me, other] = this.#two(room, person, card)
      const before = room.betweenThem(person, other.person)
      const record = before.wave?.record ?? noWave()
      const result = waveTo(
        record,
        sideOf(before, person),
        this.#terms(room, me, other, before, turn),
        turn.now as Seconds,
      )
      if (!result.ok) {
        if (result.refusal === 'introduced') return { introduction: before.wave?.introduction, other }
        throw new Refusal(result.refusal === 'too-many' ? 'too-many-waves' : result.refusal)
      }
      const wave = { id: before.wave?.id ?? this.#needs.newId(), record: result.wave }
      return { introduction: this.#waved(room, { ...before, wave }, person, other, result.introduction, turn), other }
    })
    await this.tellWaves(other.person)
    if (introduction) await this.tellWaves(person)
    return introduction
  }

  #waved(room: LiveRoom, between: Between, person: PersonKey, other: Attendant, isIntroduction: boolean, turn: Turn) {
    turn.faces = true
    const { code } = room.room
    if (!isIntroduction) {
      this.#put(room, between, turn)
      ringAbout(room, other.person, person, { kind: 'notice', about: 'wave', room: code }, turn)
      return undefined
    }
    const introduction = this.#introductions.introduce(room, between, turn)
    room.setBetween({ ...between, wave: { ...between.wave!, introduction } }, turn)
    ringAbout(room, other.person, person, { kind: 'notice', about: 'introduction', room: code, introduction }, turn)
    for (const each of [person, other.person]) this.#quieten(room, each, turn)
    return introduction
  }

  /** CONV4. */
  #quieten(room: LiveRoom, person: PersonKey, turn: Turn): void {
    const attendant = room.attendant(person)!
    const quiet = quietAfterIntroduction(quietOf(room, attendant), turn.now as Seconds)
    room.set(person, { quietUntil: quiet.introduction }, turn)
    turn.due.add(person)
  }

  async takeBack(code: string, card: string, person: PersonKey): Promise<void> {
    const room = this.#roomOf(code, card, person)
    const other = await room.turn((turn) => {
      const [, other] = this.#two(room, person, card)
      const between = room.betweenThem(person, other.person)
      if (between.wave) {
        const record = takeWaveBack(between.wave.record, sideOf(between, person))
        this.#put(room, { ...between, wave: { ...between.wave, record } }, turn)
        turn.faces = true
      }
      return other
    })
    for (const each of [person, other.person]) await this.tellWaves(each)
  }

  /** *Not now* or *I know them*: takes the card and what was waved from both. */
  async say(code: string, card: string, person: PersonKey, kind: 'not-now' | 'i-know-them'): Promise<void> {
    const room = this.#roomOf(code, card, person)
    const other = await room.turn((turn) => {
      const [, other] = this.#two(room, person, card)
      say(room, person, other.person, kind, turn)
      this.#takeWaves(room, person, other.person, turn)
      return other
    })
    for (const each of [person, other.person]) await this.tellWaves(each)
  }

  /** The card comes back if there still is something to show. */
  async knowTakenBack(code: string, card: string, person: PersonKey): Promise<void> {
    const room = this.#roomOf(code, card, person)
    await room.turn((turn) => {
      const [, other] = this.#two(room, person, card)
      const between = room.betweenThem(person, other.person)
      const { pair, said } = iKnowThemTakenBack(between, sideOf(between, person))
      room.setBetween({ ...between, pair, said }, turn)
      countAnew(room, person, other.person, turn)
    })
  }

  /** REV6: in every room where both are, and for good. */
  async block(person: PersonKey, pointing: Pointing): Promise<void> {
    const other = await this.whom(person, pointing)
    const together = this.#registry.rooms.filter((room) => room.attendant(person) && room.attendant(other))
    for (const room of together)
      await room.turn((turn) => {
        say(room, person, other, 'block', turn)
        this.#takeWaves(room, person, other, turn)
        turn.faces = true
      })
    if (together.length === 0) await this.#blockInStore(person, other)
    for (const each of [person, other]) await this.tellWaves(each)
  }

  async report(person: PersonKey, pointing: Pointing, text: string): Promise<void> {
    const about = await this.whom(person, pointing)
    const room = this.#registry.rooms.find((one) => one.attendant(person) && one.attendant(about))
    const [id, roomId] = [this.#needs.newId(), room?.room.id ?? '']
    await this.#needs.store.reports.add({
      id,
      roomId,
      reporter: person,
      about,
      text,
      at: this.#needs.clock.now(),
      state: 'open',
    })
    if (room) for (const host of this.#needs.telling.watchersOf(room.room.code)) room.tellDesk(host)
  }

  async whom(person: PersonKey, { card, introduction }: Pointing): Promise<PersonKey> {
    if (card) return this.#two(this.#roomOf(card.code, card.card, person), person, card.card)[1].person
    if (introduction === undefined) throw new Refusal('bad-input', { field: 'card', rule: 'a card or an introduction' })
    const { a, b } = await this.#introductions.get(introduction, person)
    return a === person ? b : a
  }

  /** Waves that stand without a card: one of the two has left, or the room has ended (REV3). */
  openWaves(person: PersonKey): OpenWave[] {
    const now = this.#needs.clock.now()
    return this.#registry.rooms.flatMap((room) => {
      const me = room.attendant(person)
      if (!me || me.removed || now >= forgottenAt(room.room)) return []
      const until = this.#answerUntil(room)
      return room.wavesOf(person).flatMap((between) => openWave(room, me, between, until, now))
    })
  }

  async tellWaves(person: PersonKey): Promise<void> {
    const waves = this.openWaves(person)
    const text = JSON.stringify(waves)
    if (text === (this.#told.get(person) ?? '[]')) return
    if (waves.length > 0) this.#told.set(person, text)
    else this.#told.delete(person)
    this.#needs.telling.tell(person, { kind: 'waves', waves })
  }

  readonly #told = new Map<PersonKey, string>()

  /** The room with this code in which the card is, or was: with *same again* there may be one that has ended, too. */
  #roomOf(code: string, card: string, person: PersonKey): LiveRoom {
    const rooms = this.#registry.withCode(code).filter((room) => room.attendant(person))
    return rooms.find((room) => behindCard(room, person, card)) ?? this.#registry.byCode(code)
  }

  #two(room: LiveRoom, person: PersonKey, card: string): [Attendant, Attendant] {
    const me = room.attendant(person)
    if (!me || me.removed) throw new Refusal('not-here')
    const other = behindCard(room, person, card)
    if (!other) throw new Refusal('no-card')
    return [me, other]
  }

  #terms(room: LiveRoom, me: Attendant, other: Attendant, between: Between, turn: Turn) {
    const { pair, said } = between
    const until = this.#answerUntil(room)
    return {
      where: 'room' as const,
      card: cardKind(me, other, between) !== 'none',
      keptApart: isKeptApart(pair) || said.a !== 'nothing' || said.b !== 'nothing' || other.removed,
      answerUntil: until,
      used: openBy(room, me.person, until, turn.now),
    }
  }

  #answerUntil(room: LiveRoom): Seconds {
    const closes = closesAt(room.room)
    return roomAnswerUntil(this.#needs.clock.now() >= closes ? (closes as Seconds) : undefined)
  }

  async #name(person: PersonKey, firstName: string | undefined): Promise<void> {
    const name = firstName?.trim()
    if (name) await this.#needs.guests.note(person, { name })
    else if ((await this.#needs.guests.get(person)).name === undefined)
      throw new Refusal('name-needed', { field: 'firstName' })
  }

  #put(room: LiveRoom, between: Between, turn: Turn): void {
    const { a, b, wave } = between
    room.setBetween(between, turn)
    turn.write(() => this.#needs.store.waves.put({ id: wave!.id, a, b, wave: wave!.record }))
  }

  #takeWaves(room: LiveRoom, person: PersonKey, other: PersonKey, turn: Turn): void {
    const between = room.betweenThem(person, other)
    const record: WaveRecord | undefined = between.wave && takeWaves(between.wave.record)
    if (record && record !== between.wave!.record)
      this.#put(room, { ...between, wave: { ...between.wave!, record } }, turn)
  }

  async #blockInStore(person: PersonKey, other: PersonKey): Promise<void> {
    const { hashes, store, guests, clock } = this.#needs
    const key = hashes.pairKey(person, other)
    const kept = (await store.pairs.byKeys([key])).get(key)
    const pair = (kept && pairKept(kept, clock.now() as Seconds)) ?? newPair()
    await store.pairs.put([{ key, record: withBlock(pair, person < other ? 'a' : 'b', true) }])
    for (const each of [person, other]) await guests.note(each, { pairs: '1' })
  }
}

const openBy = (room: LiveRoom, person: PersonKey, until: Seconds, now: number): number => {
  let open = 0
  for (const between of room.wavesOf(person))
    if (between.wave && isOpen(between.wave.record, sideOf(between, person), until, now as Seconds)) open++
  return open
}

const openWave = (room: LiveRoom, me: Attendant, between: Between, until: Seconds, now: number): OpenWave[] => {
  if (!between.wave) return []
  const other = room.attendant(otherOf(between, me.person))
  const wave = waveOf(between, me.person)
  if (!other || cardKind(me, other, between) !== 'none' || (wave !== 'you' && wave !== 'they')) return []
  const side = sideOf(between, me.person)
  if (!isOpen(between.wave.record, wave === 'you' ? side : side === 'a' ? 'b' : 'a', until, now as Seconds)) return []
  return [
    {
      room: room.room.code,
      roomName: room.room.name,
      card: cardId(between, me.person),
      wave,
      step: between.shown.step,
      ...(other.shownName !== undefined && { name: other.shownName }),
      until: forgottenAt(room.room),
    },
  ]
}
