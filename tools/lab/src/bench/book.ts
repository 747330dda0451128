/** A vCard file of 10,000 contacts, read in steps as a worker does. */
import { readAddressBookInSteps } from '@kith/contacts/import'
import { median, ROUNDS } from './rounds.ts'

export interface BookFigures {
  readonly contacts: number
  readonly bytes: number
  /** Seconds for the whole file, and milliseconds for its longest step: medians of five. */
  readonly seconds: number
  readonly longestStepMs: number
}

export const benchBook = (contacts: number): BookFigures => {
  const bytes = new TextEncoder().encode(Array.from({ length: contacts }, (_, i) => card(i)).join(''))
  const rounds = Array.from({ length: ROUNDS + 1 }, () => readOnce(bytes, contacts)).slice(1)
  return {
    contacts,
    bytes: bytes.length,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    longestStepMs: median(rounds.map(({ longestStepMs }) => longestStepMs)),
  }
}

const readOnce = (bytes: Uint8Array, contacts: number): { seconds: number; longestStepMs: number } => {
  const steps = readAddressBookInSteps(bytes)
  const started = performance.now()
  let longestStepMs = 0
  for (let last = started; ; ) {
    const step = steps.next()
    const now = performance.now()
    longestStepMs = Math.max(longestStepMs, now - last)
    last = now
    if (!step.done) continue
    if (!step.value.ok || step.value.book.contacts.length !== contacts) throw new Error('the book was not read whole')
    return { seconds: (now - started) / 1000, longestStepMs }
  }
}

/** One card in ten carries a photo of 20 kB, as phones export them. */
const card = (i: number): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:Okafor-${i};Ben;;;`,
    `FN:Ben Okafor-${i}`,
    `TEL;TYPE=CELL:+44 7700 9${String(i).padStart(5, '0')}`,
    `TEL;TYPE=HOME:020 7946 0${String(i % 1000).padStart(3, '0')}`,
    `EMAIL;TYPE=INTERNET:ben.${i}@example.org`,
    'ADR;TYPE=HOME:;;1 Mill Lane;Leeds;;LS1 1AA;United Kingdom',
    ...(i % 10 === 0 ? [`PHOTO;ENCODING=b;TYPE=JPEG:${'QUJD'.repeat(18)}`, ...PHOTO_LINES] : []),
    'END:VCARD',
    '',
  ].join('\r\n')

const PHOTO_LINES = Array.from({ length: 270 }, () => ` ${'QUJD'.repeat(18)}`)
