/** jCard, vCard in JSON (RFC 7095): one card, or a list of them. */

import type { Collection } from '../collection.ts'
import { STEP_RECORDS, type Work } from '../result.ts'
import { Card } from '../vcard/card.ts'
import type { Json, JsonObject } from './parse.ts'

/** The cards in a file, or undefined when it is no jCard. */
export function jcardsIn(root: Json): Json[] | undefined {
  if (!Array.isArray(root)) return undefined
  if (isCard(root)) return [root]
  return root.slice(0, 8).some(isCard) ? root : undefined
}

function isCard(value: Json | undefined): value is ['vcard', Json[], ...Json[]] {
  return Array.isArray(value) && typeof value[0] === 'string' && /^vcard$/i.test(value[0]) && Array.isArray(value[1])
}

/** Reads the cards; yields how many are done. */
export function* readJcards(cards: readonly Json[], collection: Collection): Work<void> {
  for (const [index, value] of cards.entries()) {
    const line = index + 1
    if (collection.isFullAt(line)) return
    if (isCard(value)) addCard(value[1], line, collection)
    else collection.skip(line, 'unreadable')
    if (index % STEP_RECORDS === 0) yield index
  }
}

function addCard(properties: readonly Json[], line: number, collection: Collection): void {
  const card = new Card(line)
  for (const property of properties.slice(0, 1000)) if (Array.isArray(property)) addProperty(card, property)
  if (card.isGroup) collection.skip(line, 'group')
  else collection.add(card.draft)
}

/** `[name, parameters, type, value, ...]`; a value that is an array is structured. */
function addProperty(card: Card, [name, parameters, , ...values]: readonly Json[]): void {
  if (typeof name !== 'string') return
  const map = new Map<string, string>()
  const types = new Set<string>()
  for (const [key, value] of Object.entries(isObject(parameters) ? parameters : {})) {
    if (key.toLowerCase() === 'type') for (const type of textsOf(value)) types.add(type.toLowerCase())
    else map.set(key.toLowerCase(), textsOf(value).join(','))
  }
  const value = values.map(written).join(',')
  card.add({ name: name.toUpperCase(), types, parameters: map, value })
}

/** A value as a vCard line would have it, so that one reader serves both. */
function written(value: Json): string {
  return Array.isArray(value)
    ? value.map((part) => textsOf(part).map(escaped).join(',')).join(';')
    : escaped(String(value))
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, (char) => `\\${char}`).replaceAll('\n', '\\n')
}

function textsOf(value: Json): string[] {
  const texts = Array.isArray(value) ? value : [value]
  return texts.filter((text) => typeof text === 'string').slice(0, 100)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
