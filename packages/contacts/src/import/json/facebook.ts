/** Friends out of Facebook's "Download your information" in JSON, in the shapes that it has had over the years. */
import type { Collection } from '../collection.ts'
import { Draft } from '../draft.ts'
import type { RefusalCode, Work } from '../result.ts'
import { STEP_RECORDS } from '../result.ts'
import { repairMojibake } from './mojibake.ts'
import type { Json, JsonObject } from './parse.ts'

const FRIENDS = /^(friends|address_book)(_v\d+)?$/
const MESSAGES = /^(participants|messages|thread_path)$/
const OTHERS = /(removed|deleted|rejected|received|sent|blocked)_|follow|request/

/** The friends' items in a file: a list under a known key, also one level deeper, or a bare list of people. */
export function friendsIn(root: Json): Json[] | undefined {
  const keyed = keyedFriends(root)
  if (keyed !== undefined || !Array.isArray(root)) return keyed
  const nested = root
    .slice(0, 8)
    .map(keyedFriends)
    .find((list) => list !== undefined)
  if (nested !== undefined) return nested
  return root.slice(0, 8).some((item) => isObject(item) && typeof item.name === 'string') ? root : undefined
}

function keyedFriends(value: Json): Json[] | undefined {
  if (!isObject(value) || Array.isArray(value)) return undefined
  for (const key of Object.keys(value).filter((name) => FRIENDS.test(name))) {
    const list = value[key]!
    if (Array.isArray(list)) return list
    const inner = keyedFriends(list)
    if (inner !== undefined) return inner
  }
  return undefined
}

/** Why a JSON file that holds no friends is refused. */
export function refusalOf(root: Json): RefusalCode {
  const objects = (Array.isArray(root) ? root.slice(0, 8) : [root]).filter(isObject)
  const keys = objects.flatMap((object) => Object.keys(object))
  if (keys.some((key) => MESSAGES.test(key))) return 'messages'
  return keys.some((key) => OTHERS.test(key)) ? 'not-friends' : 'unknown'
}

/** Reads the items; yields how many are done. */
export function* readFriends(items: readonly Json[], collection: Collection): Work<void> {
  for (const [index, item] of items.entries()) {
    if (collection.isFullAt(index + 1)) return
    collection.add(draftOf(item, index + 1))
    if (index % STEP_RECORDS === 0) yield index
  }
}

function draftOf(item: Json, line: number): Draft {
  const draft = new Draft(line)
  if (typeof item === 'string') draft.display = repairMojibake(item)
  if (!isObject(item)) return draft
  draft.display = repairMojibake(textOf(item.name))
  addReach(draft, textOf(item.contact_info))
  draft.addUrl(textOf(item.uri))
  const details = item.details
  for (const detail of Array.isArray(details) ? details.slice(0, 100) : []) {
    if (isObject(detail)) addReach(draft, textOf(detail.contact_point))
  }
  return draft
}

function addReach(draft: Draft, text: string): void {
  if (text.includes('@')) draft.addEmails(text)
  else draft.addPhone(text)
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null
}
