/** What people do in Kith, as steps that several flows take. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '@kith/protocol'
import type { Page } from 'playwright-core'

/** The two sample address books, which share 25 friends, as files on a person's device. */
export const sampleBooks = async (server: string): Promise<{ first: string; second: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'kith-books-'))
  const [first, second] = await Promise.all(
    (['first', 'second'] as const).map(async (whose) => {
      const { vcard } = await call(server, 'try.book', { whose })
      const file = join(folder, `${whose}.vcf`)
      await writeFile(file, vcard)
      return file
    }),
  )
  return { first: first!, second: second! }
}

const call = async (server: string, method: string, input: unknown): Promise<Output<'try.book'>> => {
  const response = await fetch(`${server}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(`${method}: ${response.status}`)
  return (await response.json()) as Output<'try.book'>
}

/** Opens a room from the Door; returns its code. */
export const openRoom = async (page: Page, server: string, name: string): Promise<string> => {
  await page.goto(server)
  await page.getByRole('link', { name: /Open a room/ }).click()
  await page.getByLabel(/What is it called/).fill(name)
  await page.getByRole('button', { name: 'Open the room' }).click()
  await page.waitForURL(/\/r\/[A-Z]{6}$/)
  await page.getByText('You’re the first.').waitFor()
  return page.url().slice(-6)
}

/** Joins by the link that a QR code is, as the phone's own camera opens it. */
export const joinByLink = async (page: Page, server: string, code: string, firstName?: string): Promise<void> => {
  await page.goto(`${server}/r/${code}`)
  if (firstName) await page.getByLabel(/Your first name/).fill(firstName)
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.waitForURL(/\/r\/[A-Z]{6}(\/topics)?$/)
}

/** Brings an address book from a file, and asks who is here. */
export const bring = async (page: Page, server: string, code: string, file: string): Promise<void> => {
  await page.goto(`${server}/r/${code}/bring`)
  await chooseFile(page, file)
  await page.getByRole('button', { name: /Show me who is here/ }).click()
  await page.waitForURL(new RegExp(`/r/${code}$`))
}

export const chooseFile = async (page: Page, file: string): Promise<void> => {
  await page.getByRole('button', { name: /any file/ }).click()
  await page.getByLabel('Choose files').setInputFiles(file)
}

/** Waves at the strongest, giving a first name where one is asked for. */
export const wave = async (page: Page, firstName: string, label: RegExp = /^Wave( back)?$/): Promise<void> => {
  await page.getByRole('button', { name: label }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'First name' }).fill(firstName)
  await page.getByRole('dialog').getByRole('button', { name: /^Wave/ }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
