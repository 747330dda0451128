/**
 * The store: durable facts, written before they are told. No place and no hour of anybody's presence, no list, no guest's
 * name is ever in it (PRES3, DATA4); guests live on the bus and are known here by their ids alone.
 * `createPgliteStore` and `createPostgresStore` keep it; contract: apps/server/test/store/contract.ts.
 */
import type { PairRecord, WaveRecord } from '@kith/engine/rules'

/** Unix time in whole seconds. */
export type UnixSeconds = number

/** A member's or guest's id: 16 random bytes in base64url. */
export type PersonKey = string

export interface StoredRoom {
  /** 16 random bytes in base64url. */
  readonly id: string
  /** Six letters (protocol, RoomCode). Rooms of one host held again share it; at most one of them has not ended. */
  readonly code: string
  readonly name: string
  readonly size: 10 | 40 | 150 | 600 | 5000
  readonly begins: UnixSeconds
  readonly ends: UnixSeconds
  /** When the host closed it; absent while nobody has. */
  readonly closedAt?: UnixSeconds
  readonly topics: readonly string[]
  /** Where people can find each other, besides by the poster (SIGN1). */
  readonly spots: readonly string[]
  readonly byNod: boolean
  /** SHA-256 of the host key, hex. */
  readonly hostKeyHash: string
  /** The first name its host gave, shown as "Opened by"; empty where none. */
  readonly hostName: string
  readonly madeUp: boolean
}

/** Two people in their order: `a` < `b` as strings. */
export interface Two {
  readonly a: PersonKey
  readonly b: PersonKey
}

export interface StoredWave extends Two {
  readonly id: string
  readonly wave: WaveRecord
}

export interface StoredIntroduction extends Two {
  readonly id: string
  /** YYYY-MM-DD. */
  readonly day: string
  readonly roomName: string
  /** How often each has tapped *Show five more* (REV5). */
  readonly moreA: number
  readonly moreB: number
  /** What each has said to "Did you two meet?" (CONV3). */
  readonly metA: 'not-said' | 'met' | 'not-this-time'
  readonly metB: 'not-said' | 'met' | 'not-this-time'
  /** CONV3: the random id that both devices keep once both said so; absent before. */
  readonly meetingId?: string
}

export interface StoredMessage {
  readonly conversation: string
  /**
   * 1, 2, 3 … for each of the two, without gaps: one order for both (CONV2), in which what is hidden from one leaves no
   * gap (REV6). Until something is hidden both count alike.
   */
  readonly seq: number
  readonly sender: PersonKey
  /** Chosen by the device; the same again is the same message. */
  readonly clientId: string
  readonly text: string
  readonly sentAt: UnixSeconds
  /** Only its sender sees it: what somebody wrote who was blocked by then (REV6). */
  readonly onlyForSender: boolean
}

export interface StoredReport {
  readonly id: string
  readonly roomId: string
  readonly reporter: PersonKey
  readonly about: PersonKey
  readonly text: string
  readonly at: UnixSeconds
  readonly state: 'open' | 'closed'
}

export interface Store {
  readonly rooms: {
    add(room: StoredRoom): Promise<void>
    byId(id: string): Promise<StoredRoom | undefined>
    /** The latest with this code: the open one, else the one to come, else the last that ended. */
    byCode(code: string): Promise<StoredRoom | undefined>
    update(id: string, change: Partial<Omit<StoredRoom, 'id' | 'code'>>): Promise<void>
    /** Rooms that have not ended at `now`, those to come included. */
    notEnded(now: UnixSeconds): Promise<StoredRoom[]>
    /** Rooms that end or were closed after `since`: those not ended then, whatever has become of them. */
    endedSince(since: UnixSeconds): Promise<StoredRoom[]>
    /** Forgets rooms that ended before; returns how many. */
    removeEndedBefore(time: UnixSeconds, madeUpOnly?: boolean): Promise<number>
  }
  readonly pairs: {
    /** The records of these keys (keyed hashes of two people, hex); absent ones are left out. */
    byKeys(keys: readonly string[]): Promise<ReadonlyMap<string, PairRecord>>
    /** undefined forgets. `keepUntil`: when a job may look whether anything is left (`pairKept`); absent: never. */
    put(
      changes: readonly {
        readonly key: string
        readonly record: PairRecord | undefined
        readonly keepUntil?: UnixSeconds
      }[],
    ): Promise<void>
    /** At most `limit` whose keepUntil has come. */
    due(now: UnixSeconds, limit: number): Promise<{ readonly key: string; readonly record: PairRecord }[]>
  }
  readonly waves: {
    put(wave: StoredWave): Promise<void>
    byId(id: string): Promise<StoredWave | undefined>
    /** Those of them that there are, in no order. */
    byIds(ids: readonly string[]): Promise<StoredWave[]>
    /** Waves in which somebody is one of the two. */
    of(person: PersonKey): Promise<StoredWave[]>
    /** All ids, for the job that forgets those whose room the bus no longer knows; ascending, after `after`. */
    ids(after: string | undefined, limit: number): Promise<string[]>
    remove(ids: readonly string[]): Promise<void>
  }
  readonly introductions: {
    /** With the wave that made it, in one transaction: both or neither. */
    add(introduction: StoredIntroduction, wave: StoredWave): Promise<void>
    byId(id: string): Promise<StoredIntroduction | undefined>
    of(person: PersonKey): Promise<StoredIntroduction[]>
    between(two: Two): Promise<StoredIntroduction[]>
    update(
      id: string,
      change: Partial<Pick<StoredIntroduction, 'moreA' | 'moreB' | 'metA' | 'metB' | 'meetingId'>>,
    ): Promise<void>
    ids(after: string | undefined, limit: number): Promise<string[]>
    /** With its messages and read marks. */
    remove(ids: readonly string[]): Promise<void>
  }
  readonly messages: {
    /**
     * Gives it the next seq of its conversation (an introduction's id), also when many write at once; the same `clientId`
     * of the same sender returns the message as it was stored the first time. `message.seq` is as its sender counts,
     * `seqForOther` as the other does; absent where it is hidden from them. Fails where the introduction is no more.
     */
    add(message: Omit<StoredMessage, 'seq'>): Promise<{
      readonly message: StoredMessage
      readonly seqForOther?: number
      readonly isNew: boolean
    }>
    /** Ascending, those with a seq above `after`, as `reader` may see them (onlyForSender) and counts them. */
    list(conversation: string, reader: PersonKey, after: number, limit: number): Promise<StoredMessage[]>
    /** The last one that `reader` may see. */
    last(conversation: string, reader: PersonKey): Promise<StoredMessage | undefined>
    /** How far somebody has read; never falls. */
    markRead(conversation: string, reader: PersonKey, seq: number): Promise<void>
    readUpTo(conversation: string, reader: PersonKey): Promise<number>
    /** How many of the other's messages `reader` has not read. */
    unread(conversation: string, reader: PersonKey): Promise<number>
  }
  readonly reports: {
    add(report: StoredReport): Promise<void>
    ofRoom(roomId: string): Promise<StoredReport[]>
    open(): Promise<StoredReport[]>
    /** Then it can be forgotten, with the people it names (DATA2). */
    close(id: string): Promise<void>
  }
  /**
   * Everybody named anywhere but in open reports, for the job that forgets guests whom the bus no longer knows (DATA2).
   * Ascending, after `after`.
   */
  people(after: PersonKey | undefined, limit: number): Promise<PersonKey[]>
  /** Forgets all that somebody is one of the two of, what they wrote, and closed reports. Open reports stay. */
  forgetPerson(person: PersonKey): Promise<void>
  ping(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
