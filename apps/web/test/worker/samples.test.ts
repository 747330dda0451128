/** Real people's kinds of address book, through all that the worker does but the network. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Setting } from './setting.ts'

const folder = join(process.env.KITH_DATA ?? join(import.meta.dirname, '../../../../../shared/data'), 'contacts')
const note = existsSync(folder) ? '' : ' (skipped: no samples here; KITH_DATA names their folder)'
const samples = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\/.*\.\w+$/.test(path))
  : []

describe.skipIf(note !== '')(`the sample books${note}`, () => {
  it('CON3 are each read or refused, everybody in them is told once, and only marks are sent', {
    timeout: 120_000,
  }, async () => {
    expect(samples.length).toBeGreaterThan(40)
    for (const path of samples) {
      const setting = new Setting()
      await setting.open()
      const { refused, preview } = await setting.read([path, readFileSync(join(folder, path))])
      expect([path, preview.books.length + refused.length]).toEqual([path, 1])
      const rows = await setting.session.rows({ query: '', from: 0, count: 10_000 })
      expect([path, rows.total]).toEqual([path, preview.people + preview.private])
      const brought = await setting.bring()
      expect([path, brought.how]).toEqual([path, preview.people > 0 ? 'brought' : 'nobody'])
      const sent = JSON.stringify(setting.lists)
      for (const { identifiers } of rows.rows) for (const one of identifiers) expect(sent.includes(one)).toBe(false)
    }
  })

  it('CON3 recognise nobody in what Facebook gives, and say why', async () => {
    const setting = new Setting()
    await setting.open()
    const path = samples.find((one) => one.includes('your_friends'))!
    const { preview } = await setting.read([path, readFileSync(join(folder, path))])
    expect(preview.people).toBe(0)
    expect(preview.unrecognisable.map(({ why }) => why)).toEqual(['names-only'])
    expect(preview.unrecognisable[0]!.total).toBeGreaterThan(0)
  })

  it('are joined when all are brought at once', { timeout: 120_000 }, async () => {
    const setting = new Setting()
    await setting.open()
    const { preview } = await setting.read(...samples.map((path) => [path, readFileSync(join(folder, path))] as const))
    expect(preview.books.length).toBeGreaterThan(30)
    expect(await setting.bring()).toMatchObject({
      how: 'brought',
      entries: preview.people,
      identifiers: preview.identifiers,
    })
  })
})
