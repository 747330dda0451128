import { describe, expect, it } from 'vitest'
import { fromBase64Url } from '../../src/worker/base64url.ts'
import { type BookText, cards, keyOf, Setting } from './setting.ts'

const NAMES = ['Ana Ribeiro', 'Ben Okafor', 'Carla Mendes']
const many = (count: number) => Array.from({ length: count }, (_, index) => `Person ${index}`)

const brought = async (...books: readonly BookText[]) => {
  const setting = new Setting()
  await setting.open()
  await setting.read(...books)
  await setting.bring()
  return setting
}

describe('bringing a list', () => {
  it('CON1 sends marks, ties and how one met, and no name or address', async () => {
    const { lists, batches, store } = await brought(['a.vcf', cards(NAMES)])
    expect(lists).toHaveLength(1)
    const sent = JSON.stringify([lists, batches]).toLowerCase()
    for (const word of ['ana', 'ribeiro', 'mail.example', 'a.vcf']) {
      const hidden = Buffer.from(word).toString('base64url')
      expect(sent.includes(`"${word}`) || sent.includes('@') || (word.length > 6 && sent.includes(hidden))).toBe(false)
    }
    expect(lists[0]!.entries.map((entry) => Object.keys(entry).sort())).toEqual(
      Array.from({ length: 3 }, () => ['id', 'onlineOnly', 'tie', 'tokens']),
    )
    expect(store.kept.people.map(({ label }) => label)).toEqual(NAMES)
  })

  it('CON2 asks in whole batches, keeps the tokens, and asks only for what is new', async () => {
    const setting = await brought(['a.vcf', cards(many(70))])
    expect(setting.batches).toHaveLength(2)
    expect(setting.batches.every((batch) => fromBase64Url(batch).length === 2048)).toBe(true)
    await setting.bring()
    expect(setting.batches).toHaveLength(2)
    await setting.read(['b.vcf', cards(['Dora Lind'])])
    await setting.bring()
    expect(setting.batches).toHaveLength(3)
    expect(setting.lists.at(-1)!.entries).toHaveLength(71)
  })

  it('REV4 takes the older ids under which the server knows its people, when this device had lost its book', async () => {
    const setting = new Setting()
    await setting.open()
    await setting.read(['a.vcf', cards(NAMES)])
    setting.olderIds = { 1: 'o'.repeat(22) }
    expect(await setting.bring()).toEqual({ how: 'brought', entries: 3, identifiers: 3 })
    expect(setting.store.kept.people.map(({ id }) => id === 'o'.repeat(22))).toEqual([false, true, false])
  })

  it('CON2 begins anew under another key', async () => {
    const setting = await brought(['a.vcf', cards(NAMES)])
    const before = setting.lists[0]!.entries[0]!.tokens[0]
    setting.key = keyOf('k22')
    await setting.bring()
    expect(setting.lists[1]!.keyId).toBe('k22')
    expect(setting.lists[1]!.entries[0]!.tokens[0]).not.toBe(before)
    expect(setting.store.kept.tokens.size).toBe(3)
  })

  it('says when the server has another key than it was told', async () => {
    const setting = new Setting()
    await setting.open()
    await setting.read(['a.vcf', cards(NAMES)])
    expect(await setting.session.bring({ keyId: 'old' })).toEqual({
      how: 'failed',
      error: { error: 'wrong-key' },
      kept: 0,
    })
    expect(setting.lists).toEqual([])
  })

  it('sends the same batch again when the connection was lost', async () => {
    const setting = new Setting()
    await setting.open()
    await setting.read(['a.vcf', cards(NAMES)])
    setting.failures.push({ error: 'offline' }, { error: 'too-busy' }, { error: 'internal' })
    expect(await setting.bring()).toEqual({ how: 'brought', entries: 3, identifiers: 3 })
    expect(setting.batches).toHaveLength(4)
    expect(new Set(setting.batches).size).toBe(1)
    expect(setting.news.some((news) => news.about === 'preparing' && news.isWaiting)).toBe(true)
  })

  it('keeps what has arrived when a budget is spent, and goes on from there after a reload', async () => {
    const setting = new Setting()
    await setting.open()
    await setting.read(['a.vcf', cards(many(400))])
    const evaluations = setting.session.bring({ keyId: setting.key.id })
    setting.failures.push({ error: 'too-much', retryAfter: 3600 })
    const result = await evaluations
    expect(result).toMatchObject({ how: 'failed', error: { error: 'too-much' } })
    const asked = setting.batches.length
    const reloaded = new Setting(setting.store)
    expect((await reloaded.open()).people).toBe(400)
    expect(await reloaded.bring()).toMatchObject({ how: 'brought', entries: 400 })
    expect(reloaded.batches.length).toBe(7 - (asked - 1))
  })

  it('stops where one says so, keeps the marks, and sends nothing', async () => {
    const setting = new Setting()
    await setting.open()
    await setting.read(['a.vcf', cards(many(640))])
    const work = setting.bring()
    while (setting.batches.length < 3) await new Promise((resolve) => setImmediate(resolve))
    await setting.session.stop()
    const result = await work
    expect(result.how).toBe('stopped')
    expect(setting.store.kept.tokens.size).toBeGreaterThan(0)
    expect(setting.store.kept.tokens.size).toBeLessThan(640)
    expect(setting.lists).toEqual([])
    expect(await setting.bring()).toMatchObject({ how: 'brought', entries: 640 })
  })

  it('tells how many people are ready, and never fewer than before', async () => {
    const { news } = await brought(['a.vcf', cards(many(300))])
    const done = news.filter((one) => one.about === 'preparing').map((one) => one.done)
    expect(done.at(-1)).toBe(300)
    expect(done.every((one, index) => index === 0 || one >= done[index - 1]!)).toBe(true)
    expect(new Set(done).size).toBeGreaterThan(4)
  })

  it('CON4 never sends an empty list', async () => {
    const setting = new Setting()
    await setting.open()
    expect(await setting.bring()).toEqual({ how: 'nobody' })
    await setting.read(['a.vcf', cards(['Ana Ribeiro'])])
    await setting.session.choose({ what: 'private', whom: { query: 'ana' }, on: true })
    expect(await setting.bring()).toEqual({ how: 'nobody' })
    expect(setting.lists).toEqual([])
    expect(setting.batches).toEqual([])
  })

  it('CON4 holds a guest to the limit, and says who is over it', async () => {
    const setting = new Setting()
    await setting.open(2)
    const { preview } = await setting.read(['a.vcf', cards(NAMES)])
    expect(preview.identifiers).toBe(2)
    expect(preview.leftOut.map(({ reason, total }) => [reason, total])).toEqual([['over-limit', 1]])
  })

  it('MUT3 keeps entry ids when the same people are brought again, also under a changed name', async () => {
    const setting = await brought(['a.vcf', cards(NAMES)])
    const before = new Map(setting.store.kept.people.map(({ label, id }) => [label, id]))
    await setting.session.dropBook({ source: 'a.vcf' })
    await setting.read(['b.vcf', cards(['Dora Lind', ...NAMES]).replace('FN:Ben Okafor', 'FN:Ben O.')])
    await setting.bring()
    const after = new Map(setting.store.kept.people.map(({ label, id }) => [label, id]))
    expect(after.get('Ana Ribeiro')).toBe(before.get('Ana Ribeiro'))
    expect(after.get('Ben O.')).toBe(before.get('Ben Okafor'))
    expect([...before.values()]).not.toContain(after.get('Dora Lind'))
    expect(fromBase64Url(after.get('Dora Lind')!)).toHaveLength(16)
  })
})

describe('own words of topics', () => {
  it('TOP2 are the same for two who type the same in the same room, and only there', async () => {
    const [ana, ben] = [new Setting(), new Setting()]
    const ask = async (setting: Setting, code: string, word: string) => {
      const result = await setting.session.ownWords({ keyId: 'k1', code, words: [word] })
      return result.ok ? result.value.tokens[0] : undefined
    }
    const token = await ask(ana, 'KRFWHM', 'Plays  the Ｖiola ')
    expect(token).toMatch(/^[\w-]{86}$/)
    expect(await ask(ben, 'KRFWHM', 'plays the viola')).toBe(token)
    expect(await ask(ben, 'KRFWHN', 'plays the viola')).not.toBe(token)
  })
})
