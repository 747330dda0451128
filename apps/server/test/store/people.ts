/** Made-up rows: each call gives new people, so that tests can share one store. */
import { randomBytes } from 'node:crypto'
import type { StoredIntroduction, StoredMessage, StoredRoom, StoredWave, Two } from '../../src/store/store.ts'

export const newId = (): string => randomBytes(16).toString('base64url')

/** Ana and Ben, in their order. */
export const newTwo = (): Two => {
  const [a, b] = [newId(), newId()].sort() as [string, string]
  return { a, b }
}

export const newRoom = (change: Partial<StoredRoom> = {}): StoredRoom => ({
  id: newId(),
  code: newId().slice(0, 6),
  name: 'Book evening, Leeds library',
  size: 40,
  begins: 1_800_000_000,
  ends: 1_800_010_800,
  topics: ['new in town', 'sings in "St Mary\'s", {alto}\\', ''],
  spots: ['by the window'],
  byNod: false,
  hostKeyHash: 'ab'.repeat(32),
  hostName: 'Carla',
  madeUp: false,
  ...change,
})

export const newWave = ({ a, b }: Two = newTwo()): StoredWave => ({ id: newId(), a, b, wave: { a: true, b: false } })

export const newIntroduction = ({ a, b }: Two = newTwo()): StoredIntroduction => ({
  id: newId(),
  a,
  b,
  day: '2027-01-15',
  roomName: 'Book evening, Leeds library',
  moreA: 0,
  moreB: 0,
  metA: 'not-said',
  metB: 'not-said',
})

export const newMessage = (conversation: string, sender: string, text = 'How do you know Carla?') =>
  ({ conversation, sender, clientId: newId(), text, sentAt: 1_800_000_100, onlyForSender: false }) satisfies Omit<
    StoredMessage,
    'seq'
  >
