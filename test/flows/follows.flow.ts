/** Those who follow each other on Mastodon or Bluesky: one server is asked, by a page that never sees the address book. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openRoomHere, told } from './bring-page.ts'
import { browserPath, openBrowser, type Person, personIn } from './browser.ts'
import { type Requests, recordRequests } from './requests.ts'
import { type Server, startServer } from './server.ts'
import { BLUESKY, MASTODON, type SocialServer, startSocialServer } from './social-server.ts'

const many = Array.from({ length: 90 }, (_, index) => `stranger${index}`)

const PEOPLE = {
  ana: {
    following: ['ben', ...many, 'carla@social.example', 'dora'],
    followers: ['carla@social.example', 'emil', 'ben'],
  },
  shy: { following: ['ben'], followers: ['ben'], isHidden: true },
  'ana.bsky.social': {
    following: ['ben.bsky.social', 'dora.bsky.social', ...many.map((one) => `${one}.bsky.social`), 'carla.example'],
    followers: ['carla.example', 'ben.bsky.social'],
  },
}

describe.skipIf(!browserPath)('the page of follows', () => {
  let server: Server
  let social: SocialServer
  let browser: Browser
  let person: Person
  let page: Page
  let requests: Requests
  let code: string

  beforeAll(async () => {
    server = await startServer()
    social = await startSocialServer(PEOPLE)
    // Nothing else has an address here.
    const rules = [MASTODON, BLUESKY].map((host) => `MAP ${host} 127.0.0.1:${social.port}`)
    browser = await openBrowser([
      '--ignore-certificate-errors',
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE localhost'].join(', ')}`,
    ])
  })
  afterAll(async () => {
    await browser?.close()
    social?.close()
    await server?.[Symbol.asyncDispose]()
  })

  beforeEach(async () => {
    person = await personIn(browser)
    page = person.page
    requests = recordRequests(page.context())
    code = await openRoomHere(page, server.url)
    social.asked.length = 0
    social.fault = undefined
  })
  afterEach(async () => {
    expect(person.errors).toEqual([])
    // DATA3: without cookies, and without a word of where somebody came from.
    for (const { headers } of social.asked) expect([headers.cookie, headers.referer]).toEqual([undefined, undefined])
    await person.leave()
  })

  const type = async (name: string): Promise<void> => {
    await page.goto(`${server.url}/follows?room=${code}`)
    await page.getByLabel('Your name there').fill(name)
  }
  const ask = (host: string) => page.getByRole('button', { name: `Ask ${host}` }).click()
  const hostsAsked = () => [...new Set(social.asked.map(({ url }) => url.split('/')[0]))]

  test.each([
    [MASTODON, 'ana@mastodon.example', 'ben@mastodon.example', 'carla@social.example'],
    [BLUESKY, '@ana.bsky.social', 'ben.bsky.social', 'carla.example'],
  ])(
    'DATA3, CON8: %s is named before it is asked; those who follow each other come in',
    async (host, name, ben, carla) => {
      await page.goto(`${server.url}/r/${code}/bring`)
      await page.getByRole('button', { name: /Type your Mastodon or Bluesky name/ }).click()
      await page.getByRole('link', { name: 'Type your name' }).click()
      await page.waitForURL(/\/follows\?room=/)
      await page.getByText('This page asks the one server that your name is on, and nobody else.').waitFor()
      await page.getByLabel('Your name there').fill(name)
      await page.getByText(`This page will ask ${host}, and nobody else.`).waitFor()
      expect(social.asked).toEqual([])
      await ask(host)
      await page.getByRole('heading', { name: '2 people follow each other with you' }).waitFor()
      expect(hostsAsked()).toEqual([host])
      await page.getByRole('button', { name: 'Bring them' }).click()
      await page.waitForURL(new RegExp(`/r/${code}/bring`))
      const { head, people } = await told(page)
      expect(head).toBe('2 people go in')
      for (const row of people) expect(row).toContain('1 profile, known online')
      expect(people.map((row) => [ben, carla].find((handle) => row.includes(handle)))).toEqual([ben, carla])
      const put = page.waitForRequest('**/api/contacts.put')
      await page.getByRole('button', { name: 'Show me who is here' }).click()
      const list = (await put).postDataJSON()
      expect(
        list.entries.map(({ tie, onlineOnly }: { tie: string; onlineOnly: boolean }) => [tie, onlineOnly]),
      ).toEqual([
        ['online', true],
        ['online', true],
      ])
      // MUT2: the account itself is stated.
      expect(list.stated).toHaveLength(1)
      await page.waitForURL(new RegExp(`/r/${code}$`))
      expect(requests.hostsBut(new URL(server.url).host)).toEqual([host])
    },
  )

  test('DATA3: its document opens neither the address book nor a worker', async () => {
    await page.addInitScript(() => {
      if (location.pathname !== '/follows') return
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      const open = IDBFactory.prototype.open
      IDBFactory.prototype.open = function (...words) {
        seen.push(`database ${words[0]}`)
        return open.apply(this, words)
      }
      for (const name of ['Worker', 'SharedWorker'] as const) {
        const Real = globalThis[name] as typeof Worker
        Object.assign(globalThis, {
          [name]: class extends Real {
            constructor(...words: ConstructorParameters<typeof Worker>) {
              seen.push(`worker ${words[0]}`)
              super(...words)
            }
          },
        })
      }
    })
    await type('ana@mastodon.example')
    await ask(MASTODON)
    await page.getByRole('heading', { name: '2 people follow each other with you' }).waitFor()
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([])
    expect(page.workers()).toEqual([])
    // The policy would not let it, either.
    const worker = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective))
          const make = () => new Worker(URL.createObjectURL(new Blob([''])) as string)
          try {
            make().onerror = () => {}
          } catch {
            // Trusted types refuse it first.
          }
        }),
    )
    expect(['worker-src', 'require-trusted-types-for']).toContain(worker)
    person.errors.length = 0
  })

  test.each([
    ['a hidden list', 'shy@mastodon.example', /^shy@mastodon\.example keeps these lists hidden/],
    ['an unknown name', 'nobody@mastodon.example', /^mastodon\.example knows nobody called nobody@/],
    ['an unknown handle', 'no.bsky.social', /^public\.api\.bsky\.app knows nobody called no\.bsky/],
  ])('%s is said kindly', async (_, name, words) => {
    await type(name)
    await page.getByRole('button', { name: /^Ask / }).click()
    await page.getByRole('alert').filter({ hasText: words }).waitFor()
  })

  test('a server asked too often is left alone, and the same name can be asked again', async () => {
    social.fault = { status: 429, body: { error: 'Too many requests' } }
    await type('ana@mastodon.example')
    await ask(MASTODON)
    await page.getByText('mastodon.example has been asked too often just now. Nothing is lost.').waitFor()
    expect(social.asked).toHaveLength(1)
    social.fault = undefined
    await ask(MASTODON)
    await page.getByRole('heading', { name: '2 people follow each other with you' }).waitFor()
  })

  test('what is no name asks nobody', async () => {
    await type('ana')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByText('This is no name of Mastodon or Bluesky.').waitFor()
    expect(social.asked).toEqual([])
    expect(requests.hostsBut(new URL(server.url).host)).toEqual([])
  })
})
