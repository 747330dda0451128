/** A newcomer with two windows of one browser, the second at 127.0.0.1: from the Door to a conversation about a friend. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser } from './browser.ts'
import { openRoom, wave } from './people.ts'
import { type Server, startServer } from './server.ts'

describe.skipIf(!browserPath)('two windows of one browser', () => {
  let server: Server
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  })

  test('from the Door to a conversation about a shared friend in under two minutes', async () => {
    const began = Date.now()
    const [first, second] = [await context.newPage(), await context.newPage()]
    const code = await openRoom(first, server.url, 'Kitchen table')
    await second.goto(server.url.replace('localhost', '127.0.0.1'))
    await second.getByRole('link', { name: /Join a room/ }).click()
    await second.getByRole('textbox').first().pressSequentially(code)
    await second.getByRole('button', { name: 'Go in' }).click()
    await second.waitForURL(/\/r\/[A-Z]{6}/)
    for (const page of [first, second]) await bringMadeUp(page)
    for (const page of [first, second]) await page.getByText('25+ of your friends').waitFor()
    await wave(first, 'Ana')
    await second.getByText('They waved at you').waitFor()
    await wave(second, 'Ben', /^Wave back$/)
    await second.getByText('You both know 25 people').waitFor()
    await second.getByRole('link', { name: /Write to Ana/ }).click()
    await second.getByRole('textbox', { name: /Write to/ }).fill('How do you know Oskar?')
    await second.getByRole('button', { name: 'Send' }).click()
    await first.getByRole('link', { name: 'See who it is' }).first().click()
    await first.getByRole('link', { name: /Write to Ben|new from Ben/ }).click()
    await first.getByText('How do you know Oskar?').waitFor()
    expect(Date.now() - began).toBeLessThan(120_000)
  })
})

const bringMadeUp = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: /Bring your people/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Use a made-up address book/ }).click()
  const useIt = page.getByRole('button', { name: /Show me who is here/ })
  await useIt.click()
  await page.waitForURL(/\/r\/[A-Z]{6}$/)
}
