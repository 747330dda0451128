/** A host and a door: who waits, the desk, the wall and the poster, a report, and who is removed. */
import type { Page } from 'playwright-core'
import { personIn } from '../browser.ts'
import { bring, joinByLink } from '../people.ts'
import type { Act, See } from '../screens.ts'
import { ask, openFor } from './ask.ts'

export const hosting: Act = async (stage, see) => {
  const { browser, url, books } = stage
  const [maria, ben, carla, dora] = await Promise.all([1, 2, 3, 4].map(() => personIn(browser)))
  const host = maria!.page
  await host.goto(url)
  const code = await openFor(host, { hostName: 'Maria' })
  await joinByLink(ben!.page, url, code, 'Ben')
  await ben!.page.goto(`${url}/r/${code}`)
  await ask(host, 'host.change', { code, byNod: true })
  await waitAtDoor(url, code, carla!.page, see)
  await waitAtDoor(url, code, dora!.page)
  await desk(url, code, host, see)
  await dora!.page.getByRole('heading', { name: 'This time it did not work out' }).waitFor()
  await see('room-not-let-in', dora!.page)
  await carla!.page
    .getByText(/people are here|person here|people here/)
    .first()
    .waitFor()
  await report(url, code, { host, by: carla!.page, book: books.first }, see)
  await see33(ben!.page, url, code, see)
  await showing(url, code, host, see)
  await ben!.page.goto(`${url}/r/${code}/host`)
  await ben!.page.getByRole('heading', { name: 'This device is not host here' }).waitFor()
  await see('host-not-host', ben!.page)
  await ben!.page.goto(`${url}/h/${code}/${'A'.repeat(22)}`)
  await ben!.page.getByRole('heading', { name: 'This host link does not work' }).waitFor()
  await see('host-link-wrong', ben!.page)
  await Promise.all([maria, ben, carla, dora].map((person) => person?.leave()))
}

const waitAtDoor = async (url: string, code: string, page: Page, see?: See): Promise<void> => {
  await page.goto(`${url}/r/${code}`)
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.getByText('Here a first name is needed').waitFor()
  await see?.('join-name-needed', page)
  await page.getByLabel('Your first name').fill('Carla')
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.getByRole('heading', { name: 'Maria lets people in one by one.' }).waitFor()
  await see?.('33c-at-the-door', page)
}

const desk = async (url: string, code: string, host: Page, see: See): Promise<void> => {
  await host.goto(`${url}/r/${code}/host`)
  await host.getByRole('button', { name: 'Let Carla in' }).nth(1).waitFor()
  await see('25-host-desk', host)
  await host.getByRole('button', { name: /Hush the room/ }).click()
  await see('host-hush', host)
  await host.getByRole('button', { name: 'Change' }).click()
  await host.getByRole('heading', { name: 'Change the room' }).waitFor()
  await see('host-change', host)
  await host.getByRole('button', { name: 'Leave it as it was' }).click()
  await host.getByRole('button', { name: 'Let Carla in' }).first().click()
  await host.getByRole('button', { name: 'Let Carla in' }).nth(1).waitFor({ state: 'detached' })
  await host.getByRole('button', { name: 'Not now' }).click()
  await host.getByRole('button', { name: 'Let Carla in' }).waitFor({ state: 'detached' })
  await host.getByRole('button', { name: /Close the room/ }).click()
  await host.getByRole('dialog').waitFor()
  await see('host-close', host)
  await host.getByRole('button', { name: 'Keep it open' }).click()
}

interface Reported {
  host: Page
  by: Page
  book: string
}

const report = async (url: string, code: string, { host, by, book }: Reported, see: See): Promise<void> => {
  await bring(by, url, code, book)
  const card = by.getByRole('listitem').filter({ hasText: 'Wave to Ben' })
  await card.getByRole('button', { name: 'More', exact: true }).click()
  await card.getByRole('button', { name: /Block or report/ }).click()
  await by.getByLabel(/What happened/).fill('He would not leave me alone.')
  await by.getByRole('button', { name: 'Block and tell the host' }).click()
  await host.getByText('He would not leave me alone.').waitFor()
  await see('host-report', host)
  await host.getByRole('button', { name: 'Remove from the room' }).click()
  await host.getByRole('dialog').waitFor()
  await see('host-remove', host)
  await host
    .getByRole('dialog')
    .getByRole('button', { name: /Remove/ })
    .click()
}

/** For whom the room has ended reads so, also when the page is loaded anew. */
const see33 = async (page: Page, url: string, code: string, see: See): Promise<void> => {
  await page.getByRole('heading', { name: 'For you this room has ended' }).waitFor()
  await see('room-removed', page)
  await page.goto(`${url}/r/${code}`)
  await page.getByRole('heading', { name: 'For you this room has ended' }).waitFor()
  await see('room-removed-again', page)
}

const showing = async (url: string, code: string, host: Page, see: See): Promise<void> => {
  await host.goto(`${url}/r/${code}/wall`)
  await host.getByRole('heading', { level: 1 }).waitFor()
  await see('10-wall', host)
  await host.goto(`${url}/r/${code}/poster`)
  await host.getByRole('heading', { level: 1 }).waitFor()
  await see('11-poster', host)
}
