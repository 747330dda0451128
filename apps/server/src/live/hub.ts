/** The devices that are connected, by person, and what each person was told of late. Services know it as `Telling`. */
import { LiveEvent } from '@kith/protocol'
import type { Logger } from 'pino'
import type { Clock, UnixSeconds } from '../clock.ts'
import { encoderOf } from '../http/declared.ts'
import type { Metrics } from '../metrics.ts'
import type { Telling } from '../services/telling.ts'
import type { PersonKey } from '../store/store.ts'
import type { CloseReason } from './closing.ts'
import { HISTORY_SECONDS, History } from './history.ts'

/** One connection, from the moment it has said hello. */
export interface Device {
  readonly person: PersonKey
  /** Hash of the session it came with. */
  readonly session: string
  /** Whether events go out at once; before, it gets them from the history. */
  readonly isLive: boolean
  send(text: string): void
  close(reason: CloseReason): void
  /** Looks whether it has been silent for too long. */
  check(now: UnixSeconds): void
}

export interface Hub extends Telling {
  /** From now on the person's history is kept for it. */
  attach(device: Device): History
  detach(device: Device): void
  watchDesk(device: Device, code: string, on: boolean): void
  /** Closes the sockets that came with this session. */
  endSession(person: PersonKey, session: string): void
  closeAll(reason: CloseReason): void
  /** Stops looking after silent devices. */
  stop(): void
}

/** More devices than anybody has; the oldest, which may be long dead, goes for the next. */
const DEVICES = 8
const SWEEP_SECONDS = 5

interface Present {
  readonly history: History
  readonly devices: Set<Device>
  /** When the last device went. */
  emptySince: UnixSeconds
}

const encodeEvent = encoderOf(LiveEvent)

/** As `ServerMessage` of kind 'event' says; the event is encoded once, whatever the number of devices. */
export const eventMessage = (id: number, encoded: string): string => `{"kind":"event","id":${id},"event":${encoded}}`
export const encodeLiveEvent = (event: LiveEvent): string => encodeEvent(event)

export interface HubParts {
  readonly clock: Clock
  readonly metrics: Metrics
  readonly log: Logger
}

export const createHub = ({ clock, metrics, log }: HubParts): Hub => {
  const people = new Map<PersonKey, Present>()
  const desks = new Map<string, Set<Device>>()

  const presentOf = (person: PersonKey): Present => {
    const known = people.get(person)
    if (known !== undefined) return known
    const present = { history: new History(), devices: new Set<Device>(), emptySince: clock.now() }
    people.set(person, present)
    return present
  }

  const devicesOf = (person: PersonKey): Device[] => [...(people.get(person)?.devices ?? [])]

  const unwatch = (device: Device, code: string) => {
    const watching = desks.get(code)
    watching?.delete(device)
    if (watching?.size === 0) desks.delete(code)
  }

  const sweep = () => {
    const now = clock.now()
    for (const [person, { history, devices, emptySince }] of people) {
      history.forget(now)
      if (devices.size === 0 && now - emptySince > HISTORY_SECONDS) people.delete(person)
      for (const device of [...devices]) device.check(now)
    }
    timer = clock.after(SWEEP_SECONDS, sweep)
  }
  let timer = clock.after(SWEEP_SECONDS, sweep)

  const disconnect = (person: PersonKey, reason: CloseReason) => {
    const devices = devicesOf(person)
    people.delete(person)
    for (const device of devices) device.close(reason)
  }

  const tellPresent = ({ history, devices }: Present, event: LiveEvent) => {
    const encoded = encodeEvent(event)
    const text = history.add((id) => eventMessage(id, encoded), clock.now())
    metrics.eventsTold.inc({ kind: event.kind })
    for (const device of [...devices]) if (device.isLive) device.send(text)
  }

  return {
    tell(person, event) {
      const present = people.get(person)
      if (present === undefined) return
      try {
        tellPresent(present, event)
      } catch (error) {
        // An event that breaks its schema is a defect; the devices come back and are told everything anew.
        log.error({ err: error, kind: event.kind }, 'event not told')
        disconnect(person, 'goingAway')
      }
    },
    isConnected: (person) => (people.get(person)?.devices.size ?? 0) > 0,
    watchersOf: (code) => new Set([...(desks.get(code) ?? [])].map(({ person }) => person)),
    disconnect: (person) => disconnect(person, 'sessionOver'),
    attach(device) {
      const { history, devices } = presentOf(device.person)
      devices.add(device)
      const [oldest] = devices
      if (devices.size > DEVICES) oldest?.close('tooMuch')
      return history
    },
    detach(device) {
      for (const code of [...desks.keys()]) unwatch(device, code)
      const present = people.get(device.person)
      if (!present?.devices.delete(device)) return
      present.emptySince = clock.now()
    },
    watchDesk(device, code, on) {
      if (!on) return unwatch(device, code)
      if (!people.get(device.person)?.devices.has(device)) return
      desks.set(code, (desks.get(code) ?? new Set()).add(device))
    },
    endSession(person, session) {
      for (const device of devicesOf(person)) if (device.session === session) device.close('sessionOver')
    },
    closeAll(reason) {
      for (const person of [...people.keys()]) for (const device of devicesOf(person)) device.close(reason)
    },
    stop: () => timer.cancel(),
  }
}
