/** The whole story by the keyboard alone, for one of the two: no pointer, and the focus always seen and never lost. */
import type { FileChooser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, type Person, personIn } from './browser.ts'
import { bring, joinByLink } from './people.ts'
import { ask, openFor } from './scenes/ask.ts'
import { setStage } from './stage.ts'

describe.skipIf(!browserPath)('by keyboard alone', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let ana: Person
  let ben: Person
  let code: string

  beforeAll(async () => {
    stage = await setStage()
    ;[ana, ben] = [await personIn(stage.browser), await personIn(stage.browser)]
    await ben.page.goto(stage.url)
    code = await openFor(ben.page)
    await bring(ben.page, stage.url, code, stage.books.second)
  })
  afterAll(() => stage?.[Symbol.asyncDispose]())

  test('from the Door into the room, by six letters and past the topics', async () => {
    const { page } = ana
    await page.goto(stage.url)
    await press(page, 'link', /Join a room/)
    await head(page, 'Join a room')
    await reach(page, 'textbox', /./)
    await page.keyboard.type(code, { delay: 30 })
    await head(page, 'Book evening, Leeds library')
    await press(page, 'button', 'Go in')
    await head(page, 'What brings you here?')
    await press(page, 'link', 'Skip')
    await page.waitForURL(new RegExp(`/r/${code}$`))
    await head(page, /./)
  })

  test('her people, from a file', async () => {
    const { page } = ana
    await press(page, 'link', 'Bring your people')
    await head(page, 'Bring your people')
    await press(page, 'button', /any file/)
    await (await chooserFor(page)).setFiles(stage.books.first)
    await page.getByText(/people go in/).waitFor()
    await seen(page)
    await press(page, 'button', 'Show me who is here')
    await page.waitForURL(new RegExp(`/r/${code}$`))
    await page.getByText('25+ of your friends').waitFor()
    await head(page, /say hello to/)
  })

  test('a dialog keeps the focus and gives it back; so does what opens inside a card', async () => {
    const { page } = ana
    await press(page, 'button', 'Wave')
    await page.getByRole('dialog').waitFor()
    await seen(page)
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(() => document.activeElement?.closest('dialog') !== null || !document.hasFocus()),
      ).toBe(true)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toMatch(/^button Wave/)
    await press(page, 'button', 'More')
    await press(page, 'button', /Block or report/)
    await page.getByRole('heading', { name: 'Block or report' }).waitFor()
    await seen(page)
    await press(page, 'button', 'Cancel')
    await page.getByRole('heading', { name: 'Block or report' }).waitFor({ state: 'detached' })
    await seen(page)
  })

  test('wave, introduction, sign', async () => {
    const { page } = ana
    await press(page, 'button', 'Wave')
    await page.getByRole('dialog').waitFor()
    await reach(page, 'textbox', 'First name')
    await page.keyboard.type('Ana')
    await page.keyboard.press('Enter')
    await page.getByText('You waved').first().waitFor()
    await seen(page)
    const { rooms } = await ask(ben.page, 'me.get', {})
    const card = rooms[0]!.cards.find(({ wave }) => wave === 'they')!
    await ask(ben.page, 'cards.wave', { code, card: card.id, firstName: 'Ben' })
    await press(page, 'link', 'See who it is')
    await head(page, 'Ben')
    await press(page, 'link', /Hold up the/)
    await head(page, /^an? /)
    await press(page, 'button', 'Come to me')
    await seen(page)
    await press(page, 'button', 'by the poster')
    await seen(page)
    await press(page, 'button', 'Found each other')
    await head(page, 'Ben')
  })

  test('a message, and "we met"', async () => {
    const { page } = ana
    await press(page, 'link', /Write to Ben/)
    await head(page, 'Ben')
    await reach(page, 'textbox', /Write to Ben/)
    await page.keyboard.type('I am the one by the tea.')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('I am the one by the tea.').waitFor()
    expect(await focused(page)).toMatch(/^textbox/)
    await press(page, 'link', 'Back')
    await head(page, 'Ben')
    await press(page, 'link', 'We met')
    await head(page, 'Did you two meet?')
    await press(page, 'button', 'We met')
    await page.getByRole('heading', { name: 'You said: we met.' }).waitFor()
    await seen(page)
    expect(ana.errors).toEqual([])
  })

  test('a card that goes leaves the focus where one goes on', async () => {
    const carla = await personIn(stage.browser)
    await joinByLink(carla.page, stage.url, code)
    await bring(carla.page, stage.url, code, stage.books.second)
    const { page } = ana
    await page.goto(`${stage.url}/r/${code}`)
    await page.getByRole('button', { name: 'Wave', exact: true }).first().waitFor()
    await press(page, 'button', 'More')
    await press(page, 'button', /Not now/)
    await page.getByText('Gone for both of you').waitFor()
    await seen(page)
    await press(page, 'button', 'Close')
    await page.getByText('Gone for both of you').waitFor({ state: 'detached' })
    await seen(page)
  })
})

/** Steps on with Tab until the focus is on what is looked for; each stop on the way must be seen. */
const reach = async (page: Page, role: 'link' | 'button' | 'textbox', name: string | RegExp): Promise<void> => {
  const wanted = page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name })
  await wanted.first().waitFor()
  for (let stops = 0; stops < 150; stops++) {
    const all = await wanted.all()
    for (const one of all) if (await one.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    await seen(page)
  }
  throw new Error(`no Tab leads to ${role} ${name}`)
}

const press = async (page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> => {
  await reach(page, role, name)
  await page.keyboard.press('Enter')
}

/** A new screen has come: its head has the focus, so that Tab and whoever listens begin there. */
const head = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await expect.poll(() => focused(page)).toMatch(/^heading /)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(name)
}

/** The focus is on something that is in the window and is marked; never on nothing. */
const seen = async (page: Page): Promise<void> => {
  await expect.poll(() => page.evaluate(lostFocus), { timeout: 3000 }).toBeUndefined()
}

const lostFocus = (): string | undefined => {
  const at = document.activeElement
  // Past the last stop the browser's own bar has it.
  if (at === null || (at === document.body && document.hasFocus()))
    return `nothing has the focus at ${location.pathname}`
  if (at === document.body || at.matches('h1, h2, li, [tabindex="-1"]')) return undefined
  const { top, bottom, left, right } = at.getBoundingClientRect()
  const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  const own = getComputedStyle(at)
  const near = [...at.querySelectorAll('*'), ...(at.closest('label')?.querySelectorAll('*') ?? []), at.parentElement!]
  const marked = [own, ...near.map((one) => getComputedStyle(one))].some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
  )
  if (!within) return `out of sight: ${at.outerHTML.slice(0, 120)}`
  return marked ? undefined : `not marked: ${at.outerHTML.slice(0, 120)}`
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    const role = { BUTTON: 'button', A: 'link', INPUT: 'textbox', TEXTAREA: 'textbox', H1: 'heading' }[
      at?.tagName ?? ''
    ]
    return `${role ?? at?.tagName} ${at?.ariaLabel ?? at?.textContent ?? ''}`
  })

/** On a busy machine the head of the screen may be told late, and takes the focus: then one goes there again. */
const chooserFor = async (page: Page): Promise<FileChooser> => {
  for (let tries = 1; ; tries++) {
    await reach(page, 'button', 'Choose files')
    const opened = page.waitForEvent('filechooser', { timeout: 5000 })
    await page.keyboard.press('Enter')
    const chooser = await opened.catch(() => undefined)
    if (chooser) return chooser
    if (tries === 3) throw new Error('Enter opened no chooser')
  }
}
