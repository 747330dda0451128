/** Somebody alone with a browser: the made-up evening, from the Door to "we met". */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, type Person, personIn } from './browser.ts'
import { type Server, startServer } from './server.ts'

/** Counts what a person presses. */
const clicks = () => {
  let count = 0
  const press = async (locator: { click(): Promise<void> }) => {
    count++
    await locator.click()
  }
  return { press, count: () => count }
}

describe.skipIf(!browserPath).each([
  { shared: 25, before: '25+', label: '25+ of your friends' },
  { shared: 24, before: '10+', label: '10+ of your friends' },
])('an evening with made-up people who share $shared friends', ({ shared, label }) => {
  let server: Server
  let browser: Browser
  let visitor: Person

  beforeAll(async () => {
    server = await startServer({ SHARED_FRIENDS: String(shared) })
    browser = await openBrowser()
    visitor = await personIn(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  })

  test(`MUT4, SIGN1, CONV3: within 60 s and 5 clicks from the Door to "we met": ${label} before, ${shared} after`, async () => {
    const { page } = visitor
    const { press, count } = clicks()
    await page.goto(server.url)
    const began = Date.now()
    await press(page.getByRole('link', { name: /See an evening/ }))
    const first = page.getByRole('listitem').filter({ hasText: 'of your friends' }).first()
    await first.getByText(label).waitFor()
    expect(Date.now() - began).toBeLessThan(10_000)
    await page.getByText('Made-up people.').waitFor()
    await first.getByText('Mostly from school').waitFor()
    await press(first.getByRole('button', { name: 'Wave' }))
    await press(page.getByRole('link', { name: 'See who it is' }).first())
    await page.getByText(`You both know ${shared} people`).waitFor()
    await page.getByText(/phone shows the same/).waitFor()
    expect(await page.locator('.k-friend').count()).toBe(5)
    await press(page.getByRole('link', { name: 'We met' }))
    await press(page.getByRole('button', { name: 'We met' }))
    await page.getByText('You two met.').waitFor()
    expect(Date.now() - began).toBeLessThan(60_000)
    expect(count()).toBeLessThanOrEqual(5)
    expect(visitor.errors).toEqual([])
  })

  test('CONV1: Ben answers twice, and each reply says that it is made up', async () => {
    const { page } = visitor
    await page.getByRole('link', { name: /Write to Ben/ }).click()
    await page.getByRole('textbox', { name: /Write to/ }).fill('Are you the one by the tea?')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('made-up reply').nth(1).waitFor({ timeout: 30_000 })
  })
})
