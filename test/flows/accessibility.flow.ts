/** Every screen, in each of its states: for whoever listens, sees little, or has a narrow window; by day and by night. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser, personIn } from './browser.ts'
import { faultsOf } from './looking.ts'
import { bring, joinByLink } from './people.ts'
import { ask, openFor } from './scenes/ask.ts'
import { ACTS } from './screens.ts'
import { setStage } from './stage.ts'

let stage: Awaited<ReturnType<typeof setStage>>
beforeAll(async () => {
  if (browserPath) stage = await setStage()
})
afterAll(() => stage?.[Symbol.asyncDispose]())

describe.skipIf(!browserPath)('every screen: axe, names, 320 px, 200 % text, light and dark', () => {
  test.each(Object.entries(ACTS))('%s', { timeout: 400_000 }, async (_, play) => {
    const faults: Record<string, string[]> = {}
    await play(stage, async (name, page) => {
      const found = await faultsOf(page)
      if (found.length > 0) faults[name] = found
    })
    expect(faults).toEqual({})
  })
})

test.skipIf(!browserPath)('what is looked for is found where it is', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.setContent(`<title>Kith: room</title><main><h1>One</h1><h1>Two</h1>
    <button style="height: 20px"></button><p style="width: 340px">A line that is too wide</p>
    <p style="height: 1em; overflow: hidden">Cut off<br>below</p><p style="color: #ccc; background: #fff">Pale</p></main>`)
  const faults = (await faultsOf(page)).join('\n')
  for (const fault of [
    '2 heads',
    'a button without a name',
    'light: color-contrast',
    'dark: color-contrast',
    'light: button-name',
  ])
    expect(faults).toContain(fault)
  for (const fault of ['at 320 px: the page is', 'at 320 px: cut off', 'at 200 % text: cut off', 'x 20: <button'])
    expect(faults).toContain(fault)
  await browser.close()
})

describe.skipIf(!browserPath)('what comes is told politely', () => {
  test('a card, and a wave', async () => {
    const { browser, url, books } = stage
    const [ana, ben] = [await personIn(browser), await personIn(browser)]
    await ana.page.goto(url)
    const code = await openFor(ana.page, { topics: [] })
    await joinByLink(ben.page, url, code, 'Ben')
    await bring(ana.page, url, code, books.first)
    const heard = await listen(ana.page)
    await bring(ben.page, url, code, books.second)
    await expect.poll(heard).toMatch(/here to say hello to|shares friends with you/)
    await wave(ben.page)
    await expect.poll(heard).toContain('Someone has waved at you.')
    await Promise.all([ana.leave(), ben.leave()])
  })
})

const wave = async (page: Page): Promise<void> => {
  const { rooms } = await ask(page, 'me.get', {})
  const { face, cards } = rooms[0]!
  await ask(page, 'cards.wave', { code: face.code, card: cards[0]!.id, firstName: 'Ben' })
}

/** All that polite live regions have said since, as a screen reader would hear it. */
const listen = async (page: Page): Promise<() => Promise<string>> => {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const region = element?.closest('[role="status"], [role="log"], [aria-live="polite"]')
        if (region) said.push(region.textContent ?? '')
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said.join('\n'))
}
