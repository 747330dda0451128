/** How screens read the store. Each hook renders anew only when what it returns has changed. */
import type { IntroductionView, MyView, RoomView } from '@kith/protocol'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Sending } from './outbox.ts'
import type { RoomOver, Snapshot } from './snapshot.ts'
import { type Notice, nowInSeconds, store } from './store.ts'
import { type Thread, threadOf } from './threads.ts'

export const useSnapshot = <T>(select: (snapshot: Snapshot) => T): T => {
  useEffect(() => store.start(), [])
  return useSyncExternalStore(store.subscribe, () => select(store.snapshot()))
}

export const useMy = (): MyView | undefined => useSnapshot(({ my }) => my)

export const useSession = (): Snapshot['session'] => useSnapshot(({ session }) => session)

/** A room that one is in; not one that was left here and whose server has not heard of it yet. */
export const useRoom = (code: string): RoomView | undefined =>
  useSnapshot(({ my }) => (isLeaving(code) ? undefined : my?.rooms.find(({ face }) => face.code === code)))

export const useRoomOver = (code: string): RoomOver | undefined => useSnapshot(({ over }) => over[code])

export const useAnswered = (code: string): boolean | undefined => useSnapshot(({ answered }) => answered[code])

export const useIntroduction = (id: string): IntroductionView | undefined =>
  useSnapshot(({ my }) => my?.introductions.find((one) => one.id === id))

export type Connection = 'connected' | 'connecting' | 'offline' | 'reload'

export const useConnection = (): { readonly state: Connection; readonly asOf: number } => {
  const state = useSnapshot(({ status, lost }) => (lost ? 'offline' : CONNECTION[status]))
  const asOf = useSnapshot((snapshot) => snapshot.asOf)
  return { state, asOf }
}

const CONNECTION: { readonly [status in Snapshot['status']]: Connection } = {
  waiting: 'connecting',
  connecting: 'connecting',
  connected: 'connected',
  broken: 'offline',
  stopped: 'offline',
  reload: 'reload',
}

/** Messages, and what of this device is not sent yet. Lists what is missing as often as something is. */
export const useThread = (conversation: string): Thread => {
  const thread = useSnapshot(({ threads }) => threadOf(threads, conversation))
  const connected = useSnapshot(({ status }) => status === 'connected')
  useEffect(() => {
    if (connected && !thread.whole) void store.list(conversation)
  }, [connected, thread.whole, conversation])
  return thread
}

export interface UnsentMessage {
  readonly id: string
  readonly text: string
  readonly writtenAt: number
  readonly state: Sending
}

export const useUnsent = (conversation: string): readonly UnsentMessage[] => {
  useEffect(() => store.start(), [])
  const items = useSyncExternalStore(store.subscribe, () => store.outbox.items())
  return items.flatMap(({ item, state }) =>
    item.kind === 'message' && item.conversation === conversation
      ? [{ id: item.id, text: item.text, writtenAt: item.writtenAt, state }]
      : [],
  )
}

export const useNotice = (listener: (notice: Notice) => void): void => {
  useEffect(() => store.onNotice(listener), [listener])
}

/** Unix seconds, anew every so often. */
export const useNow = (everyMs = 15_000): number => {
  const [now, setNow] = useState(nowInSeconds)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowInSeconds()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

const isLeaving = (code: string): boolean =>
  store.outbox.items().some(({ item }) => item.kind === 'leave' && item.code === code)
