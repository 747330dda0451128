/** Kith as an app: its manifest, what it shows without a network, when a newer one is used, and what a device may lose. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fileOf, give, openBring, openRoomHere, told, vcards } from './bring-page.ts'
import { browserPath, openBrowser, type Person, personIn } from './browser.ts'
import { bring, joinByLink, sampleBooks, wave } from './people.ts'
import { type Relay, startRelay } from './relay.ts'
import { type Requests, recordRequests } from './requests.ts'
import { type Server, startServer } from './server.ts'

const BOOK = fileOf(
  'three.vcf',
  vcards(['Nadia', 'Otto', 'Petra'].map((name) => ({ name, lines: [`EMAIL:${name.toLowerCase()}@mail.example`] }))),
)

describe.skipIf(!browserPath)('the installed app', () => {
  let server: Server
  let relay: Relay
  let url: string
  let browser: Browser
  let ana: Person
  let requests: Requests

  beforeAll(async () => {
    relay = await startRelay()
    url = `http://localhost:${relay.port}`
    server = await startServer({ PUBLIC_URL: url })
    relay.to = Number(new URL(server.url).port)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    relay?.close()
    await server?.[Symbol.asyncDispose]()
  })

  beforeEach(async () => {
    relay.addition = ''
    ana = await personIn(browser)
    requests = recordRequests(ana.page.context())
  })
  afterEach(async () => {
    expect(ana.errors).toEqual([])
    expect(requests.hostsBut(new URL(url).host)).toEqual([])
    await ana.leave()
  })

  const controlled = () => ana.page.waitForFunction(() => navigator.serviceWorker.controller !== null)

  test('the browser finds nothing wrong with its manifest, whose icons are as large as it says', async () => {
    const { page } = ana
    await page.goto(`${url}/join`)
    await controlled()
    const tools = await page.context().newCDPSession(page)
    expect((await tools.send('Page.getAppManifest')).errors).toEqual([])
    const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors')
    // Every context of a flow is a private window, where nothing is ever installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    const icons = await page.evaluate(async () => {
      const { icons } = await (await fetch('/manifest.webmanifest')).json()
      return Promise.all(
        icons.map(async ({ src, sizes }: { src: string; sizes: string }) => {
          const icon = new Image()
          icon.src = src
          await icon.decode()
          return [src, sizes === 'any' ? icon.naturalWidth > 0 : sizes === `${icon.naturalWidth}x${icon.naturalHeight}`]
        }),
      )
    })
    expect(icons.length).toBeGreaterThanOrEqual(5)
    expect(icons.filter(([, isRight]) => !isRight)).toEqual([])
  })

  test('without a network it opens, shows the last room as it was, and says so', async () => {
    const { page } = ana
    const code = await openRoomHere(page, url, { name: 'Book evening, Leeds library' })
    await page.goto(`${url}/r/${code}`)
    await page.getByText('You’re the first.').waitFor()
    await controlled()
    // A moment later, all of it at once.
    await expect.poll(() => page.evaluate(isWrittenDown), { timeout: 10_000 }).toBe(true)
    await server.kill()
    await page.goto(`${url}/r/${code}`)
    await page.getByText('Book evening, Leeds library').first().waitFor()
    await page.getByText(/You see the room as of \d\d:\d\d\./).waitFor()
    await page.goto(url)
    await page.getByRole('heading', { name: 'The person next to you knows 25 of your friends.' }).waitFor()
    await page.getByRole('link', { name: /Join a room/ }).click()
    await page.getByRole('heading', { name: 'Join a room' }).waitFor()
    await page.goto(`${url}/people`)
    await page.getByRole('heading', { name: 'My people' }).waitFor()
    await server.start()
    await page.goto(`${url}/r/${code}`)
    await page.getByText(/You see the room as of/).waitFor({ state: 'detached' })
  })

  test('a newer version waits for a tap', async () => {
    const { page } = ana
    await page.goto(`${url}/join`)
    await controlled()
    relay.addition = '\n// newer\n'
    await page.reload()
    await page.getByText('There is a newer Kith.').waitFor()
    await page.evaluate(() => Object.assign(globalThis, { same: true }))
    await page.waitForTimeout(1000)
    const state = () =>
      page.evaluate(async () => ({
        waits: (await navigator.serviceWorker.getRegistration())?.waiting !== null,
        isSamePage: 'same' in globalThis,
      }))
    expect(await state()).toEqual({ waits: true, isSamePage: true })
    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Use it now' }).click()
    await reloaded
    await page.getByRole('heading', { name: 'Join a room' }).waitFor()
    expect(await state()).toEqual({ waits: false, isSamePage: false })
    expect(await page.getByText('There is a newer Kith.').count()).toBe(0)
  })

  test('REV4: it asks to keep what was brought; where the names are lost all the same, it says so and takes them again', async () => {
    const { page } = ana
    await page.addInitScript(() => {
      const asked: boolean[] = []
      const { persist } = StorageManager.prototype
      StorageManager.prototype.persist = async function () {
        asked.push(true)
        return persist.call(this)
      }
      Object.assign(globalThis, { asked })
    })
    const persisted = () => page.evaluate(() => (globalThis as unknown as { asked: boolean[] }).asked.length)
    const code = await openRoomHere(page, url)
    await openBring(page, url, code)
    expect(await persisted()).toBe(0)
    await give(page, BOOK)
    expect(await persisted()).toBe(1)
    await page.getByRole('button', { name: 'Show me who is here' }).click()
    await page.waitForURL(new RegExp(`/r/${code}$`))
    // What Safari does after seven days without a visit.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const gone = indexedDB.deleteDatabase('kith-people')
          gone.onsuccess = () => resolve()
          gone.onerror = () => reject(gone.error)
        }),
    )
    await page.goto(`${url}/people`)
    await page.getByRole('heading', { name: 'This device has lost the names' }).waitFor()
    await page.getByText('Your 3 people still count. Only their names are missing here.').waitFor()
    await page.getByText('Put Kith on your home screen, and the names stay.').waitFor()
    await page.getByRole('link', { name: /Bring them again/ }).click()
    await page.waitForURL(/\/bring$/)
    await give(page, BOOK)
    expect((await told(page)).people).toHaveLength(3)
    await page.getByRole('button', { name: 'Show me who is here' }).click()
    await page.getByText('Everybody in it was counted already.').waitFor()
    await page.goto(`${url}/people`)
    for (const name of ['Nadia', 'Otto', 'Petra']) await page.getByText(name, { exact: true }).waitFor()
  })

  // The browser's own offer comes only where it installs apps: what stands in for it comes when that would.
  test('there is no word of installing before the first introduction; then a quiet line (a stand-in for the offer)', async () => {
    const { page } = ana
    await page.addInitScript(() => {
      const seen = { isHeldBack: false, shown: 0 }
      Object.assign(globalThis, { seen })
      addEventListener('load', () => {
        const offer = new Event('beforeinstallprompt', { cancelable: true })
        const prompt = async () => {
          seen.shown++
        }
        dispatchEvent(Object.assign(offer, { prompt }))
        seen.isHeldBack = offer.defaultPrevented
      })
    })
    const seen = () => page.evaluate(() => (globalThis as unknown as { seen: object }).seen)
    await page.goto(url)
    expect(await seen()).toEqual({ isHeldBack: true, shown: 0 })
    const code = await openRoomHere(page, url, { name: 'Book evening' })
    const books = await sampleBooks(server.url)
    const ben = await personIn(browser)
    await joinByLink(ben.page, url, code)
    await bring(page, url, code, books.first)
    await bring(ben.page, url, code, books.second)
    const put = page.getByRole('button', { name: 'Put Kith there' })
    await wave(page, 'Ana')
    expect(await put.count()).toBe(0)
    await ben.page.getByText('They waved at you').waitFor()
    await wave(ben.page, 'Ben', /^Wave back$/)
    await page.getByRole('link', { name: 'See who it is' }).first().click()
    await page.getByText('On your home screen you find Kith').waitFor()
    expect(await seen()).toEqual({ isHeldBack: true, shown: 0 })
    await put.click()
    await put.waitFor({ state: 'detached' })
    expect(await seen()).toEqual({ isHeldBack: true, shown: 1 })
    expect(ben.errors).toEqual([])
    await ben.leave()
  })
})

/** Whether the page has kept what it saw last (state/kept.ts). */
const isWrittenDown = (): Promise<boolean> =>
  new Promise((resolve) => {
    const open = indexedDB.open('kith-outbox')
    open.onsuccess = () => {
      const get = open.result.transaction('seen').objectStore('seen').get('last')
      get.onsuccess = () => {
        open.result.close()
        resolve(get.result !== undefined)
      }
    }
  })
