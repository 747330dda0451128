import { expect, test } from 'vitest'
import { createPgliteStore } from '../../../src/store/pglite.ts'
import { migratedDirectory } from './directory.ts'
import { startChild } from './process.ts'

export const processTests = (): void => {
  test('CONV2 a kill in the middle of writing loses nothing that was acknowledged, and leaves no gap', async () => {
    const directory = await migratedDirectory()
    for (let round = 1; round <= 3; round++) {
      const child = startChild('write', directory)
      await child.said(new RegExp(`message \\S+ ${round * 50}\n`))
      await child.kill()
      const said = child.output.split('\n').slice(0, -1)
      await expectKept(
        directory,
        said.map((line) => line.split(' ')),
      )
    }
  })

  test('a second process is refused by the name of the directory and the first one, which works on', async () => {
    const directory = await migratedDirectory()
    const first = startChild('write', directory)
    await first.said(/message/)
    const second = startChild('open', directory)
    expect(await second.ended()).toBe(1)
    expect(second.output).toContain(`${directory} is in use by process ${first.pid} on `)
    const before = first.output.length
    await first.said(new RegExp(`^[^]{${before + 200}}`))
    await first.kill()
    // A dead holder holds nothing; and a store that was disposed lets its process end.
    const third = startChild('open', directory)
    expect([await third.ended(), third.output]).toEqual([0, 'open\nclosed\n'])
  })
}

const expectKept = async (directory: string, said: readonly string[][]): Promise<void> => {
  const store = await createPgliteStore({ directory })
  const [, conversation = '', reader = ''] = said.find(([what]) => what === 'talk') ?? []
  const messages = await store.messages.list(conversation, reader, 0, 100_000)
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1))
  for (const [what, id = '', seq] of said) {
    if (what === 'message') expect(messages[Number(seq) - 1]?.clientId).toBe(id)
    if (what === 'room') expect(await store.rooms.byId(id)).toBeDefined()
  }
  await store[Symbol.asyncDispose]()
}
