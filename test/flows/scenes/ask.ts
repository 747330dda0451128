/** Steps that a scene needs and no flow is about: taken through the API, with the cookies of the person's own browser. */
import type { Input, MethodName, Output } from '@kith/protocol'
import type { Page } from 'playwright-core'

/** The page must show the app already: its origin is checked. */
export const ask = async <M extends MethodName>(page: Page, method: M, input: Input<M>): Promise<Output<M>> => {
  const answer = await page.evaluate(
    async ([method, input]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`/api/${method}`, { method: 'POST', headers, body: JSON.stringify(input) })
      return { ok: response.ok, body: await response.json() }
    },
    [method, input] as const,
  )
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.body)}`)
  return answer.body as Output<M>
}

export const TOPICS = ['sings in St Mary’s', 'new in town', 'reads Elizabeth Gaskell', 'has a dog', 'looking for work']

export const inMinutes = (minutes: number): number => Math.round(Date.now() / 1000) + minutes * 60

export interface RoomWishes {
  readonly begins?: number
  readonly byNod?: boolean
  readonly topics?: string[]
  readonly hostName?: string
}

/** Opens a room for somebody whose page shows the app; returns its code. */
export const openFor = async (page: Page, wishes: RoomWishes = {}): Promise<string> => {
  const { room } = await ask(page, 'rooms.open', {
    name: 'Book evening, Leeds library',
    size: 40,
    ...(wishes.begins === undefined ? {} : { begins: wishes.begins, ends: wishes.begins + 3 * 3600 }),
    topics: wishes.topics ?? TOPICS,
    spots: ['by the coffee', 'at the piano'],
    byNod: wishes.byNod ?? false,
    ...(wishes.hostName === undefined ? {} : { hostName: wishes.hostName }),
  })
  return room.face.code
}
