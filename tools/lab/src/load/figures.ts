/** What is measured of an evening. */
import type { Device } from './device.ts'
import { type Times, tenth } from './pace.ts'
import type { Sealing } from './phases.ts'
import type { Restart } from './restart.ts'
import type { ServerProcess } from './server.ts'

/** What the server used in one part of the evening. */
export interface Used {
  readonly part: string
  readonly seconds: number
  readonly cpuSeconds: number
  /** The share of time in which its main thread was not idle, and the longest time for which it did not look up. */
  readonly busy: number
  readonly longestDelayMs: number
}

/** What came over all sockets and in all answers. */
export interface Told {
  readonly socketMb: number
  readonly httpMb: number
  readonly cardEvents: number
  /** Of these, how many were as the card was before. */
  readonly needlessCardEvents: number
  /** Messages that came after a later one; a screen puts them in order. */
  readonly overtaken: number
}

export interface Figures {
  readonly source: string
  readonly people: number
  /** In the mean, as entries of a book. */
  readonly friends: number
  readonly rate: number
  readonly tokens: { readonly identifiers: number; readonly batches: number }
  readonly joins: Times
  readonly sealing: Sealing
  readonly waves: { readonly sent: number; readonly introductions: number; readonly answers: Times }
  readonly messages: { readonly sent: number; readonly delivery: Times }
  readonly restart: Restart
  readonly server: { readonly parts: readonly Used[]; readonly rssMb: number; readonly peakRssMb: number }
  readonly told: Told
  /** The longest time for which the devices' own process did not look up in the sealings: what it measures is no more exact. */
  readonly devicesDelayMs: number
  /** Of the machine, before and after. */
  readonly loads: readonly [number, number]
  readonly wrong: readonly string[]
}

export const megabytes = (bytes: number): number => tenth(bytes / 2 ** 20)

export const toldTo = (devices: readonly Device[]): Told => {
  const sum = (of: (device: Device) => number) => devices.reduce((total, device) => total + of(device), 0)
  return {
    socketMb: megabytes(sum(({ bytes }) => bytes)),
    httpMb: megabytes(sum(({ caller }) => caller.bytes)),
    cardEvents: sum(({ cardEvents }) => cardEvents),
    needlessCardEvents: sum(({ needlessCardEvents }) => needlessCardEvents),
    overtaken: sum(({ overtaken }) => overtaken),
  }
}

/** Has the server's process say what it used, part by part. */
export class Parts {
  readonly all: Used[] = []
  readonly #server: ServerProcess
  readonly #say: (line: string) => void

  constructor(server: ServerProcess, say: (line: string) => void) {
    this.#server = server
    this.#say = say
  }

  async during<T>(part: string, work: () => Promise<T>): Promise<T> {
    this.#say(part)
    const before = await this.#server.usage()
    const began = performance.now()
    const result = await work()
    const seconds = tenth((performance.now() - began) / 1000)
    const { cpuSeconds, busy, longestDelayMs } = await this.#server.usage()
    this.all.push({
      part,
      seconds,
      cpuSeconds: tenth(cpuSeconds - before.cpuSeconds),
      busy: Math.round(busy * 100) / 100,
      longestDelayMs: tenth(longestDelayMs),
    })
    return result
  }
}
