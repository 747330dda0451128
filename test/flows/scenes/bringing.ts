/** Bringing one's people: each way, what was found and what is left out, the progress, and the people afterwards. */
import { personIn } from '../browser.ts'
import { chooseFile, joinByLink } from '../people.ts'
import type { Act } from '../screens.ts'
import { ask, openFor } from './ask.ts'

const WAYS = [
  { way: /Mastodon or Bluesky name/, name: 'follows' },
  { way: /whole address book/, name: 'whole-book' },
  { way: /any file/, name: 'file' },
  { way: /^Paste/, name: 'paste' },
] as const

export const bringing: Act = async (stage, see) => {
  const { browser, url, books, namesOnly } = stage
  const [host, ana] = [await personIn(browser), await personIn(browser)]
  await host.page.goto(url)
  const code = await openFor(host.page)
  const { page } = ana
  await joinByLink(page, url, code)
  await page.goto(`${url}/r/${code}/bring`)
  await page.getByRole('heading', { name: 'Bring your people' }).waitFor()
  await see('04-bring', page)
  for (const { way, name } of WAYS) {
    const button = page.getByRole('button', { name: way })
    await button.click()
    await see(`21-bring-${name}`, page)
    await button.click()
  }
  await chooseFile(page, namesOnly)
  await page.getByRole('heading', { name: 'Nobody in it can be recognised' }).waitFor()
  await see('bring-names-only', page)
  await page.getByRole('button', { name: 'Bring more' }).click()
  await page.getByLabel('Choose files').setInputFiles(books.first)
  await page.getByText(/go in/).waitFor()
  await see('22-which-is-you', page)
  await page
    .getByRole('button', { name: /^More about/ })
    .first()
    .click()
  await see('bring-person-open', page)
  let goOn = () => {}
  const slow = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.context().route('**/api/contacts.evaluate', (route) => slow.then(() => route.continue()))
  await page.getByRole('button', { name: /Show me who is here/ }).click()
  await page.getByRole('heading', { name: /getting ready|almost ready/ }).waitFor()
  await see('04b-progress', page)
  goOn()
  await page.waitForURL(new RegExp(`/r/${code}$`), { timeout: 60_000 })
  await page.getByText('No shared friends yet').waitFor()
  await see('room-nobody', page)
  await page.goto(`${url}/people`)
  await page.getByRole('heading', { name: 'My people' }).waitFor()
  await see('30-people', page)
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await see('people-delete', page)
  await anotherDevice(stage, see, page)
  await Promise.all([host.leave(), ana.leave()])
}

/** The phone from which a link is made, and the computer at which it is opened. */
const anotherDevice = async (
  { browser, url, plainHttp }: Parameters<Act>[0],
  see: Parameters<Act>[1],
  page: Parameters<Parameters<Act>[1]>[1],
): Promise<void> => {
  const phone = await personIn(browser, { userAgent: ANDROID, isMobile: true, hasTouch: true })
  await phone.page.goto(plainHttp)
  const code = await openFor(phone.page)
  await phone.page.goto(`${plainHttp}/r/${code}/bring`)
  await phone.page.getByRole('button', { name: /at a computer/ }).click()
  await phone.page.getByRole('button', { name: 'Make the link' }).click()
  await phone.page.getByText(/^Good until/).waitFor()
  await see('21-bring-computer', phone.page)
  await phone.page.getByRole('button', { name: /whole address book/ }).click()
  await see('21-bring-android', phone.page)
  const { key } = await ask(page, 'me.link', {})
  const computer = await personIn(browser)
  await computer.page.goto(`${url}/d/${key}`)
  await computer.page.getByRole('heading', { name: 'Go on here' }).waitFor()
  await see('computer-link', computer.page)
  await Promise.all([phone.leave(), computer.leave()])
}

const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
