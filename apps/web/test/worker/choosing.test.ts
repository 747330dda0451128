import { describe, expect, it } from 'vitest'
import { type BookText, cards, Setting } from './setting.ts'

const card = (name: string, ...lines: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\n')

const opened = async (...books: readonly BookText[]) => {
  const setting = new Setting()
  await setting.open()
  const { preview } = await setting.read(...books)
  return { setting, preview }
}

const rowsOf = async (setting: Setting, query = '') => (await setting.session.rows({ query, from: 0, count: 100 })).rows

describe('the preview', () => {
  it('CON3 imports the rest when a card or a whole file is bad, and says which', async () => {
    const setting = new Setting()
    await setting.open()
    const broken = `${cards(['Ana Ribeiro'])}BEGIN:VCARD\nVERSION:3.0\nFN:Ben`
    const read = await setting.read(
      ['a.vcf', broken],
      ['b.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
      ['c.txt', ''],
    )
    expect(read.refused).toEqual([
      { name: 'b.png', code: 'picture' },
      { name: 'c.txt', code: 'empty' },
    ])
    expect(read.preview.people).toBe(1)
    expect(read.preview.books[0]!.skipped.map(({ reason }) => reason)).toEqual(['unfinished'])
  })

  it('CON6 joins people across sources, and knows the same file again', async () => {
    const phone = card('Ana Ribeiro', 'EMAIL:ana@mail.example', 'TEL:+447700900123')
    const { setting, preview } = await opened(
      ['contacts.vcf', phone],
      ['contacts.vcf', card('Ana Ribeiro', 'EMAIL:ana@mail.example', 'EMAIL:ana@work.example')],
    )
    expect(preview.books.map(({ source }) => source)).toEqual(['contacts.vcf', 'contacts.vcf (2)'])
    expect(preview).toMatchObject({ people: 1, identifiers: 3 })
    const again = await setting.read(['other name.vcf', phone])
    expect(again.known).toEqual(['other name.vcf'])
    expect(again.preview.books).toHaveLength(2)
  })

  it('CON6 shows an identifier with two names as left out, and lets nobody tick it', async () => {
    const line = 'TEL:+441134960102'
    const { preview } = await opened([
      'a.vcf',
      card('Rosa Adler', line, 'EMAIL:rosa@mail.example') + card('Paul Adler', line),
    ])
    const group = preview.leftOut.find(({ reason }) => reason === 'switchboard-or-household')!
    expect(group.first[0]).toMatchObject({ labels: ['Rosa Adler', 'Paul Adler'], canBeTicked: false })
  })

  it('CON7 counts a guess again after *this is a person*, and takes that back', async () => {
    const { setting, preview } = await opened(['a.vcf', card('Uncle Pizza', 'EMAIL:uncle@mail.example')])
    const [group] = preview.leftOut
    expect([preview.people, group!.reason]).toEqual([0, 'word-list'])
    const ticked = await setting.session.choose({ what: 'tick', id: group!.first[0]!.id, on: true })
    expect(ticked).toMatchObject({ people: 1, ticked: [{ label: 'Uncle Pizza' }] })
    const back = await setting.session.choose({ what: 'tick', id: group!.first[0]!.id, on: false })
    expect(back.people).toBe(0)
  })

  it('CON3 says of a Facebook list that names alone cannot be recognised', async () => {
    const friends = JSON.stringify({
      friends_v2: [
        { name: 'Ana Ribeiro', timestamp: 1 },
        { name: 'Ben Okafor', timestamp: 2 },
      ],
    })
    const { preview } = await opened(['your_friends.json', friends])
    expect(preview.people).toBe(0)
    expect(preview.unrecognisable).toEqual([{ why: 'names-only', total: 2, first: ['Ana Ribeiro', 'Ben Okafor'] }])
  })

  it('reads national numbers in the country that is chosen, guessed from the book and else from the device', async () => {
    const { setting, preview } = await opened(['a.vcf', card('Ana Ribeiro', 'TEL:07700 900123')])
    expect(preview).toMatchObject({ country: 'GB', people: 1 })
    const guessed = await setting.read(['b.vcf', card('Ben Okafor', 'TEL:+4915112345678')])
    expect(guessed.preview.country).toBe('DE')
    const chosen = await setting.session.choose({ what: 'country', country: 'GB' })
    expect(chosen.country).toBe('GB')
    expect((await rowsOf(setting, 'ana'))[0]!.identifiers).toEqual(['+447700900123'])
  })

  it('MUT2 states those that are me, sends none of them as a contact, and takes them off shared cards', async () => {
    const { setting, preview } = await opened([
      'a.vcf',
      card('Me', 'EMAIL:me@mail.example') +
        card('Ana work', 'EMAIL:ana@work.example') +
        card('Mum', 'TEL:+447700900001', 'TEL:+441134960199'),
    ])
    const me = preview.candidates.find(({ label }) => label === 'Me')!
    await setting.session.choose({ what: 'me', id: me.id, on: true })
    const work = (await rowsOf(setting, 'work'))[0]!
    await setting.session.choose({ what: 'me', id: work.key, on: true })
    const last = await setting.session.choose({ what: 'own', written: ['0113 496 0199', 'nothing'] })
    expect(last.own).toEqual(['+441134960199'])
    expect(last.candidates.filter(({ isMe }) => isMe).map(({ label }) => label)).toEqual(['Me', 'Ana work'])
    await setting.bring()
    const [list] = setting.lists
    expect(list!.stated).toHaveLength(3)
    expect(list!.entries.map(({ tokens }) => tokens.length)).toEqual([1])
    expect(setting.store.kept.people.map(({ label }) => label)).toEqual(['Mum'])
  })

  it('CON5 uploads nothing of a private person, and keeps the mark when the card changes', async () => {
    const { setting } = await opened(['a.vcf', cards(['Dr Hale', 'Ben Okafor'])])
    const row = (await rowsOf(setting, 'hale'))[0]!
    await setting.session.choose({ what: 'private', whom: { key: row.key }, on: true })
    await setting.session.dropBook({ source: 'a.vcf' })
    const { preview } = await setting.read(['b.vcf', cards(['Dr Hale', 'Ben Okafor', 'Carla Mendes'])])
    expect(preview).toMatchObject({ people: 2, private: 1 })
    await setting.bring()
    expect(setting.lists[0]!.entries).toHaveLength(2)
    expect([...setting.store.kept.tokens.keys()]).not.toContain('dr.hale@mail.example')
  })

  it('changes ties for one and for all that a search finds, and tells stories', async () => {
    const { setting } = await opened(['a.vcf', cards(['Ana Ribeiro', 'Ben Ribeiro', 'Carla Mendes'])])
    await setting.session.choose({ what: 'tie', whom: { query: 'RIBEIRO' }, tie: 'family' })
    const carla = (await rowsOf(setting, 'carla'))[0]!
    await setting.session.choose({ what: 'acquaintance', whom: { key: carla.key }, acquaintance: 'online-only' })
    const preview = await setting.session.choose({ what: 'story', key: carla.key, story: ' shared a flat in Leeds ' })
    expect(preview.ties).toEqual({ family: 2, other: 1 })
    await setting.bring()
    expect(setting.lists[0]!.entries.map(({ tie, onlineOnly, story }) => [tie, onlineOnly, story])).toEqual([
      ['family', false, undefined],
      ['family', false, undefined],
      ['other', true, 'shared a flat in Leeds'],
    ])
  })

  it('CON8 takes accounts that follow each other as known online', async () => {
    const setting = new Setting()
    await setting.open()
    const people = [{ name: 'Ben', handle: 'mastodon:ben@host.example' }]
    const book = {
      source: 'ana@host.example',
      how: 'mutual-follows',
      people,
      own: 'mastodon:ana@host.example',
    } as const
    const { preview } = await setting.session.take(book)
    expect(preview).toMatchObject({ people: 1, ties: { online: 1 }, own: ['mastodon:ana@host.example'] })
    expect((await rowsOf(setting))[0]).toMatchObject({ acquaintance: 'online-only', sources: ['ana@host.example'] })
  })

  it('adds up what is picked in several rounds', async () => {
    const setting = new Setting()
    await setting.open()
    const picked = (name: string) => ({
      name,
      emails: [`${name} <${name}@mail.example>`],
      phones: ['0044 no', '(07700) 900123'],
    })
    const take = (...names: string[]) =>
      setting.session.take({ source: 'picked', how: 'picked', people: names.map(picked) })
    await take('Ana', 'Ben')
    expect((await take('Ben', 'Carla')).preview).toMatchObject({ people: 3, books: [{ contacts: 3 }] })
  })

  it('CON4 takes a deleted person from server, list, names and books at once', async () => {
    const { setting } = await opened(['a.vcf', cards(['Ana Ribeiro', 'Ben Okafor'])])
    await setting.bring()
    const ana = setting.store.kept.people.find(({ label }) => label === 'Ana Ribeiro')!
    expect(await setting.session.takeOut({ id: ana.id, how: 'delete' })).toEqual({ ok: true, value: {} })
    expect(setting.removed).toEqual([ana.id])
    expect(JSON.stringify([setting.store.kept.people, [...setting.store.kept.books.values()]])).not.toContain('Ribeiro')
    expect((await rowsOf(setting)).map(({ label }) => label)).toEqual(['Ben Okafor'])
  })

  it('CON5 makes somebody private at once', async () => {
    const { setting } = await opened(['a.vcf', cards(['Ana Ribeiro', 'Ben Okafor'])])
    await setting.bring()
    const ana = setting.store.kept.people.find(({ label }) => label === 'Ana Ribeiro')!
    await setting.session.takeOut({ id: ana.id, how: 'private' })
    expect(setting.removed).toEqual([ana.id])
    expect(setting.store.kept.people.find(({ id }) => id === ana.id)!.private).toBe(true)
    await setting.bring()
    expect(setting.lists.at(-1)!.entries).toHaveLength(1)
  })
})
