/** The live socket: hello, state, events, what was missed, and why a socket is closed. */
import { CLOSE, type LiveEvent, type MyView } from '@kith/protocol'
import { afterEach, describe, expect, test } from 'vitest'
import type { AppParts } from '../../src/app.ts'
import { Refusal } from '../../src/services/refusal.ts'
import { idOf, serve, type TestServer } from '../http/server.ts'
import { emptyState, message } from '../http/views.ts'
import { connect, epochOf, eventsOf, ids } from './device.ts'

let server: TestServer
afterEach(async () => await server[Symbol.asyncDispose]())

const start = async (change: Partial<AppParts> = {}) => {
  server = await serve({}, change)
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  return server
}

const said = (seq: number): LiveEvent => ({ kind: 'message', message: message(seq), unread: seq })
const seqs = (events: readonly LiveEvent[]) =>
  events.flatMap((event) => (event.kind === 'message' ? [event.message.seq] : []))
/** Lets everything that is on its way to the server arrive. */
const arrive = () => new Promise((resolve) => setTimeout(resolve, 30))

describe('hello', () => {
  test('is answered with welcome and everything anew', async () => {
    const { guest } = await start()
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.hello()
    const [welcome, state] = await ana.hears(2)
    expect(welcome).toEqual({ kind: 'welcome', protocol: 1, epoch: expect.stringMatching(/^[\w-]{16}$/) })
    expect(state).toEqual({ kind: 'event', id: expect.any(Number), event: { kind: 'state', state: emptyState } })
    // A device that knows nothing has 0, and takes only what is above it.
    expect(ids([state!])[0]).toBeGreaterThan(0)
  })

  test('of another protocol version: the page must reload', async () => {
    const { guest } = await start()
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.say({ kind: 'hello', protocol: 2 })
    expect(await ana.closes()).toBe(CLOSE.wrongProtocol.code)
  })

  test('must come within ten seconds; a phone that fell asleep in between may try again', async () => {
    const { guest, clock } = await start()
    const { person, cookie } = await guest('Ana')
    const ana = await connect(server, { cookie })
    await expect.poll(() => server.hub.isConnected(person)).toBe(true)
    clock.move(9)
    expect(ana.socket.readyState).toBe(ana.socket.OPEN)
    clock.move(1)
    expect(await ana.closes()).toBe(CLOSE.goingAway.code)
  })

  test.each([
    ['a ping before it', '{"kind":"ping"}'],
    ['no JSON', 'hello'],
    ['nothing that is known', '{"kind":"where-are-you"}'],
    ['bytes', Buffer.from([1, 2, 3])],
    ['a field that is no such value', '{"kind":"hello","protocol":"1"}'],
  ])('anything else as the first message closes the socket: %s', async (_, words) => {
    const { guest } = await start()
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.say(words)
    expect(await ana.closes()).toBe(CLOSE.badMessage.code)
  })

  test('without a session, or from another site, closes with a code that a page can read', async () => {
    const { guest } = await start()
    const { cookie } = await guest('Ana')
    expect(await (await connect(server, {})).closes()).toBe(CLOSE.noSession.code)
    expect(await (await connect(server, { cookie: `kith=${idOf('Ana')}.${'A'.repeat(43)}` })).closes()).toBe(4401)
    expect(await (await connect(server, { cookie }, 'https://evil.example')).closes()).toBe(CLOSE.wrongOrigin.code)
    expect(await (await connect(server, { cookie, 'sec-fetch-site': 'same-origin' }, '')).closes()).toBe(4403)
    const program = await connect(server, { cookie }, '')
    program.hello()
    expect(await program.hears(2)).toHaveLength(2)
  })
})

describe('events', () => {
  test('go to all devices of a person in one order, and to nobody else', async () => {
    const { guest, hub } = await start()
    const { person, cookie } = await guest('Ana')
    const devices = [await connect(server, { cookie }), await connect(server, { cookie })]
    const ben = await connect(server, { cookie: (await guest('Ben')).cookie })
    for (const device of [...devices, ben]) {
      device.hello()
      await device.hears(2)
    }
    for (let seq = 1; seq <= 20; seq++) hub.tell(person, said(seq))
    for (const device of devices) {
      const heard = (await device.hears(22)).slice(2)
      expect(seqs(eventsOf(heard))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    }
    await arrive()
    expect(ben.heard).toHaveLength(2)
  })

  test('are what their schema declares: undeclared fields cannot leave', async () => {
    const { guest, hub } = await start()
    const { person, cookie } = await guest('Ana')
    const ana = await connect(server, { cookie })
    ana.hello()
    await ana.hears(2)
    hub.tell(person, { kind: 'card-gone', code: 'KRFWHM', card: 'c'.repeat(22), who: 'Ben' } as never)
    const heard = await ana.hears(3)
    expect(eventsOf(heard)[1]).toEqual({ kind: 'card-gone', code: 'KRFWHM', card: 'c'.repeat(22) })
  })

  test('that break their schema are a defect for the log; the device is told to come back for everything', async () => {
    const { guest, hub, lines } = await start()
    const { person, cookie } = await guest('Ana')
    const ana = await connect(server, { cookie })
    ana.hello()
    await ana.hears(2)
    hub.tell(person, { kind: 'card-gone', code: 'krfwhm', card: 'c' })
    expect(await ana.closes()).toBe(CLOSE.goingAway.code)
    expect(lines.find(({ msg }) => msg === 'event not told')).toMatchObject({ kind: 'card-gone' })
  })

  test('of somebody who is not connected go nowhere, and it is known who is', async () => {
    const { guest, hub } = await start()
    const { person, cookie } = await guest('Ana')
    hub.tell(person, said(1))
    expect(hub.isConnected(person)).toBe(false)
    const ana = await connect(server, { cookie })
    ana.hello()
    expect(eventsOf(await ana.hears(2))).toEqual([{ kind: 'state', state: emptyState }])
    expect(hub.isConnected(person)).toBe(true)
    ana.socket.close()
    await ana.closes()
    await expect.poll(() => hub.isConnected(person)).toBe(false)
  })
})

describe('a device that was away', () => {
  const away = async (change: Partial<AppParts> = {}) => {
    const { guest, hub, clock } = await start(change)
    const { person, cookie } = await guest('Ana')
    const first = await connect(server, { cookie })
    first.hello()
    hub.tell(person, said(1))
    await first.hearsThat((one) => one.kind === 'event' && one.event.kind !== 'message')
    hub.tell(person, said(2))
    await first.hearsThat((one) => one.kind === 'event' && seqs([one.event])[0] === 2)
    first.socket.terminate()
    await expect.poll(() => hub.isConnected(person)).toBe(false)
    const seen = { epoch: epochOf(first.heard), last: ids(first.heard).at(-1) as number }
    return { person, cookie, hub, clock, seen }
  }

  test('gets exactly what it missed, each once and in order', async () => {
    const { person, cookie, hub, seen } = await away()
    for (let seq = 3; seq <= 10; seq++) hub.tell(person, said(seq))
    const again = await connect(server, { cookie })
    again.hello(seen)
    hub.tell(person, said(11))
    await again.hearsThat((one) => one.kind === 'event' && seqs([one.event])[0] === 11)
    expect(seqs(eventsOf(again.heard))).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(ids(again.heard)).toEqual(Array.from({ length: 9 }, (_, index) => seen.last + 1 + index))
  })

  test.each([
    ['of another epoch', ({ last }: { last: number }) => ({ epoch: 'another_process_', last })],
    ['with an id that was never given', ({ epoch }: { epoch: string }) => ({ epoch, last: 9_999 })],
    ['that had not heard the state', ({ epoch }: { epoch: string }) => ({ epoch, last: 0 })],
  ])('is told everything anew: %s', async (_, change) => {
    const { cookie, seen } = await away()
    const again = await connect(server, { cookie })
    again.hello(change(seen))
    expect(eventsOf(await again.hears(2))).toEqual([{ kind: 'state', state: emptyState }])
  })

  test('while more than 500 events were told, or for more than five minutes, is told everything anew', async () => {
    const { person, cookie, hub, clock, seen } = await away()
    for (let seq = 3; seq <= 502; seq++) hub.tell(person, said(seq))
    const inTime = await connect(server, { cookie })
    inTime.hello(seen)
    expect(seqs(eventsOf(await inTime.hears(501)))).toHaveLength(500)
    hub.tell(person, said(503))
    const late = await connect(server, { cookie })
    late.hello(seen)
    expect(eventsOf(await late.hears(2))[0]?.kind).toBe('state')
    inTime.socket.terminate()
    late.socket.terminate()
    await expect.poll(() => hub.isConnected(person)).toBe(false)
    clock.move(306)
    const muchLater = await connect(server, { cookie })
    muchLater.hello({ epoch: seen.epoch, last: seen.last + 501 })
    const heard = await muchLater.hears(2)
    expect(epochOf(heard)).not.toBe(seen.epoch)
    expect(eventsOf(heard)[0]?.kind).toBe('state')
  })

  test('for more than five minutes, on a connection that stood, is told everything anew', async () => {
    const { cookie, clock, seen } = await away()
    const other = await connect(server, { cookie })
    other.hello(seen)
    await other.hears(1)
    clock.move(50)
    server.hub.tell(idOf('Ana'), said(3))
    await other.hears(2)
    for (let step = 0; step < 7; step++) {
      other.say({ kind: 'ping' })
      await other.hears(3 + step)
      clock.move(50)
    }
    const late = await connect(server, { cookie })
    late.hello(seen)
    expect(eventsOf(await late.hears(2))[0]?.kind).toBe('state')
  })

  test('loses nothing of what is told while its state is being read, and gets nothing twice', async () => {
    let finish: (state: MyView) => void = () => {}
    const reading = new Promise<MyView>((resolve) => {
      finish = resolve
    })
    const { guest, hub } = await start({ stateOf: () => reading })
    const { person, cookie } = await guest('Ana')
    const ana = await connect(server, { cookie })
    ana.hello()
    await ana.hears(1)
    hub.tell(person, said(1))
    hub.tell(person, said(2))
    await arrive()
    expect(ana.heard).toHaveLength(1)
    finish(emptyState)
    await ana.hears(4)
    hub.tell(person, said(3))
    const heard = await ana.hears(5)
    expect(eventsOf(heard)[0]?.kind).toBe('state')
    expect(seqs(eventsOf(heard))).toEqual([1, 2, 3])
    const given = ids(heard)
    expect(given).toEqual(given.map((_, index) => (given[0] as number) + index))
  })

  test('has its state read anew where more was told meanwhile than is kept', async () => {
    let readings = 0
    const { guest } = await start({
      stateOf: async (person) => {
        readings += 1
        if (readings === 1) for (let seq = 1; seq <= 501; seq++) server.hub.tell(person, said(seq))
        return { ...emptyState, name: `reading ${readings}` }
      },
    })
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.hello()
    const [, state] = await ana.hears(2)
    expect(eventsOf([state!])).toEqual([{ kind: 'state', state: { ...emptyState, name: 'reading 2' } }])
  })
})

describe('a socket is closed', () => {
  test('with its session, while those of other sessions stay', async () => {
    const { guest, sessions } = await start()
    const { person, cookie } = await guest('Ana')
    const other = await sessions.start(person)
    const [old, kept] = [await connect(server, { cookie }), await connect(server, { cookie: `kith=${other.cookie}` })]
    for (const device of [old, kept]) {
      device.hello()
      await device.hears(2)
    }
    const replaced = await sessions.find(cookie.split('=')[1])
    const fresh = await sessions.start(person, replaced)
    expect(await old.closes()).toBe(CLOSE.sessionOver.code)
    kept.say({ kind: 'ping' })
    expect((await kept.hears(3)).at(-1)).toEqual({ kind: 'pong' })
    const again = await connect(server, { cookie: `kith=${fresh.cookie}` })
    again.hello()
    expect(await again.hears(2)).toHaveLength(2)
  })

  test('when its person is disconnected', async () => {
    const { guest, hub } = await start()
    const { person, cookie } = await guest('Ana')
    const ana = await connect(server, { cookie })
    hub.disconnect(person)
    expect(await ana.closes()).toBe(CLOSE.sessionOver.code)
  })

  test('when the session ended between the upgrade and hello', async () => {
    const { guest, bus } = await start()
    const { person, cookie } = await guest('Ana')
    const ana = await connect(server, { cookie })
    await bus.commit([{ kind: 'remove', key: `person:{${person}}` }])
    ana.hello()
    expect(await ana.closes()).toBe(CLOSE.noSession.code)
  })

  test('after 60 messages a minute', async () => {
    const { guest, clock } = await start()
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.hello()
    for (let ping = 0; ping < 59; ping++) ana.say({ kind: 'ping' })
    await ana.hears(2 + 59)
    clock.move(60)
    for (let ping = 0; ping < 60; ping++) ana.say({ kind: 'ping' })
    await ana.hears(2 + 59 + 60)
    ana.say({ kind: 'ping' })
    expect(await ana.closes()).toBe(CLOSE.tooMuch.code)
  })

  test('at a frame of more than 16 kB', async () => {
    const { guest } = await start()
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.say(JSON.stringify({ kind: 'hello', protocol: 1, epoch: 'x'.repeat(17_000) }))
    expect(await ana.closes()).toBe(1009)
  })

  test('for the ninth of one person: the oldest, which may be long dead', async () => {
    const { guest } = await start()
    const { cookie } = await guest('Ana')
    const devices = []
    for (let count = 0; count < 9; count++) {
      const device = await connect(server, { cookie })
      device.hello()
      await device.hears(2)
      devices.push(device)
    }
    expect(await devices[0]?.closes()).toBe(CLOSE.tooMuch.code)
    await arrive()
    expect(devices.slice(1).map(({ socket }) => socket.readyState)).toEqual(Array(8).fill(1))
  })

  test('after a minute of silence; a device that answers pings is not silent', async () => {
    const { guest, clock } = await start()
    const live = await connect(server, { cookie: (await guest('Ana')).cookie })
    const dead = await connect(server, { cookie: (await guest('Ben')).cookie })
    for (const device of [live, dead]) {
      device.hello()
      await device.hears(2)
    }
    // What a phone in a lift does: the connection stands, and nobody answers.
    dead.socket.pause()
    for (let step = 0; step < 14; step++) {
      clock.move(5)
      await arrive()
    }
    expect(live.socket.readyState).toBe(1)
    expect(server.hub.isConnected(idOf('Ana'))).toBe(true)
    expect(server.hub.isConnected(idOf('Ben'))).toBe(false)
    dead.socket.resume()
    expect(await dead.closes()).toBe(CLOSE.goingAway.code)
  })

  test('when a device takes nothing in, before its events fill the memory', async () => {
    const { guest, hub } = await start()
    const { person, cookie } = await guest('Ana')
    const ana = await connect(server, { cookie })
    ana.hello()
    await ana.hears(2)
    ana.socket.pause()
    const long: LiveEvent = { kind: 'message', message: message(1, 'x'.repeat(100_000)), unread: 1 }
    for (let told = 0; told < 200 && hub.isConnected(person); told++) {
      hub.tell(person, long)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(hub.isConnected(person)).toBe(false)
    ana.socket.resume()
    expect(await ana.closes()).toBe(CLOSE.tooMuch.code)
  })

  test('with retry when the server stops, and requests that were begun are finished', async () => {
    let finish = () => {}
    const working = new Promise<void>((resolve) => {
      finish = resolve
    })
    server = await serve({ 'me.forget': () => working.then(() => ({})) })
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const { cookie } = await server.guest('Ana')
    const ana = await connect(server, { cookie })
    const call = server.call('me.forget', {}, { cookie })
    await arrive()
    const stopped = server.app.close()
    expect(await ana.closes()).toBe(CLOSE.goingAway.code)
    finish()
    expect((await call).json()).toEqual({})
    await stopped
  })

  test('after an error in reading its state: nothing of it leaves, and the log has it', async () => {
    const { guest, lines } = await start({ stateOf: () => Promise.reject(new Error('the well is dry')) })
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.hello()
    expect(await ana.closes()).toBe(CLOSE.goingAway.code)
    expect(ana.heard.at(-1)).toEqual({ kind: 'error', error: 'internal' })
    expect(JSON.stringify(lines)).toContain('the well is dry')
  })

  test('when the person turns out to be gone', async () => {
    const { guest } = await start({ stateOf: () => Promise.reject(new Refusal('no-session')) })
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    ana.hello()
    expect(await ana.closes()).toBe(CLOSE.noSession.code)
  })
})

describe('the desk', () => {
  test('is watched by hosts who have it open, until they close it or go', async () => {
    const { guest, hub } = await start({ mayWatchDesk: async (person) => person === idOf('Farid') })
    const farid = await connect(server, { cookie: (await guest('Farid')).cookie })
    const ana = await connect(server, { cookie: (await guest('Ana')).cookie })
    const watch = { kind: 'watch-desk', code: 'KRFWHM', on: true } as const
    for (const device of [farid, ana]) {
      device.hello()
      await device.hears(2)
      device.say(watch)
    }
    expect((await ana.hears(3)).at(-1)).toEqual({ kind: 'error', error: 'not-host' })
    await expect.poll(() => [...hub.watchersOf('KRFWHM')]).toEqual([idOf('Farid')])
    expect([...hub.watchersOf('BCDFHJ')]).toEqual([])
    farid.say({ ...watch, on: false })
    await expect.poll(() => [...hub.watchersOf('KRFWHM')]).toEqual([])
    farid.say(watch)
    await expect.poll(() => [...hub.watchersOf('KRFWHM')]).toEqual([idOf('Farid')])
    farid.socket.terminate()
    await expect.poll(() => [...hub.watchersOf('KRFWHM')]).toEqual([])
  })
})
