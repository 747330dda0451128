/** PRES3, DATA2: a whole evening, then a day later: what is in the database, the bus's file, the snapshot and the log. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { movableClock } from '../../src/clock.ts'
import { createPgliteStore } from '../../src/store/pglite.ts'
import { freshDirectory } from '../store/fresh.ts'
import { EVENING, type House, openHouse, type Visitor } from './house.ts'

const friends = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `friend ${from + i}`)

const STORY = 'shared a flat by the harbour'
const MESSAGE = 'Green jumper, by the tea.'
const NAMES = ['Annabell', 'Benedikt']

describe('what is left of an evening', () => {
  let folder: string
  let directory: string
  let house: House
  let ana: Visitor
  let ben: Visitor
  let code: string
  let people: string[]
  let stored: string[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kith-left-'))
    directory = await freshDirectory()
    const store = await createPgliteStore({ directory })
    house = await openHouse({ store, clock: movableClock(EVENING), busFile: join(folder, 'bus') })
    const host = house.visitor()
    ;[ana, ben] = [house.visitor('10.1.1.1'), house.visitor('10.1.1.2')]
    code = (await host.call('rooms.open', { name: 'Book evening', size: 10, topics: ['writes'] })).room.face.code
    for (const [visitor, name] of [
      [ana, NAMES[0]!],
      [ben, NAMES[1]!],
    ] as const) {
      await visitor.enter(code, [{ who: 'Carla', story: STORY }, ...friends(0, 12)], name)
      await visitor.call('topics.tap', { code, host: [0], own: [randomBytes(64).toString('base64url')] })
    }
    await ana.call('cards.wave', { code, card: (await ana.cards(code))[0]!.id })
    const { introduction } = await ben.call('cards.wave', { code, card: (await ben.cards(code))[0]!.id })
    const id = introduction!.id
    await ana.call('messages.send', { conversation: id, clientId: 'm'.repeat(22), text: MESSAGE })
    await ana.call('introductions.coming', { id, coming: { say: 'coming' } })
    for (const visitor of [ana, ben]) await visitor.call('introductions.met', { id, met: 'met' })
    people = [host.person, ana.person, ben.person]
    stored = [...house.services.registry.byCode(code).attendants.values()].flatMap(
      ({ list }) => list?.held.entries.flatMap(({ persons }) => persons) ?? [],
    )
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  test('before that it is where it may be: names and lists on the bus, messages in the store, nothing in the log', async () => {
    const bus = await readFile(join(folder, 'bus'), 'latin1')
    for (const text of [...NAMES, STORY, ...people]) expect(bus).toContain(text)
    expect(stored.length).toBeGreaterThan(20)
    const log = house.lines.join('\n')
    for (const text of [...NAMES, STORY, MESSAGE, code, ...people, ...stored]) expect(log).not.toContain(text)
  })

  test('no guest’s list, name, label or place is in the database while the evening goes on (DATA4, PRES3)', async () => {
    const bytes = await everythingIn(directory)
    expect(bytes).toContain(MESSAGE)
    for (const text of [...NAMES, STORY, ...stored]) expect(bytes).not.toContain(text)
  })

  test('a day after the room has closed nothing is left in database, bus, snapshot or log', async () => {
    const { ends } = await ana.call('rooms.peek', { code })
    await house.move(ends - house.clock.now())
    await house.move(24 * 3600)
    await house.bus.compact()
    await house.store[Symbol.asyncDispose]()
    await house[Symbol.asyncDispose]()
    const gone = [...NAMES, STORY, ...people, ...stored]
    const bus = await readFile(join(folder, 'bus'), 'latin1')
    for (const text of [...gone, code, MESSAGE]) expect(bus).not.toContain(text)
    const store = await createPgliteStore({ directory, snapshotSeconds: 0 })
    expect(await store.people(undefined, 100)).toEqual([])
    expect(await store.introductions.ids(undefined, 100)).toEqual([])
    expect(await store.waves.ids(undefined, 100)).toEqual([])
    await store[Symbol.asyncDispose]()
    const snapshot = gunzipSync(await readFile(join(directory, 'snapshot.tar.gz'))).toString('latin1')
    // What a person is never called by again may stand in the log of writes until it is written over.
    for (const text of [...NAMES, STORY, ...stored]) expect(snapshot).not.toContain(text)
    for (const text of gone) expect(house.lines.join('\n')).not.toContain(text)
  })
})

const everythingIn = async (directory: string): Promise<string> => {
  const files = await readdir(directory, { recursive: true, withFileTypes: true })
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'))
  return (await Promise.all(texts)).join('\n')
}
