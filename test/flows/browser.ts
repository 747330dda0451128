/** Chromium, and people in it: each a browser context of their own, with nothing in common but the server. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { CHROMIUM, chromiumPath } from '../../apps/server/test/services/chromium.ts'

export { CHROMIUM }

/** Undefined: there is no browser on this machine, and none could be installed. */
export const browserPath = chromiumPath()

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath!, args: [...ARGS, ...args] })

export interface Person {
  readonly page: Page
  /** Errors of the page and of its console, which a flow expects to be none. */
  readonly errors: string[]
  leave(): Promise<void>
}

const PHONE = { width: 390, height: 844 }

export const personIn = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Person> => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) errors.push(message.text())
  })
  return { page, errors, leave: () => context.close() }
}

/** The browser itself writes down every answer that is no 200, and every socket that breaks. */
const isExpected = (text: string): boolean => /Failed to load resource|WebSocket connection/.test(text)
