/** A contact in the making: readers add what they find as written, `finish` brings it into the contract's form. */
import type { Contact, SkipReason } from '../contact.ts'
import { bare, handleOf } from './handles.ts'
import { emailsIn, phoneIn } from './reach.ts'

/** More of one kind than any person has: the rest is dropped. */
const MOST_OF_A_KIND = 100

/** Longer names are cut: a label is for reading. */
const LONGEST_NAME = 200

export class Draft {
  readonly line: number
  /** Display name; the first that is not blank stays. */
  display = ''
  /** The parts of the name in reading order. */
  parts = ''
  nickname = ''
  organisation = ''
  /** The source says that this is a company, whatever the names. */
  company = false
  /** Why it is skipped if it stays empty. */
  emptyReason: SkipReason = 'empty'
  profileUrl: string | undefined
  readonly #emails = new Set<string>()
  readonly #phones = new Set<string>()
  readonly #handles = new Set<string>()
  readonly #categories = new Set<string>()

  constructor(line: number) {
    this.line = line
  }

  addEmails(text: string): void {
    for (const email of emailsIn(text)) addTo(this.#emails, email)
  }

  addPhone(text: string): void {
    addTo(this.#phones, phoneIn(text))
  }

  /** An address on the web; it is kept as the profile when it is the first that has a normal form. */
  addUrl(text: string): void {
    const url = text.trim()
    const handle = handleOf(url)
    if (handle === undefined) return
    this.profileUrl ??= url
    addTo(this.#handles, handle)
  }

  addHandle(handle: string | undefined): void {
    addTo(this.#handles, handle)
  }

  addCategory(text: string): void {
    addTo(this.#categories, collapse(text) || undefined)
  }

  hasEmail(email: string): boolean {
    return this.#emails.has(email)
  }

  /** The contact, or undefined when nothing names or reaches anybody (rule IMP10 orders the names). */
  finish(): Contact | undefined {
    const [display, parts, organisation] = [this.display, this.parts, this.organisation].map(collapse) as Three
    const emails = [...this.#emails]
    const phones = [...this.#phones]
    const handles = [...this.#handles]
    const names = [display, parts, collapse(this.nickname), organisation, emails[0], phones[0], handles.map(bare)[0]]
    const name = names.find((candidate) => candidate)
    if (!name) return undefined
    return {
      line: this.line,
      name,
      emails,
      phones,
      handles,
      ...(this.profileUrl === undefined ? {} : { profileUrl: this.profileUrl }),
      ...(organisation === '' ? {} : { organisation }),
      organisationOnly: this.company || (organisation !== '' && !namesAPerson(organisation, display, parts)),
      categories: [...this.#categories],
    }
  }
}

type Three = [string, string, string]

/** White space, also exotic, becomes one space; ends are trimmed; controls and direction marks go. */
export function collapse(text: string): string {
  const short = text.length > LONGEST_NAME * 4 ? text.slice(0, LONGEST_NAME * 4) : text
  const plain = short.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  return plain.length > LONGEST_NAME
    ? plain
        .slice(0, LONGEST_NAME)
        .replace(/[\ud800-\udbff]$/, '')
        .trim()
    : plain
}

/** Controls except white space, direction marks, byte-order marks. Joiners stay: scripts and emoji need them. */
const INVISIBLE = /(?!\s)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

function namesAPerson(organisation: string, display: string, parts: string): boolean {
  return (display !== '' && display !== organisation) || (parts !== '' && parts !== organisation)
}

function addTo(set: Set<string>, value: string | undefined): void {
  if (value !== undefined && set.size < MOST_OF_A_KIND) set.add(value)
}
