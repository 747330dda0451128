/** Where readers put what they find, and where the count of one file's records ends. */
import type { Contact, SkippedContact, SkipReason } from '../contact.ts'
import type { Draft } from './draft.ts'
import { MOST_RECORDS } from './result.ts'

export class Collection {
  readonly contacts: Contact[] = []
  readonly skipped: SkippedContact[] = []

  /** Takes a draft as a contact, or lists it as skipped when nothing in it names or reaches anybody. */
  add(draft: Draft): void {
    const contact = draft.finish()
    if (contact === undefined) this.skip(draft.line, draft.emptyReason)
    else this.contacts.push(contact)
  }

  skip(line: number, reason: SkipReason): void {
    this.skipped.push({ line, reason })
  }

  /** True, and said once, when the record that begins at `line` is one too many: its reader stops. */
  isFullAt(line: number): boolean {
    if (this.contacts.length + this.skipped.length < MOST_RECORDS) return false
    this.skip(line, 'too-many')
    return true
  }
}
