/** What a store does, whatever keeps it: every adapter runs all of it. */
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { introductionContract } from './contract/introductions.ts'
import { messageContract } from './contract/messages.ts'
import { pairContract } from './contract/pairs.ts'
import { peopleContract } from './contract/people.ts'
import { refusalContract } from './contract/refusals.ts'
import { roomContract } from './contract/rooms.ts'

/** The store under test; the tests share it, each with people of its own. */
export interface Subject {
  readonly store: Store
  /** Closes it and opens it again, as a restart does. */
  reopen(): Promise<void>
}

/** Making a new directory takes seconds, on a busy machine many. */
const OPENING = 120_000

/** `open` gives the same store each time: what was in it is in it. */
export const storeContract = (open: () => Promise<Store>): void => {
  let store: Store
  const subject: Subject = {
    get store() {
      return store
    },
    reopen: async () => {
      await store[Symbol.asyncDispose]()
      store = await open()
    },
  }

  beforeAll(async () => {
    store = await open()
  }, OPENING)
  afterAll(() => store?.[Symbol.asyncDispose](), OPENING)

  test('it answers', () => store.ping())
  describe('rooms', () => roomContract(subject))
  describe('pairs', () => pairContract(subject))
  describe('waves and introductions', () => introductionContract(subject))
  describe('messages', () => messageContract(subject))
  describe('people and reports', () => peopleContract(subject))
  describe('refusals and restarts', () => refusalContract(subject))
}
