/** One choice of the owner, applied. Pure. */
import { type Country, normalisePhone, parseIdentifier } from '@kith/contacts/identifier'
import type { Choice, Whom } from '../device/people/messages.ts'
import type { KeptChoices } from '../device/people/types.ts'
import type { MadeEntry } from './making.ts'

export function choose(
  choices: KeptChoices,
  choice: Choice,
  entries: readonly MadeEntry[],
  country: Country | undefined,
): KeptChoices {
  switch (choice.what) {
    case 'tick':
      return { ...choices, ticked: switched(choices.ticked, [choice.id], choice.on) }
    case 'me':
      return { ...choices, me: switched(choices.me, [choice.id], choice.on) }
    case 'private':
      return { ...choices, private: switched(choices.private, identifiersOf(entries, choice.whom), choice.on) }
    case 'tie':
      return { ...choices, ties: withAll(choices.ties, identifiersOf(entries, choice.whom), choice.tie) }
    case 'acquaintance': {
      const identifiers = identifiersOf(entries, choice.whom)
      return { ...choices, acquaintances: withAll(choices.acquaintances, identifiers, choice.acquaintance) }
    }
    case 'story': {
      const story = choice.story.trim()
      return {
        ...choices,
        stories: withAll(choices.stories, identifiersOf(entries, choice), story === '' ? undefined : story),
      }
    }
    case 'own':
      return {
        ...choices,
        own: new Set(choice.written.map((text) => readOwn(text, country)).filter((one) => one !== undefined)),
      }
    case 'country':
      return { ...choices, country: choice.country }
  }
}

/** An address, an account, or a number as its owner dials it. */
export const readOwn = (text: string, country: Country | undefined) =>
  parseIdentifier(text.trim()) ?? normalisePhone(text, country)

export const matches = (query: string): ((entry: Pick<MadeEntry, 'label' | 'identifiers' | 'sources'>) => boolean) => {
  const wanted = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean)
  return ({ label, identifiers, sources }) => {
    const text = [label, ...identifiers, ...sources].join(' ').normalize('NFKC').toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
}

function identifiersOf(entries: readonly MadeEntry[], whom: Whom): string[] {
  const isMeant = 'key' in whom ? ({ id }: MadeEntry) => id === whom.key : matches(whom.query)
  return entries.filter(isMeant).flatMap(({ identifiers }) => identifiers)
}

function switched<T>(set: ReadonlySet<T>, items: readonly T[], on: boolean): ReadonlySet<T> {
  const next = new Set(set)
  for (const item of items) {
    if (on) next.add(item)
    else next.delete(item)
  }
  return next
}

function withAll<T>(
  map: ReadonlyMap<string, T>,
  keys: readonly string[],
  value: T | undefined,
): ReadonlyMap<string, T> {
  const next = new Map(map)
  for (const key of keys) {
    if (value === undefined) next.delete(key)
    else next.set(key, value)
  }
  return next
}
