/** A room with people in it: friends, topics, waves from both sides, somebody by name, hush, notices, and going away. */
import { type Person, personIn } from '../browser.ts'
import { bring, joinByLink } from '../people.ts'
import type { Act } from '../screens.ts'
import { ask, openFor } from './ask.ts'

export const cards: Act = async (stage, see) => {
  const { browser, url, books, few } = stage
  const [ana, ben, carla, dora, emil] = await Promise.all([1, 2, 3, 4, 5].map(() => personIn(browser)))
  const page = ana!.page
  await page.goto(url)
  const code = await openFor(page)
  for (const person of [ben!, carla!, emil!]) await joinByLink(person.page, url, code)
  await joinByLink(dora!.page, url, code, 'Dora')
  await bring(page, url, code, books.first)
  await page.getByRole('heading', { name: 'Dora' }).waitFor()
  await see('room-openly', page)
  await ask(page, 'topics.tap', { code, host: [1, 2], own: [] })
  await ask(emil!.page, 'topics.tap', { code, host: [1], own: [] })
  await page.getByText('new in town').waitFor()
  await see('23-room-topics', page)
  await bring(ben!.page, url, code, books.second)
  await bring(carla!.page, url, code, few)
  await page.getByText(/(^|\s)5\+ of your friends/).waitFor()
  await see('03-room', page)
  const first = page.getByRole('listitem').filter({ hasText: '25+ of your friends' }).first()
  await first.getByRole('button', { name: 'More' }).click()
  await see('23b-more-open', page)
  await first.getByRole('button', { name: 'Less' }).click()
  await page.getByRole('button', { name: 'Wave' }).first().click()
  await page.getByRole('dialog').waitFor()
  await see('room-first-name', page)
  await page.getByRole('textbox', { name: 'First name' }).fill('Ana')
  await page.getByRole('dialog').getByRole('button', { name: 'Wave' }).click()
  await page.getByText('You waved').first().waitFor()
  await see('03-you-waved', page)
  await theyWave([ben!, carla!], code)
  await page
    .getByText(/They waved at you|You both waved/)
    .first()
    .waitFor()
  await see('03-they-waved', page)
  await quiet(page, code, see)
  await sendAway(page, see)
  await Promise.all([ana, ben, carla, dora, emil].map((person) => person?.leave()))
}

const theyWave = async (people: readonly Person[], code: string): Promise<void> => {
  for (const { page } of people) {
    const { rooms } = await ask(page, 'me.get', {})
    const card = rooms
      .find(({ face }) => face.code === code)
      ?.cards.find(({ step, wave }) => step > 0 && step <= 25 && wave !== 'both')
    await ask(page, 'cards.wave', { code, card: card!.id, firstName: 'Ben' })
  }
}

const quiet = async (page: Person['page'], code: string, see: Parameters<Act>[1]): Promise<void> => {
  await page.getByRole('button', { name: 'Hush' }).click()
  await page.getByText('No notices for how long?').waitFor()
  await see('room-hush-choices', page)
  await page.getByRole('button', { name: 'One hour' }).click()
  await page.getByText(/^Hushed until/).waitFor()
  await see('room-hushed', page)
  await ask(page, 'host.hush', { code, until: Math.round(Date.now() / 1000) + 1800 })
  await page.getByText('The host has asked for quiet.').waitFor()
  await see('room-hushed-by-host', page)
  await page.context().setOffline(true)
  await page.getByText('No connection').waitFor()
  await see('room-offline', page)
  await page.context().setOffline(false)
  await page.getByText('No connection').waitFor({ state: 'detached' })
}

const sendAway = async (page: Person['page'], see: Parameters<Act>[1]): Promise<void> => {
  const open = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).last().click()
  }
  await open()
  await page.getByRole('button', { name: /Block or report/ }).click()
  await page.getByRole('heading', { name: 'Block or report' }).waitFor()
  await see('room-block', page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await open()
  await page.getByRole('button', { name: /I know them/ }).click()
  await page.getByText('You know each other.').waitFor()
  await see('room-sent-away', page)
}
