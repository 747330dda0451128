/** From bytes to a book: tells the kind, decodes, and hands over to that kind's reader. */
import type { BookKind } from '../contact.ts'
import type { Collection } from './collection.ts'
import { findHeader } from './csv/header.ts'
import { readRows } from './csv/rows.ts'
import { binaryKind, foreignKind, isVcard, startsAsJson } from './detect.ts'
import { friendsIn, readFriends, refusalOf } from './json/facebook.ts'
import { jcardsIn, readJcards } from './json/jcard.ts'
import { type Json, JsonReader } from './json/parse.ts'
import { readPlain } from './plain/list.ts'
import { type AddressBookResult, type ImportOptions, MOST_BYTES, refuse, STEP, type Work } from './result.ts'
import { asciiCompatible, TextSource } from './text.ts'
import { readVcards } from './vcard/reader.ts'

/** The parts of the whole that rewriting UTF-16 and parsing JSON take, for progress. */
const REWRITTEN = 0.2
const PARSED = 0.6

/** Characters from which the kind is told. */
const HEAD = 64 * 1024

/** Reads the file into the collection; yields the part of it that is done, from 0 to 1. */
export function* readBook(bytes: Uint8Array, options: ImportOptions, collection: Collection): Work<AddressBookResult> {
  if (bytes.length > MOST_BYTES) return refuse('too-large')
  if (bytes.length === 0) return refuse('empty')
  const binary = binaryKind(bytes)
  if (binary !== undefined) return refuse(binary)
  yield 0
  const compatible = yield* part(asciiCompatible(bytes), bytes.length, 0, REWRITTEN)
  const isCards = isVcard(compatible)
  yield 0
  if (isCards) {
    yield* part(readVcards(compatible, collection), compatible.length, compatible === bytes ? 0 : REWRITTEN, 1)
    return bookOf('vcard', collection)
  }
  const head = new TextSource(bytes).read(HEAD)
  yield 0
  return startsAsJson(head.slice(0, 1024))
    ? yield* readJson(bytes, collection)
    : yield* readText(bytes, head, options, collection)
}

function* readJson(bytes: Uint8Array, collection: Collection): Work<AddressBookResult> {
  const source = new TextSource(bytes)
  const reader = new JsonReader(source)
  while (!reader.advance(STEP)) yield PARSED * (source.position / bytes.length)
  const root: Json = reader.root ?? null
  const cards = jcardsIn(root)
  const items = cards ?? friendsIn(root)
  if (items === undefined) return refuse(refusalOf(root))
  const reading = cards === undefined ? readFriends(items, collection) : readJcards(items, collection)
  yield* part(reading, items.length, PARSED, 1)
  if (reader.isBroken) collection.skip(items.length + 1, 'unfinished')
  return bookOf(cards === undefined ? 'facebook-json' : 'jcard', collection)
}

function* readText(
  bytes: Uint8Array,
  head: string,
  options: ImportOptions,
  collection: Collection,
): Work<AddressBookResult> {
  const foreign = foreignKind(head)
  if (foreign !== undefined) return refuse(foreign)
  const header = findHeader(head)
  if (header?.isOfOthers) return refuse('not-friends')
  const source = new TextSource(bytes)
  if (header !== undefined) {
    yield* part(readRows(source, header, options, collection), bytes.length, 0, 1)
    return bookOf(header.kind, collection)
  }
  const { lines, entries } = yield* part(readPlain(source, head, collection), bytes.length, 0, 1)
  // Prose with an address in it is no list.
  if (lines === 0) return refuse('empty')
  return entries === 0 || entries * 3 < lines ? refuse('unknown') : bookOf('plain-list', collection)
}

/** Runs work that yields positions up to `length` as the part of the whole from `from` to `to`. */
function* part<T>(work: Work<T>, length: number, from: number, to: number): Work<T> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    yield from + (to - from) * Math.min(step.value / Math.max(length, 1), 1)
  }
}

function bookOf(kind: BookKind, { contacts, skipped }: Collection): AddressBookResult {
  return { ok: true, book: { kind, contacts, skipped } }
}
