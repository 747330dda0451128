/** Rows under a heading to contacts. */
import type { Collection } from '../collection.ts'
import { Draft } from '../draft.ts'
import { mastodonAccount } from '../handles.ts'
import { emailsIn } from '../reach.ts'
import { type ImportOptions, STEP, STEP_RECORDS, type Work } from '../result.ts'
import type { TextSource } from '../text.ts'
import { cellsOf } from './cells.ts'
import type { Role } from './columns.ts'
import type { Header } from './header.ts'
import { type CsvRecord, CsvRecords } from './records.ts'

/** Reads all rows into the collection; yields the bytes done. */
export function* readRows(
  source: TextSource,
  header: Header,
  options: ImportOptions,
  collection: Collection,
): Work<void> {
  const records = new CsvRecords(source, header.delimiter, header.rowsAt, header.rowsLine)
  while (!records.isAtEnd) {
    const stop = records.done + STEP
    for (let count = 0; count < STEP_RECORDS && records.done < stop && !records.isAtEnd; count++) {
      const record = records.next()
      if (record === undefined || (isBlank(record) && !record.isTooLong) || record.text === header.text) continue
      if (collection.isFullAt(record.line)) return
      if (record.isTooLong) collection.skip(record.line, 'too-large')
      else collection.add(draftOf(record, header, options))
    }
    yield source.position
  }
}

/** Blank lines, lines of separators, and the lone control character that old Windows programs end with. */
function isBlank({ text }: CsvRecord): boolean {
  return /^[\s,;\p{Cc}]{0,200}$/u.test(text)
}

function draftOf(record: CsvRecord, header: Header, options: ImportOptions): Draft {
  const draft = new Draft(record.line)
  const cells = cellsOf(record.text, header.delimiter)
  const row = new Map<Role, string>()
  header.roles.forEach((role, index) => {
    const cell = cells[index]?.trim()
    if (role === undefined || !cell) return
    if (role in ADDERS) for (const value of severalIn(cell)) ADDERS[role]!(draft, value)
    else if (role === 'account') addAccount(draft, cell, options)
    else if (!row.has(role)) row.set(role, cell)
  })
  nameDraft(draft, row, header)
  return draft
}

const ADDERS: { readonly [R in Role]?: (draft: Draft, value: string) => void } = {
  email: (draft, value) => draft.addEmails(value),
  phone: (draft, value) => {
    for (const number of numbersIn(value)) draft.addPhone(number)
  },
  url: (draft, value) => draft.addUrl(value),
  categories: addCategories,
}

/** Google puts several values into one cell, with colons between. */
function severalIn(cell: string): string[] {
  return cell.length > 4096 ? [] : cell.split(/:::|[\r\n]+/)
}

/** Two numbers with a semicolon between are two; what is too short behind one is an extension. */
function numbersIn(value: string): string[] {
  const parts = value.split(';')
  return parts.every((part) => part.replace(/\D/g, '').length >= 6) ? parts : [value]
}

/** Google marks its own groups with a star; being in "my contacts" says nothing. */
function addCategories(draft: Draft, value: string): void {
  for (const category of value.split(';')) {
    const plain = category.replace(/^\s*\*\s*/, '')
    if (!/^(my ?contacts|starred)\s*$/i.test(plain)) draft.addCategory(plain)
  }
}

function addAccount(draft: Draft, cell: string, options: ImportOptions): void {
  const handle = mastodonAccount(cell, options.mastodonServer)
  if (handle === undefined) draft.emptyReason = cell.includes('@') ? 'unreadable' : 'no-server'
  draft.addHandle(handle)
}

/** A name column that holds an address names nobody while there are parts that do, or if the address is another's. */
function nameDraft(draft: Draft, row: ReadonlyMap<Role, string>, { kind }: Header): void {
  const parts = [row.get('given'), row.get('middle'), row.get('family'), row.get('suffix')]
  draft.parts = parts.filter((part) => part !== undefined).join(' ')
  const display = row.get('name') ?? ''
  const isAnothers = !/\s/.test(display) && emailsIn(display).some((email) => !draft.hasEmail(email))
  if (!display.includes('@') || (draft.parts === '' && !isAnothers)) draft.display = display
  draft.nickname = row.get('nickname') ?? ''
  // LinkedIn's members are people: of one who hides their name, the employer is no name.
  const isNamed = draft.display !== '' || draft.parts !== ''
  if (kind !== 'linkedin-csv' || isNamed) draft.organisation = row.get('organisation') ?? ''
}
