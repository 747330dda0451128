/** What the word lists say about names, addresses and categories. */
import { nameKey, Phrases, words } from './names.ts'
import type { Tie } from './types.ts'
import { type Language, WORD_LISTS, type WordList } from './word-lists.ts'

/** Where several ties' words are found, the first of these counts. */
const TIES = ['family', 'school', 'work', 'neighbourhood', 'interest', 'online'] as const satisfies readonly Tie[]

export class Vocabulary {
  readonly #services: Phrases
  readonly #voicemail: Phrases
  readonly #own: Phrases
  readonly #roles: ReadonlySet<string>
  readonly #ties: readonly (readonly [Tie, Phrases])[]

  constructor(languages: readonly Language[]) {
    const lists = languages.map((language) => WORD_LISTS[language])
    const all = (pick: (list: WordList) => readonly string[]) => lists.flatMap(pick)
    this.#services = new Phrases(all((list) => list.services))
    this.#voicemail = new Phrases(all((list) => list.voicemail))
    this.#own = new Phrases(all((list) => list.own))
    this.#roles = new Set(all((list) => list.roles).map(nameKey))
    this.#ties = TIES.map((tie) => [tie, new Phrases(all((list) => list.ties[tie]))] as const)
  }

  /** What a name gives away: a service, a voicemail box, its owner's own card. */
  ofName(name: string): 'voicemail' | 'word-list' | 'own-card' | undefined {
    const all = words(name)
    if (this.#own.include(all)) return 'own-card'
    if (this.#voicemail.areIn(all)) return 'voicemail'
    return this.#services.areIn(all) ? 'word-list' : undefined
  }

  isOwn(category: string): boolean {
    return this.#own.include(words(category))
  }

  /** Whether an address is an office's: `info@`, `info-leeds@`, `no-reply+x@`. */
  isRole(email: string): boolean {
    const local = email.slice(0, email.lastIndexOf('@')).split('+', 1)[0]!
    const plain = local.replace(/[._-]/g, '')
    return /^(noreply|donotreply)/.test(plain) || this.#roles.has(plain) || this.#roles.has(local.split(/[._-]/, 1)[0]!)
  }

  /** The tie that categories name, if any. */
  tieOf(categories: readonly string[]): Tie | undefined {
    if (categories.length === 0) return undefined
    const all = categories.map(words)
    return this.#ties.find(([, phrases]) => all.some((category) => phrases.areIn(category)))?.[0]
  }
}
