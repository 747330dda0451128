/** Before a room and after it: the Door, opening, joining, waiting for the beginning, the end, and wrong turnings. */
import type { Page } from 'playwright-core'
import { personIn } from '../browser.ts'
import { chooseFile, joinByLink } from '../people.ts'
import type { Act, See } from '../screens.ts'
import { ask, inMinutes, openFor } from './ask.ts'

export const around: Act = async (stage, see) => {
  await door(stage, see)
  await opening(stage, see)
  await joining(stage, see)
  await before(stage, see)
  await over(stage, see)
}

const door: Act = async ({ browser, url, plainHttp }, see) => {
  const { page, leave } = await personIn(browser)
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await see('01-door', page)
  await page.goto(`${url}/nowhere`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await see('nothing-here', page)
  await page.goto(`${url}/talk`)
  await page.getByRole('link', { name: /Join/ }).waitFor()
  await see('29-talk-empty', page)
  await page.goto(`${url}/people`)
  await page.getByText('Nobody yet.').waitFor()
  await see('30-people-empty', page)
  await page.goto(`${url}/follows`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await see('follows', page)
  await page.goto(plainHttp)
  await page.getByText('This address begins with http').waitFor()
  await see('33d-door-plain-http', page)
  await leave()
}

const opening: Act = async ({ browser, url }, see) => {
  const { page, leave } = await personIn(browser)
  await page.goto(`${url}/open`)
  await page.getByRole('button', { name: 'Open the room' }).click()
  await page.getByRole('alert').filter({ hasText: 'Give it a name' }).waitFor()
  await see('open-nameless', page)
  await page.getByLabel(/What is it called/).fill('Book evening, Leeds library')
  await page.getByLabel('Another topic').fill('new in town')
  await page.getByRole('button', { name: 'Add' }).first().click()
  await page.getByLabel('A place, if you like').fill('the piano')
  await page.getByRole('button', { name: 'Add' }).last().click()
  await page.getByRole('button', { name: /^Begins/ }).click()
  await see('26-open-room', page)
  await leave()
}

const joining: Act = async ({ browser, url }, see) => {
  const [host, guest] = [await personIn(browser), await personIn(browser)]
  await host.page.goto(url)
  const code = await openFor(host.page, { hostName: 'Maria' })
  const { page } = guest
  await page.goto(`${url}/join`)
  await page.getByRole('heading', { name: 'Join a room' }).waitFor()
  await see('20-join', page)
  await page.getByRole('button', { name: 'Scan the code' }).click()
  await page.getByRole('heading', { name: 'No camera here' }).waitFor()
  await see('join-no-camera', page)
  await page.goto(`${url}/join/KTWRFS`)
  await page.getByRole('heading', { name: 'No room has these letters' }).waitFor()
  await see('33a-wrong-code', page)
  await page.goto(`${url}/r/${code}`)
  await page.getByRole('button', { name: 'Go in' }).waitFor()
  await see('20-join-face', page)
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.waitForURL(/topics$/)
  await page.getByRole('checkbox', { name: 'new in town' }).check()
  await page.getByLabel(/words/).first().fill('plays the viola')
  await page.getByRole('button', { name: 'Add' }).click()
  await see('23-topics', page)
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.waitForURL(/\/r\/[A-Z]{6}$/)
  await page.goto(`${url}/r/${code}/topics`)
  await page.getByRole('link', { name: /room/i }).first().waitFor()
  await see('topics-chosen', page)
  await Promise.all([host.leave(), guest.leave()])
}

const before: Act = async ({ browser, url, books }, see) => {
  const [host, guest] = [await personIn(browser), await personIn(browser)]
  await host.page.goto(url)
  const code = await openFor(host.page, { begins: inMinutes(26 * 60), hostName: 'Maria' })
  await host.page.goto(`${url}/r/${code}`)
  await host.page.getByRole('heading', { name: /Doors open/ }).waitFor()
  await see('room-before', host.page)
  await host.page.goto(`${url}/r/${code}/host`)
  await host.page.getByText('Host desk').waitFor()
  await see('host-before', host.page)
  await guest.page.goto(`${url}/r/${code}`)
  await guest.page.getByRole('button', { name: 'Go in' }).waitFor()
  await see('join-before', guest.page)
  await guest.page.getByRole('button', { name: 'Go in' }).click()
  await guest.page.waitForURL(/topics$/)
  await bringAhead(guest.page, url, code, books.first, see)
  await guest.page.goto(`${url}/r/${code}/wall`)
  await guest.page.getByRole('heading', { level: 1 }).waitFor()
  await see('wall-before', guest.page)
  await Promise.all([host.leave(), guest.leave()])
}

/** The list is kept; one asks who is here when one is in (CON4). */
const bringAhead = async (page: Page, url: string, code: string, book: string, see: See): Promise<void> => {
  await page.goto(`${url}/r/${code}/bring`)
  await chooseFile(page, book)
  await page.getByRole('button', { name: 'Keep these people' }).click()
  await page.getByText('They are compared when you are in').waitFor()
  await see('bring-ahead', page)
}

const over: Act = async ({ browser, url }, see) => {
  const [host, guest] = [await personIn(browser), await personIn(browser)]
  await host.page.goto(url)
  const code = await openFor(host.page, { hostName: 'Maria' })
  await host.page.goto(`${url}/r/${code}`)
  await host.page.getByText('You’re the first.').waitFor()
  await see('02-room-empty', host.page)
  await joinByLink(guest.page, url, code)
  await guest.page.goto(`${url}/r/${code}`)
  await guest.page.getByRole('button', { name: 'Leave' }).click()
  await guest.page.getByRole('heading', { name: 'You have left' }).waitFor()
  await see('room-left', guest.page)
  await joinByLink(guest.page, url, code)
  await guest.page.goto(`${url}/r/${code}`)
  await ask(host.page, 'host.close', { code })
  await guest.page.getByRole('heading', { name: 'This room has ended' }).waitFor()
  await see('33b-room-ended', guest.page)
  await host.page.goto(`${url}/r/${code}/host`)
  await host.page.getByRole('heading', { level: 1 }).waitFor()
  await see('host-ended', host.page)
  await host.page.goto(`${url}/r/${code}/wall`)
  await host.page.getByRole('heading', { level: 1 }).waitFor()
  await see('wall-ended', host.page)
  const late = await personIn(browser)
  await late.page.goto(`${url}/join/${code}`)
  await late.page.getByRole('heading', { name: 'This room has ended' }).waitFor()
  await see('33b-join-ended', late.page)
  await Promise.all([host.leave(), guest.leave(), late.leave()])
}
