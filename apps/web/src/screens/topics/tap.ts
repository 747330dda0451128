/** Sends the topics: one's own words only as their marks (TOP2), made by the worker; the words stay on this device. */
import { call } from '../../client/call.ts'
import type { CallError, Result } from '../../client/result.ts'
import { Importing } from '../../device/importing.ts'
import { keepOwnWords } from '../../state/own-words.ts'
import type { Chosen } from './chosen.ts'

export const tapTopics = async (code: string, chosen: Chosen): Promise<CallError | undefined> => {
  const marks = chosen.own.length === 0 ? none : await marksOf(code, chosen.own)
  if (!marks.ok) return marks.error
  // First the words: a card may name its topic by its place before the answer is here.
  keepOwnWords(code, chosen.own)
  const tapped = await call('topics.tap', { code, host: [...chosen.host], own: [...marks.value] })
  return tapped.ok ? undefined : tapped.error
}

const none: Result<readonly string[]> = { ok: true, value: [] }

const marksOf = async (code: string, words: readonly string[]): Promise<Result<readonly string[]>> => {
  const my = await call('me.get', {})
  if (!my.ok) return my
  const worker = new Importing()
  try {
    const marks = await worker.ask('ownWords', { keyId: my.value.keyId, code, words })
    return marks.ok ? { ok: true, value: marks.value.tokens } : marks
  } catch {
    return { ok: false, error: { error: 'internal' } }
  } finally {
    worker.close()
  }
}
