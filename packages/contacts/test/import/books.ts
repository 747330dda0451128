/** The made-up books of this repository, and how tests look at what was read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AddressBook, type ImportOptions, readAddressBook } from '@kith/contacts/import'

const folder = join(import.meta.dirname, '../books')

export const bookNames: readonly string[] = readdirSync(folder)

export function bookBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)))
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** One byte for each character, which must be below U+0100. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), order === 'le')
  return bytes
}

/** The book, or an error that says why there is none. */
export function read(source: Uint8Array | string, options?: ImportOptions): AddressBook {
  const result = readAddressBook(typeof source === 'string' ? utf8(source) : source, options)
  if (!result.ok) throw new Error(result.error.message)
  return result.book
}

/** Each contact as `line name | e-mails | phones | handles`. */
export function shown({ contacts }: AddressBook): string[] {
  return contacts.map(({ line, name, emails, phones, handles }) =>
    [`${line} ${name}`, emails.join(' '), phones.join(' '), handles.join(' ')].join(' | ').replace(/[ |]+$/, ''),
  )
}

/** Each skipped one as `line reason`. */
export function skipped(book: AddressBook): string[] {
  return book.skipped.map(({ line, reason }) => `${line} ${reason}`)
}

export function names(source: Uint8Array | string): string[] {
  return read(source).contacts.map(({ name }) => name)
}
