/** What becomes of each person under their owner's choices (CON4 to CON7). */
import type { Identifier } from '../identifier.ts'
import type { Person } from './people.ts'
import type { Choices, Entry, LeftOut, LeftOutReason, MadeEntries, Reach } from './types.ts'

/** Puts each person where they belong. */
export class Sorter {
  readonly #shared: ReadonlyMap<Identifier, readonly string[]>
  readonly #choices: Choices
  readonly #leftOut: LeftOut[] = []
  readonly #unrecognisable: MadeEntries['unrecognisable'][number][] = []
  #entries: Entry[] = []
  #identifierCount = 0

  constructor(shared: ReadonlyMap<Identifier, readonly string[]>, choices: Choices) {
    this.#shared = shared
    this.#choices = choices
    for (const [identifier, labels] of shared) this.#leftOut.push(sharedLeftOut(identifier, labels))
  }

  get made(): Pick<MadeEntries, 'entries' | 'leftOut' | 'unrecognisable' | 'identifierCount'> {
    return {
      entries: this.#entries,
      leftOut: this.#leftOut,
      unrecognisable: this.#unrecognisable,
      identifierCount: this.#identifierCount,
    }
  }

  add(person: Person): void {
    const reason =
      person.id === this.#choices.me ? 'chosen-as-me' : this.#isTicked(person.id) ? undefined : person.guess
    if (reason === undefined) this.#keep(person)
    else this.leaveOut(person, reason)
  }

  #keep(person: Person): void {
    const identifiers = person.reaches.filter((reach) => this.#counts(person, reach)).map((reach) => reach.identifier!)
    const { id, label, sources, tie, acquaintance } = person
    if (identifiers.length === 0) this.#unrecognisable.push({ id, label, sources, why: person.unreached })
    else this.#entries.push({ id, label, identifiers, tie, acquaintance, private: this.#isPrivate(person), sources })
  }

  leaveOut(person: Person, reason: LeftOutReason): void {
    const { id, label, reaches } = person
    const identifiers = reaches.map(({ identifier, written }) => identifier ?? written)
    const canBeTicked = reason === person.guess
    this.#leftOut.push({ id, reason, what: 'card', labels: [label], identifiers, canBeTicked })
  }

  /** Whether a way to reach somebody goes into their entry; one that plainly is a service's is told. */
  #counts(person: Person, { identifier, written, guess }: Reach): boolean {
    if (identifier !== undefined && this.#shared.has(identifier)) return false
    const id = `${person.id}\n${identifier ?? written}`
    if (guess === undefined || (identifier !== undefined && (this.#isTicked(id) || this.#isTicked(person.id))))
      return true
    const about = { labels: [person.label], identifiers: [identifier ?? written] }
    this.#leftOut.push({ id, reason: guess, what: 'identifier', ...about, canBeTicked: identifier !== undefined })
    return false
  }

  /** CON4: fills the list with people who were met before people known online; private ones take no room. */
  admit(limit: number): void {
    const over = new Set<Entry>()
    let isFull = false
    for (const acquaintance of ['met', 'online-only']) {
      for (const entry of this.#entries.filter((one) => one.acquaintance === acquaintance && !one.private)) {
        isFull ||= this.#identifierCount + entry.identifiers.length > limit
        if (isFull) over.add(entry)
        else this.#identifierCount += entry.identifiers.length
      }
    }
    for (const { id, label, identifiers } of over)
      this.#leftOut.push({ id, reason: 'over-limit', what: 'card', labels: [label], identifiers, canBeTicked: false })
    this.#entries = this.#entries.filter((entry) => !over.has(entry))
  }

  #isTicked(id: string): boolean {
    return this.#choices.ticked?.has(id) ?? false
  }

  /** Any identifier on the card will do, so that a mark holds when others come or go. */
  #isPrivate({ id, reaches }: Person): boolean {
    const marks = this.#choices.private
    if (marks === undefined) return false
    return marks.has(id) || reaches.some(({ identifier }) => identifier !== undefined && marks.has(identifier))
  }
}

function sharedLeftOut(identifier: Identifier, labels: readonly string[]): LeftOut {
  const reason = 'switchboard-or-household'
  return {
    id: `shared\n${identifier}`,
    reason,
    what: 'identifier',
    labels,
    identifiers: [identifier],
    canBeTicked: false,
  }
}
