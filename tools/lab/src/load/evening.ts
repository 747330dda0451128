/** The whole run: a server, a room, its guests, and at each point of the evening a look at every screen. */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Evening, Screens, wrongCards } from './check.ts'
import type { Crowd } from './crowd.ts'
import { Device } from './device.ts'
import { type Figures, megabytes, Parts, toldTo } from './figures.ts'
import { distinctIdentifiers, type Guest, guestsOf } from './guests.ts'
import { tenth, timesOf, until } from './pace.ts'
import { introducedIn, join, PATIENCE_SECONDS, type Sealing, sealAll, waveAll } from './phases.ts'
import { type Prepared, prepare } from './prepare.ts'
import { killAndReturn } from './restart.ts'
import { ServerProcess } from './server.ts'
import { talkAll } from './talk.ts'
import { truthOf } from './truth.ts'

export interface EveningOptions {
  readonly crowd: Crowd
  /** Sealings a second, and waves, and messages. */
  readonly rate: number
  readonly seed: number
  /** Where the server's profile of the sealings goes. */
  readonly profile?: string
  readonly say: (line: string) => void
}

export const evening = async (options: EveningOptions): Promise<Figures> => {
  const folder = await mkdtemp(joinPath(tmpdir(), 'kith-load-'))
  const server = await ServerProcess.in(folder)
  const guests = guestsOf(options.crowd)
  const devices = guests.map((guest) => new Device(guest, server.origin))
  try {
    await server.start()
    return await new Run(options, server, guests, devices).figures()
  } finally {
    for (const device of devices) device.close()
    await server.kill()
    await rm(folder, { recursive: true })
  }
}

class Run {
  readonly #options: EveningOptions
  readonly #server: ServerProcess
  readonly #guests: readonly Guest[]
  readonly #devices: readonly Device[]
  readonly #parts: Parts
  readonly #screens = new Screens()
  readonly #delay = monitorEventLoopDelay({ resolution: 5 })

  constructor(options: EveningOptions, server: ServerProcess, guests: readonly Guest[], devices: readonly Device[]) {
    this.#options = options
    this.#server = server
    this.#guests = guests
    this.#devices = devices
    this.#parts = new Parts(server, options.say)
  }

  async figures(): Promise<Figures> {
    const [load] = loadavg()
    const parts = this.#parts
    const prepared = await parts.during('preparation', () => prepare(this.#guests, this.#server.origin))
    const joined = await parts.during('joins', () => join(this.#devices, prepared.code, prepared.tokens))
    const evening = await this.#arrived(prepared)
    const sealing = await this.#sealed(prepared, evening)
    const waved = await parts.during('waves', () =>
      waveAll(this.#devices, prepared.code, this.#options.rate, evening.ids),
    )
    const talked = await this.#talked({ ...evening, waves: waved.waves })
    return {
      source: this.#options.crowd.source,
      people: this.#guests.length,
      friends: Math.round(this.#guests.reduce((sum, { entries }) => sum + entries.length, 0) / this.#guests.length),
      rate: this.#options.rate,
      tokens: { identifiers: distinctIdentifiers(this.#guests).length, batches: prepared.tokens.batches },
      joins: timesOf(joined.took),
      sealing,
      waves: { sent: waved.waves.size, introductions: introducedIn(waved.waves).length, answers: waved.answers },
      ...talked,
      told: toldTo(this.#devices),
      devicesDelayMs: tenth(this.#delay.max / 1e6),
      loads: [tenth(load!), tenth(loadavg()[0]!)],
      wrong: this.#screens.wrong,
    }
  }

  /** Whose card is whose is asked now, when nothing is measured. */
  async #arrived({ code }: Prepared): Promise<Evening> {
    const persons = this.#devices.map(({ caller }) => caller.person)
    const ids = await this.#server.cards(code, persons)
    return { devices: this.#devices, ids, truth: truthOf(this.#guests), waves: new Set() }
  }

  async #sealed({ code }: Prepared, evening: Evening): Promise<Sealing> {
    const { rate, seed, profile } = this.#options
    if (profile !== undefined) await this.#server.profile()
    this.#delay.enable()
    const sealing = await this.#parts.during('sealings', () =>
      sealAll(this.#devices, { code, rate, seed }, evening.truth, evening.ids),
    )
    this.#delay.disable()
    if (profile !== undefined) await this.#server.profile(profile)
    this.#screens.look(evening, 'after the sealings')
    return sealing
  }

  /** Introductions, messages, the kill, and everything once more. */
  async #talked(evening: Evening): Promise<Pick<Figures, 'messages' | 'restart' | 'server'>> {
    const pairs = introducedIn(evening.waves)
    const areIntroduced = () => pairs.flat().every((seat) => this.#devices[seat]!.introductions.size > 0)
    await until(() => areIntroduced() && wrongCards(evening, '').length === 0, PATIENCE_SECONDS)
    this.#screens.look(evening, 'after the waves')
    const talk = await this.#parts.during('messages', () => talkAll(this.#devices, pairs, this.#options.rate))
    await this.#screens.listen(
      this.#devices,
      talk.sent,
      pairs,
      'live',
      async (seat, id) => this.#devices[seat]!.messages.get(id) ?? [],
    )
    const before = await this.#server.usage()

    this.#options.say('kill and return')
    const { restart, sent } = await killAndReturn(this.#server, this.#devices, pairs)
    this.#screens.look(evening, 'after the restart')
    const all = [...talk.sent, ...sent]
    const stored = async (seat: number, conversation: string) =>
      (await this.#devices[seat]!.caller.call('messages.list', { conversation, after: 0 })).messages
    await this.#screens.listen(this.#devices, all, pairs, 'after the restart', stored)
    const after = await this.#server.usage()
    const exit = await this.#server.stop()
    this.#screens.note(exit === 0 ? [] : [`the server stopped with ${exit}`])
    this.#screens.note(this.#server.errors().map((line) => `the server's log: ${line.slice(0, 300)}`))
    const server = {
      parts: this.#parts.all,
      rssMb: megabytes(before.rss),
      peakRssMb: megabytes(Math.max(before.peakRss, after.peakRss)),
    }
    return { messages: { sent: all.length, delivery: talk.delivery }, restart, server }
  }
}
