/** A made-up address book, taken in as any other, and put away again when real people are met. */
import { peopleStore } from '../../device/people/database.ts'
import type { Asked, Questions } from '../../device/people/messages.ts'

/** `Importing.ask`, or a screen's own way to the same worker. */
export type Ask = <A extends Asked>(ask: A, input: Questions[A]['input']) => Promise<Questions[A]['output']>

export interface MadeUpBook {
  readonly vcard: string
  readonly stories: readonly { readonly name: string; readonly story: string }[]
}

export const bookFile = (book: MadeUpBook, name: string): File =>
  new File([book.vcard], `${name}.vcf`, { type: 'text/vcard' })

/** What its owner would say of some of them. */
export const tellStories = async (ask: Ask, stories: MadeUpBook['stories']): Promise<void> => {
  for (const { name, story } of stories) {
    const { rows } = await ask('rows', { query: name, from: 0, count: 20 })
    const row = rows.find(({ label }) => label === name)
    if (row !== undefined) await ask('choose', { what: 'story', key: row.key, story })
  }
}

const KEY = 'kith.made-up-books'

/** Remembers which books belong to the evening. */
export const noteMadeUpBooks = (sources: readonly string[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...notedBooks(), ...sources])]))
  } catch {
    // Without storage the book stays until it is taken away by hand.
  }
}

const notedBooks = (): string[] => {
  try {
    const noted: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(noted) ? noted.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Among real people one has one's own address book alone: the evening's goes from this device. */
export const putMadeUpBookAway = async (): Promise<void> => {
  const sources = notedBooks()
  if (sources.length === 0) return
  try {
    for (const source of sources) await peopleStore.removeBook(source)
    const people = await peopleStore.people()
    await peopleStore.replacePeople(people.filter((person) => !person.sources.every((one) => sources.includes(one))))
    localStorage.removeItem(KEY)
  } catch {
    // Tried again at the next room.
  }
}
