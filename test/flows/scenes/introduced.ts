/** Two who waved at each other: the introduction, the sign, the conversation, and whether they met. */
import { type Person, personIn } from '../browser.ts'
import { bring, joinByLink, wave } from '../people.ts'
import type { Act, See } from '../screens.ts'
import { ask, openFor } from './ask.ts'

export const introduced: Act = async (stage, see) => {
  const { browser, url, books } = stage
  const [ana, ben] = [await personIn(browser), await personIn(browser)]
  await ana.page.goto(url)
  const code = await openFor(ana.page)
  await joinByLink(ben.page, url, code)
  await bring(ana.page, url, code, books.first)
  await bring(ben.page, url, code, books.second)
  await ana.page.getByText('25+ of your friends').waitFor()
  await wave(ana.page, 'Ana')
  await ben.page.getByText('They waved at you').waitFor()
  await wave(ben.page, 'Ben', /^Wave back$/)
  await ana.page.getByText('You both waved').first().waitFor()
  await see('03-both-waved', ana.page)
  await ana.page.getByRole('link', { name: 'See who it is' }).first().click()
  await ana.page.getByText('You both know 25 people').waitFor()
  const id = ana.page.url().match(/\/i\/([\w-]{22})/)![1]!
  await introduction(ana, ben, see)
  await withoutNames(stage, see, ana, id)
  await signs(ana, ben, see)
  await talk(ana, ben, url, id, see)
  await met(ana, ben, url, id, see)
  await Promise.all([ana.leave(), ben.leave()])
}

const introduction = async (ana: Person, ben: Person, see: See): Promise<void> => {
  await see('05-introduction', ana.page)
  await ana.page.getByRole('button', { name: /Show five more/ }).click()
  await ana.page.getByText('You asked for more.').waitFor()
  await see('27-asked-for-more', ana.page)
  await ben.page.getByText(/would like to see more/).waitFor()
  await see('27-they-asked', ben.page)
  await ana.page
    .getByRole('button', { name: /How do you know|tell/i })
    .first()
    .click()
  await ana.page.getByText(/Your answer goes to/).waitFor()
  await see('introduction-story', ana.page)
  await ana.page.getByRole('button', { name: 'Cancel' }).click()
}

/** 33e: the same person at another device, where the address book is not. */
const withoutNames = async ({ browser, url }: Parameters<Act>[0], see: See, ana: Person, id: string): Promise<void> => {
  const { key } = await ask(ana.page, 'me.link', {})
  const { page, leave } = await personIn(browser)
  await page.goto(url)
  await ask(page, 'me.claim', { key })
  await page.goto(`${url}/i/${id}`)
  await page.getByText('Open Kith where your address book is').waitFor()
  await see('33e-no-names', page)
  await page.goto(`${url}/people`)
  await page.getByRole('heading', { name: 'This device has lost the names' }).waitFor()
  await see('people-lost', page)
  await leave()
}

const signs = async (ana: Person, ben: Person, see: See): Promise<void> => {
  for (const { page } of [ana, ben]) await page.getByRole('link', { name: /Hold up the/ }).click()
  await ana.page.getByText('is looking for the same one').waitFor()
  await see('05b-sign', ana.page)
  await ana.page.getByRole('button', { name: 'Come to me' }).click()
  await ana.page.getByRole('button', { name: 'by the poster' }).click()
  await ana.page.getByText(/sees:/).waitFor()
  await see('27c-who-comes', ana.page)
  await ben.page
    .getByText(/by the poster/)
    .first()
    .waitFor()
  await see('27d-answer', ben.page)
  await ana.page.getByRole('button', { name: 'Found each other' }).click()
  await ana.page.getByText('You both know 25 people').waitFor()
}

const talk = async (ana: Person, ben: Person, url: string, id: string, see: See): Promise<void> => {
  for (const { page } of [ana, ben]) await page.goto(`${url}/i/${id}/talk`)
  await ana.page.getByRole('textbox', { name: /Write to/ }).waitFor()
  await see('06-talk-begins', ana.page)
  await write(ana, 'So how do you know Carla?')
  await ben.page.getByText('So how do you know Carla?').waitFor()
  await write(ben, 'We sing together, every Tuesday in St Mary’s.')
  await ana.page.getByText('We sing together').waitFor()
  await see('06-talk', ana.page)
  await ana.page.context().setOffline(true)
  await write(ana, 'I am the one by the tea, in a green jumper.')
  await ana.page.getByText(/Not sent yet/).waitFor()
  await see('06-talk-offline', ana.page)
  await ana.page.getByRole('button', { name: 'More' }).click()
  await see('06-talk-more', ana.page)
  await ana.page.context().setOffline(false)
  await ana.page.getByText(/Not sent yet/).waitFor({ state: 'detached' })
  await ana.page.goto(`${url}/talk`)
  await ana.page.getByRole('link', { name: /Ben/ }).waitFor()
  await see('29-talk-list', ana.page)
}

const met = async (ana: Person, ben: Person, url: string, id: string, see: See): Promise<void> => {
  for (const { page } of [ana, ben]) await page.goto(`${url}/i/${id}/met`)
  await ana.page.getByRole('heading', { name: 'Did you two meet?' }).waitFor()
  await see('07-met', ana.page)
  await ana.page.getByRole('button', { name: 'We met' }).click()
  await ana.page.getByRole('heading', { name: 'You said: we met.' }).waitFor()
  await see('met-waiting', ana.page)
  await ben.page.getByRole('button', { name: 'We met' }).click()
  await ana.page.getByText('You two met.').waitFor()
  await see('27e-you-met', ana.page)
}

const write = async ({ page }: Person, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: /Write to/ }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText(text).waitFor()
}
