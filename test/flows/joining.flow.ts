/** Coming into a room, and the ways of bringing one's people that are no plain file. */
import { LETTER_WORDS } from '@kith/protocol'
import { type Browser, devices, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fileOf, openRoomHere, told, vcards } from './bring-page.ts'
import { browserPath, openBrowser, type Person, personIn } from './browser.ts'
import { cameraArgs, filmOf } from './camera.ts'
import { type Relay, startRelay } from './relay.ts'
import { type Requests, recordRequests } from './requests.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let browser: Browser
let host: Person
let code: string

beforeAll(async () => {
  if (!browserPath) return
  server = await startServer()
  browser = await openBrowser()
  host = await personIn(browser)
  code = await openRoomHere(host.page, server.url, { name: 'Book evening, Leeds library' })
})
afterAll(async () => {
  if (!browserPath) return
  expect(host.errors).toEqual([])
  await browser.close()
  await server[Symbol.asyncDispose]()
})

/** Somebody new for each test, whose requests are watched. */
let person: Person
let page: Page
let requests: Requests

const comeNew = async (from: Browser, options: Parameters<typeof personIn>[1] = {}): Promise<void> => {
  person = await personIn(from, options)
  page = person.page
  requests = recordRequests(page.context())
}
const goAway = async (): Promise<void> => {
  expect(person.errors).toEqual([])
  expect(requests.hostsBut(new URL(server.url).host)).toEqual([])
  await person.leave()
}

const goIn = async (): Promise<void> => {
  await page.waitForURL(new RegExp(`/join/${code}$`))
  await page.getByRole('heading', { name: 'Book evening, Leeds library' }).waitFor()
  await page.getByText('With few people it is easy to guess who is meant.').waitFor()
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.waitForURL(new RegExp(`/r/${code}$`))
}

const boxes = () => page.getByRole('group', { name: 'Six letters' }).getByRole('textbox')
const letters = () => boxes().evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value).join(''))

/** Six letters that no room has. */
const wrongCode = (): string => {
  const other = Object.keys(LETTER_WORDS).find((letter) => letter !== code[0])!
  return other + code.slice(1)
}

describe.skipIf(!browserPath)('joining', () => {
  beforeEach(() => comeNew(browser))
  afterEach(() => goAway())

  test('GST3: by six letters typed, in small ones too', async () => {
    await page.goto(server.url)
    await page.getByRole('link', { name: /Join a room/ }).click()
    await boxes().first().click()
    await page.keyboard.type(code.toLowerCase(), { delay: 30 })
    await goIn()
  })

  test('by a link pasted into a box', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
    await page.goto(`${server.url}/join`)
    await boxes().first().click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), `Come here: ${server.url}/r/${code}`)
    await page.keyboard.press('Control+V')
    await goIn()
  })

  test('before the doors open it says when, and takes topics and people already', async () => {
    const begins = Math.floor(Date.now() / 1000) + 86_400
    const room = await openRoomHere(host.page, server.url, { name: 'Choir evening', begins, topics: ['sings'] })
    await page.goto(`${server.url}/r/${room}`)
    await page.getByText(/^Doors open .*\d\d:\d\d/).waitFor()
    await page.getByRole('button', { name: 'Go in' }).click()
    await page.waitForURL(new RegExp(`/r/${room}/topics$`))
    await page.goto(`${server.url}/r/${room}`)
    await page.getByRole('heading', { name: /^Doors open .*\d\d:\d\d/ }).waitFor()
    await page.getByText('Choose your topics and bring your people now.').waitFor()
    await page.getByRole('link', { name: /Bring your people/ }).click()
    await page.waitForURL(new RegExp(`/r/${room}/bring$`))
  })

  test('an ended room says that it has ended, and offers another', async () => {
    const room = await openRoomHere(host.page, server.url, { name: 'Choir evening' })
    await host.page.evaluate(async (code) => {
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/host.close', { method: 'POST', headers, body: JSON.stringify({ code }) })
    }, room)
    await page.goto(`${server.url}/r/${room}`)
    await page.getByRole('heading', { name: 'This room has ended' }).waitFor()
    await page.getByRole('link', { name: 'Join another room' }).click()
    expect(await letters()).toBe('')
  })
})

describe.skipIf(!browserPath)('wrong codes', () => {
  // Whoever has no session yet is told from others by their address and by what their browser calls itself.
  beforeEach(() => comeNew(browser, { userAgent: devices['iPhone 14']!.userAgent }))
  afterEach(() => goAway())

  test('a wrong code is said kindly and keeps its letters; ten of them, and one waits', async () => {
    await page.goto(`${server.url}/join`)
    const wrong = wrongCode()
    await boxes().first().click()
    await page.keyboard.type(wrong, { delay: 30 })
    await page.getByRole('heading', { name: 'No room has these letters' }).waitFor()
    await page.getByText('We kept them.').waitFor()
    expect(await letters()).toBe(wrong)
    for (let count = 1; count < 10; count++) {
      const answered = page.waitForResponse('**/api/rooms.peek')
      await page.getByRole('button', { name: 'Try again' }).click()
      await answered
      await page.getByRole('button', { name: 'Try again' }).and(page.locator(':not([aria-disabled=true])')).waitFor()
    }
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(/Many codes were tried just now\. Your letters are kept\./).waitFor()
    expect(await letters()).toBe(wrong)
  })
})

describe.skipIf(!browserPath)('scanning inside the app', () => {
  let camera: Browser | undefined
  afterEach(async () => {
    await goAway()
    await camera?.close()
  })

  test('the camera reads the code of the poster, and the room opens by itself', async () => {
    camera = await openBrowser(cameraArgs(fileOf('poster.y4m', filmOf(`${server.url}/r/${code}`))))
    await comeNew(camera)
    await page.goto(`${server.url}/join`)
    await page.getByRole('button', { name: 'Scan the code' }).click()
    await goIn()
  })

  test('another code opens nothing, and is said to', async () => {
    camera = await openBrowser(cameraArgs(fileOf('menu.y4m', filmOf('https://menu.example/today'))))
    await comeNew(camera)
    await page.goto(`${server.url}/join`)
    await page.getByRole('button', { name: 'Scan the code' }).click()
    await page.getByText('That code does not open a room. Look for the one on the poster.').waitFor()
    await page.getByRole('button', { name: 'Type the letters instead' }).click()
    await boxes().first().waitFor()
  })

  test('a refused camera stays off, and one types', async () => {
    camera = await openBrowser(['--use-fake-device-for-media-stream', '--deny-permission-prompts'])
    await comeNew(camera)
    await page.goto(`${server.url}/join`)
    await page.getByRole('button', { name: 'Scan the code' }).click()
    await page.getByRole('heading', { name: 'The camera stays off' }).waitFor()
    await page.getByText('Allow the camera in the settings of this page, or type the six letters.').waitFor()
    await page.getByRole('button', { name: 'Type the letters instead' }).click()
    await page.keyboard.type(code, { delay: 30 })
    await goIn()
  })
})

const BOOK = vcards([
  { name: 'Nadia', lines: ['EMAIL:nadia@mail.example'] },
  { name: 'Otto', lines: ['EMAIL:otto@mail.example'] },
])

describe.skipIf(!browserPath)('people from other apps', () => {
  beforeEach(() => comeNew(browser))
  afterEach(() => goAway())

  // The picker itself is no part of Chromium on a computer: what stands in for it gives what the API is said to give.
  test('CON1: picked one by one, in rounds that add up (a stand-in for the picker)', async () => {
    await page.addInitScript(() => {
      const rounds = [
        [
          { name: ['Nadia'], email: ['nadia@mail.example'], tel: ['07700 900001'] },
          { name: ['Otto'], email: [], tel: ['+44 7700 900002'] },
        ],
        [
          { name: ['Otto'], email: [], tel: ['+44 7700 900002'] },
          { name: [], email: ['petra@mail.example'], tel: [] },
        ],
      ]
      const asked: unknown[] = []
      const select = (...words: unknown[]) => Promise.resolve(rounds[asked.push(words) - 1])
      Object.assign(globalThis, { asked, ContactsManager: class {} })
      Object.defineProperty(navigator, 'contacts', { value: { select } })
    })
    const room = await openRoomHere(page, server.url)
    await page.goto(`${server.url}/r/${room}/bring`)
    await page.getByRole('button', { name: /^Pick people/ }).click()
    await page.getByRole('button', { name: 'Choose people' }).click()
    expect((await told(page)).people).toHaveLength(2)
    const asked = await page.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)
    expect(asked).toEqual([[['name', 'email', 'tel'], { multiple: true }]])
    await page.getByRole('button', { name: 'Bring more' }).click()
    await page.getByRole('button', { name: 'Choose people' }).click()
    await page.getByText('3 people go in').waitFor()
    const { people } = await told(page)
    for (const [at, who] of ['Nadia', 'Otto', 'petra@mail.example'].entries()) expect(people[at]).toContain(who)
    expect(people[0]).toContain('nadia@mail.example, +447700900001')
  })

  test('CON1: a file shared with the installed app ends at the preview, and is not sent', async () => {
    await openRoomHere(page, server.url)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    // As the manifest says, a form that the system posts to the app.
    await page.evaluate(async (text) => {
      const { share_target } = await (await fetch('/manifest.webmanifest')).json()
      const form = document.createElement('form')
      Object.assign(form, { action: share_target.action, method: share_target.method, enctype: share_target.enctype })
      const [{ name, accept }] = share_target.params.files
      const files = new DataTransfer()
      files.items.add(new File([text], 'Contacts.vcf', { type: accept[0] }))
      const input = Object.assign(document.createElement('input'), { type: 'file', name, files: files.files })
      form.append(input)
      document.body.append(form)
      form.submit()
    }, BOOK)
    await page.waitForURL(/\/bring/)
    expect((await told(page)).head).toBe('2 people go in')
    // Here is no contact picker, and no such way.
    await page.getByRole('button', { name: 'Bring more' }).click()
    await page.getByRole('button', { name: /any file/ }).waitFor()
    expect(await page.getByRole('button', { name: /^Pick people/ }).count()).toBe(0)
    await page.getByText('Contacts.vcf').first().waitFor()
    expect(requests.calls('contacts.put') + requests.calls('contacts.evaluate')).toBe(0)
    await page.reload()
    await page.getByText('2 people go in').waitFor()
    expect(await page.getByText('read before').count()).toBe(0)
  })
})

describe.skipIf(!browserPath)('at a computer', () => {
  const name = 'kith.example'
  let relay: Relay
  let abroad: Server
  let net: Browser

  beforeAll(async () => {
    relay = await startRelay()
    abroad = await startServer({ PUBLIC_URL: `http://${name}:${relay.port}` })
    relay.to = Number(new URL(abroad.url).port)
    net = await openBrowser([`--host-resolver-rules=MAP ${name} localhost`])
  })
  afterAll(async () => {
    await net?.close()
    relay?.close()
    await abroad?.[Symbol.asyncDispose]()
  })

  test('the link makes another device the same guest, in the same room, once', async () => {
    const url = `http://${name}:${relay.port}`
    const phone = await personIn(net, { userAgent: devices['iPhone 14']!.userAgent })
    const room = await openRoomHere(phone.page, url, { name: 'Book evening', hostName: 'Ana' })
    await phone.page.goto(`${url}/r/${room}/bring`)
    await phone.page.getByRole('button', { name: /Do it at a computer/ }).click()
    await phone.page.getByRole('button', { name: 'Make the link' }).click()
    const link = await phone.page.getByText(/^http:\/\/kith\.example:\d+\/d\//).innerText()

    await comeNew(net)
    await page.goto(link)
    await page.getByRole('button', { name: 'Go on on this device' }).click()
    await page.waitForURL(`${url}/r/${room}/bring`)
    await page.getByRole('button', { name: /any file/ }).click()
    await page.getByLabel('Choose files').setInputFiles(fileOf('contacts.vcf', BOOK))
    await page.getByRole('button', { name: 'Show me who is here' }).click()
    await page.waitForURL(`${url}/r/${room}`)
    // One guest: still alone, host on both, and what the computer brought is the phone's too.
    await page.getByText('You’re the first.').waitFor()
    await page.goto(`${url}/r/${room}/host`)
    await page.getByRole('heading', { name: 'Book evening' }).first().waitFor()
    await phone.page.goto(`${url}/people`)
    await phone.page.getByText('Your 2 people still count.').waitFor()

    const third = await personIn(net)
    await third.page.goto(link)
    await third.page.getByRole('button', { name: 'Go on on this device' }).click()
    await third.page.getByText('This link was used already, or is too old.').waitFor()
    // Of plain http the browser itself writes that it ignores a header.
    const errors = [phone, person, third].flatMap((one) =>
      one.errors.filter((text) => !/header has been ignored/.test(text)),
    )
    expect(errors).toEqual([])
    expect(requests.hostsBut(`${name}:${relay.port}`)).toEqual([])
  })
})
