/** The commands that say something in JSON or in words: contacts, evening, bench. */
import { describe, expect, it } from 'vitest'
import { benchBook } from '../src/bench/book.ts'
import { draws, inTurns, median, ROUNDS } from '../src/bench/rounds.ts'
import { cleanUp, folderWith, run } from './run.ts'

cleanUp()

const card = (...lines: string[]): string => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')

const BOOK = [
  card('FN:Ana Silva', 'EMAIL:Ana@Example.org', 'TEL:07700 900123', 'URL:https://www.linkedin.com/in/ana-silva/'),
  card('FN:Taxi Central', 'TEL:+44 20 7946 0123'),
  card('FN:Ben'),
].join('')

describe('kith-lab contacts', () => {
  it('CON1 prints contacts as read, before anybody is judged', async () => {
    const { code, out } = await run('contacts', `${folderWith({ 'book.vcf': BOOK })}/book.vcf`)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        name: 'Ana Silva',
        emails: ['ana@example.org'],
        phones: ['07700900123'],
        handle: 'linkedin:in/ana-silva',
        profileUrl: 'https://www.linkedin.com/in/ana-silva/',
      },
      { name: 'Taxi Central', emails: [], phones: ['+442079460123'] },
      { name: 'Ben', emails: [], phones: [] },
    ])
  })

  it('dials national numbers in the country that is given', async () => {
    const file = `${folderWith({ 'book.vcf': BOOK })}/book.vcf`
    expect(JSON.parse((await run('contacts', file, '--country', 'gb')).out)[0].phones).toEqual(['+447700900123'])
    expect((await run('contacts', file, '--country', 'Britain')).code).toBe(2)
  })

  it('CON3 CON7 --entries says who counts, and why the others do not', async () => {
    const { out } = await run(
      'contacts',
      `${folderWith({ 'book.vcf': BOOK })}/book.vcf`,
      '--entries',
      '--country',
      'GB',
    )
    const { entries, leftOut, unrecognisable } = JSON.parse(out)
    expect(entries.map(({ label }: { label: string }) => label)).toEqual(['Ana Silva'])
    expect(leftOut.map(({ reason }: { reason: string }) => reason)).toContain('word-list')
    expect(unrecognisable.map(({ label }: { label: string }) => label)).toEqual(['Ben'])
  })

  it('CON3 a card that cannot be read costs only itself, and is named', async () => {
    const broken = `${card('FN:Ana', 'TEL:+447700900123')}BEGIN:VCARD\r\nFN:Ben\r\n`
    const { code, out, err } = await run('contacts', `${folderWith({ 'book.vcf': broken })}/book.vcf`)
    expect([code, JSON.parse(out).length]).toEqual([1, 1])
    expect(err).toContain('line 6: left out: it never ends')
  })

  it('a file that is no address book, or is not there: exit 2 and the reason as JSON', async () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
    const { code, out, err } = await run('contacts', `${folderWith({ 'book.vcf': picture })}/book.vcf`)
    expect([code, JSON.parse(out)]).toEqual([2, { error: 'This is a picture, not an address book.' }])
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse((await run('contacts', '/nowhere.vcf')).out).error).toContain('cannot be read')
  })
})

describe('kith-lab evening', () => {
  it('tells the first encounters of a made-up town in words, the same each time', async () => {
    const { code, out } = await run('evening', '--people', '400', '--show', '3')
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}Monday \d\d:\d\d {2}\S.* and \S.* were near each other: \d\d friends in common\.$/m)
    expect(out.match(/were near each other/g)).toHaveLength(3)
    expect((await run('evening', '--people', '400', '--show', '3')).out).toBe(out)
  })
})

describe('kith-lab bench', () => {
  it('takes turns and tells medians of the rounds that count', () => {
    const order: string[] = []
    const told = inTurns({
      a: (round) => order.push('a') && round,
      b: (round) => order.push('b') && -round,
    })
    expect(order.slice(0, 4)).toEqual(['a', 'b', 'a', 'b'])
    expect(order).toHaveLength(2 * (ROUNDS + 1))
    expect(told).toEqual({ a: 3, b: -3 })
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })

  it('draws the same for the same seed, within bounds', () => {
    const [one, other] = [draws(5), draws(5)]
    const drawn = Array.from({ length: 100 }, () => one(10))
    expect(drawn).toEqual(Array.from({ length: 100 }, () => other(10)))
    expect(new Set(drawn).size).toBe(10)
  })

  it('reads its own book whole, and names what there is to measure', async () => {
    expect(benchBook(50).contacts).toBe(50)
    const { code, err } = await run('bench', 'everything')
    expect([code, err]).toEqual([2, expect.stringContaining('engine, replay, oprf, book')])
  })
})
