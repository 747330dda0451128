/** Two people with a browser each: from opening a room to "we met", offline and through a crash of the server. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, type Person, personIn } from './browser.ts'
import { bring, joinByLink, openRoom, sampleBooks, wave } from './people.ts'
import { type Server, startServer } from './server.ts'

describe.skipIf(!browserPath)('Ana and Ben, 25 friends in common, one room', () => {
  let server: Server
  let browser: Browser
  let ana: Person
  let ben: Person
  let carla: Person
  let code: string

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    ;[ana, ben, carla] = (await Promise.all([1, 2, 3].map(() => personIn(browser)))) as [Person, Person, Person]
  })
  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  })

  test('Ana opens a room, and Ben comes in by its link', async () => {
    code = await openRoom(ana.page, server.url, 'Book evening, Leeds library')
    await joinByLink(ben.page, server.url, code)
    await ana.page.getByText('Two people are here').waitFor()
  })

  test('MUT4, REV6: both bring their address books, and each is shown the other by a step', async () => {
    const books = await sampleBooks(server.url)
    await bring(ana.page, server.url, code, books.first)
    await bring(ben.page, server.url, code, books.second)
    for (const { page } of [ana, ben]) await page.getByText('25+ of your friends').waitFor()
  })

  test('REV3, REV4, SIGN1: two waves show names, the number, who both know, and one sign', async () => {
    await wave(ana.page, 'Ana')
    await ben.page.getByText('They waved at you').waitFor()
    await wave(ben.page, 'Ben', /^Wave back$/)
    await ben.page.waitForURL(/\/i\//)
    await ana.page.getByRole('link', { name: 'See who it is' }).first().click()
    for (const { page } of [ana, ben]) await page.getByText('You both know 25 people').waitFor()
    await ana.page.getByRole('heading', { name: 'Ben' }).waitFor()
    const friends = (page: Person['page']) => page.locator('.k-friend .k-lettered').allInnerTexts()
    const [toAna, toBen] = [await friends(ana.page), await friends(ben.page)]
    expect(toAna).toHaveLength(5)
    expect(toBen).toEqual(toAna)
    const signOf = ({ page }: Person) => page.getByText(/phone shows the same/).innerText()
    expect((await signOf(ana)).replace(/^\S+/, '')).toBe((await signOf(ben)).replace(/^\S+/, ''))
  })

  test('CONV2: messages come in order, also those written offline', async () => {
    for (const { page } of [ana, ben]) await page.getByRole('link', { name: /Write to/ }).click()
    await write(ana, 'You know Carla?')
    await ben.page.getByText('You know Carla?').waitFor()
    await ben.page.context().setOffline(true)
    await write(ben, 'Every Tuesday.')
    await ben.page.getByText(/Not sent yet/).waitFor()
    await write(ana, 'In the choir?')
    await ben.page.context().setOffline(false)
    await ana.page.getByText('Every Tuesday.').waitFor()
    await ben.page.getByText('In the choir?').waitFor()
    expect(await lines(ben)).toEqual(await lines(ana))
  })

  test('CONV2: the server is killed in the middle, and nothing that was told is lost', async () => {
    await server.kill()
    await write(ana, 'Are you the one by the tea?')
    await server.start()
    await ben.page.getByText('Are you the one by the tea?').waitFor({ timeout: 40_000 })
    await write(ben, 'Green jumper.')
    await ana.page.getByText('Green jumper.').waitFor()
    expect(await lines(ana)).toEqual(await lines(ben))
    expect(new Set(await lines(ana)).size).toBe((await lines(ana)).length)
    await ana.page.goto(`${server.url}/r/${code}`)
    await ana.page.getByText('25+ of your friends').waitFor()
  })

  test('CONV3: we met, from both sides', async () => {
    const id = ben.page.url().match(/\/i\/([\w-]{22})/)![1]
    for (const { page } of [ana, ben]) {
      await page.goto(`${server.url}/i/${id}/met`)
      await page.getByRole('button', { name: 'We met' }).click()
    }
    for (const { page } of [ana, ben]) await page.getByText('You two met.').waitFor()
  })

  test('REV6: who is blocked sees absence', async () => {
    const books = await sampleBooks(server.url)
    await joinByLink(carla.page, server.url, code)
    await bring(carla.page, server.url, code, books.second)
    await carla.page.getByText('25+ of your friends').waitFor()
    await ana.page.goto(`${server.url}/r/${code}`)
    const card = ana.page
      .getByRole('listitem')
      .filter({ has: ana.page.getByRole('button', { name: 'Wave' }) })
      .first()
    await card.getByRole('button', { name: 'More' }).click()
    await card.getByRole('button', { name: /Block or report/ }).click()
    await ana.page.getByRole('button', { name: 'Block', exact: true }).click()
    await carla.page.getByText('25+ of your friends').waitFor({ state: 'detached' })
    await carla.page.getByText('Two people are here').waitFor()
    for (const person of [ana, ben, carla]) expect(person.errors).toEqual([])
  })
})

const write = async ({ page }: Person, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: /Write to/ }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText(text).waitFor()
}

/** What stands in the conversation, in its order, without who speaks (which only those who listen are told). */
const lines = async ({ page }: Person): Promise<string[]> => {
  const texts = await page.getByRole('log').locator('.k-message p').allInnerTexts()
  return texts.map((text) => text.replace(/^[^\n]*:\s*\n/, ''))
}
