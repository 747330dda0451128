/** "Which of these is you?" Cards that may be their owner's own, and what choosing one states. */
import type { Identifier } from '../identifier.ts'
import { nameKey, words } from './names.ts'
import type { Person } from './people.ts'
import type { MeCandidate } from './types.ts'

const MOST_CANDIDATES = 5
/** product.md, statement. */
const MOST_STATEMENTS = 5

/** At most five, likeliest first: marked or named as own, then the owner's name, then a name that holds all its words. */
export function candidatesForMe(people: readonly Person[], ownName: string | undefined): MeCandidate[] {
  const own = { key: nameKey(ownName ?? ''), words: words(ownName ?? '') }
  return people
    .map((person) => ({ person, likelihood: likelihoodOf(person, own), statements: statementsOf(person) }))
    .filter(({ likelihood, statements }) => likelihood > 0 && statements.length > 0)
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, MOST_CANDIDATES)
    .map(({ person: { id, label }, statements }) => ({ id, label, statements }))
}

function likelihoodOf(person: Person, own: { readonly key: string; readonly words: readonly string[] }): number {
  if (person.guess === 'own-card') return 3
  if (own.key === '') return 0
  if (person.key === own.key) return 2
  // One word ("Ana") would propose everybody of that name.
  if (own.words.length < 2) return 0
  const found = new Set(words(person.label))
  return own.words.every((word) => found.has(word)) ? 1 : 0
}

/** E-mail addresses, then numbers, then profiles, as on the card; what plainly is a service's comes last. */
export function statementsOf({ reaches }: Person): Identifier[] {
  const [sure, guessed] = [reaches.filter(({ guess }) => !guess), reaches.filter(({ guess }) => guess)]
  const identifiers = [...sure, ...guessed].map(({ identifier }) => identifier)
  return identifiers.filter((identifier) => identifier !== undefined).slice(0, MOST_STATEMENTS)
}
