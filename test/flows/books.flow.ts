/** Bringing one's people from files: what other programs really export, and what one's own device makes of it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileOf, give, openBring, openRoomHere, type Told, told, vcards } from './bring-page.ts'
import { browserPath, openBrowser, type Person, personIn } from './browser.ts'
import { type Requests, recordRequests } from './requests.ts'
import { type Server, startServer } from './server.ts'

// Address books of other programs are no part of this repository; where they are kept, all of them are brought.
const folder = join(process.env.KITH_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'contacts')
const note = existsSync(folder) ? '' : ' (skipped: no samples here; KITH_DATA names their folder)'

interface Sample {
  readonly name: string | null
  readonly nameAny?: readonly string[]
  readonly emails: readonly string[]
  readonly profileUrl?: string | null
}

interface Expected {
  readonly contacts?: number | null
  readonly contactsAny?: readonly number[]
  readonly handles?: readonly string[]
  readonly handlesAscii?: readonly string[]
  readonly sample: readonly Sample[]
}

const expected: Record<string, Expected> =
  note === '' ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) : { 'none/none': { sample: [] } }
const kinds = [...new Set(Object.keys(expected).map((path) => path.split('/')[0]!))]
const filesOf = (kind: string) => Object.entries(expected).filter(([path]) => path.startsWith(`${kind}/`))

let server: Server
let browser: Browser
let ana: Person
let requests: Requests
let code: string

beforeAll(async () => {
  if (!browserPath) return
  server = await startServer()
  browser = await openBrowser()
  ana = await personIn(browser)
  requests = recordRequests(ana.page.context())
  code = await openRoomHere(ana.page, server.url)
})
afterAll(async () => {
  if (!browserPath) return
  expect(requests.hostsBut(new URL(server.url).host)).toEqual([])
  expect(ana.errors).toEqual([])
  await browser.close()
  await server[Symbol.asyncDispose]()
})

describe.skipIf(!browserPath || note !== '')(`what other programs export${note}`, () => {
  test.each(kinds)('CON3, CON6, CON7: %s: who is in it, who stays out, and why', async (kind) => {
    const { page } = ana
    await openBring(page, server.url, code)
    for (const [path, file] of filesOf(kind)) {
      await give(page, join(folder, path))
      const name = path.split('/')[1]!
      if (file.contacts === null) {
        await page.getByText(`${name} was not taken.`).waitFor()
        continue
      }
      const line = await page.locator('.bring-sources li').filter({ hasText: name }).innerText()
      const cards = Number(/(\d+) cards?/.exec(line)![1])
      expect([path, file.contactsAny ?? [file.contacts]]).toEqual([path, expect.arrayContaining([cards])])
      if (cards > 0) agrees(path, file, await told(page))
      await page.getByRole('button', { name: `Remove ${name}` }).click()
      await page.locator('.bring-sources').waitFor({ state: 'detached' })
    }
    expect(requests.calls('contacts.evaluate') + requests.calls('contacts.put')).toBe(0)
  })

  test('CON3: Facebook gives names only, so that nobody in it can be recognised; the page says exactly that', async () => {
    const { page } = ana
    const friends = filesOf('facebook-json').find(([path]) => path.includes('your_friends'))!
    const { contacts, sample } = friends[1]
    await openBring(page, server.url, code)
    await give(page, join(folder, friends[0]))
    const { head, people, out } = await told(page)
    expect([head, people]).toEqual(['Nobody in it can be recognised', []])
    const names = sample.map(({ name }) => name)
    expect(out).toEqual([
      `Facebook gives names only: no address, no number, no profile. Two people called the same would look like one, so these ${contacts} cannot be recognised. They stay on this device. ${names.slice(0, 6).join(', ')} and ${names.length - 6} more`,
    ])
    await page.getByText('Nobody to bring yet. Add another source.').waitFor()
    expect(await page.getByRole('button', { name: 'Show me who is here' }).count()).toBe(0)
    await page.getByRole('button', { name: /^Remove/ }).click()
  })
})

/** The head counts the rows, and everybody of the sample is told by each address, or why not. */
const agrees = (path: string, file: Expected, { head, people, out, text, unexplained }: Told): void => {
  expect([path, people.length]).toEqual([path, Number(/^(\d+) p/.exec(head)?.[1] ?? 0)])
  expect([path, unexplained]).toEqual([path, 0])
  const { sample, handles = [], handlesAscii = handles } = file
  const missing = sample.filter(
    ({ name, nameAny }) => !(nameAny ?? [name ?? '']).some((one) => text.includes(plain(one))),
  )
  const unnamed = out.reduce((sum, line) => sum + Number(/ and (\d+) more$/.exec(line)?.[1] ?? 0), 0)
  expect([path, missing.length]).toEqual([path, Math.min(missing.length, unnamed)])
  for (const { emails, profileUrl } of sample) {
    const slug = profileUrl?.toLowerCase().match(/\/in\/([^/?#]+)/)?.[1]
    for (const reach of [...emails, ...(slug ? [slug] : [])]) expect(`${path}: ${text}`).toContain(reach)
  }
  // CON8: whom one follows, or by whom one is followed, is counted in a sentence and named nowhere.
  const oneWay = ['', 'One', 'Two'].findIndex((n) => out.some((line) => new RegExp(`^${n} follows? you or`).test(line)))
  const named = handles.filter((handle, index) => text.includes(handle) || text.includes(handlesAscii[index]!))
  expect([path, named.length + Math.max(0, oneWay)]).toEqual([path, handles.length])
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const PICTURE = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

describe.skipIf(!browserPath)('files that are no address book', () => {
  test('CON3: a picture, an empty file and a web page are refused in words, and nothing is lost', async () => {
    const { page } = ana
    await openBring(page, server.url, code)
    await give(page, fileOf('three.vcf', friends('Nadia', 'Otto', 'Petra')))
    await page.getByRole('combobox', { name: 'How you know Otto' }).selectOption('family')
    const files = [
      fileOf('me.png', PICTURE),
      fileOf('none.vcf', ''),
      fileOf('friends.html', '<!doctype html><p>Friends</p>'),
    ]
    await give(page, ...files, fileOf('one.vcf', friends('Quentin')))
    const said = plain(await page.locator('.bring-refused').innerText())
    expect(said).toBe(
      'me.png was not taken. It is a picture. Kith needs the file that your address book exports. ' +
        'none.vcf was not taken. There is nothing in it. ' +
        'friends.html was not taken. It is a web page. Ask for the same list as JSON, CSV or vCard. ' +
        'Everything else is kept.',
    )
    const { head, people } = await told(page)
    expect(head).toBe('4 people go in')
    for (const [index, name] of ['Nadia', 'Otto', 'Petra', 'Quentin'].entries()) expect(people[index]).toContain(name)
    expect(await page.getByRole('combobox', { name: 'How you know Otto' }).inputValue()).toBe('family')
  })
})

/** One address each, and nothing else. */
const friends = (...names: readonly string[]): string =>
  vcards(names.map((name) => ({ name, lines: [`EMAIL:${name.toLowerCase().replaceAll(' ', '.')}@mail.example`] })))

describe.skipIf(!browserPath)('two books, one after the other', () => {
  let ben: Person
  let asked: Requests
  let room: string
  const lists: { entries: { id: string; tokens: string[] }[] }[] = []
  const first = fileOf(
    'first.vcf',
    friends(...Array.from({ length: 70 }, (_, index) => `Friend ${index}`)) +
      vcards([{ name: 'Carla Mendes', lines: ['EMAIL:carla@mail.example', 'TEL:+447700900001'] }]),
  )
  const second = fileOf(
    'second.vcf',
    friends('Nadia', 'Otto', 'Petra') +
      vcards([
        { name: 'Carla Mendes', lines: ['EMAIL:carla@mail.example', 'TEL:+447700900002'] },
        { name: 'Rosa Lind', lines: ['EMAIL:rosa@mail.example', 'TEL:+442079460000'] },
        { name: 'Sven Holm', lines: ['EMAIL:sven@mail.example', 'TEL:+442079460000'] },
      ]),
  )

  beforeAll(async () => {
    ben = await personIn(browser)
    asked = recordRequests(ben.page.context())
    ben.page.on('request', (request) => {
      if (request.url().endsWith('/api/contacts.put')) lists.push(request.postDataJSON())
    })
    room = await openRoomHere(ben.page, server.url)
  })
  afterAll(async () => {
    expect(asked.hostsBut(new URL(server.url).host)).toEqual([])
    expect(ben.errors).toEqual([])
  })

  test('CON2: the first is asked for in whole batches of 64, and only marks are sent', async () => {
    await openBring(ben.page, server.url, room)
    await give(ben.page, first)
    await seal(ben.page, room)
    expect(asked.calls('contacts.evaluate')).toBe(2)
    expect(lists.map(({ entries }) => entries.length)).toEqual([71])
    expect(JSON.stringify(lists)).not.toMatch(/Friend|Carla|mail\.example|447700/)
  })

  test('CON2, CON4: the same once more asks for nothing, and is told to hold nothing new', async () => {
    await openBring(ben.page, server.url, room)
    await give(ben.page, first)
    await ben.page.getByText('first.vcf: read before, nothing new.').waitFor()
    await ben.page.getByText('You can add people once more here.').waitFor({ state: 'detached' })
    await ben.page.getByText('Whoever you add later counts in your next room.').waitFor()
    await ben.page.getByRole('button', { name: 'Show me who is here' }).click()
    const alert = ben.page.getByRole('alert').filter({ hasText: /./ })
    expect(await alert.innerText()).toBe('Everybody in it was counted already. Add somebody, or leave it as it is.')
    expect(asked.calls('contacts.evaluate')).toBe(2)
  })

  test('CON6, CON2, MUT3: a second book is joined with the first, asks only for what is new, and keeps ages', async () => {
    const { page } = ben
    await give(page, second)
    const { head, people, out } = await told(page)
    expect(head).toBe('76 people go in')
    const carla = people.find((row) => row.includes('Carla Mendes'))
    expect(carla).toContain('+447700900001, +447700900002')
    expect(carla).toContain('from first.vcf and second.vcf')
    expect(out).toEqual(['+442079460000 Rosa Lind and Sven Holm both have it. They count by their other addresses.'])
    await seal(page, room)
    expect(asked.calls('contacts.evaluate')).toBe(3)
    const [before, after] = [lists[0]!, lists.at(-1)!].map(({ entries }) => entries.map(({ id }) => id))
    expect(after).toHaveLength(76)
    expect(after!.slice(0, 71)).toEqual(before)
  })

  test('CON4: then the button keeps them for the next room, and says so', async () => {
    await ben.page.goto(`${server.url}/r/${room}/bring`)
    await ben.page.getByRole('button', { name: 'Keep them for the next room' }).waitFor()
    await ben.page.getByText('Here your people were counted as often as can be.').waitFor()
  })
})

describe.skipIf(!browserPath)('what the server refuses', () => {
  test('CON4: the last sealing went to another device meanwhile: said in words, people kept', async () => {
    const carla = await personIn(browser)
    const { page } = carla
    const room = await openRoomHere(page, server.url)
    await openBring(page, server.url, room)
    await give(page, fileOf('three.vcf', friends('Nadia', 'Otto', 'Petra')))
    await seal(page, room)
    await openBring(page, server.url, room)
    await give(page, fileOf('one.vcf', friends('Quentin')))
    await page.route('**/api/rooms.seal', async (route) => {
      // Her other device asks first.
      const headers = { ...(await route.request().allHeaders()), origin: server.url }
      expect((await page.request.post(route.request().url(), { headers, data: { code: room } })).status()).toBe(200)
      await route.continue()
    })
    await page.getByRole('button', { name: 'Show me who is here' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'counted as often as can be' })
    expect(await alert.innerText()).toBe(
      'In this room your people were counted as often as can be. Those you added count in your next room.',
    )
    expect(carla.errors).toEqual([])
    await carla.leave()
  })

  test('CON4: more than fits is refused in words, and all stay on the device', async () => {
    const carla = await personIn(browser, { serviceWorkers: 'block' })
    const { page } = carla
    const room = await openRoomHere(page, server.url)
    await openBring(page, server.url, room)
    await give(page, fileOf('three.vcf', friends('Nadia', 'Otto', 'Petra')))
    // A page that did not know the limit; this one would leave out what is over it.
    await page.route('**/api/contacts.put', async (route) => {
      const list = route.request().postDataJSON()
      await route.continue({ postData: JSON.stringify({ ...list, entries: [...list.entries, ...tooMany] }) })
    })
    await page.getByRole('button', { name: 'Show me who is here' }).click()
    const alert = page.getByRole('alert').filter({ hasText: /./ })
    expect(await alert.innerText()).toBe(
      'These are more people than fit. Nothing was sent, and all are still on this device. Leave some out. 3 people stay ready on this device.',
    )
    await page.reload()
    expect((await told(page)).head).toBe('3 people go in')
    await carla.leave()
  })
})

const base64url = (bytes: number, from: number): string => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUInt32BE(from)
  return buffer.toString('base64url')
}

/** 5,000 identifiers. */
const tooMany = Array.from({ length: 100 }, (_, entry) => ({
  id: base64url(16, entry),
  tokens: Array.from({ length: 50 }, (_, token) => base64url(64, entry * 50 + token)),
  tie: 'other',
  onlineOnly: false,
}))

const seal = async (page: Person['page'], room: string): Promise<void> => {
  await page.getByRole('button', { name: 'Show me who is here' }).click()
  await page.waitForURL(new RegExp(`/r/${room}$`))
}
