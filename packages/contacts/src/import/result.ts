/** What comes of reading a file: a book, or a plain reason why it is none. */
import type { AddressBook } from '../contact.ts'

/** Larger files are refused (IMP2). */
export const MOST_BYTES: number = 50 * 1024 * 1024

/** Records, read or skipped, that are taken from one file (IMP3). */
export const MOST_RECORDS = 50_000

/** Bytes or characters looked at between two yields: about 5 ms of a slow phone (IMP13). */
export const STEP: number = 32 * 1024

/** Records turned into contacts between two yields. */
export const STEP_RECORDS = 32

export type AddressBookResult =
  | { readonly ok: true; readonly book: AddressBook }
  | { readonly ok: false; readonly error: NotAnAddressBook }

/** An expected failure. The message is one English sentence for logs and tests; screens word the code themselves. */
export interface NotAnAddressBook {
  readonly code: RefusalCode
  readonly message: string
}

export type RefusalCode = keyof typeof REFUSALS

export interface ImportOptions {
  /** The server that a Mastodon export came from, for accounts which it lists without one. */
  readonly mastodonServer?: string
}

/** How far the reading is: `done` of `total` bytes (an estimate where a file is read twice), and the contacts so far. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly contacts: number
}

/** Work in small steps: yields its position, in bytes or characters of what it reads, and returns its result. */
export type Work<T> = Generator<number, T, undefined>

const REFUSALS = {
  empty: 'This file is empty.',
  'too-large': 'This file is larger than 50 MB.',
  picture: 'This is a picture, not an address book.',
  archive: 'This is an archive or a spreadsheet: unpack it, or save it as CSV.',
  document: 'This is a document or a program, not an address book.',
  'web-page': 'This is a web page: export the list as JSON, CSV or vCard instead.',
  messages: 'These are messages, not a list of friends.',
  'not-friends': 'This lists accounts that are not friends, such as requests, removed friends or muted accounts.',
  unknown: 'No contacts were recognised in this file.',
} as const

export function refuse(code: RefusalCode): AddressBookResult {
  return { ok: false, error: { code, message: REFUSALS[code] } }
}
