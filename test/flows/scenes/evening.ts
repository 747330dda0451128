/** The made-up evening, on each of whose screens the honey band stands, and its end. */
import { personIn } from '../browser.ts'
import type { Act } from '../screens.ts'

export const evening: Act = async ({ browser, url }, see) => {
  const { page, leave } = await personIn(browser)
  await page.goto(`${url}/try`)
  await page.getByText('25+ of your friends').first().waitFor({ timeout: 30_000 })
  await see('24-made-up', page)
  await page.getByRole('button', { name: 'Wave', exact: true }).first().click()
  await page.getByRole('link', { name: 'See who it is' }).first().click()
  await page.getByText('You both know 25 people').waitFor()
  await see('24-made-up-introduction', page)
  await page.getByRole('link', { name: /Hold up the/ }).click()
  await page.getByText('Made-up people.').waitFor()
  await see('24-made-up-sign', page)
  await page.getByRole('button', { name: 'Found each other' }).click()
  await page.getByRole('link', { name: 'We met' }).click()
  await page.getByRole('button', { name: 'We met' }).click()
  await page.getByRole('link', { name: 'What was made up, and what was not' }).click()
  await page.getByRole('heading', { name: /made up/ }).waitFor()
  await see('24b-made-up-end', page)
  await leave()
}
