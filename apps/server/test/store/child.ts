/** A process of its own with a store: `child.ts write|open|snapshots DIRECTORY`. Says on its output what it has done. */

import { writeSnapshot } from '../../src/store/pglite/snapshot.ts'
import { createPgliteStore } from '../../src/store/pglite.ts'
import type { Store } from '../../src/store/store.ts'
import { newIntroduction, newMessage, newRoom, newWave } from './people.ts'

const [, , what = '', directory = ''] = process.argv

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Writes without end, several at once, and says of each when it is kept. */
const write = async (store: Store): Promise<never> => {
  const talk = newIntroduction()
  await store.introductions.add(talk, newWave(talk))
  say(`talk ${talk.id} ${talk.a}`)
  const messages = async (sender: string): Promise<never> => {
    for (;;) {
      const { message } = await store.messages.add(newMessage(talk.id, sender, 'x'.repeat(300)))
      say(`message ${message.clientId} ${message.seq}`)
    }
  }
  const rooms = async (): Promise<never> => {
    for (;;) {
      const room = newRoom()
      await store.rooms.add(room)
      say(`room ${room.id}`)
    }
  }
  return await Promise.race([messages(talk.a), messages(talk.b), rooms()])
}

const run = {
  write: async () => write(await createPgliteStore({ directory, snapshotSeconds: 2 })),
  open: async () => {
    const store = await createPgliteStore({ directory })
    say('open')
    await store[Symbol.asyncDispose]()
    say('closed')
  },
  snapshots: async () => {
    for (let round = 1; ; round++) {
      await writeSnapshot(directory, Buffer.alloc(8 << 20, round))
      say(`snapshot ${round}`)
    }
  },
}

if (what in run) await run[what as keyof typeof run]()
