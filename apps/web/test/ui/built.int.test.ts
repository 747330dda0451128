import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { door } from '../../src/i18n/en/door.ts'
import { type Served, serveBuilt } from './served.ts'

let served: Served
beforeAll(async () => {
  served = await serveBuilt(mkdtempSync(join(tmpdir(), 'kith-web-')))
})
afterAll(() => served[Symbol.asyncDispose]())

/** What the page was refused, or broke at. */
const troubles = (page: Page): string[] => {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) found.push(message.text())
  })
  return found
}

const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)
const atDoor = async (page: Page): Promise<void> => {
  await page.goto(served.url)
  await page.hover('h1')
  await controlled(page)
}

describe('The Door', () => {
  test('stands and leads on without any script', async () => {
    const context = await served.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(served.url)
    expect(await page.locator('h1:visible').textContent()).toBe(door.head)
    const ways = page.locator('#door a:visible')
    expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      '/talk',
      '/join',
      '/open',
      '/try',
    ])
    await context.close()
  })

  test('shows the made-up evening only where there is one', async () => {
    served.say.evening = false
    const page = await served.browser.newPage()
    await page.goto(served.url)
    expect(await page.getByRole('link', { name: door.evening }).count()).toBe(0)
    served.say.evening = true
    await page.close()
  })

  test('paints before the app is asked for, and fetches it when somebody reaches for the page', async () => {
    const page = await served.browser.newPage()
    const scripts: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    await page.goto(served.url, { waitUntil: 'load' })
    expect(await page.locator('h1').isVisible()).toBe(true)
    const app = () => scripts.filter((url) => url.includes('/start-'))
    expect(app()).toEqual([])
    await page.hover('h1')
    await expect.poll(app).toHaveLength(1)
    await page.close()
  })

  test('keeps to the strict policy, and its links do not load the page anew', async () => {
    const page = await served.browser.newPage()
    const found = troubles(page)
    await atDoor(page)
    await page.evaluate(() => Object.assign(window, { same: true }))
    await page.getByRole('link', { name: door.open }).click()
    await page.waitForURL('**/open')
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
    expect(await page.locator('#door').isVisible()).toBe(false)
    await page.goBack()
    expect(await page.locator('#door h1').isVisible()).toBe(true)
    expect(found).toEqual([])
    await page.close()
  })
})

describe('The service worker', () => {
  test('keeps the app when there is no connection, at the Door and elsewhere', async () => {
    const context = await served.browser.newContext()
    const page = await context.newPage()
    await atDoor(page)
    served.fall()
    await page.reload()
    expect(await page.locator('#door h1').isVisible()).toBe(true)
    await page.goto(`${served.url}/nowhere`)
    await page.getByText('There is nothing at this address').waitFor()
    expect(await page.locator('#door').isVisible()).toBe(false)
    await served.rise()
    await context.close()
  })

  test('keeps an address book that another app shares, for the import', async () => {
    const context = await served.browser.newContext()
    const page = await context.newPage()
    await atDoor(page)
    const kept = await page.evaluate(async () => {
      const form = new FormData()
      form.append('contacts', new File(['BEGIN:VCARD'], 'Ana’s people.vcf', { type: 'text/x-vcard' }))
      const answer = await fetch('/bring/shared', { method: 'POST', body: form, redirect: 'manual' })
      const cache = await caches.open('kith-shared')
      const file = await cache.match('/bring/shared/0')
      return {
        type: answer.type,
        text: await file?.text(),
        name: decodeURIComponent(file?.headers.get('x-name') ?? ''),
      }
    })
    expect(kept).toEqual({ type: 'opaqueredirect', text: 'BEGIN:VCARD', name: 'Ana’s people.vcf' })
    await context.close()
  })

  test('offers a newer version, and takes it only when it is tapped', async () => {
    const context = await served.browser.newContext()
    const page = await context.newPage()
    await atDoor(page)
    served.say.swTail = '\n// newer'
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    const offer = page.getByRole('button', { name: 'Use it now' })
    await offer.waitFor()
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed')
    const loaded = page.waitForEvent('load')
    await offer.click()
    await loaded
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull()
    await context.close()
  })
})
