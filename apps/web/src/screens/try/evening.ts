/**
 * Begins an evening with made-up people: a room of one's own, and the offered address book read, marked, sent and sealed
 * as one's own would be. Nothing is asked.
 */
import { call } from '../../client/call.ts'
import type { CallError, Result } from '../../client/result.ts'
import { Importing } from '../../device/importing.ts'
import { refreshLabels } from '../../state/labels.ts'
import { type Ask, bookFile, type MadeUpBook, noteMadeUpBooks, tellStories } from './made-up-people.ts'

/** A guest's list holds at most so many identifiers (CON4). */
const LIMIT = 5000

export type EveningTrouble = CallError | { readonly error: 'unreadable' }

export const beginEvening = async (
  bookName: string,
  onOpened: () => void,
): Promise<{ readonly ok: true; readonly code: string } | { readonly ok: false; readonly error: EveningTrouble }> => {
  const opened = await call('try.open', {})
  if (!opened.ok) return opened
  onOpened()
  const { room, book } = opened.value
  const { code } = room.face
  const mine = await call('me.get', {})
  if (!mine.ok) return mine
  const brought = await bringBook(book, bookName, mine.value.keyId)
  if (!brought.ok) return brought
  const sealed = await call('rooms.seal', { code })
  if (!sealed.ok) return sealed
  await refreshLabels()
  return { ok: true, code }
}

const bringBook = async (
  book: MadeUpBook,
  name: string,
  keyId: string,
): Promise<Result<undefined> | { readonly ok: false; readonly error: { readonly error: 'unreadable' } }> => {
  const importing = new Importing()
  const ask: Ask = (what, input) => importing.ask(what, input)
  try {
    const before = await ask('open', { limit: LIMIT })
    const had = new Set(before.books.map(({ source }) => source))
    const { preview } = await ask('read', { files: [{ name: `${name}.vcf`, content: bookFile(book, name) }] })
    noteMadeUpBooks(preview.books.map(({ source }) => source).filter((source) => !had.has(source)))
    await tellStories(ask, book.stories)
    const brought = await ask('bring', { keyId })
    if (brought.how === 'failed') return { ok: false, error: brought.error }
    return brought.how === 'brought' ? { ok: true, value: undefined } : { ok: false, error: { error: 'unreadable' } }
  } catch {
    return { ok: false, error: { error: 'unreadable' } }
  } finally {
    importing.close()
  }
}
