/** The screen that brings one's people, as somebody reads and uses it. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kith-bring-'))

/** A file on somebody's device. */
export const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Made-up people as a vCard file. */
export const vcards = (people: readonly { name: string; lines: readonly string[] }[]): string =>
  people
    .map(({ name, lines }) => ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n'))
    .join('')

/** Opens a room by the page's own connection, without its screen; returns the code. */
export const openRoomHere = async (page: Page, server: string, room: object = {}): Promise<string> => {
  await page.goto(`${server}/open`)
  return page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch('/api/rooms.open', { method: 'POST', headers, body: JSON.stringify(body) })
      return (await answer.json()).room.face.code as string
    },
    { name: 'Book evening', size: 40, ...room },
  )
}

export const openBring = async (page: Page, server: string, code: string): Promise<void> => {
  await page.goto(`${server}/r/${code}/bring`)
  await showFileWay(page)
}

/** The way that takes any file, wherever one is on the screen. */
export const showFileWay = async (page: Page): Promise<void> => {
  const way = page.getByRole('button', { name: /any file/ })
  const more = page.getByRole('button', { name: 'Bring more' })
  await way.or(more).first().waitFor()
  if (await more.isVisible()) await more.click()
  if ((await way.getAttribute('aria-expanded')) !== 'true') await way.click()
  await page.getByLabel('Choose files').waitFor({ state: 'attached' })
}

/** What the page says of a file: it was read, known before, or refused. */
export const give = async (page: Page, ...files: readonly string[]): Promise<void> => {
  await showFileWay(page)
  const answered = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const status = document.querySelector('.bring-reading')!
        let began = false
        new MutationObserver(() => {
          if (status.textContent !== '') began = true
          else if (began) resolve()
        }).observe(status, { childList: true, characterData: true, subtree: true })
      }),
  )
  await page.getByLabel('Choose files').setInputFiles([...files])
  await answered
}

export interface Told {
  /** "10 people go in, 2 stay out". */
  readonly head: string
  readonly people: readonly string[]
  /** Each row or sentence of those who stay out. */
  readonly out: readonly string[]
  /** Rows of those who stay out that do not say why. */
  readonly unexplained: number
  readonly text: string
}

/** Everything that the screen says of who was found, with every row opened and every "more" pressed. */
export const told = async (page: Page): Promise<Told> => {
  const list = page.locator('.bring-list')
  const heading = list.getByRole('heading', { level: 2 })
  const goIn = Number(/^(\d+) p/.exec(await heading.innerText())?.[1] ?? 0)
  const rows = list.locator('.bring-people > li')
  // They come from the worker, a moment after the head.
  await expect.poll(() => rows.count(), { timeout: 10_000 }).toBeGreaterThanOrEqual(Math.min(goIn, 6))
  const more = list.getByRole('button', { name: /^(See all|Show) [\d,]+/ }).first()
  while (await more.isVisible()) {
    const shown = await list.innerText()
    await more.click()
    await expect.poll(() => list.innerText(), { timeout: 10_000 }).not.toBe(shown)
  }
  const closed = list.getByRole('button', { name: /^More about/ })
  await closed.evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click()
  })
  await expect.poll(() => closed.count()).toBe(0)
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()
  const texts = async (selector: string) => (await list.locator(selector).allInnerTexts()).map(plain)
  return {
    head: plain(await heading.innerText()),
    people: await texts('.bring-people > li'),
    out: await texts('.k-left-out li'),
    unexplained: await list.locator('.k-left-out li:has(> p > b):not(:has(> p > span))').count(),
    text: plain(await list.innerText()),
  }
}
