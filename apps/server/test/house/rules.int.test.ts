/** Rules of rooms, cards and waves, each through the public methods. One house for all; every test opens its own room. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse, type Visitor } from './house.ts'

const friends = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `friend ${from + i}`)

let house: House
let farid: Visitor
let ana: Visitor
let ben: Visitor

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(() => {
  ;[farid, ana, ben] = [1, 2, 3].map((n) => house.visitor(`10.${randomBytes(1)[0]}.${randomBytes(1)[0]}.${n}`)) as [
    Visitor,
    Visitor,
    Visitor,
  ]
})

const open = async (change: object = {}): Promise<string> =>
  (await farid.call('rooms.open', { name: 'Book evening', size: 40, topics: ['new in town', 'writes'], ...change }))
    .room.face.code

const carlasRoom = () => house.visitor('10.8.8.8').call('rooms.open', { name: 'Choir', size: 10 })

const introduce = async (code: string): Promise<string> => {
  await ana.call('cards.wave', { code, card: (await ana.cards(code))[0]!.id, firstName: 'Ana' })
  const { introduction } = await ben.call('cards.wave', {
    code,
    card: (await ben.cards(code))[0]!.id,
    firstName: 'Ben',
  })
  return introduction!.id
}

const both = async (code: string, shared = 12): Promise<void> => {
  await ana.enter(code, friends(0, shared))
  await ben.enter(code, friends(0, shared))
}

const median = (numbers: number[]): number => numbers.sort((x, y) => x - y)[numbers.length >> 1]!

describe('who gets a card', () => {
  test('TOP1, TOP2, TOP3: a shared topic makes a card of its own; the host’s by index, own words by place', async () => {
    const code = await open()
    await Promise.all([ana.join(code), ben.join(code)])
    const own = [randomBytes(64).toString('base64url'), randomBytes(64).toString('base64url')]
    await ana.call('topics.tap', { code, host: [1], own })
    await ben.call('topics.tap', { code, host: [0, 1], own: [own[1]!] })
    expect((await ana.cards(code))[0]).toMatchObject({
      step: 0,
      topics: [
        { of: 'host', index: 1 },
        { of: 'own', index: 1 },
      ],
    })
    expect((await ben.cards(code))[0]).toMatchObject({
      topics: [
        { of: 'host', index: 1 },
        { of: 'own', index: 0 },
      ],
    })
    expect(ana.toldOf('notice')).toEqual([])
    expect(await ana.refusal('topics.tap', { code, host: [0], own: [] })).toBe('topics-tapped')
    expect((await ana.call('rooms.peek', { code })).topicSums).toEqual([0, 0])
  })

  test('TOP1: at most five topics, and only those that there are', async () => {
    const code = await open()
    await ana.join(code)
    const own = Array.from({ length: 5 }, () => randomBytes(64).toString('base64url'))
    expect(await ana.refused('topics.tap', { code, host: [0], own })).toMatchObject({
      error: 'bad-input',
      field: 'host',
    })
    expect(await ana.refused('topics.tap', { code, host: [2], own: [] })).toMatchObject({
      rule: 'the room has no topic 2',
    })
  })

  test('ENC2: two who have each other by a statement get no card, and neither counts for the other (MUT2)', async () => {
    const code = await open()
    await ana.join(code)
    await ana.bring([...friends(0, 6), 'ben himself'], ['ana herself'])
    await ana.call('rooms.seal', { code })
    await ben.join(code)
    await ben.bring([...friends(0, 6), 'ana herself'], ['ben himself'])
    await ben.call('rooms.seal', { code })
    expect(await ana.cards(code)).toEqual([])
    expect(await ben.cards(code)).toEqual([])
  })

  test('CON4: a guest seals twice, and the second time only with more; nobody without a list', async () => {
    const code = await open()
    await ana.join(code)
    expect(await ana.refusal('rooms.seal', { code })).toBe('no-list')
    await ana.bring(friends(0, 3))
    expect((await ana.call('rooms.seal', { code })).room).toMatchObject({ sealed: true, sealingsLeft: 1 })
    expect(await ana.refusal('rooms.seal', { code })).toBe('nothing-new')
    await ana.bring(friends(1, 5))
    expect((await ana.call('rooms.seal', { code })).room.sealingsLeft).toBe(0)
    await ana.bring(friends(1, 9))
    expect(await ana.refusal('rooms.seal', { code })).toBe('no-more-sealings')
    await ana.call('rooms.leave', { code })
    await ana.join(code)
    expect(await ana.refusal('rooms.seal', { code })).toBe('no-more-sealings')
  })

  test('CON4: rooms of one host that begin within 24 hours are one: what was sealed stands, and sealings add up', async () => {
    const code = await open()
    await ana.enter(code, friends(0, 4))
    const next = await open({ begins: house.clock.now() + 20 * 3600, ends: house.clock.now() + 22 * 3600 })
    await house.move(20 * 3600)
    await ben.enter(next, friends(0, 4))
    await ana.join(next)
    expect((await ana.call('rooms.seal', { code: next })).room).toMatchObject({ sealed: true, sealingsLeft: 1 })
    expect((await ana.cards(next))[0]).toMatchObject({ step: 3 })
    await ana.bring(friends(0, 6))
    expect((await ana.call('rooms.seal', { code: next })).room.sealingsLeft).toBe(0)
    await ana.bring(friends(0, 9))
    expect(await ana.refusal('rooms.seal', { code: next })).toBe('no-more-sealings')
    const other = (await carlasRoom()).room.face.code
    await ana.join(other)
    expect((await ana.call('rooms.seal', { code: other })).room.sealingsLeft).toBe(1)
  })

  test('MUT4: a step never falls while the room is open, although an entry is taken back at once (CON4)', async () => {
    const code = await open()
    await both(code, 10)
    expect((await ben.cards(code))[0]).toMatchObject({ step: 10 })
    await ana.call('contacts.remove', { entries: friends(0, 8).map((who) => ana.entries.get(who)!) })
    expect((await ben.cards(code))[0]).toMatchObject({ step: 10 })
    const id = await introduce(code)
    expect((await ben.call('introductions.get', { id })).mutual).toBe(2)
  })

  test('ENC5: cards are ordered by strength, and a place says nothing else', async () => {
    const code = await open()
    await ana.enter(code, friends(0, 30))
    const others = await Promise.all(
      [3, 20, 1].map(async (shared, n) => {
        const other = house.visitor(`10.9.${n}.1`)
        await other.enter(code, friends(0, shared))
        return shared
      }),
    )
    const cards = await ana.cards(code)
    expect(cards.map(({ step }) => step)).toEqual([10, 3, 1])
    expect(others).toHaveLength(3)
    expect([...cards].sort((x, y) => y.place - x.place)).toEqual(cards)
    for (const { place } of cards) expect([-2, -1, -0.5, 0, 0.5, 1, 1.5, 2]).toContain(place)
  })
})

describe('what one says of a card', () => {
  test('ENC3: not now takes the card from both until the room closes', async () => {
    const code = await open()
    await both(code)
    await ana.call('cards.notNow', { code, card: (await ana.cards(code))[0]!.id })
    expect(await ana.cards(code)).toEqual([])
    expect(ben.toldOf('card-gone')).toHaveLength(1)
    await ana.call('rooms.leave', { code })
    await ana.join(code)
    expect(await ben.cards(code)).toEqual([])
  })

  test('ENC2: I know them takes the card from both, and gives it back', async () => {
    const code = await open()
    await both(code)
    const [card] = await ana.cards(code)
    await ana.call('cards.iKnowThem', { code, card: card!.id })
    expect(await ben.cards(code)).toEqual([])
    await ana.call('cards.iKnowThemTakenBack', { code, card: card!.id })
    expect((await ben.cards(code))[0]).toMatchObject({ step: 10 })
    expect((await ana.cards(code))[0]).toMatchObject({ id: card!.id, step: 10 })
  })

  test('REV6: who is blocked sees absence, in cards, numbers and answers; what they write looks sent', async () => {
    const code = await open()
    await both(code)
    const id = await introduce(code)
    await ana.call('people.block', { introduction: id })
    expect(await ben.cards(code)).toEqual([])
    expect((await ben.room(code))!.face.people).toBe(2)
    expect((await farid.room(code))!.face.people).toBe(3)
    const told = ana.told.length
    const sent = await ben.call('messages.send', { conversation: id, clientId: 'c'.repeat(22), text: 'Hello?' })
    expect(sent).toMatchObject({ mine: true, text: 'Hello?' })
    expect((await ben.call('messages.list', { conversation: id, after: 0 })).messages).toHaveLength(1)
    expect((await ana.call('messages.list', { conversation: id, after: 0 })).messages).toEqual([])
    expect(ana.told.length).toBe(told)
    expect((await ana.call('introductions.get', { id })).unread).toBe(0)
  })

  test('REV6: a wave at somebody who blocks and at somebody who has left is answered with the same bytes', async () => {
    const code = await open()
    await both(code)
    const [blocked] = await ben.cards(code)
    await ana.call('people.block', { card: { code, card: (await ana.cards(code))[0]!.id } })
    const gone = house.visitor('10.7.7.7')
    await gone.enter(code, friends(0, 5))
    const [left] = (await ben.cards(code)).filter(({ id }) => id !== blocked!.id)
    await gone.call('rooms.leave', { code })
    const wave = (card: string) => ben.send('cards.wave', { code, card, firstName: 'Ben' })
    const [one, other] = [await wave(blocked!.id), await wave(left!.id)]
    expect(one).toEqual(other)
    expect(one).toMatchObject({ status: 409, body: { error: 'no-card' } })
  })

  test('REV6: and in the same time, within noise', async () => {
    const code = await open()
    await both(code)
    const [blocked] = await ben.cards(code)
    await ana.call('people.block', { card: { code, card: (await ana.cards(code))[0]!.id } })
    const gone = house.visitor('10.7.7.8')
    await gone.enter(code, friends(0, 5))
    const [left] = (await ben.cards(code)).filter(({ id }) => id !== blocked!.id)
    await gone.call('rooms.leave', { code })
    const times = { blocked: [] as number[], left: [] as number[] }
    for (let round = 0; round < 60; round++)
      for (const [what, card] of [
        ['blocked', blocked!.id],
        ['left', left!.id],
      ] as const) {
        const began = performance.now()
        await ben.send('cards.wave', { code, card, firstName: 'Ben' })
        times[what].push(performance.now() - began)
      }
    const [one, other] = [median(times.blocked), median(times.left)]
    expect(Math.max(one, other) / Math.min(one, other)).toBeLessThan(1.5)
  })

  test('SAFE2: a report reaches the host’s desk, and the host removes: for them the room has ended', async () => {
    const code = await open()
    await both(code)
    await ana.call('people.report', { card: { code, card: (await ana.cards(code))[0]!.id }, text: 'Follows me about.' })
    const [report] = (await farid.call('host.desk', { code })).reports
    expect(report).toMatchObject({ text: 'Follows me about.', present: true })
    await farid.call('host.remove', { code, report: report!.id })
    expect(ben.toldOf('room-over')).toEqual([{ kind: 'room-over', code, why: 'removed' }])
    expect(await ben.refusal('rooms.join', { code })).toBe('room-ended')
    expect(await ana.cards(code)).toEqual([])
  })
})

describe('a report of a host', () => {
  test('SAFE2: goes to the operator alone, and no host can remove themselves by it', async () => {
    const code = await open({ hostName: 'Farid' })
    await ana.join(code)
    const [card] = await ana.cards(code)
    await ana.call('people.report', { card: { code, card: card!.id }, text: 'Shouts at guests.' })
    expect((await farid.call('host.desk', { code })).reports).toEqual([])
    const [report] = (await house.store.reports.open()).filter(({ about }) => about === farid.person)
    expect(await farid.refusal('host.remove', { code, report: report!.id })).toBe('bad-input')
  })
})

describe('waves', () => {
  test('REV3: a wave is taken back until it is answered', async () => {
    const code = await open()
    await both(code)
    const [card] = await ana.cards(code)
    await ana.call('cards.wave', { code, card: card!.id, firstName: 'Ana' })
    await ana.call('cards.takeBack', { code, card: card!.id })
    expect((await ben.cards(code))[0]).toMatchObject({ wave: 'none' })
  })

  test('REV3: a wave is answered until 24 hours after the room closed, also when the waver has left', async () => {
    const code = await open()
    await both(code)
    await ana.call('cards.wave', { code, card: (await ana.cards(code))[0]!.id, firstName: 'Ana' })
    await ana.call('rooms.leave', { code })
    expect(await ben.cards(code)).toEqual([])
    const [wave] = (await ben.call('me.get', {})).waves
    expect(wave).toMatchObject({ room: code, wave: 'they', step: 10 })
    await farid.call('host.close', { code })
    await house.move(3600)
    const { introduction } = await ben.call('cards.wave', { code, card: wave!.card, firstName: 'Ben' })
    expect(introduction).toMatchObject({ name: 'Ana', mutual: 12 })
    expect((await ben.call('me.get', {})).waves).toEqual([])
  })

  test('REV5: at most 20 waves are open in a room', async () => {
    const code = await open()
    await ana.enter(code, friends(0, 3), 'Ana')
    const others = Array.from({ length: 21 }, (_, n) => house.visitor(`10.20.${n}.1`))
    for (const other of others) await other.enter(code, friends(0, 3))
    const cards = await ana.cards(code)
    for (const { id } of cards.slice(0, 20)) await ana.call('cards.wave', { code, card: id })
    expect(await ana.refusal('cards.wave', { code, card: cards[20]!.id })).toBe('too-many-waves')
    await ana.call('cards.takeBack', { code, card: cards[0]!.id })
    await ana.call('cards.wave', { code, card: cards[20]!.id })
  })

  test('CONV4, ENC6: Kith keeps quiet for 20 minutes after an introduction, and then says once what came', async () => {
    const code = await open()
    await both(code)
    await introduce(code)
    const before = ana.toldOf('notice').length
    const carla = house.visitor('10.3.3.3')
    await carla.enter(code, friends(0, 8))
    const toCarla = (await carla.cards(code))[0]!
    await carla.call('cards.wave', { code, card: toCarla.id, firstName: 'Carla' })
    expect(ana.toldOf('notice')).toHaveLength(before)
    await house.move(20 * 60)
    expect(
      ana
        .toldOf('notice')
        .slice(before)
        .map(({ about }) => about),
    ).toEqual(expect.arrayContaining(['cards']))
  })
})

describe('notifications about cards', () => {
  test('ENC4: at most one in ten minutes, grouped; ENC6: none in the room’s hush, one after it', async () => {
    const code = await open()
    await ana.enter(code, friends(0, 10))
    await ben.enter(code, friends(0, 10))
    for (const n of [1, 2]) await house.visitor(`10.31.${n}.1`).enter(code, friends(0, 10))
    expect(ana.toldOf('notice')).toEqual([{ kind: 'notice', about: 'cards', room: code, cards: 1 }])
    await house.move(10 * 60)
    expect(ana.toldOf('notice').at(-1)).toEqual({ kind: 'notice', about: 'cards', room: code, cards: 2 })
    await farid.call('host.hush', { code, until: house.clock.now() + 1800 })
    await house.move(11 * 60)
    await house.visitor('10.31.3.1').enter(code, friends(0, 10))
    expect(ana.toldOf('notice')).toHaveLength(2)
    await house.move(1800)
    expect(ana.toldOf('notice')).toHaveLength(3)
  })

  test('look.md 9: everybody look now is one short call, and not again for five minutes', async () => {
    const code = await open()
    await ana.join(code)
    await farid.call('host.callAll', { code })
    expect(ana.toldOf('notice')).toEqual([{ kind: 'notice', about: 'look-now', room: code }])
    expect(await farid.refused('host.callAll', { code })).toMatchObject({ error: 'too-much', retryAfter: 300 })
  })
})

describe('the door', () => {
  test('GST1: past one and a half times the size guests wait, and come in when the host adds places', async () => {
    const code = await open({ size: 10 })
    for (let n = 0; n < 15; n++) await house.visitor(`10.40.${n}.1`).join(code)
    expect(await ana.join(code)).toEqual({ you: 'waiting', why: 'full' })
    const desk = await farid.call('host.desk', { code })
    expect(desk).toMatchObject({ people: 16, places: { left: 0, all: 15 } })
    expect(desk.waiting).toHaveLength(1)
    await farid.call('host.admitMore', { code })
    expect(ana.toldOf('answered')).toEqual([{ kind: 'answered', code, letIn: true }])
    expect((await ana.room(code))?.face.you).toBe('in')
  })

  test('GST1: over a quarter of the places, and six at least, of one address wait; the host’s own do not', async () => {
    const code = await open({ size: 10 })
    const guests = Array.from({ length: 7 }, () => house.visitor('10.50.0.1'))
    const answers = []
    for (const guest of guests) answers.push((await guest.join(code)).you)
    expect(answers).toEqual(['in', 'in', 'in', 'in', 'in', 'in', 'waiting'])
    const [waiting] = (await farid.call('host.desk', { code })).waiting
    expect(waiting).toMatchObject({ why: 'address' })
    await farid.call('host.answer', { code, waiting: waiting!.id, letIn: true })
    expect((await guests[6]!.room(code))?.face.you).toBe('in')
  })

  test('GST2: by nod a first name is required, and the host sees it', async () => {
    const code = await open({ byNod: true })
    expect(await ana.refusal('rooms.join', { code })).toBe('name-needed')
    expect(await ana.join(code, 'Ana')).toEqual({ you: 'waiting', why: 'nod' })
    const [waiting] = (await farid.call('host.desk', { code })).waiting
    expect(waiting).toMatchObject({ name: 'Ana' })
    await farid.call('host.answer', { code, waiting: waiting!.id, letIn: false })
    expect(ana.toldOf('answered')).toEqual([{ kind: 'answered', code, letIn: false }])
    expect(await ana.room(code)).toBeUndefined()
  })

  test('before the doors open one chooses topics and brings people; then they open by themselves', async () => {
    const begins = house.clock.now() + 86_400
    const code = await open({ begins, ends: begins + 3600 })
    expect(await ana.join(code)).toMatchObject({ you: 'in', room: { face: { state: 'before', people: 0 } } })
    await ana.call('topics.tap', { code, host: [0], own: [] })
    await ana.bring(friends(0, 4))
    expect(await ana.refusal('rooms.seal', { code })).toBe('not-here')
    await house.move(86_400)
    expect(ana.toldOf('room').at(-1)?.room.face).toMatchObject({ state: 'open', you: 'out' })
    await ana.join(code)
    expect((await ana.call('rooms.seal', { code })).room).toMatchObject({ sealed: true })
  })

  test.each([
    ['begins', { begins: 61 * 86_400 }, 'at most 60 days ahead'],
    ['ends', { ends: 25 * 3600 }, 'at most 24 hours after it begins'],
    ['ends', { begins: 7200, ends: 3600 }, 'after it begins'],
  ])('a room with a wrong %s is refused by name', async (field, times, rule) => {
    const input = Object.fromEntries(Object.entries(times).map(([key, after]) => [key, house.clock.now() + after]))
    expect(await farid.refused('rooms.open', { name: 'X', size: 10, ...input })).toEqual({
      error: 'bad-input',
      field,
      rule,
    })
  })

  test('whoever holds the host link is host, and nobody else is; same again keeps the code', async () => {
    const opened = await farid.call('rooms.open', { name: 'Choir', size: 10, topics: ['sings'] })
    const { code } = opened.room.face
    expect(await ana.refusal('rooms.host', { code, hostKey: 'x'.repeat(43) })).toBe('not-host')
    await ana.call('rooms.host', { code, hostKey: opened.hostKey })
    expect(await ana.call('host.desk', { code })).toMatchObject({ people: 2 })
    await ben.join(code)
    expect(await ben.refusal('host.desk', { code })).toBe('not-host')
    const begins = opened.room.face.ends + 7 * 86_400
    const { room } = await farid.call('host.again', { code, begins, ends: begins + 3600 })
    expect(room).toMatchObject({ code, name: 'Choir', topics: ['sings'], begins })
    expect(await ana.call('rooms.peek', { code })).toMatchObject({ state: 'open', people: 3 })
    await house.move(opened.room.face.ends - house.clock.now())
    expect(await ana.call('rooms.peek', { code })).toMatchObject({ state: 'before', begins })
  })

  test('ten wrong codes a minute from one session, then wait', async () => {
    await ana.join(await open())
    for (let n = 0; n < 10; n++) expect(await ana.refusal('rooms.peek', { code: 'BBBBBB' })).toBe('no-room')
    expect(await ana.refusal('rooms.peek', { code: 'BBBBBB' })).toBe('too-much')
  })
})

describe('two at the same time', () => {
  test('CONV3, SIGN1: what both say in one moment is heard of both', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [house.visitor(`10.60.${round}.1`), house.visitor(`10.60.${round}.2`)]
      const code = await open()
      for (const visitor of [one, other]) await visitor.enter(code, friends(0, 3))
      await one.call('cards.wave', { code, card: (await one.cards(code))[0]!.id, firstName: 'Ana' })
      const { introduction } = await other.call('cards.wave', {
        code,
        card: (await other.cards(code))[0]!.id,
        firstName: 'Ben',
      })
      const { id } = introduction!
      await Promise.all(
        [one, other].map((visitor) => visitor.call('introductions.coming', { id, coming: { say: 'coming' } })),
      )
      expect((await one.call('introductions.get', { id })).sign).toMatchObject({
        you: { say: 'coming' },
        they: { say: 'coming' },
      })
      await Promise.all([one, other].map((visitor) => visitor.call('introductions.met', { id, met: 'met' })))
      expect((await one.call('introductions.get', { id })).meeting).toMatch(/^[\w-]{22}$/)
    }
  })

  test('REV3: two waves in one moment are one introduction', async () => {
    const code = await open()
    await both(code)
    const [[mine], [theirs]] = [await ana.cards(code), await ben.cards(code)]
    await Promise.all([
      ana.call('cards.wave', { code, card: mine!.id, firstName: 'Ana' }),
      ben.call('cards.wave', { code, card: theirs!.id, firstName: 'Ben' }),
    ])
    expect((await ana.call('me.get', {})).introductions).toHaveLength(1)
  })
})

describe('another device, and going away', () => {
  test('a link makes a second device the same guest, once', async () => {
    const code = await open()
    await ana.join(code)
    const { key } = await ana.call('me.link', {})
    const computer = house.visitor()
    expect((await computer.call('me.claim', { key })).rooms[0]?.face.code).toBe(code)
    expect(computer.person).toBe(ana.person)
    expect(await ben.refusal('me.claim', { key })).toBe('link-used')
  })

  test('DATA1: who wishes to be forgotten is gone at once, from others’ screens, too', async () => {
    const code = await open()
    await both(code)
    const id = await introduce(code)
    const { person } = ana
    await ana.call('me.forget', {})
    expect(await ana.refusal('me.get', {})).toBe('no-session')
    expect(ben.toldOf('introduction-gone')).toEqual([{ kind: 'introduction-gone', id }])
    expect(await ben.cards(code)).toEqual([])
    expect(await house.store.people(undefined, 1000)).not.toContain(person)
  })
})
