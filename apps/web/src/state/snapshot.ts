/** Everything the screens read, as one immutable value. Pure. */
import type { DeskView, LiveEvent, MyView } from '@kith/protocol'
import type { LiveStatus } from '../client/live.ts'
import { reduceMy } from './my.ts'
import { reduceThreads, type Threads } from './threads.ts'

export type RoomOver = Extract<LiveEvent, { kind: 'room-over' }>['why']

export interface Snapshot {
  /** Whether the server has said yet who one is: until then nothing is known, not nothing there. */
  readonly session: 'unknown' | 'none' | 'some'
  readonly status: LiveStatus
  /** The connection broke and has not come back: also while it is being tried. */
  readonly lost: boolean
  /** Unix seconds of the last moment at which all this was surely so. */
  readonly asOf: number
  readonly my: MyView | undefined
  readonly threads: Threads
  /** Rooms that one was in and is no longer, since the page opened. */
  readonly over: Readonly<Record<string, RoomOver>>
  /** What the host said to somebody at the door. */
  readonly answered: Readonly<Record<string, boolean>>
  readonly desks: Readonly<Record<string, DeskView>>
}

export const NOTHING: Snapshot = {
  session: 'unknown',
  status: 'waiting',
  lost: false,
  asOf: 0,
  my: undefined,
  threads: {},
  over: {},
  answered: {},
  desks: {},
}

export const withEvent = (before: Snapshot, event: LiveEvent, now: number): Snapshot => {
  const after: Snapshot = {
    ...before,
    session: 'some',
    asOf: now,
    my: reduceMy(before.my, event),
    threads: reduceThreads(before.threads, event),
  }
  switch (event.kind) {
    case 'room':
      return { ...after, over: without(before.over, event.room.face.code) }
    case 'room-over':
      return { ...after, over: { ...before.over, [event.code]: event.why } }
    case 'answered':
      return { ...after, answered: { ...before.answered, [event.code]: event.letIn } }
    case 'desk':
      return { ...after, desks: { ...before.desks, [event.desk.code]: event.desk } }
    default:
      return after
  }
}

export const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== key))
