/**
 * Places: who is where, and what that makes of whom (SPEC.md NEAR). A room is near itself; a cell is near the cells that
 * the neighbour function names. Everything is told as changes of pairs, in the columns of a `Pairs`.
 */
import { Crowd } from './crowd.ts'
import { Deadlines } from './deadlines.ts'
import { tellDifference } from './difference.ts'
import { reaching } from './grow.ts'
import { EMPTY_LIST, type ListId, type PlaceId, type PresenceId, type TopicId } from './ids.ts'
import type { Lists } from './lists.ts'
import { APART, NEAR, type PairChange, Pairs } from './pairs.ts'
import { Tally } from './tally.ts'

/** The cells near a cell, itself included or not; symmetric: each is near the other. Asked once per cell. */
export type Neighbours = (place: PlaceId) => Iterable<PlaceId>

/** How to count: by estimated cost, or always in one way (for tests and measurements). */
export type Way = 'estimated' | 'pairwise' | 'inverted'

export interface PlacesOptions {
  /** Absent: rooms, each near itself alone. */
  readonly neighbours?: Neighbours
  readonly way?: Way
  /**
   * Whether pairs that are no longer near are told (default true); it costs as much as telling who is. Those who stay
   * near and no longer share anything are told in any case.
   */
  readonly tellApart?: boolean
}

/** With what somebody enters; who enters again keeps what is absent here as it was. */
export interface Entering {
  /** Their list; absent: none yet (CON4: nothing is sealed). */
  readonly list?: ListId
  /** Topics they tapped; rooms only (TOP1). */
  readonly topics?: readonly TopicId[]
  /** When the presence ends by itself, exclusive, in the caller's unit of time; absent: never. */
  readonly until?: number
}

export class Places {
  readonly #lists: Lists
  readonly #neighbours: Neighbours | undefined
  readonly #tellApart: boolean
  readonly #tally: Tally
  readonly #crowds = new Map<PlaceId, Crowd>()
  readonly #nearOf = new Map<PlaceId, readonly PlaceId[]>()
  readonly #deadlines = new Deadlines()
  readonly #topicsOf = new Map<number, readonly TopicId[]>()
  /** Per presence: the place plus one (0: not present), where its row begins in the crowd, the list, the end. */
  #placeOf = new Uint32Array(64)
  #rowOf = new Uint32Array(64)
  #listOf = new Uint32Array(64)
  #until = new Float64Array(64)
  #size = 0
  /** The crowds of the call that is being told. */
  readonly #crowdsNear: Crowd[] = []
  readonly #before = new Pairs()
  readonly #after = new Pairs()

  constructor(lists: Lists, options: PlacesOptions = {}) {
    this.#lists = lists
    this.#neighbours = options.neighbours
    this.#tellApart = options.tellApart ?? true
    this.#tally = new Tally(lists, options.way ?? 'estimated')
  }

  /** How many are present. */
  get size(): number {
    return this.#size
  }

  /** Where a presence is. */
  placeOf(who: PresenceId): PlaceId | undefined {
    const place = this.#placeOf[who] ?? 0
    return place === 0 ? undefined : ((place - 1) as PlaceId)
  }

  /** Who is at a place, in no order. */
  at(place: PlaceId): PresenceId[] {
    const crowd = this.#crowds.get(place)
    return Array.from(crowd?.entries() ?? [], ([presence]) => presence as PresenceId)
  }

  /** Bytes held for those present: tables per presence, members of places, and the indexes of dense places. */
  get bytes(): { readonly present: number; readonly index: number } {
    let present = this.#placeOf.byteLength * 3 + this.#until.byteLength + this.#deadlines.bytes + this.#tally.bytes
    let index = 0
    for (const crowd of this.#crowds.values()) {
      present += crowd.rows.byteLength
      index += crowd.index?.bytes ?? 0
    }
    return { present, index }
  }

  /**
   * Somebody is at a place from now on, with a list. Who is there already enters again to seal another list, tap topics
   * or stay longer (CON4, TOP1); who is elsewhere leaves there first.
   */
  enter(who: PresenceId, place: PlaceId, entering: Entering = {}, out: Pairs = new Pairs()): Pairs {
    return this.enterInto(who, place, entering, out.clear())
  }

  /** `enter`, added to what `out` holds already. */
  enterInto(who: PresenceId, place: PlaceId, entering: Entering, out: Pairs): Pairs {
    this.#mustFit(who, entering)
    const at = this.placeOf(who)
    if (at === place) return this.#enterAgain(who, entering, out)
    if (at !== undefined) this.leaveInto(who, out)
    this.#bring(who, entering)
    this.#tellNear(who, this.#near(place), NEAR, out)
    this.#join(who, place)
    this.#endAt(who, entering.until)
    return out
  }

  /** Puts somebody back who is nowhere, and tells nothing: for a process that takes over what another has told. */
  resume(who: PresenceId, place: PlaceId, entering: Entering = {}): void {
    this.#mustFit(who, entering)
    if (this.placeOf(who) !== undefined) throw new RangeError(`presence ${who} is present already`)
    this.#bring(who, entering)
    this.#join(who, place)
    this.#endAt(who, entering.until)
  }

  /** Somebody goes to another place, with the list they have; who was near and stays near is not told. */
  move(who: PresenceId, place: PlaceId, out: Pairs = new Pairs()): Pairs {
    return this.moveInto(who, place, out.clear())
  }

  moveInto(who: PresenceId, place: PlaceId, out: Pairs): Pairs {
    const from = this.#mustBePresent(who)
    if (from === place) return out
    const old = this.#near(from)
    const fresh = this.#near(place)
    if (this.#tellApart) this.#tellNear(who, old, APART, out, fresh)
    this.#part(who, from)
    this.#tellNear(who, fresh, NEAR, out, old)
    this.#join(who, place)
    return out
  }

  /** Somebody is no longer present. */
  leave(who: PresenceId, out: Pairs = new Pairs()): Pairs {
    return this.leaveInto(who, out.clear())
  }

  leaveInto(who: PresenceId, out: Pairs): Pairs {
    const place = this.#mustBePresent(who)
    if (this.#tellApart) this.#tellNear(who, this.#near(place), APART, out)
    this.#part(who, place)
    this.#placeOf[who] = 0
    this.#topicsOf.delete(who)
    this.#size--
    return out
  }

  /** Everybody whose presence ends at `now` or before it leaves, the earliest first. */
  expire(now: number, out: Pairs = new Pairs()): Pairs {
    return this.expireInto(now, out.clear())
  }

  expireInto(now: number, out: Pairs): Pairs {
    while (this.#deadlines.first <= now) {
      const time = this.#deadlines.first
      const who = this.#deadlines.pop() as PresenceId
      if (this.#ends(time, who)) this.leaveInto(who, out)
    }
    return out
  }

  /**
   * Carries out a change of the lists (a proof, a mark, a blanked entry) and tells which near pairs it has changed.
   * `concerned`: the lists it touches (`Lists.concernedBy`), asked before. Places that share their lists are nested:
   * `rooms.recount(c, () => cells.recount(c, change))`.
   */
  recount(concerned: Iterable<ListId>, change: () => void, out: Pairs = new Pairs()): Pairs {
    return this.recountInto(concerned, change, out.clear())
  }

  recountInto(concerned: Iterable<ListId>, change: () => void, out: Pairs): Pairs {
    const who = this.#presentWith(new Set<number>(concerned))
    const before = new Map(who.map((presence) => [presence, this.#pairsOf(presence, new Pairs())]))
    for (const presence of who) this.#leaveRow(presence, this.#crowdOf(presence))
    try {
      change()
    } finally {
      for (const presence of who) this.#joinRow(presence, this.#crowdOf(presence))
    }
    const told = new Set<number>()
    for (const presence of who) {
      tellDifference(before.get(presence)!, this.#pairsOf(presence, this.#after.clear()), out, told)
      told.add(presence)
    }
    return out
  }

  #bring(who: PresenceId, { list, topics }: Entering): void {
    this.#listOf[who] = list ?? EMPTY_LIST
    if (topics?.length) this.#topicsOf.set(who, [...new Set(topics)])
  }

  #enterAgain(who: PresenceId, entering: Entering, out: Pairs): Pairs {
    const crowd = this.#crowdOf(who)
    const before = this.#pairsOf(who, this.#before.clear())
    this.#leaveRow(who, crowd)
    if (entering.list !== undefined) this.#listOf[who] = entering.list
    this.#joinRow(who, crowd)
    if (entering.topics) {
      crowd.untap(who, this.#topics(who))
      this.#topicsOf.set(who, [...new Set(entering.topics)])
      crowd.tap(who, this.#topics(who))
    }
    if (entering.until !== undefined) this.#endAt(who, entering.until)
    tellDifference(before, this.#pairsOf(who, this.#after.clear()), out)
    return out
  }

  /** Everybody with whom somebody present shares anything now. */
  #pairsOf(who: PresenceId, out: Pairs): Pairs {
    this.#tellNear(who, this.#near(this.placeOf(who)!), NEAR, out)
    return out
  }

  /** Tells of everybody at these places, except at those of `but`. */
  #tellNear(
    who: PresenceId,
    places: readonly PlaceId[],
    change: PairChange,
    out: Pairs,
    but: readonly PlaceId[] = NOWHERE,
  ): void {
    const topics = this.#topics(who)
    const list = this.#list(who)
    if (list === EMPTY_LIST && topics.length === 0) return
    const first = out.size
    const crowds = this.#crowdsNear
    crowds.length = 0
    for (const place of places) {
      const crowd = this.#crowds.get(place)
      if (crowd && !but.includes(place)) crowds.push(crowd)
    }
    this.#tally.count(who, list, topics, crowds, this.#listOf, change, out)
    if (change === APART) out.blank(first)
  }

  #join(who: PresenceId, place: PlaceId): void {
    const crowd = this.#crowds.get(place) ?? new Crowd()
    this.#crowds.set(place, crowd)
    this.#joinRow(who, crowd)
    if (this.#topics(who).length > 0) crowd.tap(who, this.#topics(who))
    if (this.#placeOf[who] === 0) this.#size++
    this.#placeOf[who] = place + 1
    this.#keepIndex(crowd)
  }

  #part(who: PresenceId, place: PlaceId): void {
    const crowd = this.#crowds.get(place)!
    crowd.untap(who, this.#topics(who))
    this.#leaveRow(who, crowd)
    if (crowd.size === 0) this.#crowds.delete(place)
    else this.#keepIndex(crowd)
  }

  /** Makes a crowd's index, or gives it up, as its size asks. */
  #keepIndex(crowd: Crowd): void {
    const wanted = this.#tally.wantsIndex(crowd)
    if (wanted && !crowd.index) crowd.build()
    else if (!wanted) crowd.index = undefined
  }

  #near(place: PlaceId): readonly PlaceId[] {
    const known = this.#nearOf.get(place)
    if (known) return known
    const near = [...new Set([place, ...(this.#neighbours?.(place) ?? [])])]
    if (this.#neighbours) this.#nearOf.set(place, near)
    return near
  }

  #endAt(who: PresenceId, until: number = Number.POSITIVE_INFINITY): void {
    this.#until[who] = until
    if (until === Number.POSITIVE_INFINITY) return
    this.#deadlines.push(until, who)
    if (this.#deadlines.size > 4 * this.#size + 64) this.#deadlines.sweep((time, other) => this.#ends(time, other))
  }

  #ends(time: number, who: number): boolean {
    return this.#placeOf[who] !== 0 && this.#until[who] === time
  }

  #presentWith(concerned: ReadonlySet<number>): PresenceId[] {
    const found: PresenceId[] = []
    for (let who = 1; who < this.#listOf.length; who++)
      if (this.#placeOf[who] !== 0 && concerned.has(this.#listOf[who]!)) found.push(who as PresenceId)
    return found
  }

  #joinRow(who: PresenceId, crowd: Crowd): void {
    this.#rowOf[who] = crowd.join(who, this.#list(who), this.#lists.arena)
  }

  #leaveRow(who: PresenceId, crowd: Crowd): void {
    if (!crowd.leave(this.#rowOf[who]!)) return
    for (const [presence, row] of crowd.entries()) this.#rowOf[presence] = row
  }

  #crowdOf(who: PresenceId): Crowd {
    return this.#crowds.get(this.placeOf(who)!)!
  }

  #list(who: PresenceId): ListId {
    return this.#listOf[who] as ListId
  }

  #topics(who: PresenceId): readonly TopicId[] {
    return this.#topicsOf.size === 0 ? NO_TOPICS : (this.#topicsOf.get(who) ?? NO_TOPICS)
  }

  #mustBePresent(who: PresenceId): PlaceId {
    const place = this.placeOf(who)
    if (place === undefined) throw new RangeError(`presence ${who} is nowhere`)
    return place
  }

  #mustFit(who: PresenceId, { list, topics, until }: Entering): void {
    if (!(Number.isInteger(who) && who > 0 && who < 0xffffffff)) throw new RangeError(`${who} is no presence number`)
    if (list !== undefined) this.#lists.lengthOf(list)
    if (topics?.length && this.#neighbours) throw new RangeError('topics: only rooms have them (TOP1)')
    if ((topics?.length ?? 0) > MOST_TOPICS) throw new RangeError(`topics: more than ${MOST_TOPICS} (TOP1)`)
    if (until !== undefined && Number.isNaN(until)) throw new RangeError('until: not a time')
    if (who < this.#placeOf.length) return
    this.#placeOf = reaching(this.#placeOf, who)
    this.#rowOf = reaching(this.#rowOf, who)
    this.#listOf = reaching(this.#listOf, who)
    this.#until = reaching(this.#until, who)
    this.#tally.reach(this.#placeOf.length - 1)
  }
}

const MOST_TOPICS = 5
const NOWHERE: readonly PlaceId[] = []
const NO_TOPICS: readonly TopicId[] = []
