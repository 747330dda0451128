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
export const checkList = ({ persons, entryOf, ties, online, self, stated }: ListInput): void => {
  if (persons.length > MOST_PERSONS)
    throw new RangeError(`persons: ${persons.length} are more than ${MOST_PERSONS} (CON4)`)
  for (let i = 0; i < persons.length; i++) mustBePerson('persons', persons[i]!)
  if (self !== undefined) mustBeSomebody('self', self)
  for (const person of stated ?? []) mustBeSomebody('stated', person)
  if (entryOf) checkEntries(entryOf, persons.length)
  const entries = entryOf && entryOf.length > 0 ? entryOf[entryOf.length - 1]! + 1 : persons.length
  if (ties && ties.length !== entries) throw new RangeError(`ties: ${ties.length} for ${entries} entries`)
  if (online && online.length !== entries) throw new RangeError(`online: ${online.length} for ${entries} entries`)
  for (let i = 0; i < (ties?.length ?? 0); i++)
    if (!(Number.isInteger(ties![i]) && ties![i]! >= 0 && ties![i]! < TIES))
      throw new RangeError(`ties: ${ties![i]} is not an integer from 0 to ${TIES - 1}`)
}

/** Throws where a number stands for nobody. */
export const mustBeSomebody = (field: string, person: number): void => {
  if (person === 0) throw new RangeError(`${field}: 0 is nobody`)
  mustBePerson(field, person)
}

/** 0 is allowed: what has been blanked is given back as nobody. */
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
