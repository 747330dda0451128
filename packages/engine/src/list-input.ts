/** What a list is made of, and what is refused. */
import { MOST_PERSONS, type PersonId, TIES } from './ids.ts'

/** Someone's entries at a moment. */
export interface ListInput {
  /** The person at each position, entry by entry. */
  readonly persons: ArrayLike<number>
  /** The entry of each position: 0, then the same or one more each time. Absent: one person an entry. */
  readonly entryOf?: ArrayLike<number>
  /** How its owner knows each entry, 0 … 7. Absent: 0. */
  readonly ties?: ArrayLike<number>
  /** Per entry, not 0 where it is known online only (ENC2). Absent: met. */
  readonly online?: ArrayLike<number>
  /** The member whose list this is; absent for a guest. */
  readonly self?: PersonId
  /** Persons that its owner says to be, without proof (MUT2). */
  readonly stated?: readonly PersonId[]
}

/** A list's entry byte: the tie in the low three bits, and whether it is known online only. */
export const TIE_BITS: number = TIES - 1
export const ONLINE = 8

/** The byte of an entry. */
export const entryByte = ({ ties, online }: ListInput, entry: number): number =>
  (ties?.[entry] ?? 0) | (online?.[entry] ? ONLINE : 0)

/** Throws a RangeError that names the field which is out of bounds (LIST2). */
export const checkList = ({ persons, entryOf, ties, self, stated }: ListInput): void => {
  if (persons.length > MOST_PERSONS)
    throw new RangeError(`persons: ${persons.length} are more than ${MOST_PERSONS} (CON4)`)
  for (let i = 0; i < persons.length; i++) mustBePerson('persons', persons[i]!)
  if (self !== undefined) mustBePerson('self', self)
  for (const person of stated ?? []) mustBePerson('stated', person)
  if (entryOf) checkEntries(entryOf, persons.length)
  for (let i = 0; i < (ties?.length ?? 0); i++)
    if (!(ties![i]! >= 0 && ties![i]! < TIES)) throw new RangeError(`ties: ${ties![i]} is not 0 to ${TIES - 1}`)
}

const mustBePerson = (field: string, person: number): void => {
  if (!Number.isInteger(person) || person < 0 || person > 0xfffffffe)
    throw new RangeError(`${field}: ${person} is no person number`)
}

const checkEntries = (entryOf: ArrayLike<number>, length: number): void => {
  if (entryOf.length !== length) throw new RangeError(`entryOf: ${entryOf.length} for ${length} persons`)
  for (let i = 0; i < length; i++) {
    const step = entryOf[i]! - (i === 0 ? 0 : entryOf[i - 1]!)
    if (step !== 0 && !(step === 1 && i > 0)) throw new RangeError(`entryOf: ${entryOf[i]} at position ${i}`)
  }
}
