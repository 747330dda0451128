/**
 * Reads real people's address books, whatever program wrote them (SPEC.md, Import). Bytes in, contacts out; no clock, no
 * network, nothing thrown. The caller decides how many steps to take before it lets others have the thread.
 */
import { Collection } from './collection.ts'
import { readBook } from './read.ts'
import type { AddressBookResult, ImportOptions, Progress } from './result.ts'

export type { AddressBook, BookKind, Contact, SkippedContact, SkipReason } from '../contact.ts'
export { repairMojibake } from './json/mojibake.ts'
export type { AddressBookResult, ImportOptions, NotAnAddressBook, Progress, RefusalCode } from './result.ts'
export { MOST_BYTES, MOST_RECORDS } from './result.ts'
export { decodeText } from './text.ts'

/** Reads a whole book at once: up to 50 MB, up to 50,000 records; a bad one never costs the others (CON3). */
export function readAddressBook(bytes: Uint8Array, options: ImportOptions = {}): AddressBookResult {
  const steps = readAddressBookInSteps(bytes, options)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
  }
}

/**
 * The same in small steps: each looks at no more than 32 KiB or 32 records before it yields how far it is.
 *
 * @example
 * for (let step = steps.next(); !step.done; step = steps.next()) postMessage(step.value)
 */
export function* readAddressBookInSteps(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Generator<Progress, AddressBookResult, undefined> {
  const collection = new Collection()
  const work = readBook(bytes, options, collection)
  // A file that turns out to be another kind is begun anew; what has been said of progress is not taken back.
  let done = 0
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    done = Math.max(done, Math.round(step.value * bytes.length))
    yield { done, total: bytes.length, contacts: collection.contacts.length }
  }
}
