import { beforeEach, expect, test } from 'vitest'
import type { StoredIntroduction } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { newId, newIntroduction, newMessage, newWave } from '../people.ts'

export const messageContract = (subject: Subject): void => {
  let talk: StoredIntroduction
  const say = (sender: string, text?: string) => subject.store.messages.add(newMessage(talk.id, sender, text))
  const hide = (sender: string, text: string) =>
    subject.store.messages.add({ ...newMessage(talk.id, sender, text), onlyForSender: true })
  const seen = async (reader: string) =>
    (await subject.store.messages.list(talk.id, reader, 0, 1000)).map(({ seq, text }) => `${seq} ${text}`)

  beforeEach(async () => {
    talk = newIntroduction()
    await subject.store.introductions.add(talk, newWave(talk))
  })

  test('CONV2 messages are numbered 1, 2, 3 … and listed in that order to both', async () => {
    const { messages } = subject.store
    const first = newMessage(talk.id, talk.a, "We shared a flat in Leeds — '99 😀\n")
    const { message, seqForOther, isNew } = await messages.add(first)
    expect([message, seqForOther, isNew]).toStrictEqual([{ ...first, seq: 1 }, 1, true])
    await say(talk.b, 'Two')
    await say(talk.a, 'Three')
    for (const reader of [talk.a, talk.b]) {
      expect(await seen(reader)).toEqual([`1 ${first.text}`, '2 Two', '3 Three'])
      expect((await messages.list(talk.id, reader, 1, 1)).map(({ text }) => text)).toEqual(['Two'])
      expect((await messages.last(talk.id, reader))?.text).toBe('Three')
    }
  })

  test('CONV2 of many written at once none is lost, none doubled, and no number left out', async () => {
    const { messages } = subject.store
    const written = Array.from({ length: 60 }, (_, i) => newMessage(talk.id, i % 2 === 0 ? talk.a : talk.b, `${i}`))
    const answers = await Promise.all(written.map((message) => messages.add(message)))
    const all = await messages.list(talk.id, talk.a, 0, 1000)
    expect(all.map(({ seq }) => seq)).toEqual(written.map((_, i) => i + 1))
    expect(new Set(all.map(({ clientId }) => clientId))).toEqual(new Set(written.map(({ clientId }) => clientId)))
    for (const { message } of answers) expect(all[message.seq - 1]).toEqual(message)
  })

  test('CONV2 the same message sent again, also at once, is the message as it was first', async () => {
    const { messages } = subject.store
    const message = newMessage(talk.id, talk.a, 'Once')
    const answers = await Promise.all(Array.from({ length: 8 }, () => messages.add(message)))
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
    const again = await messages.add({ ...message, text: 'Changed', sentAt: 1 })
    for (const answer of [...answers, again])
      expect([answer.message, answer.seqForOther]).toEqual([{ ...message, seq: 1 }, 1])
    // Another may choose the same id for their own.
    expect((await messages.add({ ...message, sender: talk.b })).message.seq).toBe(2)
    expect((await say(talk.a)).message.seq).toBe(3)
  })

  test('REV6 what is hidden from one is there for its sender, and leaves no gap that would tell', async () => {
    const { messages } = subject.store
    await say(talk.a, 'Hello')
    const hidden = await hide(talk.b, 'Are you there?')
    expect(hidden).toMatchObject({ message: { seq: 2, onlyForSender: true }, isNew: true })
    expect(hidden.seqForOther).toBeUndefined()
    await hide(talk.a, 'Not for you')
    expect(await say(talk.a, 'Bye')).toMatchObject({ message: { seq: 3 }, seqForOther: 3 })
    await hide(talk.b, 'Hm')
    expect(await seen(talk.a)).toEqual(['1 Hello', '2 Not for you', '3 Bye'])
    expect(await seen(talk.b)).toEqual(['1 Hello', '2 Are you there?', '3 Bye', '4 Hm'])
    expect((await messages.last(talk.id, talk.a))?.text).toBe('Bye')
    expect((await messages.last(talk.id, talk.b))?.text).toBe('Hm')
    expect(await messages.unread(talk.id, talk.a)).toBe(0)
    expect(await messages.unread(talk.id, talk.b)).toBe(2)
  })

  test('CONV2 unread is what the other wrote and one has not read; a mark never falls, nor passes the last', async () => {
    const { messages } = subject.store
    for (const text of ['1', '2', '3']) await say(talk.a, text)
    await say(talk.b, '4')
    expect([await messages.unread(talk.id, talk.a), await messages.unread(talk.id, talk.b)]).toEqual([1, 3])
    await messages.markRead(talk.id, talk.b, 2)
    await messages.markRead(talk.id, talk.b, 1)
    expect([await messages.readUpTo(talk.id, talk.b), await messages.unread(talk.id, talk.b)]).toEqual([2, 1])
    await messages.markRead(talk.id, talk.b, 999)
    expect([await messages.readUpTo(talk.id, talk.b), await messages.unread(talk.id, talk.b)]).toEqual([4, 0])
    await say(talk.a, '5')
    expect(await messages.unread(talk.id, talk.b)).toBe(1)
    expect(await messages.readUpTo(talk.id, talk.a)).toBe(0)
  })

  test('nobody else reads, writes or marks anything in a conversation', async () => {
    const { messages } = subject.store
    await say(talk.a)
    const eve = newId()
    await expect(say(eve)).rejects.toThrow('not theirs')
    await expect(messages.add(newMessage(newId(), talk.a))).rejects.toThrow('not there any more')
    expect(await messages.list(talk.id, eve, 0, 10)).toEqual([])
    expect(await messages.last(talk.id, eve)).toBeUndefined()
    await messages.markRead(talk.id, eve, 1)
    expect([await messages.readUpTo(talk.id, eve), await messages.unread(talk.id, eve)]).toEqual([0, 0])
  })
}
