import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText, readAddressBook, repairMojibake } from '@kith/contacts/import'
import { describe, expect, test } from 'vitest'

// Address books of other programs are no part of this repository; where they are kept, all of them are checked.
const folder = join(process.env.KITH_DATA ?? join(import.meta.dirname, '../../../../../shared/data'), 'contacts')
const note = existsSync(folder) ? '' : ' (skipped: no samples here; KITH_DATA names their folder)'

interface Expected {
  readonly contacts?: number | null
  readonly contactsAny?: readonly number[]
  readonly handles?: readonly string[]
  readonly handlesAscii?: readonly string[]
  readonly strings?: Readonly<Record<string, string>>
  readonly sample: readonly Sample[]
}

interface Sample {
  readonly name: string | null
  readonly nameAny?: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly optionalPhones?: readonly string[]
  readonly profileUrl?: string | null
}

const expected: Record<string, Expected> =
  note === '' ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) : { 'expected.json': { sample: [] } }

describe.skipIf(note !== '')(`IMP1 IMP10 IMP11 IMP12 sample books of other programs${note}`, () => {
  test.each(Object.keys(expected))('%s', (file) => {
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const { contacts: count, contactsAny, sample, strings, handles, handlesAscii } = expected[file]!
    const result = readAddressBook(bytes)
    if (strings !== undefined) checkStrings(bytes, strings)
    if (count === null) {
      expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(/\w+ .*\./) } })
      return
    }
    if (!result.ok) throw new Error(result.error.message)
    const { contacts } = result.book
    expect(contactsAny ?? [count]).toContain(contacts.length)
    for (const one of contacts.length === 0 ? [] : sample) expect(contacts).toContainEqual(matching(one))
    if (handles !== undefined) {
      const found = contacts.flatMap((contact) => contact.handles).map((handle) => handle.replace('mastodon:', ''))
      expect([handles, handlesAscii]).toContainEqual(found)
    }
  })
})

function matching({ name, nameAny, emails, phones, optionalPhones, profileUrl }: Sample): unknown {
  return expect.toSatisfy(
    (contact: { name: string; emails: string[]; phones: string[]; profileUrl?: string }) =>
      (nameAny ?? [name]).includes(contact.name) &&
      same(contact.emails, emails) &&
      same(
        contact.phones.filter((phone) => !optionalPhones?.includes(phone)),
        phones,
      ) &&
      (profileUrl === undefined || sameProfile(contact.profileUrl, profileUrl)),
    `${name ?? nameAny?.[0]} ${emails.join(' ')} ${phones.join(' ')} ${profileUrl ?? ''}`,
  )
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join()
}

function sameProfile(url: string | undefined, expectedUrl: string | null): boolean {
  const plain = url
    ?.toLowerCase()
    .replace(/[?#].*/, '')
    .replace(/\/$/, '')
  return plain === (expectedUrl ?? undefined)
}

/** `a[0].b` to the string of that path, as the decoding functions give it. */
function checkStrings(bytes: Uint8Array, strings: Readonly<Record<string, string>>): void {
  const root: unknown = JSON.parse(decodeText(bytes))
  for (const [path, text] of Object.entries(strings)) {
    let value = root
    for (const key of path.split(/[.[\]]+/).filter(Boolean)) value = (value as Record<string, unknown>)[key]
    expect(repairMojibake(value as string)).toBe(text)
  }
}
