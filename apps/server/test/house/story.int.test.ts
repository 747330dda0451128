/** The way of two guests from an open room to "we met", through the public methods. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse, type Visitor } from './house.ts'

const friends = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `friend ${from + i}`)

const introductionOf = async (visitor: Visitor) => (await visitor.call('me.get', {})).introductions[0]!

describe('two people, 27 friends in common, one room', () => {
  let house: House
  let farid: Visitor
  let ana: Visitor
  let ben: Visitor
  let code: string

  beforeAll(async () => {
    house = await openHouse()
    farid = house.visitor()
    ana = house.visitor('10.0.0.2')
    ben = house.visitor('10.0.0.3')
    const opened = await farid.call('rooms.open', {
      name: 'Book evening, Leeds library',
      size: 40,
      topics: ['new in town', 'sings in St Mary’s'],
      spots: ['at the tea table'],
      hostName: 'Farid',
    })
    code = opened.room.face.code
  })
  afterAll(() => house[Symbol.asyncDispose]())

  test('whoever opens a room is its host and is in it', async () => {
    const room = (await farid.room(code))!
    expect(room).toMatchObject({ isHost: true, sealed: false, shownName: 'Farid' })
    expect(room.face).toMatchObject({ people: 1, you: 'in', state: 'open', hostName: 'Farid' })
    expect(await house.visitor().call('rooms.peek', { code })).toMatchObject({ people: 1, you: 'out' })
  })

  test('MUT4, REV1, REV6: sealing shows both the same step, with the tie of most in one’s own list', async () => {
    await ana.enter(code, [
      ...friends(0, 20).map((who) => ({ who, tie: 'school' as const })),
      ...friends(20, 30).map((who) => ({ who, tie: 'work' as const, story: `worked with ${who}` })),
    ])
    expect((await ana.cards(code)).filter(({ card }) => card === 'shared')).toEqual([])
    await ben.enter(code, [...friends(3, 30).map((who) => ({ who, story: `sings with ${who}` })), ...friends(100, 140)])
    const [toAna] = await ana.cards(code)
    const [toBen] = await ben.cards(code)
    expect(toAna).toMatchObject({ card: 'shared', step: 25, mostly: 'school', wave: 'none', topics: [] })
    expect(toBen).toMatchObject({ card: 'shared', step: 25, wave: 'none' })
    expect(toBen?.mostly).toBeUndefined()
    expect(toAna?.name).toBeUndefined()
    expect(ana.toldOf('card').at(-1)?.card).toEqual(toAna)
    expect(ana.toldOf('notice')).toEqual([{ kind: 'notice', about: 'cards', room: code, cards: 1 }])
    expect(ben.toldOf('notice')).toHaveLength(1)
  })

  test('REV2: the host who gave a name is seen by everybody, without a shared friend', async () => {
    expect((await ana.cards(code)).at(-1)).toMatchObject({ card: 'openly', name: 'Farid', step: 0 })
    expect(await farid.cards(code)).toEqual([])
  })

  test('REV2, REV3: the name is asked for with the first wave, which marks the card on the other side', async () => {
    const [card] = await ana.cards(code)
    expect(await ana.refusal('cards.wave', { code, card: card!.id })).toBe('name-needed')
    expect(await ana.call('cards.wave', { code, card: card!.id, firstName: 'Ana' })).toEqual({})
    expect((await ana.cards(code))[0]).toMatchObject({ wave: 'you' })
    expect((await ben.cards(code))[0]).toMatchObject({ wave: 'they', step: 25 })
    expect((await ben.cards(code))[0]?.name).toBeUndefined()
    expect(ben.toldOf('notice').at(-1)).toEqual({ kind: 'notice', about: 'wave', room: code })
  })

  test('REV4, REV5, SIGN1: two waves show names, the exact number, the first five with stories, and one sign', async () => {
    const [card] = await ben.cards(code)
    const { introduction } = await ben.call('cards.wave', { code, card: card!.id, firstName: 'Ben' })
    expect(introduction).toMatchObject({ name: 'Ana', mutual: 27, more: 22, asked: 'nobody', met: 'not-said' })
    expect(introduction!.listed).toHaveLength(5)
    const [toAna] = (await ana.call('me.get', {})).introductions
    expect(toAna).toMatchObject({ id: introduction!.id, name: 'Ben', mutual: 27 })
    expect(toAna!.sign).toEqual(introduction!.sign)
    expect(toAna!.listed.map(({ entries }) => ana.nameOf(entries[0]!))).toEqual(
      introduction!.listed.map(({ entries }) => ben.nameOf(entries[0]!)),
    )
    for (const { entries, story } of toAna!.listed) expect(story).toBe(`sings with ${ana.nameOf(entries[0]!)}`)
    expect((await ana.cards(code))[0]).toMatchObject({ wave: 'both', introduction: introduction!.id })
    expect(ana.toldOf('introduction').at(-1)?.introduction.id).toBe(introduction!.id)
  })

  test('REV5: five more come when both have asked, and asking can be taken back', async () => {
    const { id } = await introductionOf(ana)
    expect(await ana.call('introductions.more', { id, on: true })).toMatchObject({ asked: 'you', more: 22 })
    expect(await ana.call('introductions.more', { id, on: false })).toMatchObject({ asked: 'nobody' })
    await ana.call('introductions.more', { id, on: true })
    expect(await ben.call('introductions.more', { id, on: true })).toMatchObject({ asked: 'nobody', more: 17 })
    expect((await ana.call('introductions.get', { id })).listed).toHaveLength(10)
  })

  test('SIGN1: each says where they are, and the sign goes out when they have found each other', async () => {
    const { id } = await introductionOf(ana)
    await ana.call('introductions.coming', { id, coming: { say: 'come-to-me', spot: 0 } })
    await ben.call('introductions.coming', { id, coming: { say: 'coming' } })
    expect((await ben.call('introductions.get', { id })).sign).toMatchObject({
      you: { say: 'coming' },
      they: { say: 'come-to-me', spot: 0 },
    })
    expect((await ben.call('introductions.found', { id })).sign).toBeUndefined()
    expect((await ana.call('introductions.get', { id })).sign).toBeUndefined()
  })

  test('CONV2: messages come in one order, once, however often they are sent', async () => {
    const { id } = await introductionOf(ana)
    const clientId = 'a'.repeat(22)
    const first = await ana.call('messages.send', { conversation: id, clientId, text: 'You sing with her?' })
    const again = await ana.call('messages.send', { conversation: id, clientId, text: 'You sing with her?' })
    expect(again).toEqual(first)
    await ben.call('messages.send', { conversation: id, clientId: 'b'.repeat(22), text: 'Every Tuesday.' })
    const { messages } = await ana.call('messages.list', { conversation: id, after: 0 })
    expect(messages.map(({ seq, mine, text }) => [seq, mine, text])).toEqual([
      [1, true, 'You sing with her?'],
      [2, false, 'Every Tuesday.'],
    ])
    expect((await ana.call('introductions.get', { id })).unread).toBe(1)
    await ana.call('messages.read', { conversation: id, seq: 2 })
    expect((await ana.call('introductions.get', { id })).unread).toBe(0)
    expect(ben.toldOf('read').at(-1)).toEqual({ kind: 'read', conversation: id, seq: 2, by: 'they' })
  })

  test('CONV1: a story that is told later is read by the other', async () => {
    const { id, listed } = await introductionOf(ben)
    const [entry] = listed[0]!.entries
    await ben.call('contacts.tell', { entry: entry!, story: 'taught her to swim' })
    expect((await ana.call('introductions.get', { id })).listed[0]?.story).toBe('taught her to swim')
  })

  test('CONV3: a meeting when both say so; not this time is never told', async () => {
    const { id } = await introductionOf(ana)
    await ana.call('introductions.met', { id, met: 'not-this-time' })
    expect(await ben.call('introductions.met', { id, met: 'met' })).toMatchObject({ met: 'met' })
    expect((await ben.call('introductions.get', { id })).meeting).toBeUndefined()
    await ana.call('introductions.met', { id, met: 'met' })
    const [toAna, toBen] = [await ana.call('introductions.get', { id }), await ben.call('introductions.get', { id })]
    expect(toAna.meeting).toMatch(/^[\w-]{22}$/)
    expect(toBen.meeting).toBe(toAna.meeting)
  })

  test('PRES3, DATA2: a day after the room has closed nothing is left of anybody', async () => {
    const { ends } = await ana.call('rooms.peek', { code })
    await house.move(ends - house.clock.now())
    expect(ana.toldOf('room-over')).toEqual([{ kind: 'room-over', code, why: 'ended' }])
    expect((await ana.call('me.get', {})).introductions).toHaveLength(1)
    await house.move(24 * 3600)
    expect(await ana.refusal('me.get', {})).toBe('no-session')
    expect(await ana.refusal('rooms.peek', { code })).toBe('no-room')
    await house.bus.compact()
    expect(await house.store.people(undefined, 100)).toEqual([])
  })
})
