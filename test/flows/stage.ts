/** What the scenes of screens.ts are played on: the real server under two addresses, a browser, and address books. */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openBrowser } from './browser.ts'
import { sampleBooks } from './people.ts'
import type { Stage } from './screens.ts'
import { startServer } from './server.ts'

const FRIENDS = ['Ana Lima', 'Ben Okafor', 'Carla Neri', 'Dora Lindqvist', 'Emil Novak', 'Fatima Aziz']

export const setStage = async (): Promise<Stage & AsyncDisposable> => {
  const server = await startServer()
  const port = new URL(server.url).port
  // Plain http elsewhere than on one's own machine: the name leads here, and nothing else is different.
  const plain = await startServer({ PUBLIC_URL: `http://kith.test:${Number(port) + 1}`, PORT: `${Number(port) + 1}` })
  const browser = await openBrowser(['--host-resolver-rules=MAP kith.test localhost'])
  const books = await sampleBooks(server.url)
  const few = join(dirname(books.first), 'few.vcf')
  const cards = (await readFile(books.first, 'utf8')).split(/(?=BEGIN:VCARD)/)
  await writeFile(few, cards.slice(1, 7).join(''))
  const namesOnly = join(dirname(books.first), 'your_friends.json')
  const friends = FRIENDS.map((name, at) => ({ name, timestamp: 1_600_000_000 + at }))
  await writeFile(namesOnly, JSON.stringify({ friends_v2: friends }))
  return {
    browser,
    url: server.url,
    plainHttp: `http://kith.test:${Number(port) + 1}`,
    books,
    few,
    namesOnly,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await server[Symbol.asyncDispose]()
      await plain[Symbol.asyncDispose]()
    },
  }
}
