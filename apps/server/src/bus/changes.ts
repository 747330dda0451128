/** What may be asked of a bus, whichever keeps it. A caller's mistake is refused here, before anything has happened. */
import type { BusChange, BusKey, UnixSeconds } from './bus.ts'

/** What stands in the first braces, or the whole key: as Redis finds the slot of a key. */
export function tagOf(key: BusKey): string {
  return /\{([^}]+)\}/.exec(key.slice(firstBrace(key)))?.[1] ?? key
}

/** `{}` is no tag, and whatever follows it is none either (Redis cluster specification, hash tags). */
function firstBrace(key: BusKey): number {
  const open = key.indexOf('{')
  return open === -1 || key[open + 1] === '}' ? key.length : open
}

export function requireChanges(changes: readonly BusChange[]): void {
  const tags = new Set(changes.map(({ key }) => tagOf(key)))
  if (tags.size > 1) throw new RangeError(`commit: the records of one commit share a tag, not ${[...tags].join(', ')}`)
  for (const change of changes) {
    if (change.kind === 'write') requireEnd(change.until)
  }
}

export function requireEnd(until: UnixSeconds): void {
  if (!Number.isSafeInteger(until)) throw new RangeError(`until: whole seconds, not ${until}`)
}

export function requireSpending(amount: number, limit: number, within: number): void {
  for (const [name, value, least] of [
    ['amount', amount, 0],
    ['limit', limit, 0],
    ['within', within, 1],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < least) throw new RangeError(`${name}: whole and not below ${least}`)
  }
}
