/** Who stands for whom: tokens that members have proved (MUT1), and who somebody has proved or stated to be (MUT2). */
import type { PersonId } from './ids.ts'
import { NEVER } from './marks.ts'

export class Identities {
  readonly #memberOf = new Map<number, PersonId>()
  readonly #provedBy = new Map<number, Set<number>>()

  /** Every proof in force: token and member. */
  proofs(): IterableIterator<[number, PersonId]> {
    return this.#memberOf.entries()
  }

  get hasProofs(): boolean {
    return this.#memberOf.size > 0
  }

  /** The member who has proved a token. */
  memberOf(token: number): PersonId | undefined {
    return this.#memberOf.get(token)
  }

  /** Whether a member has proved anything. */
  isProver(member: number): boolean {
    return (this.#provedBy.get(member)?.size ?? 0) > 0
  }

  prove(token: PersonId, member: PersonId): void {
    this.#memberOf.set(token, member)
    const tokens = this.#provedBy.get(member)
    if (tokens) tokens.add(token)
    else this.#provedBy.set(member, new Set([token]))
  }

  withdraw(token: PersonId): void {
    this.#provedBy.get(this.#memberOf.get(token)!)?.delete(token)
    this.#memberOf.delete(token)
  }

  /** The member who has proved a token, even one that is never counted; otherwise the token or member itself. */
  behind(person: number): number {
    return this.#memberOf.get(person) ?? person
  }

  /** Whom a token stands for. One that is never counted keeps its own number, so that the member's others still do. */
  standsFor(token: number, marks: Uint8Array): number {
    return (marks[token]! & NEVER) !== 0 ? token : this.behind(token)
  }

  /** A member by every number that they are met under. */
  numbersOf(member: number, marks: Uint8Array): Set<number> {
    const numbers = new Set([member])
    for (const token of this.#provedBy.get(member) ?? []) numbers.add(this.standsFor(token, marks))
    return numbers
  }

  /**
   * Every number under which somebody is met who says to be these: whoever states one token of a member says to be that
   * member.
   */
  ownNumbers(persons: Iterable<number>, marks: Uint8Array): Set<number> {
    const own = new Set<number>()
    for (const person of persons) {
      own.add(this.standsFor(person, marks))
      for (const number of this.numbersOf(this.behind(person), marks)) own.add(number)
    }
    return own
  }
}
