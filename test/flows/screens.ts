/** Every screen of the app in its main states, reached by people against the real server. Flows look at each of them. */
import type { Browser, Page } from 'playwright-core'
import { around } from './scenes/around.ts'
import { bringing } from './scenes/bringing.ts'
import { cards } from './scenes/cards.ts'
import { evening } from './scenes/evening.ts'
import { hosting } from './scenes/hosting.ts'
import { introduced } from './scenes/introduced.ts'

export interface Stage {
  readonly browser: Browser
  /** `http://localhost:PORT`. */
  readonly url: string
  /** The same app under an address that begins with http and is not this machine's own. */
  readonly plainHttp: string
  /** Two address books, as files, that share 25 friends. */
  readonly books: { readonly first: string; readonly second: string }
  /** Six people of the first of them. */
  readonly few: string
  /** Friends as Facebook gives them: names only. */
  readonly namesOnly: string
}

/** Called on each screen: its name (a drawing's, where there is one) and the page that shows it. */
export type See = (name: string, page: Page) => Promise<void>

export type Act = (stage: Stage, see: See) => Promise<void>

/** What belongs together is played by the same people. */
export const ACTS: Readonly<Record<string, Act>> = {
  'around a room': around,
  'bringing people': bringing,
  'cards in a room': cards,
  'two who were introduced': introduced,
  'a host and a door': hosting,
  'an evening with made-up people': evening,
}
